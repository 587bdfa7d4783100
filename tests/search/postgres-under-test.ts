/** The PostgreSQL adapter as the conformance suite wants it: writing as the wall's functions, reading as role app. */
import { createPostgresSearch, type Query, type SearchPort } from '@kansenplein/search';
import type { AdapterUnderTest, TestDocument } from '@kansenplein/search/conformance';
import pg from 'pg';

export interface Urls {
  ownerUrl: string;
  appUrl: string;
}

/** `ownerUrl` must belong to somebody who may act as role wall, which publishing triggers do. */
export async function postgresUnderTest(urls: Urls): Promise<AdapterUnderTest> {
  const owner = new pg.Client({ connectionString: urls.ownerUrl });
  await owner.connect();
  await owner.query('set role wall');
  const app = new pg.Pool({ connectionString: urls.appUrl, max: 2 });
  const engine = createPostgresSearch();

  const audienceOf = async (scopes: string[]): Promise<number> => {
    const { rows } = await owner.query<{ id: number }>('select wall.audience_of($1) as id', [scopes]);
    return rows[0]?.id ?? 0;
  };
  const put = async (one: TestDocument): Promise<void> => {
    await owner.query('select wall.search_put($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)', [
      one.kind,
      one.id,
      await audienceOf(one.scopes),
      one.municipality,
      one.address,
      one.title,
      one.head,
      one.rest,
      one.themes,
      one.phases,
      one.at,
      one.course ?? '',
    ]);
  };

  return {
    async fill(documents) {
      await owner.query('update audience set generation = generation + 1');
      await owner.query('delete from search_document');
      await owner.query('delete from search_bitmap');
      await owner.query('delete from search_change');
      await owner.query('delete from search_word');
      for (const one of documents) await put(one);
    },
    put,
    async remove(one) {
      await owner.query('select wall.search_remove($1, $2)', [one.kind, one.id]);
    },
    async move(one, scopes) {
      await owner.query('select wall.search_move($1, $2, $3)', [one.kind, one.id, await audienceOf(scopes)]);
    },
    as(scopes): SearchPort {
      const within = async <T>(work: (port: SearchPort) => Promise<T>): Promise<T> => {
        const client = await app.connect();
        try {
          await client.query('begin isolation level repeatable read read only');
          await client.query("select set_config('app.scopes', $1, true)", [
            `{${scopes.map((scope) => `"${scope}"`).join(',')}}`,
          ]);
          const query: Query = async <Row>(sql: string, params: unknown[]) =>
            (await client.query(sql, params)).rows as Row[];
          return await work(engine.within(query));
        } finally {
          await client.query('rollback');
          client.release();
        }
      };
      return {
        search: (query) => within((port) => port.search(query)),
        suggest: (prefix, limit) => within((port) => port.suggest(prefix, limit)),
      };
    },
    async close() {
      await owner.end();
      await app.end();
    },
  };
}
