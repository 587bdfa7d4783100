// One process that serves either our API or the bare handlers, in the same shape: one HTTP server, a pool of eight.
// Started by the bench: node host.ts '{"kind": "ours", …}'
import { getRequestListener } from '@hono/node-server';
import { readConfig } from '@kansenplein/api';
import {
  createFileStore,
  createIssuers,
  createLive,
  createPostgresSearch,
  createVault,
} from '@kansenplein/core';
import { openDatabase } from '@kansenplein/db';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createApp } from '../../apps/api/src/app.ts';
import { createBareApp } from './bare.ts';

export interface HostOptions {
  readonly kind: 'ours' | 'bare';
  readonly appUrl: string;
  readonly workerUrl: string;
  /** How many counts the search keeps; 0: none, every request counts again. Left out: as in production. */
  readonly mostCounts?: number;
}

export const poolSize = 8;

type Fetch = Parameters<typeof getRequestListener>[0];

async function ours({ appUrl, workerUrl, mostCounts }: HostOptions): Promise<Fetch> {
  const database = await openDatabase({ appUrl, workerUrl, poolSize });
  const origin = 'http://localhost:3000';
  const config = readConfig({
    DEMO: '0',
    ORIGIN: origin,
    SMTP_URL: 'smtp://127.0.0.1:1',
    MAIL_FROM: 'plein@kansenplein.example',
  });
  const search = createPostgresSearch(mostCounts === undefined ? {} : { mostCounts });
  const log = { error: (what: unknown) => console.error(what) } as unknown as Parameters<typeof createApp>[2];
  const vault = createVault([Buffer.alloc(32)]);
  const issuers = createIssuers([], origin);
  const files = createFileStore({ kind: 'disk', folder: join(tmpdir(), 'kansenplein-load-files') });
  const app = createApp(
    {
      database,
      files,
      search,
      settings: { demo: false, origin },
      vault,
      issuers,
      live: createLive(database),
    },
    config,
    log,
  );
  return app.fetch as Fetch;
}

function bare({ appUrl }: HostOptions): Fetch {
  const pool = new pg.Pool({
    connectionString: appUrl,
    max: poolSize,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 30_000,
  });
  return createBareApp(pool).fetch as Fetch;
}

if (import.meta.main) {
  const options = JSON.parse(process.argv[2] ?? '{}') as HostOptions;
  const server = createServer(
    getRequestListener(options.kind === 'ours' ? await ours(options) : bare(options)),
  );
  server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
  process.once('SIGTERM', () => process.exit(0));
  process.once('disconnect', () => process.exit(0));
}
