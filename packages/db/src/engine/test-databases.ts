// For tests only: a database of one's own, cheaply, from a template that was migrated once.
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { ensureDatabaseRights } from './roles.ts';
import { OWNER, urlsOfDatabase, type EngineUrls } from './start-engine.ts';

export interface TestDatabase extends EngineUrls {
  drop(): Promise<void>;
}

/**
 * Makes a database owned by the ordinary owner. The template is an existing database without open connections, or
 * null for an empty one. `urls` are those of the engine, or the same as plain data handed to another process.
 */
export async function createDatabaseFrom(
  urls: EngineUrls,
  template: string | null,
  name: string,
): Promise<TestDatabase> {
  await asSuperuser(urls, async (client) => {
    const from = template === null ? 'template1' : client.escapeIdentifier(template);
    const made = client.escapeIdentifier(name);
    await client.query(`create database ${made} owner ${OWNER} template ${from}`);
    await ensureDatabaseRights(client, name);
  });
  return { ...urlsOfDatabase(urls, encodeURIComponent(name)), drop: () => dropDatabase(urls, name) };
}

/** A pool that was ended still says goodbye; cut off meanwhile, it would complain where nobody listens. */
async function untilLeft(client: pg.Client, name: string): Promise<void> {
  for (let times = 0; times < 20; times++) {
    const { rowCount } = await client.query('select from pg_stat_activity where datname = $1', [name]);
    if (rowCount === 0) return;
    await setTimeout(25);
  }
}

/** Waits half a second for who is leaving; whoever stays connected is cut off. */
export async function dropDatabase(urls: EngineUrls, name: string): Promise<void> {
  await asSuperuser(urls, async (client) => {
    await untilLeft(client, name);
    await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
  });
}

async function asSuperuser(urls: EngineUrls, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: urlsOfDatabase(urls, 'postgres').superuserUrl });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
