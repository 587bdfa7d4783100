// Which engine answers, and that nothing gets past who may see what: no scopes, scopes that differ in case, hostile
// filters, an engine that is away, slow, lying or behind. The engine is a stand-in written from the documentation.
import { createFollower, type Follower } from '@kansenplein/core';
import { openDatabase, type Database } from '@kansenplein/db';
import { createSearch, type Search, type SearchQuery } from '@kansenplein/search';
import type { AdapterUnderTest } from '@kansenplein/search/conformance';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { document, everything } from '../../packages/search/src/conformance/adapter-under-test.ts';
import { checkedScopes } from '../../packages/search/src/meilisearch/documents.ts';
import { createTokens, visibleTo } from '../../packages/search/src/meilisearch/tokens.ts';
import { startMeilisearchServer, type MeilisearchServer } from '../support/meilisearch-server.ts';
import { makeDatabase } from '../support/platform.ts';
import { askingAs, drain } from './meilisearch-under-test.ts';
import { postgresUnderTest } from './postgres-under-test.ts';

let urls: Awaited<ReturnType<typeof makeDatabase>>;
let writing: AdapterUnderTest;
let database: Database;
let app: pg.Pool;
let server: MeilisearchServer;
let follower: Follower;
let search: Search;
let failures: string[];

beforeAll(async () => {
  urls = await makeDatabase();
  writing = await postgresUnderTest(urls);
  database = await openDatabase({ ...urls, poolSize: 2 });
  app = new pg.Pool({ connectionString: urls.appUrl, max: 4 });
});
afterAll(async () => {
  await Promise.all([writing.close(), database.close(), app.end()]);
  await urls.drop();
});

const open = document({ address: 'open', title: 'Zeilen voor iedereen', themes: ['sport'] });
const secret = document({
  address: 'geheim',
  title: 'Zeilen bij ons',
  scopes: ['municipality:gm0100'],
  municipality: 'gm0100',
  themes: ['zeilen'],
});

beforeEach(async () => {
  server = await startMeilisearchServer();
  follower = createFollower(server.settings);
  failures = [];
  search = createSearch(server.settings, (reason) => failures.push(reason));
  await writing.fill([open, secret]);
  await drain(database, follower);
  return () => server.close();
});

const as = (...scopes: string[]) => askingAs(app, (query) => search.within(query), scopes);
const ask = (scopes: string[], query: Partial<SearchQuery>) =>
  as(...scopes).search({ ...everything, ...query });
const asked = () => server.requests.filter(({ what }) => what === 'POST /multi-search').length;
const addresses = async (scopes: string[], query: Partial<SearchQuery>) =>
  (await ask(scopes, query)).hits.map(({ address }) => address);

describe('who may see what (on a stand-in; no real Meilisearch was tried)', () => {
  it('is asked of the engine with a token of five minutes that names exactly the scopes of the actor', async () => {
    expect(await addresses(['public', 'municipality:gm0042'], { text: 'zeilen' })).toEqual(['open']);
    expect(asked()).toBe(1);
    const token = server.requests.at(-1)?.credential ?? '';
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
      exp: number;
      searchRules: unknown;
    };
    expect(claims.searchRules).toEqual({
      items: { filter: 'visible_to IN ["municipality:gm0042", "public"]' },
    });
    expect(claims.exp - Date.now() / 1000).toBeLessThanOrEqual(300);
    expect(token).not.toContain(server.settings.searchKey);
    expect(server.refused.filter((what) => what.includes('search'))).toEqual([]);
  });

  it('an engine that looks at no token is still told who may see what', async () => {
    server.unprotected = true;
    expect(await ask(['public'], { text: 'zeilen' })).toMatchObject({
      total: 1,
      facets: { themes: { sport: 1 } },
    });
    expect(await addresses(['public'], {})).toEqual(['open']);
    expect(await as('public').suggest('zeil', 10)).toHaveLength(2);
    expect(asked()).toBe(3);
  });

  it('without any scope the engine is not even asked', async () => {
    expect(await ask([], { text: 'zeilen' })).toMatchObject({ hits: [], total: 0, facets: { themes: {} } });
    expect(await as().suggest('zeil', 10)).toEqual([]);
    expect(asked()).toBe(0);
    expect(() => visibleTo([])).toThrow('without scopes');
  });

  it.each([
    'Public',
    'municipality:GM0100',
    'public"] OR kind IN ["intervention',
    'a b',
    '',
    'x'.repeat(101),
    'é',
  ])('a scope like %j is asked nothing with, and makes no token', async (scope) => {
    await expect(createTokens(server.settings)([scope])).rejects.toThrow('lowercase and plain');
    expect(() => checkedScopes(['public', scope])).toThrow('lowercase and plain');
  });

  it('scopes that differ in case open nothing', async () => {
    const before = asked();
    const page = await ask(['MUNICIPALITY:GM0100', 'municipality:gm0042'], { text: 'zeilen' });
    // The engine would compare in lower case; it is not asked, and PostgreSQL compares as it is.
    expect(page.hits).toEqual([]);
    expect(asked()).toBe(before);
  });

  it.each([
    '"] OR visible_to IN ["municipality:gm0100',
    'zeilen"] OR key != "x',
    "zeilen' OR 1 = 1",
    'sport\\"',
    '\u0000',
  ])('a filter like %j finds nothing and leaves the question as it is', async (value) => {
    for (const dimension of ['themes', 'phases', 'kinds', 'municipalities'] as const) {
      const page = await ask(['public'], { [dimension]: [value] });
      expect(page).toMatchObject({ hits: [], total: 0 });
      expect(JSON.stringify(page.facets)).not.toContain('gm0100');
    }
    expect(failures).toEqual([]);
  });

  it('a token is kept for who carries the same scopes, and made anew before it ends', async () => {
    const tokens = createTokens(server.settings);
    const now = Date.now();
    const first = await tokens(['public', 'alliance'], now);
    expect(await tokens(['alliance', 'public'], now + 200_000)).toBe(first);
    expect(await tokens(['public', 'alliance'], now + 250_000)).not.toBe(first);
    expect(await tokens(['public'], now)).not.toBe(first);
  });

  it('withdrawn: the next question does not find or count it, although the engine knows nothing yet', async () => {
    await writing.remove(open);
    await writing.move(secret, ['municipality:gm0999']);
    expect(server.held()).toHaveLength(2);
    for (const scopes of [['public'], ['public', 'municipality:gm0100']]) {
      expect(await ask(scopes, { text: 'zeilen' })).toMatchObject({
        hits: [],
        total: 0,
        facets: { themes: {} },
      });
      expect(await ask(scopes, {})).toMatchObject({ hits: [], total: 0, facets: { themes: {} } });
      expect(await as(...scopes).suggest('zeil', 10)).toEqual([]);
    }
    expect(failures).toEqual([]);
    // Asked of the engine, and left out there: not answered by the database.
    expect(asked()).toBeGreaterThan(0);
  });

  it('what is withheld is told to nobody who never saw it', async () => {
    await writing.remove(secret);
    const withheld = async (scopes: string) => {
      const client = await app.connect();
      try {
        await client.query('begin');
        await client.query(`select set_config('app.scopes', $1, true)`, [scopes]);
        const { rows } = await client.query<{ withheld: string[] }>(
          `select withheld from wall.engine_following('items')`,
        );
        return rows[0]?.withheld;
      } finally {
        await client.query('rollback');
        client.release();
      }
    };
    expect(await withheld('{public,alliance,"municipality:gm0042"}')).toEqual([]);
    expect(await withheld('{"municipality:gm0100"}')).toEqual([`intervention-${secret.id}`]);
  });
});

describe('which engine answers (on a stand-in; no real Meilisearch was tried)', () => {
  it('PostgreSQL until the index holds everything, and that is no failure', async () => {
    const wall = new pg.Client({ connectionString: urls.ownerUrl });
    await wall.connect();
    await wall.query('set role wall');
    await wall.query('delete from search_follower');
    await wall.end();
    const page = await ask(['public'], { text: 'zeilen' });
    expect(page.hits).toHaveLength(1);
    expect(page.degraded).toBeUndefined();
    expect(asked()).toBe(0);
  });

  it('PostgreSQL when the engine is away, and says so; the engine again when it is back', async () => {
    expect((await ask(['public'], { text: 'zeilen' })).degraded).toBeUndefined();
    server.fate = () => 'unavailable';
    for (let time = 0; time < 3; time++)
      expect(await ask(['public'], { text: 'zeilen' })).toMatchObject({ total: 1, degraded: true });
    const before = asked();
    // Three times is enough: it is left alone now.
    expect(await ask(['public'], { text: 'zeilen' })).toMatchObject({ total: 1, degraded: true });
    expect(await as('public').suggest('zeil', 5)).toHaveLength(2);
    expect(asked()).toBe(before);
    server.fate = () => 'served';
    search = createSearch(server.settings);
    expect((await ask(['public'], { text: 'zeilen' })).degraded).toBeUndefined();
  });

  it('PostgreSQL when the engine takes longer than a second', async () => {
    server.delay = 5_000;
    const began = Date.now();
    expect(await ask(['public'], { text: 'zeilen' })).toMatchObject({ total: 1, degraded: true });
    expect(Date.now() - began).toBeLessThan(4_000);
    server.delay = 0;
  });

  it('goes on reading in PostgreSQL where the engine left off', async () => {
    await writing.fill(
      Array.from({ length: 25 }, (_, index) => document({ address: `d${index}`, title: 'Zwemmen' })),
    );
    await drain(database, follower);
    for (const text of ['', 'zwemmen']) {
      const first = await ask(['public'], { text, limit: 10 });
      expect(first.degraded).toBeUndefined();
      server.fate = () => 'unavailable';
      search = createSearch(server.settings);
      const second = await ask(['public'], { text, limit: 100, after: first.next });
      server.fate = () => 'served';
      search = createSearch(server.settings);
      expect(second.degraded).toBe(true);
      const seen = [...first.hits, ...second.hits].map(({ address }) => address);
      expect([seen.length, new Set(seen).size]).toEqual([25, 25]);
    }
  });

  it('a cursor that no page ended with is refused, in either shape', async () => {
    for (const after of ['m', 'm0.0.0.', 'm0.0.zz.e30', 'mmm', 'x', ''])
      await expect(ask(['public'], { after })).rejects.toMatchObject({ code: 'search.bad_cursor' });
  });

  it('what is told of a failure holds no key, no token and nothing that was typed', async () => {
    server.fate = () => 'cut_before';
    await ask(['public'], { text: 'zeilen' });
    expect(failures).toEqual(['MeilisearchRequestError']);
  });

  it('counts up to a thousand and says when there are more', async () => {
    await writing.fill([]);
    await drain(database, follower);
    const index = server.indexes.get('items');
    for (let number = 0; number < 1_005; number++) {
      const key = `intervention-${String(number)}`;
      const at = '2025-01-01T00:00:00.000000Z';
      const shown = { shownTitle: 'Een', shownSummary: 'Twee', address: key };
      index?.documents.set(key, {
        key,
        kind: 'intervention',
        id: String(number),
        visible_to: ['public'],
        at,
        micros: 1,
        place: number,
        ...shown,
      });
      if (number === 999)
        expect(await ask(['public'], {})).toMatchObject({ total: 1000, totalIsMore: false });
    }
    expect(await ask(['public'], {})).toMatchObject({ total: 1000, totalIsMore: true });
  });
});
