// The conformance suite on PostgreSQL, with the real migrations, and what only this adapter must keep.
import { createPostgresSearch, type Query, type SearchPage } from '@kansenplein/search';
import { conformance } from '@kansenplein/search/conformance';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stopWords } from '../../packages/search/src/dutch/stop-words.ts';
import { document, everything } from '../../packages/search/src/conformance/adapter-under-test.ts';
import { makeDatabase } from '../support/platform.ts';
import { postgresUnderTest } from './postgres-under-test.ts';

conformance('PostgreSQL', async () => {
  const database = await makeDatabase();
  const adapter = await postgresUnderTest(database);
  return { ...adapter, close: () => adapter.close().then(() => database.drop()) };
});

describe('the read model in PostgreSQL', () => {
  let database: Awaited<ReturnType<typeof makeDatabase>>;
  let adapter: Awaited<ReturnType<typeof postgresUnderTest>>;
  let owner: pg.Client;
  let app: pg.Client;

  beforeAll(async () => {
    database = await makeDatabase();
    adapter = await postgresUnderTest(database);
    owner = new pg.Client({ connectionString: database.ownerUrl });
    app = new pg.Client({ connectionString: database.appUrl });
    await Promise.all([owner.connect(), app.connect()]);
  });
  afterAll(async () => {
    await Promise.all([owner.end(), app.end(), adapter.close()]);
    await database.drop();
  });

  it('has no table that role app may read or write', async () => {
    for (const table of [
      'search_document',
      'search_text',
      'search_vector',
      'search_word',
      'search_value',
      'search_bitmap',
      'search_change',
    ]) {
      await expect(app.query(`select from ${table}`)).rejects.toThrow(/permission denied/);
    }
  });

  it.each([
    "wall.search_put('x', gen_random_uuid(), 1, 'gm0001', 'a', 't', 'h', 'r', '{}', '{}', now())",
    "wall.search_remove('x', gen_random_uuid())",
    "wall.search_move('x', gen_random_uuid(), 1)",
    "wall.search_matching('whole', 'verzuim')",
    "wall.search_touch('{1}')",
    "wall.search_put_all('[]')",
    'wall.search_compact()',
    'wall.search_pack(1)',
    "wall.search_rebuild('interventions')",
    'wall.search_sweep()',
    "wall.search_sweep_words('')",
  ])('role app may not call %s', async (call) => {
    await expect(app.query(`select ${call}`)).rejects.toThrow(/permission denied/);
  });

  it('its small words are those of the query module', async () => {
    const words = [...stopWords, 'verzuim', 'gemeente'];
    const { rows } = await app.query<{ w: string }>(
      `select w from unnest($1::text[]) as u(w) where to_tsvector('public.simple_unaccent', w) = ''`,
      [words],
    );
    expect(rows.map((row) => row.w)).toEqual([...stopWords]);
  });

  it('raises the generation of an audience once a transaction, and only of audiences touched', async () => {
    const generations = async () => {
      await owner.query('set role wall');
      const { rows } = await owner.query<{ scopes: string; generation: string }>(
        'select scopes[1] as scopes, generation from audience where cardinality(scopes) = 1',
      );
      return Object.fromEntries(rows.map((row) => [row.scopes, Number(row.generation)]));
    };
    await adapter.fill([document({ scopes: ['public'] }), document({ scopes: ['alliance'] })]);
    const before = await generations();
    await owner.query('begin');
    for (const title of ['Een', 'Twee', 'Drie']) {
      await owner.query(
        `select wall.search_put('intervention', gen_random_uuid(), wall.audience_of('{public}'), 'gm0001', 'a', $1, '', '',
           '{}', '{}', now())`,
        [title],
      );
    }
    await owner.query('commit');
    const after = await generations();
    expect(after['public']).toBe((before['public'] ?? 0) + 1);
    expect(after['alliance']).toBe(before['alliance']);
  });

  it('keeps no counts from a transaction that may write', async () => {
    const engine = createPostgresSearch();
    const within = async (begin: string): Promise<SearchPage> => {
      await app.query(begin);
      await app.query(`select set_config('app.scopes', '{public}', true)`);
      const query: Query = async <Row>(sql: string, params: unknown[]) =>
        (await app.query(sql, params)).rows as Row[];
      const page = await engine.within(query).search(everything);
      await app.query('rollback');
      return page;
    };
    await adapter.fill([document({})]);
    expect((await within('begin')).total).toBe(1);
    // A document that appears without a new generation shows whether counts were kept.
    await owner.query('set role wall');
    await owner.query("insert into search_value (dimension, value, bit) values ('kind', 'ander', 99)");
    await owner.query('update search_document set kind = 99');
    expect((await within('begin')).facets.kinds).toEqual({ ander: 1 });
    expect((await within('begin isolation level repeatable read read only')).facets.kinds).toEqual({
      ander: 1,
    });
    await owner.query('delete from search_document');
    expect((await within('begin isolation level repeatable read read only')).total).toBe(1);
    expect((await within('begin')).total).toBe(0);
  });

  it('total, counts and documents agree for every reader while others publish, move and withdraw', async () => {
    const documents = Array.from({ length: 30 }, (_, index) =>
      document({
        scopes: index % 3 === 0 ? ['public'] : index % 3 === 1 ? ['alliance'] : ['municipality:gm0042'],
        themes: ['taal'],
      }),
    );
    await adapter.fill(documents);
    const readers = [['public'], ['public', 'alliance'], ['public', 'alliance', 'municipality:gm0042']];
    let publishing = true;
    await owner.query('set role wall');
    let asked = 0;
    const publish = async () => {
      // Until everybody has read often enough while it went on, however busy the machine is.
      for (let round = 0; round < 60 || asked < 30; round++) {
        const one = documents[(round * 7) % documents.length];
        if (!one) continue;
        if (round % 3 === 0) await adapter.remove(one);
        else if (round % 3 === 1) await adapter.put(one);
        else await adapter.move(one, round % 2 ? ['public'] : ['alliance']);
        // Now and then what changed is packed into bitmaps, whatever is under way.
        if (round % 5 === 0) await owner.query('select wall.search_compact(1, 1)');
      }
      publishing = false;
    };
    const read = async (scopes: string[]) => {
      while (publishing) {
        const page = await adapter.as(scopes).search({ ...everything, limit: 100 });
        expect(page.hits).toHaveLength(page.total);
        expect(page.facets.themes['taal'] ?? 0).toBe(page.total);
        asked += 1;
      }
    };
    await Promise.all([publish(), ...readers.map(read)]);
    expect(asked).toBeGreaterThanOrEqual(30);
  });
});
