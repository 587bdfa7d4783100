// Words of what is gone go too, whoever publishes meanwhile; what only insiders still say is a word of everybody no more.
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { document } from '../../packages/search/src/conformance/adapter-under-test.ts';
import { makeDatabase } from '../support/platform.ts';
import { postgresUnderTest } from './postgres-under-test.ts';

let database: Awaited<ReturnType<typeof makeDatabase>>;
let adapter: Awaited<ReturnType<typeof postgresUnderTest>>;
let sweeper: pg.Client;
let publisher: pg.Client;
beforeAll(async () => {
  database = await makeDatabase();
  adapter = await postgresUnderTest(database);
  [sweeper, publisher] = [1, 2].map(() => new pg.Client({ connectionString: database.ownerUrl })) as [
    pg.Client,
    pg.Client,
  ];
  for (const client of [sweeper, publisher]) {
    await client.connect();
    await client.query('set role wall');
  }
});
afterAll(async () => {
  await Promise.all([sweeper.end(), publisher.end(), adapter.close()]);
  await database.drop();
});

const told = document({ title: 'Regenboogvis' });
const inside = document({ title: 'Regenboogvis', scopes: ['municipality:gm0001'] });
const other = document({ title: 'Walvis' });
beforeEach(() => adapter.fill([told, other]));

async function sweep(batch = 2): Promise<void> {
  let last: string | null = '';
  while (last !== null) {
    const answer: pg.QueryResult<{ last: string | null }> = await sweeper.query(
      'select wall.search_sweep_words($1, $2) as last',
      [last, batch],
    );
    last = answer.rows[0]?.last ?? null;
  }
}
/** Whether it is a word, and one of everybody. */
async function wordOf(word: string): Promise<boolean | null> {
  const { rows } = await publisher.query<{ open: boolean }>('select open from search_word where word = $1', [
    word,
  ]);
  return rows[0]?.open ?? null;
}
const put = (title: string) =>
  publisher.query(
    `select wall.search_put('intervention', gen_random_uuid(), wall.audience_of('{public}'), 'gm0001', 'later', $1, '', '', '{}', '{}', now())`,
    [title],
  );

describe('sweeping words', () => {
  it('takes out what nothing says any more, and leaves what something says', async () => {
    await adapter.remove(told);
    expect(await wordOf('regenboogvis')).toBe(true);
    await sweep();
    expect(await wordOf('regenboogvis')).toBeNull();
    expect(await wordOf('walvis')).toBe(true);
    expect(await wordOf('samenvatting')).toBe(true);
  });

  it('what only insiders still say is no word of everybody, until it is published to everybody again', async () => {
    await adapter.put(inside);
    await adapter.remove(told);
    await sweep();
    expect(await wordOf('regenboogvis')).toBe(false);
    await adapter.put(told);
    expect(await wordOf('regenboogvis')).toBe(true);
  });

  it('gives way to somebody who publishes and counts on the word, which then stays', async () => {
    await adapter.remove(told);
    await publisher.query('begin');
    await put('Regenboogvis in de klas');
    await expect(sweep()).rejects.toMatchObject({ code: '55P03' });
    await publisher.query('commit');
    await sweep();
    expect(await wordOf('regenboogvis')).toBe(true);
  });

  it('somebody who begins to publish meanwhile waits, and brings the word back', async () => {
    await adapter.remove(told);
    await sweeper.query('begin');
    await sweep(1000);
    const published = put('Regenboogvis in de klas');
    const isWaiting = async () =>
      (
        await sweeper.query<{ n: number }>(
          `select count(*)::int as n from pg_locks where not granted and relation = 'search_vector'::regclass`,
        )
      ).rows[0]?.n;
    await expect.poll(isWaiting).toBe(1);
    await sweeper.query('commit');
    await published;
    expect(await wordOf('regenboogvis')).toBe(true);
  });
});
