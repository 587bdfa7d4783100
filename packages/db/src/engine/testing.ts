// What the engine's tests share: folders that go away again, and an engine held by another process.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { pause } from './running-process.ts';

export const isRoot = process.getuid?.() === 0;
export const isLinux = process.platform === 'linux';

/** A new folder that every user may enter, and its removal. */
export async function makeFolder(
  prefix = 'engine-test-',
): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), prefix));
  await chmod(path, 0o755);
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

export interface HolderAnswer {
  ready?: boolean;
  stopped?: boolean;
  appUrl?: string;
  superuserUrl?: string;
  code?: string;
  sentence?: string;
}

export interface Holder {
  process: ChildProcess;
  /** What it said after starting. */
  answer: HolderAnswer;
  ended: Promise<void>;
}

/** Starts the engine in a process of its own, as another user where asked (root only). */
export async function holdEngine(dataDir: string, user?: { uid: number; gid: number }): Promise<Holder> {
  const script = fileURLToPath(new URL('./engine-holder.ts', import.meta.url));
  const child = spawn(process.execPath, [script, dataDir], {
    ...user,
    cwd: '/',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: '/usr/bin:/bin', HOME: tmpdir() } as NodeJS.ProcessEnv,
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const lines = createInterface({ input: child.stdout });
  const answer = await new Promise<HolderAnswer>((resolve, reject) => {
    lines.once('line', (line) => resolve(JSON.parse(line) as HolderAnswer));
    void ended.then(() => reject(new Error('the holder ended without a word')));
  });
  return { process: child, answer, ended };
}

export async function query<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

/** The server's process number, as PostgreSQL wrote it down. */
export async function serverOf(dataDir: string): Promise<number> {
  return Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

/** The process numbers of the children of a process (Linux). */
export async function childrenOf(pid: number): Promise<{ pid: number; name: string }[]> {
  const numbers = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    numbers.map(async (number) => {
      const stat = await readFile(`/proc/${number}/stat`, 'utf8').catch(() => '');
      const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      return { pid: Number(number), name, parent };
    }),
  );
  return found.filter((each) => each.parent === pid);
}

/** Waits until a condition holds; false when it does not come true in time. */
export async function becomesTrue(
  condition: () => boolean | Promise<boolean>,
  patience = 10_000,
): Promise<boolean> {
  for (const deadline = Date.now() + patience; Date.now() < deadline; await pause(25)) {
    if (await condition()) return true;
  }
  return false;
}

/** 'daemon': a user with a name, on every Unix. */
export const namedUser = { uid: 1, gid: 1 };

export const ordinaryUser = { uid: 65534, gid: 65534 };

/** The clone must be readable for the ordinary user that a test plays. */
export const cloneIsReadableForOthers =
  existsSync('/proc/self') && !import.meta.url.startsWith('file:///root/');
