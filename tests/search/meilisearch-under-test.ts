/** The Meilisearch adapter as the conformance suite wants it: published in PostgreSQL, followed by the relay, asked alone. */
import { createFollower, followSearch, type MeilisearchSettings } from '@kansenplein/core';
import { openDatabase, type Database } from '@kansenplein/db';
import type { Query, SearchPort } from '@kansenplein/search';
import type { AdapterUnderTest } from '@kansenplein/search/conformance';
import pg from 'pg';
import { createMeilisearch } from '../../packages/search/src/meilisearch/adapter.ts';
import { postgresUnderTest, type Urls } from './postgres-under-test.ts';

/** Rounds of the relay until nothing waits. */
export async function drain(database: Database, follower: ReturnType<typeof createFollower>): Promise<void> {
  while (await followSearch(database, follower));
}

/** Asks as an actor with these scopes, through whatever `within` makes of a transaction. */
export function askingAs(app: pg.Pool, within: (query: Query) => SearchPort, scopes: string[]): SearchPort {
  const asked = async <T>(work: (port: SearchPort) => Promise<T>): Promise<T> => {
    const client = await app.connect();
    try {
      await client.query('begin isolation level repeatable read read only');
      await client.query("select set_config('app.scopes', $1, true)", [
        `{${scopes.map((scope) => `"${scope}"`).join(',')}}`,
      ]);
      const query: Query = async <Row>(sql: string, params: unknown[]) =>
        (await client.query(sql, params)).rows as Row[];
      return await work(within(query));
    } finally {
      await client.query('rollback');
      client.release();
    }
  };
  return {
    search: (query) => asked((port) => port.search(query)),
    suggest: (prefix, limit) => asked((port) => port.suggest(prefix, limit)),
  };
}

export async function meilisearchUnderTest(
  urls: Urls & { workerUrl: string },
  settings: MeilisearchSettings,
): Promise<AdapterUnderTest> {
  const writing = await postgresUnderTest(urls);
  const database = await openDatabase({ appUrl: urls.appUrl, workerUrl: urls.workerUrl, poolSize: 2 });
  const app = new pg.Pool({ connectionString: urls.appUrl, max: 2 });
  const follower = createFollower(settings);
  const engine = createMeilisearch(settings);
  const sent = () => drain(database, follower);
  await sent();
  return {
    fill: (documents) => writing.fill(documents).then(sent),
    put: (one) => writing.put(one).then(sent),
    remove: (one) => writing.remove(one).then(sent),
    move: (one, scopes) => writing.move(one, scopes).then(sent),
    as: (scopes) => askingAs(app, (query) => engine.within(query), scopes),
    async close() {
      await Promise.all([writing.close(), app.end(), database.close()]);
    },
  };
}
