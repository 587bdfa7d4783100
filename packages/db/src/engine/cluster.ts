// Making a cluster (PostgreSQL's word for its data folder) and judging one that is there.
import { spawn } from 'node:child_process';
import { access, chown, readdir, readFile, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import {
  describeFileError,
  describeServerOutput,
  diskFull,
  EngineError,
  systemErrorCode,
} from './engine-error.ts';
import { makePrivateFolder, type Layout, type SystemUser } from './layout.ts';

export const SUPERUSER = 'postgres';

/** A new cluster with its first log takes some 45 MB; a full disk halfway is worse than a refusal. */
const NEEDED_FOR_NEW_CLUSTER = 100 * 1024 * 1024;

/** Whether there is a usable cluster; throws when there is something else, or one of another version. */
export async function findCluster(layout: Layout, binaries: Binaries): Promise<boolean> {
  try {
    const version = (await readFile(join(layout.cluster, 'PG_VERSION'), 'utf8')).trim();
    if (version === binaries.major) return true;
    throw new EngineError(
      'engine.wrong_version',
      `The data folder ${layout.base} was made by PostgreSQL ${version}; this is PostgreSQL ${binaries.major}. ` +
        `Start it with the version of Kansenplein that made it, or restore a backup into a new folder.`,
    );
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT') throw describeFileError(error, layout.base);
  }
  const content = await readdir(layout.cluster).catch(() => null);
  if (content === null) return false;
  throw new EngineError(
    'engine.not_a_cluster',
    `The folder ${layout.cluster} exists but holds no PostgreSQL data (PG_VERSION is missing). ` +
      `If it was damaged, restore a backup into a new folder; if it is something else, move it away.`,
  );
}

/** Makes the cluster under another name and renames it at the end: an interrupted start leaves nothing half made. */
export async function createCluster(layout: Layout, binaries: Binaries, password: string): Promise<void> {
  const { bavail, bsize } = await statfs(layout.base);
  if (bavail * bsize < NEEDED_FOR_NEW_CLUSTER) throw diskFull(layout.base);
  const workshop = await makePrivateFolder(`${layout.cluster}.new`, layout.runAs);
  const draft = join(workshop, 'cluster');
  const passwordFile = join(workshop, 'password');
  try {
    await rm(draft, { recursive: true, force: true });
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (layout.runAs) await chown(passwordFile, layout.runAs.uid, layout.runAs.gid);
    await initialise(layout, binaries, draft, passwordFile);
    await rename(draft, layout.cluster);
  } catch (error) {
    throw describeFileError(error, layout.base);
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

/**
 * Sorting and lower-casing by Unicode code point, the same on every machine and for ever; Dutch order for people is
 * asked for by name (`collate "nl-x-icu"`). The text-search parser still asks the system what a letter is, and the C
 * locale answers that a quotation mark is one: so a UTF-8 locale where the system has it.
 */
const CHARACTER_TYPES =
  process.platform === 'darwin' ? ['en_US.UTF-8', 'C'] : ['C.UTF-8', 'en_US.UTF-8', 'C'];

async function initialise(
  layout: Layout,
  binaries: Binaries,
  folder: string,
  passwordFile: string,
): Promise<void> {
  let output = '';
  for (const characterType of CHARACTER_TYPES) {
    const answer = await runToEnd(
      binaries.initdb,
      [
        `--pgdata=${folder}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        `--lc-ctype=${characterType}`,
        '--text-search-config=simple',
        '--data-checksums',
      ],
      layout.runAs,
    );
    if (answer.code === 0) return;
    output = answer.output;
    await rm(folder, { recursive: true, force: true });
    if (!/locale/.test(output)) break;
  }
  throw describeServerOutput(output, layout.base);
}

/** Sets the superuser's password without knowing the old one: the secrets file was lost, the data were not. */
export async function resetSuperuserPassword(
  layout: Layout,
  binaries: Binaries,
  password: string,
): Promise<void> {
  const statement = `alter role ${SUPERUSER} password '${password}'\n`;
  const arguments_ = ['--single', '-D', layout.cluster, 'postgres'];
  const { code, output } = await runToEnd(binaries.postgres, arguments_, layout.runAs, statement);
  if (code !== 0) throw describeServerOutput(output, layout.base);
}

function runToEnd(
  program: string,
  programArguments: string[],
  runAs: SystemUser | undefined,
  input = '',
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, programArguments, {
      ...runAs,
      cwd: '/',
      env: environment(),
      detached: true,
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.once('error', (error) => reject(describeSpawnError(error)));
    child.once('close', (code) => resolve({ code, output }));
  });
}

/** Nothing of the host's environment reaches PostgreSQL: a stray PGDATA or LC_ALL would change what it does. */
export function environment(): NodeJS.ProcessEnv | undefined {
  if (process.platform === 'win32') return undefined;
  return { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } as NodeJS.ProcessEnv;
}

export function describeSpawnError(error: Error): Error {
  if (systemErrorCode(error) !== 'EPERM') return error;
  return new EngineError(
    'engine.cannot_change_user',
    'PostgreSQL does not run as root, and this root may not start a program as another user. ' +
      'Start Kansenplein as an ordinary user.',
    { cause: error },
  );
}

/** True when the file exists. */
export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
