/** Starts the reading process, watches it, and kills it at its limits. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { refused } from '../extract/refusal.ts';

import { packQuestion } from './message.ts';
import { watch } from './watch.ts';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import type { TextOfFile } from '../extract/text-of-file.ts';
import type { AgendaAnswer, AgendaQuestion, Answer, Question, TextQuestion } from './message.ts';
import type { Usage } from './watch.ts';

export interface Limits {
  /** Processor time: on a busy machine an honest file is not at fault for waiting. */
  seconds: number;
  /** Resident memory of the process, all of it: code, stack, heap and buffers. */
  megabytes: number;
  /** Told what the process took when it has ended; for measurements. */
  onEnd?: (usage: Usage) => void;
}

/** Promised are 10 seconds and 256 MB; the watch looks some milliseconds late, so it stops a little earlier. */
const usual: Limits = { seconds: 9, megabytes: 236 };

/** A draft is some three times the text it came from. */
const longestAnswer = 100_000_000;

const running = new Set<ChildProcessWithoutNullStreams>();
let endsWithHouse = false;

/** One process: which file, what it may read besides, and how the engine is started. */
export interface Program {
  readonly script: string;
  readonly readable: readonly string[];
  readonly flags: readonly string[];
}

/** What came of a process: what it wrote, or why it wrote nothing. Too heavy: it was killed at its limits. */
export type Ended =
  { readonly end: 'answered'; readonly answer: Buffer } | { readonly end: 'too_heavy' | 'failed' };

export async function askApart(
  question: AgendaQuestion,
  bytes: Uint8Array,
  limits?: Partial<Limits>,
): Promise<AgendaAnswer>;
export async function askApart(
  question: TextQuestion,
  bytes: Uint8Array,
  limits?: Partial<Limits>,
): Promise<TextOfFile>;
export async function askApart(
  question: Question,
  bytes: Uint8Array,
  limits: Partial<Limits> = {},
): Promise<Answer> {
  const ended = await runApart(reader(), packQuestion(question, bytes), limits);
  if (ended.end === 'answered') return JSON.parse(ended.answer.toString('utf8')) as Answer;
  return refused(ended.end === 'too_heavy' ? 'document.too_heavy' : 'document.damaged');
}

/**
 * Starts a process that can do nothing but read what it is told to and think, hands it `parts` and takes its answer. It is
 * killed at its limits. Rejects only when this machine cannot start it.
 */
export function runApart(
  program: Program,
  parts: readonly Uint8Array[],
  limits: Partial<Limits> = {},
): Promise<Ended> {
  const { seconds, megabytes, onEnd } = { ...usual, ...limits };
  return new Promise((resolve, reject) => {
    const child = start(program, megabytes);
    let tooHeavy = false;
    const stop = (): void => {
      tooHeavy = true;
      child.kill('SIGKILL');
    };
    const watched = watch(child.pid ?? 0, { seconds, peakBytes: megabytes * 1_000_000 }, stop);
    const answer: Buffer[] = [];
    let size = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > longestAnswer) stop();
      else answer.push(chunk);
    });
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => {
      if (complaint.length < 4000) complaint += chunk.toString('utf8');
    });
    const settle = (): void => {
      watched.stop();
      running.delete(child);
    };
    child.on('error', (error) => {
      settle();
      reject(new Error('The process that reads documents could not be started.', { cause: error }));
    });
    child.on('exit', () => onEnd?.(watched.usage()));
    child.on('close', (code) => {
      settle();
      if (code === 0 && !tooHeavy) resolve({ end: 'answered', answer: Buffer.concat(answer) });
      else if (tooHeavy || outOfMemory.test(complaint)) resolve({ end: 'too_heavy' });
      else if (couldNotStart.test(complaint))
        reject(new Error(`The process that reads documents failed: ${complaint}`));
      else resolve({ end: 'failed' });
    });
    // A process that was killed no longer listens.
    child.stdin.on('error', () => undefined);
    for (const part of parts) child.stdin.write(part);
    child.stdin.end();
  });
}

const outOfMemory = /heap out of memory|Array buffer allocation failed|Fatal process out of memory/i;
const couldNotStart = /ERR_MODULE_NOT_FOUND|ERR_ACCESS_DENIED|bad option|SyntaxError/;

/** It may read the code of this package, and the two libraries it uses. */
function reader(): Program {
  const source = join(import.meta.dirname, '..');
  const require = createRequire(import.meta.url);
  const yauzl = require.resolve('yauzl');
  const folders = [
    dirname(yauzl),
    dirname(createRequire(yauzl).resolve('pend')),
    join(dirname(require.resolve('unpdf')), '..'),
  ];
  return {
    script: join(import.meta.dirname, 'reading-process.ts'),
    readable: [source + sep, join(source, '../package.json'), ...folders.map((folder) => folder + sep)],
    flags: ['--disallow-code-generation-from-strings'],
  };
}

function start({ script, readable, flags }: Program, megabytes: number): ChildProcessWithoutNullStreams {
  const child = spawn(
    process.execPath,
    [
      '--permission',
      ...readable.map((path) => `--allow-fs-read=${path}`),
      // Below the bound on all memory, so that the engine cleans up before the watch has to kill.
      `--max-old-space-size=${Math.max(32, Math.floor(megabytes * 0.45))}`,
      '--max-semi-space-size=8',
      '--disable-warning=ExperimentalWarning',
      ...flags,
      script,
    ],
    // Nothing of the house: no environment, no descriptors but these three, no folder of ours.
    { env: {}, cwd: import.meta.dirname, stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true },
  );
  running.add(child);
  if (!endsWithHouse) {
    endsWithHouse = true;
    process.on('exit', () => running.forEach((one) => one.kill('SIGKILL')));
  }
  return child;
}
