// How long it takes to compare two versions of 6 kB by field: as they are (a tenth of the words changed), and at their
// worst (one field, nothing in common). Alone, without a database.
import { compareByField, type FieldDifference } from '../../packages/core/src/kernel/comparing.ts';
import { fullAgenda, fullContent } from '../support/writing.ts';
import { median } from './load.ts';
import type { Line } from './table.ts';

const target = 20;
const rounds = 60;
const words =
  'een de kind school lezen thuis week ouders wij samen met voor naar elke dag nieuw taal uur gemeente leren'.split(
    ' ',
  );

/** Numbers that are the same in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fff_ffff;
    return state / 0x7fff_ffff;
  };
}

/** Sentences of eight words in paragraphs of four sentences. */
function text(length: number, next: () => number): string {
  let written = '';
  for (let count = 1; written.length < length; count += 1) {
    const word = words[Math.floor(next() * words.length)] ?? '';
    written += count % 32 === 0 ? `${word}.\n\n` : count % 8 === 0 ? `${word}. ` : `${word} `;
  }
  return written.slice(0, length);
}

const changed = (before: string, next: () => number) =>
  before.replace(/\p{L}+/gu, (word) => (next() < 0.1 ? 'anders' : word));

/** Not one word stays. */
const otherWords = (before: string) => before.replace(/\p{L}+/gu, (word) => `${word}x`);

const inTenFields = (seed: number) =>
  Object.fromEntries(
    Array.from({ length: 10 }, (_, at) => [`field${at}`, text(600, numbers(seed * 100 + at))]),
  );

function contents() {
  const next = numbers(7);
  const fields = ['goal', 'activities', 'monitoring', 'targetGroup', 'localForm'] as const;
  const before = Object.fromEntries(fields.map((field) => [field, text(1200, next)]));
  const after = Object.fromEntries(fields.map((field) => [field, changed(before[field] ?? '', next)]));
  const agenda = fullAgenda('Agenda');
  const goals = Array.from({ length: 30 }, (_, at) => ({
    key: `doel${String(at).padStart(4, '0')}`,
    number: String(at + 1),
    parent: null,
    title: `Doel ${at + 1}`,
    text: text(180, next),
    intendedResults: [],
  }));
  const moved = [...goals.slice(3), ...goals.slice(0, 3)].map((goal) => ({
    ...goal,
    text: changed(goal.text, next),
  }));
  return {
    'an intervention, a tenth of the words changed': [fullContent('Een', before), fullContent('Een', after)],
    'an agenda of thirty goals, three moved, a tenth of the words changed': [
      { ...agenda, goals },
      { ...agenda, goals: moved },
    ],
    'two wholly different texts of 6 kB in one field': [
      { goal: text(6000, numbers(1)) },
      { goal: otherWords(text(6000, numbers(2))) },
    ],
    'at its worst: one field of 6 kB, the same words in another order': [
      { goal: text(6000, numbers(1)) },
      { goal: text(6000, numbers(2)) },
    ],
    'at its worst: 6 kB in ten fields, the same words in another order': [inTenFields(1), inTenFields(2)],
  } satisfies Record<string, readonly [object, object]>;
}

export function measureVersions(): Line[] {
  return Object.entries(contents()).map(([what, [before, after]]) => {
    const taken: number[] = [];
    let differences: readonly FieldDifference[] = [];
    const usage = process.cpuUsage();
    for (let round = 0; round < rounds; round += 1) {
      const started = performance.now();
      differences = compareByField(before, after);
      taken.push(performance.now() - started);
    }
    const { user, system } = process.cpuUsage(usage);
    const sorted = taken.toSorted((one, other) => one - other);
    const p95 = sorted[Math.floor(rounds * 0.95)] ?? Infinity;
    return {
      measure: `compare ${what}`,
      target: `≤ ${target} ms`,
      figure: `${median(taken).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, first ${taken[0]?.toFixed(0)} ms (${differences.length} fields)`,
      isMet: median(taken) <= target,
      milliseconds: ((user + system) / 1000 / rounds).toFixed(1),
    };
  });
}
