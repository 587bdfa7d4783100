// The proofs a hole has to get past, each in a process of its own: the quickest first, and only until one notices.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PreparedEngine } from '../support/global-setup.ts';
import { environmentOfProof } from '../support/config.ts';

/** A proof: its short name and its test files. The sweep over the catalogue is none: it reads rules, not answers. */
export interface Proof {
  readonly name: string;
  readonly files: readonly string[];
}

export const proofs: readonly Proof[] = [
  { name: 'matrix in SQL', files: ['tests/isolation/raw-sql', 'tests/isolation/owner-sql'] },
  { name: 'matrix', files: ['tests/isolation/matrix.test.ts'] },
  { name: 'property', files: ['tests/isolation/noninterference/noninterference.test.ts'] },
  { name: 'malformed input', files: ['tests/isolation/malformed'] },
];

export interface Notice {
  readonly proof: string;
  /** The first test that failed. */
  readonly test: string;
}

interface Report {
  readonly testResults: readonly {
    readonly message: string;
    readonly name: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

const patience = 600_000;

/** Runs one proof of the house at `root`; null when it holds, otherwise what it noticed. Rejects when it did not run. */
export async function runProof(root: string, proof: Proof, engine: PreparedEngine): Promise<Notice | null> {
  const folder = await mkdtemp(join(tmpdir(), 'kansenplein-proof-'));
  const report = join(folder, 'report.json');
  try {
    const said = await new Promise<string>((resolve, reject) => {
      const child = spawn(
        process.execPath,
        [
          join(root, 'node_modules/vitest/vitest.mjs'),
          'run',
          `--config=${join(root, 'packages/toolchain/vitest.config.js')}`,
          '--project=isolation',
          '--bail=1',
          '--maxWorkers=1',
          '--reporter=json',
          `--outputFile=${report}`,
          ...proof.files,
        ],
        { cwd: root, env: environmentOfProof(engine), stdio: ['ignore', 'pipe', 'pipe'], timeout: patience },
      );
      let output = '';
      child.stdout.on('data', (chunk) => (output += chunk));
      child.stderr.on('data', (chunk) => (output += chunk));
      child.once('error', reject);
      child.once('close', () => resolve(output));
    });
    const text = await readFile(report, 'utf8').catch(() => {
      throw new Error(`${proof.name} did not run:\n${said.slice(-2000)}`);
    });
    return firstFailure(proof.name, JSON.parse(text) as Report);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function firstFailure(proof: string, { testResults }: Report): Notice | null {
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const failed = tests.find(({ status }) => status === 'failed');
  if (failed) return { proof, test: failed.fullName };
  // A file that fails before its first test: nothing could be set up.
  const broken = testResults.find(({ message }) => message !== '');
  if (broken) return { proof, test: `(preparing) ${broken.message.split('\n')[0] ?? ''}` };
  if (tests.length === 0) throw new Error(`${proof} holds no test`);
  return null;
}
