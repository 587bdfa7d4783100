// Usual words are looked up in other ways than rare ones: among the newest, each by itself, orders of words apart. Whatever way is
// taken, a page and a count say what looking at every document says.
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDatabase } from '../support/platform.ts';

const size = 8_000;
const scopes = ['public', 'municipality:gm0001'];

let database: Awaited<ReturnType<typeof makeDatabase>>;
let owner: pg.Client;
let app: pg.Client;

/** What stands in which document follows from its number. */
const titleOf = (n: number) =>
  ['Kermis', n % 3 ? 'molen' : 'draaimolen', n % 7 ? '' : 'suikerspin', n % 500 ? '' : 'zweefmolen'].join(
    ' ',
  );
const restOf = (n: number) =>
  [n % 2 ? 'oud paard' : 'paard staat oud', n % 5 ? 'muziek' : 'stilte', 'het terrein'].join(' ');

beforeAll(async () => {
  database = await makeDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  app = new pg.Client({ connectionString: database.appUrl });
  await Promise.all([owner.connect(), app.connect()]);
  await owner.query('set role wall');
  const { rows } = await owner.query<{ id: number }>(
    `select wall.audience_of(array[scope]) as id
     from unnest('{public,municipality:gm0001,municipality:gm0002}'::text[]) scope`,
  );
  for (let from = 0; from < size; from += 1_000) {
    const documents = Array.from({ length: 1_000 }, (_, at) => {
      const n = from + at;
      return {
        kind: n % 4 ? 'intervention' : 'agenda',
        id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
        audience: rows[n % 3]?.id,
        municipality: `gm000${n % 2}`,
        title: titleOf(n),
        head: n % 11 ? 'Voor jong en oud' : 'Met paard en wagen',
        rest: restOf(n),
        themes: n % 2 ? ['kunst'] : ['sport'],
        phases: [],
        at: new Date(Date.UTC(2025, 0, 1) + ((n * 7_919) % 4_000) * 60_000).toISOString(),
      };
    });
    await owner.query('select wall.search_put_all($1)', [JSON.stringify(documents)]);
  }
  await owner.query('reset role');
  await owner.query('analyze search_vector');
  await owner.query('set role wall');
  await app.query(`select set_config('app.scopes', $1, false)`, [`{${scopes.join(',')}}`]);
});
afterAll(async () => {
  await Promise.all([owner.end(), app.end()]);
  await database.drop();
});

interface Question {
  exact: string;
  wide: string;
  relaxed?: string;
  excluded?: string;
  kinds?: string[];
}

const questions: Record<string, Question> = {
  'a word in every title': { exact: `'kermis'`, wide: `'kermis'` },
  'a word in the body alone': { exact: `'muziek'`, wide: `'muziek' | 'stilt'` },
  'what begins like a word, and other names': {
    exact: `'mol'`,
    wide: `'mol' | 'molen':* | 'draaimol' | 'zweefmol'`,
  },
  'several usual words': {
    exact: `'kermis' & 'muziek'`,
    wide: `('kermis' | 'draaimol') & ('muziek' | 'terrein')`,
  },
  'three of them': {
    exact: `'kermis' & 'mol' & 'muziek'`,
    wide: `'kermis' & ('mol' | 'draaimol') & 'muziek'`,
  },
  'usual words in an order': { exact: `('oud' <-> 'paard')`, wide: `'suikerspin' | ('oud' <-> 'paard')` },
  'a usual word beside a rare one': { exact: `'kermis' & 'zweefmol'`, wide: `'kermis' & 'zweefmol'` },
  'a word that may be missing': {
    exact: `'zweefmol' & 'suikerspin'`,
    wide: `'zweefmol' & 'suikerspin'`,
    relaxed: `('zweefmol' & 'suikerspin') | 'suikerspin' | 'muziek'`,
  },
  'without another': { exact: `'kermis'`, wide: `'kermis' | 'muziek'`, excluded: `'stilt' | 'suikerspin'` },
  'of one kind': { exact: `'muziek'`, wide: `'muziek' | 'kermis'`, kinds: ['agenda'] },
};

/** Every document by hand: its tier, then the newest first. */
async function byHand({ exact, wide, relaxed, excluded, kinds }: Question): Promise<[number, number][]> {
  const { rows } = await owner.query<{ doc: number; tier: number }>(
    `select doc, tier from (
       select d.doc, d.at, case when v.title @@ $1::tsquery then 1 when v.head @@ $1::tsquery then 2 when v.title @@ $2::tsquery then 3
         when v.head @@ $2::tsquery then 4 when v.whole @@ $1::tsquery then 5 when v.whole @@ $2::tsquery then 6
         when v.head @@ $3::tsquery then 7 when v.whole @@ $3::tsquery then 8 end as tier
       from search_vector v join search_document d using (doc) join audience a on a.id = d.audience
       join search_value k on k.dimension = 'kind' and k.bit = d.kind
       where a.scopes && $4 and ($5::tsquery is null or not v.whole @@ $5::tsquery) and ($6::text[] is null or k.value = any($6))) t
     where tier is not null order by tier, at desc, doc desc`,
    [exact, wide, relaxed ?? null, scopes, excluded ?? null, kinds ?? null],
  );
  return rows.map(({ doc, tier }) => [doc, tier]);
}

interface Row {
  doc: number;
  tier: number;
  at: string;
}

async function page({ exact, wide, relaxed, excluded, kinds }: Question, after: Row | null, limit: number) {
  const { rows } = await app.query<Row>(
    `select p.doc, p.tier, p.at from wall.search_page($1, $2, $3, $4, $5, null, null, null, null, false, $6, $7, $8, $9) p`,
    [
      exact,
      wide,
      relaxed ?? null,
      excluded ?? null,
      kinds ?? null,
      after?.tier ?? null,
      after?.at ?? null,
      after?.doc ?? null,
      limit,
    ],
  );
  return rows;
}

describe('usual words', () => {
  it('are usual here, or this would try nothing', async () => {
    const { rows } = await owner.query<{ kermis: number; parts: string[] }>(
      `select wall.search_estimate('title', '''kermis''') as kermis,
         wall.search_usual_parts('whole', '''kermis'' & ''muziek''') as parts`,
    );
    expect(rows[0]?.kermis).toBeGreaterThan(size / 2);
    expect(rows[0]?.parts).toEqual([`'kermis'`, `'muziek'`]);
  });

  it.each(Object.entries(questions))(
    '%s: the pages are those of looking at every document',
    async (_, question) => {
      const expected = (await byHand(question)).slice(0, 400);
      expect(expected.length).toBeGreaterThan(10);
      const read: [number, number][] = [];
      let after: Row | null = null;
      while (read.length < expected.length) {
        const rows: Row[] = await page(question, after, read.length === 0 ? 61 : 150);
        if (rows.length === 0) break;
        read.push(...rows.map(({ doc, tier }): [number, number] => [doc, tier]));
        after = rows.at(-1) ?? null;
      }
      expect(read.slice(0, expected.length)).toEqual(expected);
    },
  );

  it.each(Object.entries(questions))('%s: what is counted is what is there', async (_, question) => {
    const { wide, relaxed, excluded, kinds } = question;
    const asked = `(${relaxed ?? wide})${excluded ? ` & !(${excluded})` : ''}`;
    const { rows } = await app.query<{ counts: [number[], number[], number[], number[], number[]] }>(
      `select wall.search_counts(array(select audience from wall.search_generations()), $1, $2, null, null, null, null, true) as counts`,
      [asked, kinds ?? null],
    );
    const [slots, counted, , , numbers] = rows[0]?.counts ?? [[], [], [], [], []];
    const total = numbers.filter((_each, at) => counted[at] === 31 && (slots[at] ?? 0) % 32 === 0);
    expect(total.reduce((sum, each) => sum + each, 0)).toBe((await byHand(question)).length);
  });

  it('stay unseen when they move to other readers', async () => {
    const before = (await byHand({ exact: `'zweefmol'`, wide: `'zweefmol'` })).length;
    const [first] = await page({ exact: `'zweefmol'`, wide: `'zweefmol'` }, null, 1);
    await owner.query(
      `select wall.search_move(k.value, d.id, wall.audience_of('{municipality:gm0002}'))
       from search_document d join search_value k on k.dimension = 'kind' and k.bit = d.kind where d.doc = $1`,
      [first?.doc],
    );
    const rows = await page({ exact: `'zweefmol'`, wide: `'zweefmol'` }, null, 100);
    expect(rows.map(({ doc }) => doc)).not.toContain(first?.doc);
    expect(rows).toHaveLength(before - 1);
  });

  it('have beside them what stands in their document, whoever changed it', async () => {
    const { rows } = await owner.query(
      `select d.doc from search_document d join search_vector v using (doc)
       where (d.audience, d.kind, d.municipality, d.theme_mask, d.phase_mask, d.course, d.at)
         is distinct from (v.audience, v.kind, v.municipality, v.theme_mask, v.phase_mask, v.course, v.at)`,
    );
    expect(rows).toEqual([]);
  });
});
