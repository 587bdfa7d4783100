/**
 * The doors of the writers for the house: the same pure functions, in a process of their own. Setting a long agenda
 * keeps a processor busy for some tenths of a second and takes 100 MB for a moment; the house goes on meanwhile, and
 * the memory is gone with the process.
 */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import { watch } from './watch.ts';
import type { AddendumPaper, AgendaPaper, InterventionPaper, PaperFormat } from '../write/paper.ts';
import type { Usage } from './watch.ts';

export type AnyPaper =
  | { kind: 'agenda'; paper: AgendaPaper }
  | { kind: 'addendum'; paper: AddendumPaper }
  | { kind: 'intervention'; paper: InterventionPaper };

export type WritingOrder = { format: PaperFormat } & AnyPaper;

/** A paper of 500 pages takes some 10 seconds of the processor and 300 MB; more is none that anybody prints. */
const most: Usage = { seconds: 20, peakBytes: 400_000_000 };

export interface WriteOptions {
  /** Told what the process took when it has ended; for measurements. */
  onEnd?: (usage: Usage) => void;
}

/** An agenda as a Word file or as a tagged PDF (PDF/UA-1). Rejects when this machine cannot start a process. */
export const writeAgenda = (
  paper: AgendaPaper,
  format: PaperFormat,
  options: WriteOptions = {},
): Promise<Uint8Array> => order({ kind: 'agenda', paper, format }, options);

/** An addendum to an agenda, with its own period and signatures. */
export const writeAddendum = (
  paper: AddendumPaper,
  format: PaperFormat,
  options: WriteOptions = {},
): Promise<Uint8Array> => order({ kind: 'addendum', paper, format }, options);

/** One intervention in the nine fields of the alliance's template. */
export const writeIntervention = (
  paper: InterventionPaper,
  format: PaperFormat,
  options: WriteOptions = {},
): Promise<Uint8Array> => order({ kind: 'intervention', paper, format }, options);

/** A paper of whatever kind. Rejects with `PaperTooHeavy` when it takes more than any paper that somebody prints. */
export const writePaper = (
  paper: AnyPaper,
  format: PaperFormat,
  options: WriteOptions = {},
): Promise<Uint8Array> => order({ ...paper, format }, options);

/** The paper took more time or memory than the house gives. */
export class PaperTooHeavy extends Error {
  override readonly name = 'PaperTooHeavy';
}

function order(wanted: WritingOrder, { onEnd }: WriteOptions): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const child = start();
    let tooHeavy = false;
    const watched = watch(child.pid ?? 0, most, () => {
      tooHeavy = true;
      child.kill('SIGKILL');
    });
    const bytes: Buffer[] = [];
    let complaint = '';
    child.stdout.on('data', (chunk: Buffer) => bytes.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => {
      if (complaint.length < 4000) complaint += chunk.toString('utf8');
    });
    child.on('exit', () => onEnd?.(watched.usage()));
    child.on('error', (error) => {
      watched.stop();
      reject(new Error('The process that writes papers could not be started.', { cause: error }));
    });
    child.on('close', (code) => {
      watched.stop();
      if (code === 0) resolve(new Uint8Array(Buffer.concat(bytes)));
      else if (tooHeavy || outOfMemory.test(complaint))
        reject(new PaperTooHeavy('The paper takes more than the house gives.'));
      else reject(new Error(`The process that writes papers failed (${code ?? 'killed'}): ${complaint}`));
    });
    // A process that has ended no longer listens.
    child.stdin.on('error', () => undefined);
    child.stdin.end(JSON.stringify(wanted));
  });
}

const outOfMemory = /heap out of memory|Array buffer allocation failed|Fatal process out of memory/i;

/** It may read its code, the libraries and the typeface; it may write nothing and start nothing. */
function start() {
  const source = join(import.meta.dirname, '..');
  const require = createRequire(import.meta.url);
  // Looking for a library begins in the nearest folder and ends where it is: all of them may be looked into.
  const libraries = (require.resolve.paths('docx') ?? []).map((path) => path + sep);
  const readable = [source + sep, join(source, '../package.json'), ...libraries];
  return spawn(
    process.execPath,
    [
      '--permission',
      ...readable.map((path) => `--allow-fs-read=${path}`),
      '--max-old-space-size=192',
      '--max-semi-space-size=8',
      '--disable-warning=ExperimentalWarning',
      join(import.meta.dirname, 'writing-process.ts'),
    ],
    { env: {}, cwd: import.meta.dirname, stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true },
  );
}
