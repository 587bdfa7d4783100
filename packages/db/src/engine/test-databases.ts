// For tests only: a database of one's own, cheaply, from a template that was migrated once.
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

export async function dropDatabase(urls: EngineUrls, name: string): Promise<void> {
  await asSuperuser(urls, async (client) => {
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
