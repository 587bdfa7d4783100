/** What a process takes of the machine, as the operating system counts it: also what no engine knows of. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Usage {
  /** Most resident memory so far, in bytes; 0 where the system does not say. */
  peakBytes: number;
  /** Processor time; where the system does not say, time on the clock. */
  seconds: number;
}

export interface Watch {
  usage(): Usage;
  stop(): void;
}

const isLinux = process.platform === 'linux';
/** Linux tells in files, which costs nothing to read often; elsewhere `ps` is asked now and then. */
const everyMilliseconds = isLinux ? 10 : 250;
/** A process that waits uses no processor time: after this many times its seconds on the clock it ends as well. */
const patience = 4;

/** Watches a process until stopped; calls `tooMuch` once, when it passes one of the bounds. */
export function watch(pid: number, most: Usage, tooMuch: () => void): Watch {
  const started = performance.now();
  const usage: Usage = { peakBytes: 0, seconds: 0 };
  const look = (): void => {
    const elapsed = (performance.now() - started) / 1000;
    if (isLinux) {
      usage.peakBytes = Math.max(usage.peakBytes, highWaterMark(pid));
      usage.seconds = Math.max(usage.seconds, processorTime(pid));
    } else {
      usage.seconds = elapsed;
      askPs(pid, (bytes) => (usage.peakBytes = Math.max(usage.peakBytes, bytes)));
    }
    const over =
      usage.peakBytes > most.peakBytes || usage.seconds > most.seconds || elapsed > most.seconds * patience;
    if (!over) return;
    clearInterval(timer);
    tooMuch();
  };
  const timer = setInterval(look, everyMilliseconds);
  return { usage: () => ({ ...usage }), stop: () => clearInterval(timer) };
}

/** The most a process ever held, so that a short peak between two looks is seen as well. */
function highWaterMark(pid: number): number {
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(told(pid, 'status'))?.[1] ?? 0) * 1024;
}

/** User and system time, fields 14 and 15 of `stat`, in hundredths of a second on every Linux. */
function processorTime(pid: number): number {
  const fields = told(pid, 'stat')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100;
}

function told(pid: number, file: 'status' | 'stat'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    return '';
  }
}

/** Resident kilobytes now; on Windows there is no ps and nothing is seen. */
function askPs(pid: number, seen: (bytes: number) => void): void {
  execFile('ps', ['-o', 'rss=', '-p', String(pid)], (error, printed) => {
    if (!error) seen(Number(printed.trim()) * 1024);
  });
}
