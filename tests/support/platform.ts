// One platform per test file: a database of its own, the host on a loopback port, and clients through both doors.
import {
  createFileStore,
  createIssuers,
  createLive,
  createSearch,
  createVault,
  type IssuerSettings,
  type FileStore,
  type MeilisearchSettings,
  type Router,
} from '@kansenplein/core';
import {
  createDatabaseFrom,
  openDatabase,
  type Database,
  type EngineUrls,
  type TestDatabase,
} from '@kansenplein/db';
import { readConfig, type Config } from '@kansenplein/api';
import { getRequestListener } from '@hono/node-server';
import { createTRPCClient, httpBatchLink, type TRPCClient } from '@trpc/client';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { createApp } from '../../apps/api/src/app.ts';
import { localClientOf } from '../../apps/api/src/start.ts';
import { copyOf, start } from './prepared.ts';

export type Client = TRPCClient<Router>;
export type Log = Parameters<typeof createApp>[2];

/** The two ways to the same procedures: in this process, and over the wire. */
export const doors = ['local', 'http'] as const;
export type Door = (typeof doors)[number];

export interface Platform {
  readonly urls: EngineUrls;
  readonly database: Database;
  /** Where the bytes of files stand: a folder of this platform alone. */
  readonly files: FileStore;
  readonly filesFolder: string;
  readonly search: ReturnType<typeof createSearch>;
  readonly config: Config;
  /** Where the host listens, also its public origin. */
  readonly origin: string;
  /** What the host could not answer and wrote down; a test that makes none expects this to be empty. */
  readonly internalErrors: unknown[];
  readonly log: Log;
  /** Holds the key of this installation. */
  readonly vault: ReturnType<typeof createVault>;
  /** A client with a cookie's secret, or as a visitor. `address` is where it seems to come from (local door only). */
  client(door: Door, secret: string | null, address?: string): Client;
  close(): Promise<void>;
}

export interface PlatformOptions {
  readonly demo?: boolean;
  readonly poolSize?: number;
  /** A database that was filled before; left out: a new one. */
  readonly on?: TestDatabase;
  /** Where the bytes of its files stand, when they were there before. */
  readonly filesFolder?: string;
  /** Another store than a folder. */
  readonly files?: FileStore;
  /** Of the installation, newest first. */
  readonly keys?: readonly Buffer[];
  readonly issuers?: readonly IssuerSettings[];
  /** How long an issuer may take to answer. */
  readonly issuerSeconds?: number;
  /** A search engine that follows; left out: PostgreSQL finds. */
  readonly meilisearch?: MeilisearchSettings;
}

/** What the clients of tests call themselves. */
const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

/** A database without so much as a table. */
export const makeEmptyDatabase = () =>
  createDatabaseFrom(inject('engine'), null, `empty_${randomBytes(6).toString('hex')}`);

/** A database nobody else uses, with every migration applied and nothing in it. */
export const makeDatabase = () => copyOf(start().template);

const cookieOf = (secret: string | null): Record<string, string> =>
  secret === null ? {} : { cookie: `kansenplein=${secret}` };

export async function startPlatform({
  demo = true,
  poolSize = 8,
  on,
  filesFolder = mkdtempSync(join(tmpdir(), 'kansenplein-files-')),
  files = createFileStore({ kind: 'disk', folder: filesFolder }),
  keys = [randomBytes(32)],
  issuers = [],
  issuerSeconds = 8,
  meilisearch,
}: PlatformOptions = {}): Promise<Platform> {
  const urls = on ?? (await makeDatabase());
  const database = await openDatabase({ ...urls, poolSize });
  const internalErrors: unknown[] = [];
  // The host writes down what goes wrong; here it is kept, so that no error goes unnoticed.
  const log = {
    error: (what: { err?: unknown }) => void internalErrors.push(what.err),
    info: () => undefined,
  } as unknown as Log;

  const server = createServer((request, response) => void listener(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const config = readConfig({
    DEMO: demo ? '1' : '0',
    PORT: String(port),
    ORIGIN: origin,
    SMTP_URL: 'smtp://127.0.0.1:1',
    MAIL_FROM: 'plein@kansenplein.example',
    LOG_LEVEL: 'silent',
  });
  const vault = createVault(keys);
  const services = {
    database,
    files,
    search: createSearch(meilisearch ?? null),
    settings: { demo, origin },
    vault,
    issuers: createIssuers(issuers, origin, issuerSeconds),
    live: createLive(database),
  };
  const listener = getRequestListener(createApp(services, config, log).fetch);
  const localClient = localClientOf(services, log);

  return {
    urls,
    database,
    files,
    filesFolder,
    search: services.search,
    config,
    origin,
    internalErrors,
    log,
    vault,
    client: (door, secret, address = '127.0.0.1') =>
      door === 'local'
        ? localClient({ secret, origin: address, browser })
        : createTRPCClient<Router>({
            links: [
              httpBatchLink({
                url: `${origin}/trpc`,
                headers: { ...cookieOf(secret), 'user-agent': browser },
              }),
            ],
          }),
    async close() {
      await services.live.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      // A test may have closed it already.
      await database.close().catch(() => undefined);
      await urls.drop();
      rmSync(filesFolder, { recursive: true, force: true });
    },
  };
}
