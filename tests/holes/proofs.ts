// The proofs a hole has to get past, each in a process of its own: where it is likeliest to show first, and only until
// one notices.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PreparedEngine } from '../support/global-setup.ts';
import { environmentOfProof } from '../support/config.ts';
import type { Hole } from './hole.ts';

/** A proof: its short name and what to run of it. The sweep over the catalogue is none: it reads rules, not answers. */
export interface Proof {
  readonly name: string;
  readonly file: string;
  /** Of the tests' projects; left out: isolation. */
  readonly project?: 'journeys';
  /** Only the tests whose name holds this. */
  readonly only?: string;
}

const inSql = (file: string): Proof => ({ name: 'matrix in SQL', file: `tests/isolation/${file}.test.ts` });

const generated = inSql('raw-sql-generated');
const byHand = inSql('raw-sql');
const reach = inSql('raw-sql-reach');
const fixed = inSql('raw-sql-fixed');
const moves = inSql('raw-sql-moves');
const finding = inSql('raw-sql-finding');
const related = inSql('related');
const versions = inSql('versions-sql');
const joint = inSql('joint-sql');
const organisations = inSql('organisations-sql');
const attached: Proof = { name: 'attachments', file: 'tests/isolation/attachments-sql.test.ts' };
const sessions = inSql('raw-sql-sessions');
const signing = inSql('signing-sql');
const trail = inSql('audit-append-only');
const owner = inSql('owner-sql');
const transactions = inSql('raw-sql-transactions');
const sql: readonly Proof[] = [
  generated,
  byHand,
  fixed,
  moves,
  finding,
  related,
  inSql('review-sql'),
  versions,
  joint,
  organisations,
  inSql('files-sql'),
  attached,
  sessions,
  signing,
  reach,
  transactions,
  trail,
  owner,
];
const matrix: Proof = { name: 'matrix', file: 'tests/isolation/matrix.test.ts' };
const property: Proof = {
  name: 'property',
  file: 'tests/isolation/noninterference/noninterference.test.ts',
};
const malformed: Proof = { name: 'malformed input', file: 'tests/isolation/malformed/malformed.test.ts' };
const startUp: Proof = { name: 'start-up', file: 'tests/isolation/start-up.test.ts' };
const files: Proof = { name: 'files', file: 'tests/isolation/files.test.ts' };
const presence: Proof = { name: 'presence', file: 'tests/isolation/presence.test.ts' };
const papers: Proof = { name: 'papers', file: 'tests/isolation/papers.test.ts' };
const journey = (name: string, file: string): Proof => ({
  name,
  file: `tests/journeys/${file}.test.ts`,
  project: 'journeys',
});
const promises: Proof = {
  name: 'people and commitments',
  file: 'tests/isolation/people-and-commitments-sql.test.ts',
};
const consultations = journey('consultations', 'consultations');
const attachments = journey('attachments', 'attachments');
const bytes = journey('bytes', 'files-kept');
const costs = journey('own part', 'sharing-costs');
const parties = journey('organisations', 'organisations');
const overHttp: Proof = {
  name: 'over the wire',
  file: 'tests/journeys/over-the-wire.test.ts',
  project: 'journeys',
};
const signingIn: Proof = {
  name: 'signing in',
  file: 'tests/journeys/signing-in.test.ts',
  project: 'journeys',
};

const keptQuestions: Proof = {
  name: 'kept questions',
  file: 'tests/journeys/saved-searches.test.ts',
  project: 'journeys',
};

/** Where a hole shows first, if it does: by what its name begins with. */
const likeliest: readonly (readonly [begins: RegExp, proof: Proof])[] = [
  [/^(execute|grant):/, reach],
  [/^consultation: it is about/, consultations],
  [/^(consultation|page of a person|commitment):|wall\.(derive_(profile|consultation)|profile_)/, promises],
  [/saved_search|_alert|errand|question that is kept/, keptQuestions],
  [/^force:/, owner],
  [/^cascade:/, moves],
  [/^trigger: .* of audit_(chain|link)|^trigger: a_(keep|whole) of audit_|^refusal: wall.keep_trail/, trail],
  [/^trigger: c_index/, finding],
  [/^trigger: (c_(published|withdrawn|retitled)|d_follow of invitation)|^policy: invitation_update/, moves],
  [
    /^trigger: a_keep|^policy: (file_update|agenda_withdrawal_insert)|^refusal: wall.(derive_(file|membership|agenda)|erase|keep_col)/,
    fixed,
  ],
  [/^refusal: wall.guard_participation.*(decline|dated)|^definer: wall.take_turn/, fixed],
  [/^refusal: wall.account_event/, signing],
  [/^refusal: wall.(guard_part|queue|derive)/, byHand],
  [/^definer: .*living|^definer: wall.renew/, sessions],
  [/^definer: wall.rename_account/, fixed],
  [/^definer: wall.search/, finding],
  [/^derived: (how rare|what resembles)|^definer: wall.search_(related|themes_of|count)/, related],
  [/^derived:/, versions],
  [/^wall: a powerful role/, startUp],
  [/^definer: .*nullif|^wall:/, transactions],
  [/^host:|^kernel: errors/, overHttp],
  [/^signing in:/, signingIn],
  [/^right: canUpload|^attachment: a browser/, files],
  [/^presence:/, presence],
  [/^attachment: bytes/, bytes],
  [/^attachment:/, attached],
  [/^attachment:/, attachments],
  [/^organisation:/, organisations],
  [/^organisation:/, parties],
  [/^own part:/, joint],
  [/^own part:/, costs],
  [/^paper:/, papers],
  [/^definer: wall.(derive|guard)/, byHand],
  [/^definer: .*app_account\(\)'/, signing],
];

/**
 * The proofs to try on a hole, in order. Raw SQL never passes the API: whoever weakens only the API is not noticed there.
 * Of a procedure, what the matrix asks that procedure comes first, and the whole matrix after it.
 */
export function proofsFor(hole: Hole): readonly Proof[] {
  const overTheWire = [matrix, property, malformed, overHttp, signingIn];
  const first = likeliest.filter(([begins]) => begins.test(hole.name)).map(([, proof]) => proof);
  const inOrder = [...new Set([...first, ...sql])];
  if (hole.where === 'database') {
    const ofTable = hole.table && first.length === 0 ? [{ ...generated, only: ` ${hole.table}: ` }] : [];
    return [...ofTable, ...inOrder, ...overTheWire];
  }
  const asked = hole.procedure ? [{ ...matrix, only: ` ${hole.procedure} answers ` }] : [];
  const throughSql = hole.file.startsWith('packages/db/') ? inOrder : first;
  return [...new Set([...asked, ...throughSql, ...overTheWire])];
}

/** Every proof once, to see that they hold without a hole. */
export const everyProof: readonly Proof[] = [
  ...sql,
  startUp,
  presence,
  files,
  attachments,
  bytes,
  parties,
  costs,
  papers,
  matrix,
  property,
  malformed,
  overHttp,
  signingIn,
  keptQuestions,
  promises,
  consultations,
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
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
}

/** Two proofs run at a time, beside whatever else the machine does: only one that hangs is late. */
const patience = { test: 240_000, whole: 1_200_000 };

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
          `--project=${proof.project ?? 'isolation'}`,
          '--bail=1',
          '--maxWorkers=1',
          `--testTimeout=${patience.test}`,
          '--reporter=json',
          `--outputFile=${report}`,
          ...(proof.only ? [`--testNamePattern=${proof.only}`] : []),
          proof.file,
        ],
        {
          cwd: root,
          env: environmentOfProof(engine),
          stdio: ['ignore', 'pipe', 'pipe'],
          timeout: patience.whole,
        },
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

/** A machine that is too busy notices nothing. */
const late = /timed out in \d+ms/;

const inShort = (text: string | undefined) => (text ?? '').replace(/\s+/g, ' ').slice(0, 300);

function firstFailure(proof: string, { testResults }: Report): Notice | null {
  const messages = testResults.flatMap(({ message, assertionResults }) => [
    message,
    ...assertionResults.flatMap(({ failureMessages = [] }) => failureMessages),
  ]);
  if (messages.some((each) => late.test(each))) throw new Error(`${proof} was too late to notice anything`);
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const failed = tests.find(({ status }) => status === 'failed');
  if (failed) return { proof, test: `${failed.fullName} ⟨${inShort(failed.failureMessages?.[0])}⟩` };
  // A file that fails before its first test: nothing could be set up.
  const broken = testResults.find(({ message }) => message !== '');
  if (broken) return { proof, test: `(preparing) ${inShort(broken.message)}` };
  if (!tests.some(({ status }) => status === 'passed')) throw new Error(`${proof} holds no test`);
  return null;
}
