// The embedded PostgreSQL from an empty folder to a database with its roles, in the order that loses nothing:
// lock first, then what an earlier start left behind, then the data.
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import pg from 'pg';
import { prepareBinaries } from './binaries.ts';
import { createCluster, findCluster, resetSuperuserPassword, SUPERUSER } from './cluster.ts';
import { describeFileError, EngineError } from './engine-error.ts';
import { makeSocketFolder, prepareLayout, type Layout } from './layout.ts';
import { takeLock } from './lock.ts';
import { stopOrphan } from './orphan.ts';
import { startPostmaster, type ServerOptions, type Postmaster } from './postmaster.ts';
import { ensureDatabaseRights, ensureRoles } from './roles.ts';
import { pause } from './running-process.ts';
import { loadSecrets, type Secrets } from './secrets.ts';

export const DATABASE = 'kansenplein';
export const OWNER = 'kansenplein_owner';

export interface EngineUrls {
  /** Migrations only. */
  ownerUrl: string;
  appUrl: string;
  workerUrl: string;
  /** For tests and the engine itself; nothing of the platform connects with it. */
  superuserUrl: string;
}

export interface Engine extends EngineUrls {
  dataDir: string;
  /** Throws everything in the database away and makes it anew; its connections must be closed. */
  empty(): Promise<void>;
  /** Ends open connections, writes everything down, gives the folder free. May be called more than once. */
  stop(): Promise<void>;
}

export interface EngineOptions {
  /** As `resolveDataDir` gives it. */
  dataDir: string;
  log: (line: string) => void;
  /** For tests only: quicker, because nothing is forced to the disk. */
  throwaway?: boolean;
  /** The server ended although nobody asked: the host should stop. Without it the reason goes to `log`. */
  onUnexpectedEnd?: (error: EngineError) => void;
}

/** @throws EngineError with a sentence for the operator */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const { dataDir, log } = options;
  const layout = await prepareLayout(dataDir);
  const lock = await takeLock(layout).catch((error: unknown) => {
    throw describeFileError(error, dataDir);
  });
  let postmaster: Postmaster | null = null;
  let socket: Socket | null = null;
  const close = async (): Promise<void> => {
    await postmaster?.stop();
    if (socket?.temporary) await rm(socket.path, { recursive: true, force: true });
    await lock.release();
  };
  try {
    await stopOrphan(layout, log);
    const binaries = await prepareBinaries(layout);
    const isPresent = await findCluster(layout, binaries);
    const { secrets, isNew } = await loadSecrets(layout);
    if (!isPresent) {
      log(`making a new database in ${dataDir}`);
      await createCluster(layout, binaries, secrets.superuser);
    } else if (isNew) {
      log('the passwords of the database were lost: making new ones');
      await resetSuperuserPassword(layout, binaries, secrets.superuser);
    }
    socket = await chooseSocket(layout, options.throwaway ?? false);
    const { server } = socket;
    const unexpected = options.onUnexpectedEnd ?? ((error: EngineError) => log(error.message));
    postmaster = await startPatiently(() => startPostmaster(layout, binaries, server, unexpected));
    const urls = urlsFor(DATABASE, server, secrets);
    await bootstrap(urls, secrets);
    let closing: Promise<void> | null = null;
    return { ...urls, dataDir, empty: () => emptyDatabase(urls, secrets), stop: () => (closing ??= close()) };
  } catch (error) {
    await close();
    throw describeFileError(error, dataDir);
  }
}

/** The processes of a killed server take a moment to notice; PostgreSQL refuses, rightly, until they are gone. */
async function startPatiently(start: () => Promise<Postmaster>): Promise<Postmaster> {
  for (const deadline = Date.now() + 15_000; ; await pause(200)) {
    try {
      return await start();
    } catch (error) {
      const isTemporary =
        error instanceof EngineError && /pre-existing shared memory block/.test(error.message);
      if (!isTemporary || Date.now() > deadline) throw error;
    }
  }
}

interface Socket {
  path: string;
  temporary: boolean;
  server: ServerOptions;
}

async function chooseSocket(layout: Layout, isThrowaway: boolean): Promise<Socket> {
  if (process.platform === 'win32') {
    return {
      path: '',
      temporary: false,
      server: { socketFolder: null, port: await freePort(), isThrowaway },
    };
  }
  const folder = await makeSocketFolder(layout);
  return { ...folder, server: { socketFolder: folder.path, port: 5432, isThrowaway } };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** How each role reaches a database of a server that listens like this. */
export function urlsFor(
  database: string,
  { socketFolder, port }: Pick<ServerOptions, 'socketFolder' | 'port'>,
  secrets: Secrets,
): EngineUrls {
  const host = encodeURIComponent(socketFolder ?? '127.0.0.1');
  const url = (user: string, password: string): string =>
    `postgresql://${user}:${password}@${host}:${port}/${database}`;
  return {
    ownerUrl: url(OWNER, secrets.owner),
    appUrl: url('app', secrets.app),
    workerUrl: url('worker', secrets.worker),
    superuserUrl: url(SUPERUSER, secrets.superuser),
  };
}

/** The same urls for another database of the same server. */
export function urlsOfDatabase(urls: EngineUrls, database: string): EngineUrls {
  const of = (url: string): string => `${url.slice(0, url.lastIndexOf('/'))}/${database}`;
  return {
    ownerUrl: of(urls.ownerUrl),
    appUrl: of(urls.appUrl),
    workerUrl: of(urls.workerUrl),
    superuserUrl: of(urls.superuserUrl),
  };
}

async function emptyDatabase(urls: EngineUrls, secrets: Secrets): Promise<void> {
  const client = new pg.Client({ connectionString: urlsOfDatabase(urls, 'postgres').superuserUrl });
  await client.connect();
  try {
    await client.query(`drop database ${client.escapeIdentifier(DATABASE)}`);
  } finally {
    await client.end();
  }
  await bootstrap(urls, secrets);
}

/** Roles and the database itself. Repeated at every start, so that a broken-off first start mends itself. */
async function bootstrap(urls: EngineUrls, secrets: Secrets): Promise<void> {
  const client = new pg.Client({ connectionString: urlsOfDatabase(urls, 'postgres').superuserUrl });
  await client.connect();
  try {
    await ensureRoles(client, OWNER, secrets);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE} owner ${OWNER}`);
    await ensureDatabaseRights(client, DATABASE);
  } finally {
    await client.end();
  }
}
