// Processes of the bench: started with an environment of their own, asked how they are, and stopped.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { HostOptions } from './host.ts';

export const root = join(import.meta.dirname, '../..');
const trips = join(import.meta.dirname, 'trips.ts');

/** What a host has used since it started. */
export interface Spent {
  /** Messages sent to PostgreSQL. */
  readonly trips: number;
  /** Of the processor. */
  readonly milliseconds: number;
}

export interface Running {
  readonly pid: number;
  readonly origin: string;
  spent(): Promise<Spent>;
  stop(): Promise<void>;
}

/** Nothing of the caller's environment but the way to system commands, so that a run does not depend on it. */
const surroundings = (more: Record<string, string>): NodeJS.ProcessEnv => ({
  PATH: '/usr/bin:/bin',
  NODE_ENV: 'production',
  ...more,
});

/** Rejects when the process ends before it says what is waited for. */
async function messageOf<T>(child: ChildProcess, isIt: (message: unknown) => message is T): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('the process ended without an answer'));
    const listen = (message: unknown) => {
      if (!isIt(message)) return;
      child.off('message', listen);
      child.off('exit', ended);
      resolve(message);
    };
    child.on('message', listen);
    child.once('exit', ended);
  });
}

const has =
  <Key extends string>(...keys: Key[]) =>
  (message: unknown): message is Record<Key, number> =>
    typeof message === 'object' && message !== null && keys.every((key) => key in message);

function running(child: ChildProcess, origin: string): Running {
  const { pid } = child;
  if (pid === undefined) throw new Error('the process could not be started');
  return {
    pid,
    origin,
    spent() {
      const answer = messageOf(child, has('trips', 'milliseconds'));
      child.send('spent');
      return answer;
    },
    async stop() {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const patience = setTimeout(() => child.kill('SIGKILL'), 15_000);
      await ended;
      clearTimeout(patience);
    },
  };
}

/** Our API or the bare handlers in a process of their own. */
export async function startHost(options: HostOptions, nodeOptions: readonly string[] = []): Promise<Running> {
  const child = spawn(
    process.execPath,
    [...nodeOptions, '--import', trips, join(import.meta.dirname, 'host.ts'), JSON.stringify(options)],
    { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], env: surroundings({}) },
  );
  const { port } = await messageOf(child, has('port'));
  return running(child, `http://127.0.0.1:${port}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

export interface Site extends Running {
  /** From starting the process to the first page that was answered with 200. */
  readonly secondsToFirstPage: number;
}

/** The whole platform as `npm start` runs it once it is built. */
export async function startSite(environment: Record<string, string>): Promise<Site> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', trips, join(root, 'apps/web/server.ts')], {
    cwd: join(root, 'apps/web'),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: surroundings({ PORT: String(port), ORIGIN: origin, LOG_LEVEL: 'warn', ...environment }),
  });
  const site = running(child, origin);
  for (
    const deadline = started + 300_000;
    performance.now() < deadline && child.exitCode === null;
    await pause(10)
  ) {
    const status = await fetch(origin).then(
      async (response) => response.text().then(() => response.status),
      () => 0,
    );
    if (status === 200) return { ...site, secondsToFirstPage: (performance.now() - started) / 1000 };
  }
  await site.stop();
  throw new Error('the site did not answer its first page');
}

const megabytesIn = (file: string, field: string) =>
  readFile(file, 'utf8').then(
    (text) => Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? Number.NaN) / 1024,
    () => Number.NaN,
  );

/** Resident memory of one process in MB; NaN where the system does not tell (only Linux does). */
export const residentMegabytes = (pid: number) => megabytesIn(`/proc/${pid}/status`, 'VmRSS');

/** Processes started by this one, and by those, as the numbers after their names in /proc (see proc_pid_stat(5)). */
async function processesBelow(pid: number): Promise<{ pid: number; name: string; numbers: number[] }[]> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const all = await Promise.all(
    pids.map(async (each) => {
      const stat = await readFile(`/proc/${each}/stat`, 'utf8').catch(() => '');
      const end = stat.lastIndexOf(')');
      const numbers = stat
        .slice(end + 4)
        .split(' ')
        .map(Number);
      return { pid: Number(each), name: stat.slice(stat.indexOf('(') + 1, end), numbers };
    }),
  );
  const parents = new Map(all.map(({ pid: each, numbers }) => [each, numbers[0]]));
  const isBelow = (one: number): boolean => {
    const parent = parents.get(one);
    return parent !== undefined && (parent === pid || isBelow(parent));
  };
  return all.filter((each) => isBelow(each.pid));
}

/** Memory of all processes below this one in MB, shared pages divided among those that share them. */
export async function megabytesBelow(pid: number): Promise<number> {
  const below = await processesBelow(pid);
  const sizes = await Promise.all(below.map((each) => megabytesIn(`/proc/${each.pid}/smaps_rollup`, 'Pss')));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Milliseconds of the processor that the PostgreSQL of this process has used, in steps of ten; 0 where nobody tells. */
export async function databaseMilliseconds(): Promise<number> {
  const servers = (await processesBelow(process.pid)).filter(({ name }) => name.startsWith('postgres'));
  // Fields 14 to 17: own and of children that ended (connections the pool closed), in hundredths of a second.
  const hundredths = servers.map(({ numbers }) => numbers.slice(10, 14).reduce((sum, each) => sum + each, 0));
  return hundredths.reduce((sum, each) => sum + each, 0) * 10;
}

/** Runs a script to its end; gives the seconds it took and its exit code. */
export async function runToEnd(
  script: string,
  parameters: readonly string[],
): Promise<{ seconds: number; code: number }> {
  const started = performance.now();
  const child = spawn(process.execPath, [join(root, script), ...parameters], {
    stdio: 'ignore',
    env: surroundings({}),
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return { seconds: (performance.now() - started) / 1000, code: code ?? 1 };
}
