// An engine that follows ends up with exactly what PostgreSQL has, whatever happens on the way. The engine is a stand-in
// written from the documentation (tests/support/meilisearch-server.ts): what is proved is our side of it.
import {
  checkIndex,
  createFollower,
  followSearch,
  indexState,
  mendIndex,
  rebuildIndex,
  type Follower,
} from '@kansenplein/core';
import { openDatabase, type Database } from '@kansenplein/db';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { document } from '../../packages/search/src/conformance/adapter-under-test.ts';
import type { AdapterUnderTest, TestDocument } from '@kansenplein/search/conformance';
import { startMeilisearchServer, type Fate, type MeilisearchServer } from '../support/meilisearch-server.ts';
import { makeDatabase } from '../support/platform.ts';
import { drain } from './meilisearch-under-test.ts';
import { postgresUnderTest } from './postgres-under-test.ts';

let urls: Awaited<ReturnType<typeof makeDatabase>>;
let writing: AdapterUnderTest;
let database: Database;
let wall: pg.Client;
let server: MeilisearchServer;
let follower: Follower;

beforeAll(async () => {
  urls = await makeDatabase();
  writing = await postgresUnderTest(urls);
  database = await openDatabase({ ...urls, poolSize: 2 });
  wall = new pg.Client({ connectionString: urls.ownerUrl });
  await wall.connect();
  await wall.query('set role wall');
});
afterAll(async () => {
  await Promise.all([writing.close(), database.close(), wall.end()]);
  await urls.drop();
});
beforeEach(async () => {
  await wall.query('delete from search_follower');
  await writing.fill([]);
  server = await startMeilisearchServer();
  follower = createFollower(server.settings);
  return () => server.close();
});

/** A process that starts anew knows nothing of the one before. */
const restarted = () => createFollower(server.settings);
const sendAll = () => drain(database, (follower = restarted()));
const held = () =>
  server.held().map((stored) => `${String(stored['address'])}: ${String(stored['shownTitle'])}`);
const differences = async () => {
  const { missing, different, superfluous } = await checkIndex(database, restarted());
  return { missing, different, superfluous };
};
const same = { missing: [], different: [], superfluous: [] };
const waiting = async () => (await indexState(database, follower))?.waiting;

describe('following (on a stand-in; no real Meilisearch was tried)', () => {
  it('nothing waits anywhere as long as nobody follows', async () => {
    await writing.fill([document({}), document({})]);
    expect((await wall.query('select from search_dirty')).rowCount).toBe(0);
  });

  it('who begins to follow is sent everything that was published before, and only then answers', async () => {
    const documents = Array.from({ length: 450 }, (_, index) => document({ address: `d${index}` }));
    await writing.fill(documents);
    await followSearch(database, follower);
    expect(await indexState(database, follower)).toMatchObject({
      ready: false,
      waiting: 250,
      documents: 450,
    });
    await sendAll();
    expect(await indexState(database, follower)).toMatchObject({ ready: true, waiting: 0, oldestSeconds: 0 });
    expect(server.held()).toHaveLength(450);
    expect(await differences()).toEqual(same);
  });

  it('a follower that nobody saw for a week is forgotten with all that waited for it', async () => {
    await sendAll();
    await writing.put(document({}));
    await wall.query(`update search_follower set seen_at = now() - interval '8 days'`);
    const gone = await wall.query<{ gone: number }>('select wall.engine_forget_unseen() as gone');
    expect(gone.rows).toEqual([{ gone: 1 }]);
    expect((await wall.query('select from search_dirty')).rowCount).toBe(0);
  });

  it('publishing while somebody begins to follow is missed by neither', async () => {
    const publisher = new pg.Client({ connectionString: urls.ownerUrl });
    await publisher.connect();
    await publisher.query('set role wall');
    await publisher.query('begin');
    await publisher.query(
      `select wall.search_put('intervention', gen_random_uuid(), wall.audience_of('{public}'), 'gm0001', 'tegelijk', 'Tegelijk',
         '', '', '{}', '{}', now())`,
    );
    const following = sendAll();
    await new Promise((resolve) => setTimeout(resolve, 300));
    await publisher.query('commit');
    await publisher.end();
    await following;
    expect(held()).toEqual(['tegelijk: Tegelijk']);
  });

  it('who follows has a plain name', async () => {
    for (const name of ['', 'Items', 'items; drop', 'i'.repeat(41)])
      await expect(wall.query('select wall.engine_follow($1, $2)', [name, 'recipe'])).rejects.toThrow(
        'follower.malformed',
      );
  });

  it('only one process sends at a time', async () => {
    await sendAll();
    await writing.put(document({ address: 'een' }));
    server.delay = 100;
    const first = followSearch(database, follower);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await followSearch(database, restarted())).toBe(false);
    expect(server.held()).toEqual([]);
    await first;
    expect(held()).toEqual(['een: Zonder onderwerp']);
  });
});

describe('changes (on a stand-in; no real Meilisearch was tried)', () => {
  let one: TestDocument;
  beforeEach(async () => {
    one = document({ address: 'een', title: 'Eerste' });
    await writing.fill([one, document({ address: 'ander', title: 'Ander', scopes: ['alliance'] })]);
    await sendAll();
  });

  it('a second version written while the first is on its way stands at the end', async () => {
    await writing.put({ ...one, title: 'Versie een' });
    server.fate = (what): Fate => {
      // Between reading the row and clearing it: the line takes its time.
      if (what === 'POST /indexes/items/documents') server.delay = 150;
      return 'served';
    };
    const first = followSearch(database, follower);
    await new Promise((resolve) => setTimeout(resolve, 75));
    await writing.put({ ...one, title: 'Versie twee' });
    await first;
    // Sent was the first; the second still waits.
    expect(held()).toContain('een: Versie een');
    expect(await waiting()).toBe(1);
    await sendAll();
    expect(held()).toContain('een: Versie twee');
    expect(await differences()).toEqual(same);
  });

  it('what is written again late by a relay of before is not the last word', async () => {
    const stale = server.held().find((stored) => stored['address'] === 'een');
    await writing.put({ ...one, title: 'Versie twee' });
    await sendAll();
    // A process that slept since it read the first version sends it now, behind everybody's back.
    server.indexes.get('items')?.documents.set(String(stale?.['key']), stale ?? {});
    expect((await differences()).different).toEqual([`intervention-${one.id}`]);
    await mendIndex(database, follower);
    await sendAll();
    expect(held()).toContain('een: Versie twee');
    expect(await differences()).toEqual(same);
  });

  it('deleted, then written again by a late relay: gone in the end', async () => {
    const stale = server.held().find((stored) => stored['address'] === 'een');
    await writing.remove(one);
    await sendAll();
    expect(held()).toEqual(['ander: Ander']);
    server.indexes.get('items')?.documents.set(String(stale?.['key']), stale ?? {});
    expect((await differences()).superfluous).toEqual([`intervention-${one.id}`]);
    await mendIndex(database, follower);
    await sendAll();
    expect(held()).toEqual(['ander: Ander']);
  });

  it('what somebody else put into the index is taken out', async () => {
    server.indexes.get('items')?.documents.set('vreemd', { key: 'vreemd', title: 'Van niemand' });
    expect((await differences()).superfluous).toEqual(['vreemd']);
    await mendIndex(database, follower);
    expect(await differences()).toEqual(same);
  });

  it('removed and published again before anything was sent: there, as it is now', async () => {
    await writing.remove(one);
    await writing.put({ ...one, title: 'Terug' });
    await sendAll();
    expect(held()).toContain('een: Terug');
  });

  it('withdrawals go before everything that waits, however much that is', async () => {
    for (let index = 0; index < 5; index++) await writing.put(document({ address: `later${index}` }));
    await writing.remove(one);
    await writing.move({ ...one, ...document({}) }, ['alliance']);
    server.requests.length = 0;
    await followSearch(database, follower);
    expect(server.requests.map(({ what }) => what).filter((what) => what.startsWith('POST'))).toEqual([
      'POST /indexes/items/documents/delete-batch',
    ]);
    expect(await waiting()).toBe(5);
  });

  it('a document for fewer people is sent as such, and who may see it cannot be read back', async () => {
    await writing.move(one, ['municipality:gm0001']);
    await sendAll();
    const stored = server.held().find((each) => each['address'] === 'een');
    expect(stored?.['visible_to']).toEqual(['municipality:gm0001']);
    expect(server.indexes.get('items')?.settings.displayedAttributes).not.toContain('visible_to');
  });

  it('the index was lost: it is made anew and filled', async () => {
    server.indexes.clear();
    await sendAll();
    expect(await differences()).toEqual(same);
    expect(server.held()).toHaveLength(2);
  });

  it('an index that was emptied behind our back is filled by the comparison of the night', async () => {
    server.indexes.get('items')?.documents.clear();
    expect((await differences()).missing).toHaveLength(2);
    await mendIndex(database, follower);
    await sendAll();
    expect(await differences()).toEqual(same);
  });

  it('a document the engine refuses keeps no other waiting, is not shown as it was, and is tried again', async () => {
    const poisoned = document({ address: 'gif', title: 'Gif' });
    const good = Array.from({ length: 30 }, (_, index) => document({ address: `goed${index}` }));
    for (const each of [...good.slice(0, 11), poisoned, ...good.slice(11)]) await writing.put(each);
    server.poison = (stored) => stored['shownTitle'] === 'Gif';
    await drain(database, follower);
    expect(server.held()).toHaveLength(32);
    expect(await indexState(database, follower)).toMatchObject({ waiting: 1, refused: 1 });
    // As it was before it became unacceptable it is not found either.
    server.poison = (stored) => stored['shownTitle'] === 'Ook gif';
    await writing.put({ ...one, title: 'Ook gif' });
    await drain(database, follower);
    expect(held().filter((each) => each.startsWith('een:'))).toEqual([]);
    server.poison = () => false;
    await wall.query('update search_dirty set retry_at = now()');
    await sendAll();
    expect(await waiting()).toBe(0);
    expect(await differences()).toEqual(same);
  });

  it('the engine is away for a while: everything waits, its age is known, nothing is lost', async () => {
    server.fate = () => 'unavailable';
    await writing.remove(one);
    await writing.put(document({ address: 'nieuw' }));
    await expect(followSearch(database, follower)).rejects.toThrow('the engine refused: unavailable');
    await wall.query(`update search_dirty set marked_at = now() - interval '5 minutes'`);
    const state = await indexState(database, follower);
    expect(state).toMatchObject({ waiting: 2, withdrawals: 1 });
    expect(state?.oldestSeconds).toBeGreaterThanOrEqual(300);
    server.fate = () => 'served';
    await sendAll();
    expect(await differences()).toEqual(same);
  });

  it('refuses a server that is older than what this is written for', async () => {
    server.version = '1.49.9';
    await expect(followSearch(database, restarted())).rejects.toThrow('it must be 1.50 or newer');
  });

  it('refuses a server that asks nobody for a key, and a key that may do more than it is for', async () => {
    server.unprotected = true;
    await expect(followSearch(database, restarted())).rejects.toMatchObject({ code: 'unprotected' });
    server.unprotected = false;
    server.powerful = true;
    await expect(followSearch(database, restarted())).rejects.toMatchObject({ code: 'too_powerful' });
    server.powerful = false;
    const powerful = { ...server.settings, searchKey: server.settings.indexKey };
    await expect(followSearch(database, createFollower(powerful))).rejects.toMatchObject({
      code: 'too_powerful',
    });
  });

  it('what goes wrong is said without any key', async () => {
    server.fate = () => 'cut_before';
    const error = await followSearch(database, follower).catch((each: unknown) => each);
    const { indexKey, searchKey } = server.settings;
    const told = JSON.stringify(error, Object.getOwnPropertyNames(error)) + String((error as Error).stack);
    expect(told).not.toContain(indexKey);
    expect(told).not.toContain(searchKey);
    expect((error as Error).cause).toBeUndefined();
  });
});

describe('killed anywhere (on a stand-in; no real Meilisearch was tried)', () => {
  /** Each request once cut off before it is served and once after, where nobody hears the answer. */
  it.each(['cut_before', 'cut_after'] as const)(
    'at every single request (%s) both sides are equal afterwards',
    async (how) => {
      let cuts = 0;
      for (let at = 1; at < 40; at++) {
        await wall.query('delete from search_follower');
        server.indexes.clear();
        const [stays, goes, moves] = [document({}), document({}), document({})];
        await writing.fill([stays, goes, moves]);
        let number = 0;
        server.fate = (): Fate => (++number === at ? how : 'served');
        const broken = await sendAll().then(
          () => false,
          () => true,
        );
        await writing.remove(goes);
        await writing.move(moves, ['alliance']);
        await writing.put({ ...stays, title: 'Anders' });
        await sendAll().catch(() => undefined);
        server.fate = () => 'served';
        await sendAll();
        expect({ at, ...(await differences()) }).toEqual({ at, ...same });
        expect(server.held()).toHaveLength(2);
        if (broken) cuts += 1;
        // More requests than there are: every one had its turn.
        if (number < at) break;
      }
      expect(cuts).toBeGreaterThan(6);
    },
  );

  it.each(['before', 'after'])(
    '%s the commit of every single transaction both sides are equal afterwards',
    async (when) => {
      for (let at = 1; at < 30; at++) {
        await wall.query('delete from search_follower');
        server.indexes.clear();
        await writing.fill([document({}), document({})]);
        let number = 0;
        const failing: Database = {
          ...database,
          alone: (name, work) =>
            database.alone(name, (transaction) =>
              work((step, mode) => {
                number += 1;
                const own = number;
                const dies = (now: string) => {
                  if (own === at && now === when) throw new Error('killed');
                };
                // The work of this transaction is done, and never committed or never heard of.
                const done = transaction(async (tx) => {
                  const value = await step(tx);
                  dies('before');
                  return value;
                }, mode);
                return done.then((value) => {
                  dies('after');
                  return value;
                });
              }),
            ),
        };
        await drain(failing, restarted()).catch(() => undefined);
        await sendAll();
        expect({ at, ...(await differences()) }).toEqual({ at, ...same });
        if (number < at) return;
      }
      throw new Error('there are more transactions than were tried');
    },
  );

  it('who loses the connection that holds the lock clears nothing any more', async () => {
    await sendAll();
    await writing.put(document({ address: 'een' }));
    server.delay = 200;
    const sending = followSearch(database, follower).catch((error: Error) => error.message);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const superuser = new pg.Client({ connectionString: urls.superuserUrl });
    await superuser.connect();
    await superuser.query(
      `select pg_terminate_backend(l.pid) from pg_locks l where l.locktype = 'advisory' and l.database = (select oid from pg_database where datname = current_database())`,
    );
    await superuser.end();
    expect(await sending).toBeTypeOf('string');
    expect(await waiting()).toBe(1);
    server.delay = 0;
    await sendAll();
    expect(await differences()).toEqual(same);
  });
});

describe('a follower that goes', () => {
  it('makes no publication fail that comes at that moment', async () => {
    const one = document({ address: 'een' });
    await writing.fill([one]);
    await sendAll();
    await wall.query('begin');
    await wall.query('delete from search_follower');
    const published = writing.put({ ...one, title: 'Meteen daarna' });
    await new Promise((resolve) => setTimeout(resolve, 100));
    await wall.query('commit');
    await expect(published).resolves.toBeUndefined();
    await sendAll();
    expect(await differences()).toEqual(same);
  });
});

describe('a new index beside the old one (on a stand-in; no real Meilisearch was tried)', () => {
  it('is filled and swapped, and answers', async () => {
    await writing.fill([document({ address: 'een' }), document({ address: 'twee' })]);
    await sendAll();
    server.indexes.get('items')?.documents.clear();
    expect(await rebuildIndex(database, follower)).toBe('done');
    await sendAll();
    expect(await differences()).toEqual(same);
    expect([...server.indexes.keys()]).toEqual(['items']);
    expect((await wall.query('select name from search_follower')).rows).toEqual([{ name: 'items' }]);
  });

  it('loses nothing that is published, moved or withdrawn while it is filled and swapped', async () => {
    const documents = Array.from({ length: 60 }, (_, index) => document({ address: `d${index}` }));
    await writing.fill(documents);
    await sendAll();
    let rebuilding = true;
    let written = 0;
    const write = async () => {
      for (let round = 0; rebuilding || round < 30; round++) {
        const one = documents[(round * 7) % documents.length];
        if (!one) continue;
        if (round % 3 === 0) await writing.remove(one);
        else if (round % 3 === 1) await writing.put({ ...one, title: `Ronde ${round}` });
        else await writing.move(one, round % 2 ? ['public'] : ['alliance']);
        written += 1;
      }
    };
    const relay = async () => {
      while (rebuilding) {
        await followSearch(database, follower);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    server.delay = 5;
    const rebuild = rebuildIndex(database, restarted()).finally(() => (rebuilding = false));
    const [outcome] = await Promise.all([rebuild, write(), relay()]);
    server.delay = 0;
    expect(outcome).toBe('done');
    expect(written).toBeGreaterThanOrEqual(30);
    await sendAll();
    expect(await differences()).toEqual(same);
  });

  it('killed at any request leaves an index that becomes equal by itself', async () => {
    for (let at = 1; at < 60; at++) {
      server.fate = () => 'served';
      await wall.query('delete from search_follower');
      server.indexes.clear();
      const one = document({ address: 'een' });
      await writing.fill([one, document({ address: 'twee' })]);
      await sendAll();
      let number = 0;
      server.fate = (what): Fate => {
        number += 1;
        // Whether the swap was done is not heard; everything else is not done.
        return number === at ? (what.includes('swap') ? 'cut_after' : 'cut_before') : 'served';
      };
      await rebuildIndex(database, restarted()).catch(() => undefined);
      await writing.put({ ...one, title: `Na ${at}` });
      server.fate = () => 'served';
      await sendAll();
      expect({ at, ...(await differences()) }).toEqual({ at, ...same });
      expect(held()).toContain(`een: Na ${at}`);
      if (number < at) return;
    }
    throw new Error('there are more requests than were tried');
  });

  it('two at once: the second says so', async () => {
    await writing.fill([document({})]);
    server.delay = 20;
    const first = rebuildIndex(database, follower);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await rebuildIndex(database, restarted())).toBe('another_is_busy');
    expect(await first).toBe('done');
  });
});
