// Counts come from bitmaps and from what changed since: whatever happened and whatever is chosen, they say what counting
// every document by hand says.
import type { SearchPage } from '@kansenplein/search';
import type { TestDocument } from '@kansenplein/search/conformance';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { document, everything } from '../../packages/search/src/conformance/adapter-under-test.ts';
import { makeDatabase } from '../support/platform.ts';
import { postgresUnderTest } from './postgres-under-test.ts';

let database: Awaited<ReturnType<typeof makeDatabase>>;
let adapter: Awaited<ReturnType<typeof postgresUnderTest>>;
let owner: pg.Client;
beforeAll(async () => {
  database = await makeDatabase();
  adapter = await postgresUnderTest(database);
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query('set role wall');
});
afterAll(async () => {
  await owner.end();
  await adapter.close();
  await database.drop();
});

let state = 20_261_122;
const below = (limit: number) => {
  state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
  return Math.floor((state / 4_294_967_296) * limit);
};
const pick = <T>(values: readonly T[]): T => values[below(values.length)] as T;
const some = <T>(values: readonly T[]): T[] => values.filter(() => below(3) === 0);

const values = {
  kinds: ['intervention', 'agenda', 'goal'],
  themes: ['taal', 'rekenen', 'kunst', 'sport'],
  phases: ['po', 'vo', 'mbo'],
  municipalities: ['gm0001', 'gm0002', 'gm0003'],
  courses: ['running', 'evaluated'],
} as const;
type Dimension = keyof typeof values;
const dimensions = Object.keys(values) as Dimension[];
const circles = [['public'], ['alliance'], ['municipality:gm0001'], ['municipality:gm0002']];

const made = (): TestDocument =>
  document({
    kind: pick(values.kinds),
    scopes: pick(circles),
    municipality: pick(values.municipalities),
    themes: some(values.themes),
    phases: some(values.phases),
    course: pick(['', ...values.courses]),
  });

const held = (one: TestDocument): Record<Dimension, readonly string[]> => ({
  kinds: [one.kind],
  themes: one.themes,
  phases: one.phases,
  municipalities: [one.municipality],
  courses: one.course ? [one.course] : [],
});

type Chosen = Record<Dimension, string[]>;

function countByHand(documents: readonly TestDocument[], scopes: string[], chosen: Chosen) {
  const fits = (one: TestDocument, except?: Dimension) =>
    dimensions.every(
      (name) =>
        name === except || chosen[name].length === 0 || chosen[name].some((v) => held(one)[name].includes(v)),
    );
  const seen = documents.filter((one) => one.scopes.some((scope) => scopes.includes(scope)));
  const facets: Record<string, Record<string, number>> = {};
  for (const name of dimensions) {
    const into: Record<string, number> = (facets[name] = {});
    for (const one of seen.filter((each) => fits(each, name)))
      for (const value of held(one)[name]) into[value] = (into[value] ?? 0) + 1;
  }
  const without = Object.fromEntries(
    dimensions
      .filter((name) => chosen[name].length > 0)
      .map((name) => [name, seen.filter((one) => fits(one, name)).length]),
  );
  return { total: seen.filter((one) => fits(one)).length, facets, without };
}

const readers = [['public'], ['public', 'alliance', 'municipality:gm0001'], ['public', 'alliance'], []];
const pack = () => owner.query('select wall.search_compact(1, 20)');
const packed = async () =>
  (await owner.query<{ n: number }>(`select count(*)::int as n from search_bitmap where dimension = 'all'`))
    .rows[0]?.n ?? 0;

describe('after packing, and after more was published, moved, changed and withdrawn', () => {
  it('the counts of every reader are those of counting by hand, for any choice of filters', async () => {
    const documents = Array.from({ length: 240 }, made);
    await adapter.fill(documents);
    await pack();
    expect(await packed()).toBeGreaterThanOrEqual(3);
    for (let round = 0; round < 40; round += 1) {
      for (let change = 0; change < 4; change += 1) {
        const at = below(documents.length);
        const one = documents[at] as TestDocument;
        const what = below(4);
        if (what === 0) {
          await adapter.remove(one);
          documents.splice(at, 1);
        } else if (what === 1) {
          const next = made();
          documents.push(next);
          await adapter.put(next);
        } else if (what === 2) {
          const scopes = pick(circles);
          documents[at] = { ...one, scopes };
          await adapter.move(one, scopes);
        } else {
          const next = { ...made(), kind: one.kind, id: one.id };
          documents[at] = next;
          await adapter.put(next);
        }
      }
      if (round % 7 === 3) await pack();
      const chosen = Object.fromEntries(
        dimensions.map((name) => [name, below(2) === 0 ? [] : some<string>(values[name])]),
      ) as Chosen;
      for (const scopes of readers) {
        const page: SearchPage = await adapter.as(scopes).search({ ...everything, ...chosen });
        const { total, facets, without } = page;
        expect({ scopes, chosen, total, facets, without }).toEqual({
          scopes,
          chosen,
          ...countByHand(documents, scopes, chosen),
        });
      }
    }
  });

  it('a value that came after packing is counted, and one that exists nowhere finds nothing', async () => {
    await adapter.fill(Array.from({ length: 40 }, () => document({ themes: ['taal'] })));
    await pack();
    await adapter.put(document({ themes: ['sterrenkunde'] }));
    const ask = (themes: string[]) => adapter.as(['public']).search({ ...everything, themes });
    expect(await ask(['sterrenkunde'])).toMatchObject({
      total: 1,
      facets: { themes: { taal: 40, sterrenkunde: 1 } },
    });
    expect(await ask(['onbekend'])).toMatchObject({
      total: 0,
      facets: { themes: { taal: 40, sterrenkunde: 1 } },
    });
  });

  it('packing while somebody publishes counts that document once, before and after', async () => {
    await adapter.fill(Array.from({ length: 40 }, () => document({})));
    await pack();
    await adapter.put(document({}));
    const slow = new pg.Client({ connectionString: database.ownerUrl });
    await slow.connect();
    await slow.query('set role wall');
    await slow.query('begin');
    await slow.query(
      `select wall.search_put('intervention', gen_random_uuid(), wall.audience_of('{public}'), 'gm0001', 'a', 'Later', '', '', '{}', '{}', now())`,
    );
    await pack();
    const total = async () => (await adapter.as(['public']).search(everything)).total;
    expect(await total()).toBe(41);
    await slow.query('commit');
    expect(await total()).toBe(42);
    await pack();
    expect(await total()).toBe(42);
    await slow.end();
  });
});

it('a total above a thousand is said to be more, and the counts beside it are exact', async () => {
  const documents = Array.from({ length: 1_003 }, (_, at) =>
    document({ themes: at < 1_001 ? ['taal'] : [] }),
  );
  await adapter.fill([]);
  await owner.query('select wall.search_put_all($1)', [
    JSON.stringify(
      documents
        .map((one) => ({ ...one, audience: 1 }))
        .map((one, at) => ({ ...one, title: at < 1_000 ? 'Zeepaard' : 'Anders' })),
    ),
  ]);
  await owner.query(`update search_document set audience = wall.audience_of('{public}')`);
  const ask = (query: Partial<typeof everything>) =>
    adapter.as(['public']).search({ ...everything, ...query });
  expect(await ask({})).toMatchObject({
    total: 1_000,
    totalIsMore: true,
    facets: { themes: { taal: 1_001 } },
  });
  expect(await ask({ text: 'zeepaard' })).toMatchObject({ total: 1_000, totalIsMore: false });
});
