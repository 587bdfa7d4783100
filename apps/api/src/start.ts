// From a configuration to a running API: database, migrations, demo, jobs, and the two ways to call it.
import {
  createIssuers,
  createLive,
  createSearch,
  createVault,
  demoState,
  type FileStore,
  type Router,
} from '@kansenplein/core';
import {
  loadInstallationKey,
  migrate,
  openDatabase,
  resolveDataDir,
  startEngine,
  type Database,
  type Engine,
} from '@kansenplein/db';
import type { HttpBindings } from '@hono/node-server';
import type { TRPCClient } from '@trpc/client';
import { Hono } from 'hono';
import { createHash } from 'node:crypto';
import { pino, type Logger } from 'pino';
import { createApp } from './app.ts';
import type { Request, Services } from './caller.ts';
import { bringUpToDate, fileStoreOf } from './file-store.ts';
import type { Config } from './config.ts';
import { loadDemo } from './demo/load.ts';
import { startJobs } from './jobs.ts';
import { localClientOf } from './local-client.ts';

export { localClientOf };

export interface Api {
  readonly app: Hono<{ Bindings: HttpBindings }>;
  readonly config: Config;
  /** A client in this process, with the same errors and the same wall as over HTTP. */
  localClient(request: Request): TRPCClient<Router>;
  /** Ends the answers that go on for hours, so that a host that stops does not wait for who reads. */
  endStreams(): Promise<void>;
  close(): Promise<void>;
}

let current: Api | null = null;

/** The API of this process; throws when none was started. */
export function currentApi(): Api {
  if (!current) throw new Error('the API of this process has not been started');
  return current;
}

interface Connected {
  readonly engine: Engine | null;
  readonly database: Database;
  /** Null: who serves has no password of the owner, and needs none once everything was set up. */
  readonly ownerUrl: string | null;
}

async function connect(config: Config, files: FileStore, log: Logger): Promise<Connected> {
  if (config.database) {
    const { appUrl, workerUrl, ownerUrl } = config.database;
    if (ownerUrl) await bringUpToDate(ownerUrl, files);
    return { engine: null, database: await openDatabase({ appUrl, workerUrl }), ownerUrl };
  }
  const engine = await startEngine({
    dataDir: resolveDataDir(config.dataDir.clone, config.dataDir.env),
    log: (line) => log.debug(line),
    // Without its database the platform serves nothing; whoever watches the process starts it again.
    onUnexpectedEnd: (error) => {
      log.fatal(error.message);
      process.exit(1);
    },
  });
  try {
    await bringUpToDate(engine.ownerUrl, files);
    const database = await wholeDemo(config, engine, await openDatabase(engine));
    return { engine, database, ownerUrl: engine.ownerUrl };
  } catch (error) {
    await engine.stop();
    throw error;
  }
}

/** A first start that was broken off (Ctrl-C while the examples load) begins anew: nobody has used it yet. */
async function wholeDemo(config: Config, engine: Engine, database: Database): Promise<Database> {
  if (!config.demo || (await demoState(database)) !== 'half') return database;
  await database.close();
  await engine.empty();
  await migrate(engine.ownerUrl);
  return openDatabase(engine);
}

/** Not a secret: a try-out on a database of one's own keeps its factors between starts, and never leaves loopback. */
const demoKey = () => createHash('sha256').update('kansenplein demo').digest();

/** From the environment, or a file beside the embedded database. The configuration asks for one where it is needed. */
async function secretKeys(config: Config, engine: Engine | null): Promise<readonly Buffer[]> {
  if (config.secretKeys) return config.secretKeys;
  return [engine ? await loadInstallationKey(engine.dataDir) : demoKey()];
}

/** Pages without a database: the API lives at `apiUrl`. */
function pagesOnly(config: Config): Api {
  const elsewhere = () => {
    throw new Error('this process serves pages only');
  };
  return {
    app: new Hono<{ Bindings: HttpBindings }>(),
    config,
    localClient: elsewhere,
    endStreams: async () => undefined,
    close: async () => undefined,
  };
}

export async function startApi(config: Config): Promise<Api> {
  if (config.apiUrl) return (current = pagesOnly(config));
  const log = pino({ level: config.logLevel });
  const files = fileStoreOf(config);
  const { engine, database, ownerUrl } = await connect(config, files, log);
  const services: Services = {
    database,
    files,
    search: createSearch(config.meilisearch, (reason) => log.warn({ reason }, 'search engine failed')),
    settings: {
      demo: config.demo,
      origin: config.origin,
      ...(config.figures && { figures: config.figures }),
    },
    vault: createVault(await secretKeys(config, engine)),
    issuers: createIssuers(config.issuers, config.origin),
    live: createLive(database),
  };
  const localClient = localClientOf(services, log);
  const stopDatabase = async () => {
    await services.live.close();
    await database.close();
    await engine?.stop();
  };
  try {
    if (config.demo) await loadDemo(services, ownerUrl, localClient, (line) => console.log(`  ${line}`));
  } catch (error) {
    await stopDatabase();
    throw error;
  }
  const jobs = startJobs(services, config, log);
  current = {
    app: createApp(services, config, log),
    config,
    localClient,
    endStreams: () => services.live.close(),
    async close() {
      await jobs.stop();
      await stopDatabase();
      current = null;
    },
  };
  return current;
}
