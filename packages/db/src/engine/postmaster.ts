// The running server: started in a session of its own (Ctrl-C reaches us, not it), watched by a guard that stops it
// when we disappear without a word, stopped by us when we close.
import { spawn, type ChildProcess } from 'node:child_process';
import { open, readFile, rename, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { describeSpawnError, environment } from './cluster.ts';
import { describeServerOutput, EngineError } from './engine-error.ts';
import { giveToOwnerOfFolder, type Layout } from './layout.ts';
import { pause } from './running-process.ts';

export interface Postmaster {
  stop(): Promise<void>;
}

export interface ServerOptions {
  /** A folder for the Unix socket, or null for loopback TCP (Windows). */
  socketFolder: string | null;
  port: number;
  /** Spares the disk at the cost of safety. */
  isThrowaway: boolean;
}

const SETTINGS: Readonly<Record<string, string>> = {
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  password_encryption: 'scram-sha-256',
  shared_buffers: '64MB',
  effective_cache_size: '512MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_connections: '100',
  max_wal_size: '256MB',
  jit: 'off',
  io_workers: '1',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  log_checkpoints: 'off',
};

/** For tests: the data survive a killed process, but not a power cut. */
const SETTINGS_OF_A_THROWAWAY: Readonly<Record<string, string>> = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
};

/** Starts the server and returns once it takes connections. */
export async function startPostmaster(
  layout: Layout,
  binaries: Binaries,
  options: ServerOptions,
  onUnexpectedEnd: (error: EngineError) => void,
): Promise<Postmaster> {
  const log = await openLog(layout);
  const logStart = (await log.stat()).size;
  const settings = {
    ...SETTINGS,
    ...(options.isThrowaway ? SETTINGS_OF_A_THROWAWAY : {}),
    ...listeningSettings(options),
  };
  const child = spawn(
    binaries.postgres,
    [
      '-D',
      layout.cluster,
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    { ...layout.runAs, cwd: '/', env: environment(), detached: true, stdio: ['ignore', log.fd, log.fd] },
  );
  const ended = new Promise<void>((resolve, reject) => {
    child.once('exit', () => resolve());
    child.once('error', (error) => reject(describeSpawnError(error)));
  });
  const failure = async (): Promise<EngineError> =>
    describeServerOutput((await readFile(layout.log)).subarray(logStart).toString(), layout.base);
  try {
    await waitUntilReady(layout, child, ended, failure);
  } finally {
    await log.close();
  }
  const guard = startGuard(layout, child);
  let stopping = false;
  void ended.then(async () => {
    guard?.kill('SIGKILL');
    if (!stopping) onUnexpectedEnd(unexpectedEnd(await failure()));
  });
  // Neither keeps the platform alive: whoever forgets stop() may still end, and the guard does the rest.
  child.unref();
  return {
    stop: async () => {
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.ref();
      child.kill('SIGINT');
      const impatience = setTimeout(() => child.kill('SIGQUIT'), 30_000);
      await ended;
      clearTimeout(impatience);
    },
  };
}

function listeningSettings({ socketFolder, port }: ServerOptions): Record<string, string> {
  if (socketFolder === null)
    return { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '' };
  return {
    listen_addresses: '',
    port: String(port),
    unix_socket_directories: `"${socketFolder.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
  };
}

async function waitUntilReady(
  layout: Layout,
  child: ChildProcess,
  ended: Promise<void>,
  failure: () => Promise<EngineError>,
): Promise<void> {
  const PATIENCE = 120_000; // Recovery after a crash replays at most max_wal_size.
  const deadline = Date.now() + PATIENCE;
  let over = false;
  const watch = ended.then(() => {
    over = true;
  });
  for (;;) {
    await Promise.race([pause(15), watch]);
    if (over) throw await failure();
    if (await isReady(layout, child.pid)) return;
    if (Date.now() < deadline) continue;
    child.kill('SIGQUIT');
    throw await failure();
  }
}

async function isReady(layout: Layout, pid: number | undefined): Promise<boolean> {
  const text = await readFile(join(layout.cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
}

/**
 * A shell that waits on a pipe from us. The system closes the pipe however we end, kill -9 included; the shell then
 * asks the server to shut down and ends itself.
 */
function startGuard(layout: Layout, server: ChildProcess): ChildProcess | null {
  if (process.platform === 'win32') return null;
  const guard = spawn('/bin/sh', ['-c', 'read -r line; kill -INT "$0"', String(server.pid)], {
    ...layout.runAs,
    cwd: '/',
    env: environment(),
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.on('error', () => undefined);
  guard.stdin.on('error', () => undefined);
  guard.unref();
  if ('unref' in guard.stdin && typeof guard.stdin.unref === 'function') guard.stdin.unref();
  return guard;
}

function unexpectedEnd(reason: EngineError): EngineError {
  if (reason.code === 'engine.disk_full' || reason.code === 'engine.corrupt') return reason;
  return new EngineError('engine.stopped_unexpectedly', `PostgreSQL stopped by itself.\n${reason.message}`);
}

async function openLog(layout: Layout): Promise<FileHandle> {
  const LARGE = 5 * 1024 * 1024;
  const size = await stat(layout.log).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LARGE) await rename(layout.log, `${layout.log}.old`);
  const handle = await open(layout.log, 'a', 0o600);
  await giveToOwnerOfFolder(layout.log, layout.base);
  return handle;
}
