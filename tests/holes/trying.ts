// Runs attempts in a process apart, and says of each what was noticed.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environmentOfProof } from '../support/config.ts';
import type { Attempt, PreparedEngine } from '../support/global-setup.ts';
import type { Outcome } from './reporter.ts';

/** What came of an attempt: the first test that failed, nothing, or why nothing was learnt. */
export type Told =
  | { readonly what: 'noticed'; readonly test: string }
  | { readonly what: 'nothing' }
  | { readonly what: 'unknown'; readonly why: string };

/** Two processes run at a time, beside whatever else the machine does: only one that hangs is late. */
const patience = { test: 240_000, attempt: 1_200_000 };

function run(root: string, engine: PreparedEngine, outcomesFile: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [
        join(root, 'node_modules/vitest/vitest.mjs'),
        'run',
        `--config=${join(root, 'packages/toolchain/vitest.config.js')}`,
        '--project=holes',
        '--maxWorkers=1',
        `--testTimeout=${patience.test}`,
        `--hookTimeout=${patience.test}`,
        `--reporter=${join(root, 'tests/holes/reporter.ts')}`,
      ],
      {
        cwd: root,
        env: { ...environmentOfProof(engine), OUTCOMES_FILE: outcomesFile },
        stdio: ['ignore', 'pipe', 'pipe'],
        timeout: patience.attempt * engine.attempts.length,
      },
    );
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', () => resolve(output));
  });
}

/** A machine that is too busy notices nothing. */
const late = /timed out in \d+ms/;

const inShort = (text: string | undefined) => (text ?? '').replace(/\s+/g, ' ').slice(0, 300);

function told(outcomes: readonly Outcome[], output: string): Told {
  const failed = outcomes.filter(({ state }) => state === 'failed');
  if (failed.some(({ messages }) => messages.some((each) => late.test(each))))
    return { what: 'unknown', why: 'too late to notice anything' };
  const [first] = failed;
  if (first)
    return { what: 'noticed', test: `${first.test ?? '(preparing)'} ⟨${inShort(first.messages[0])}⟩` };
  if (outcomes.length > 0) return { what: 'nothing' };
  return { what: 'unknown', why: `no test ran: ${output.slice(-2000)}` };
}

/** Tries each on the house at `root`. What fails before the first attempt began is told of each of them. */
export async function tryAll(
  root: string,
  urls: PreparedEngine['urls'],
  attempts: readonly Attempt[],
): Promise<ReadonlyMap<string, Told>> {
  const folder = await mkdtemp(join(tmpdir(), 'kansenplein-attempts-'));
  const file = join(folder, 'outcomes');
  try {
    const output = await run(root, { urls, attempts }, file);
    const outcomes = (await readFile(file, 'utf8').catch(() => ''))
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Outcome);
    const of = (name: string) => outcomes.filter(({ attempt }) => attempt === null || attempt === name);
    return new Map(attempts.map(({ name }) => [name, told(of(name), output)]));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
