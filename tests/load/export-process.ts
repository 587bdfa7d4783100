// A house that prints: how long the first and the later exports take, and how much its memory grows by them.
// Says one line of JSON: { first, median, processor, apart, bytes, grown, peak } in seconds and bytes.
import { writeAgenda, type PaperFormat } from '@kansenplein/documents';
import { largeAgendaPaper } from '../support/demo-paper.ts';

const format: PaperFormat = process.argv[2] === 'pdf' ? 'pdf' : 'docx';
const paper = largeAgendaPaper(Number(process.argv[3] ?? '20'));
const rounds = 7;

const resident = (): number => process.memoryUsage.rss();
globalThis.gc?.();
const before = resident();
const peakBefore = process.resourceUsage().maxRSS * 1024;
const seconds: number[] = [];
let bytes = 0;
let processor = 0;
let apart = 0;
const onEnd = (usage: { seconds: number; peakBytes: number }): void => {
  processor = Math.max(processor, usage.seconds);
  apart = Math.max(apart, usage.peakBytes);
};
for (let round = 0; round < rounds; round += 1) {
  const started = performance.now();
  bytes = (await writeAgenda(paper, format, { onEnd })).length;
  seconds.push((performance.now() - started) / 1000);
}
const [first = 0, ...later] = seconds;
const sorted = later.toSorted((a, b) => a - b);
const peak = Math.max(0, process.resourceUsage().maxRSS * 1024 - Math.max(before, peakBefore));
globalThis.gc?.();
const median = sorted[Math.floor(sorted.length / 2)] ?? first;
console.log(JSON.stringify({ first, median, processor, apart, bytes, grown: resident() - before, peak }));
