// The same answers as a good engineer would give them without a wall: plain SQL on plain tables, no contract on the way
// out, one query for the page and one for the counts.
import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import type pg from 'pg';
import { courses, phases, themes } from './interventions.ts';
import { pageOf } from './template.ts';

interface ListInput {
  readonly kinds?: string[];
  readonly themes?: string[];
  readonly phases?: string[];
  readonly municipalities?: string[];
  readonly courses?: string[];
}

export interface Card {
  readonly id: string;
  readonly handle: string;
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly municipality: { readonly code: string; readonly name: string; readonly slug: string };
  readonly themes: string[];
  readonly phases: string[];
  readonly course: string;
  readonly costBand: string | null;
  readonly partners: number;
  readonly conditional: number;
  readonly unconfirmed: number;
  readonly confirmed: number;
  readonly visibility: string;
  readonly version: number;
  readonly publishedAt: string;
}

export interface Count {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

interface Row {
  doc: number;
  id: string;
  handle: string;
  title: string;
  summary: string;
  code: string;
  name: string;
  slug: string;
  themes: string[];
  phases: string[];
  course: string;
  cost_band: string | null;
  partners: number;
  conditional: number;
  unconfirmed: number;
  confirmed: number;
  visibility: string;
  version: number;
  published_at: Date;
  at: string;
}

interface Linked {
  handle: string;
  title: string;
  municipality: string;
}

interface DetailRow extends Row {
  content: Record<string, unknown>;
  participations: { commitment: string; pupils: number | null }[];
  versions: { number: number; publishedAt: string; note: string }[];
  evaluates: Linked[];
  evaluated_by: Linked[];
}

const cardColumns = `i.doc, i.id, i.handle, i.title, i.summary, m.code, m.name, m.slug, i.themes, i.phases, i.course,
  i.cost_band, i.partners, i.conditional, i.unconfirmed, i.confirmed, i.visibility, i.version, i.published_at`;

function slugOf(title: string, handle: string): string {
  const words = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');
  return words === '' ? handle : `${words}-${handle}`;
}

const cardOf = (row: Row): Card => ({
  id: row.id,
  handle: row.handle,
  slug: slugOf(row.title, row.handle),
  title: row.title,
  summary: row.summary,
  municipality: { code: row.code, name: row.name, slug: row.slug },
  themes: row.themes,
  phases: row.phases,
  course: row.course,
  costBand: row.cost_band,
  partners: row.partners,
  conditional: row.conditional,
  unconfirmed: row.unconfirmed,
  confirmed: row.confirmed,
  visibility: row.visibility,
  version: row.version,
  publishedAt: row.published_at.toISOString(),
});

/** Conditions on `i`, all but those of one dimension: facets do not count their own choice. */
function where(input: ListInput, except?: string): string {
  const chosen = (values: string[] | undefined) => (values ?? []).length > 0;
  const conditions = [
    except !== 'kinds' && chosen(input.kinds) ? 'i.kind = any($1)' : '',
    except !== 'themes' && chosen(input.themes) ? 'i.themes && $2' : '',
    except !== 'phases' && chosen(input.phases) ? 'i.phases && $3' : '',
    except !== 'municipalities' && chosen(input.municipalities) ? 'i.municipality = any($4)' : '',
    except !== 'courses' && chosen(input.courses) ? 'i.course = any($5)' : '',
    // Every parameter is mentioned, so that the same five can always be given.
    '($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) is not null',
  ].filter((condition) => condition !== '');
  return conditions.join(' and ');
}

const counts = (schema: string, input: ListInput) => `
  select 'total' as dimension, '' as value, '' as label, count(*)::int as count
    from ${schema}.intervention i where ${where(input)}
  union all select 'kinds', i.kind, i.kind, count(*)::int
    from ${schema}.intervention i where ${where(input, 'kinds')} group by i.kind
  union all select 'themes', t, t, count(*)::int
    from ${schema}.intervention i, unnest(i.themes) t where ${where(input, 'themes')} group by t
  union all select 'phases', p, p, count(*)::int
    from ${schema}.intervention i, unnest(i.phases) p where ${where(input, 'phases')} group by p
  union all select 'courses', i.course, i.course, count(*)::int
    from ${schema}.intervention i where ${where(input, 'courses')} group by i.course
  union all select 'municipalities', m.code, m.name, count(*)::int
    from ${schema}.intervention i join ${schema}.municipality m on m.code = i.municipality
    where ${where(input, 'municipalities')} group by m.code, m.name
  union all select 'regions', r.slug, r.name, (select count(*)::int
    from ${schema}.intervention i join ${schema}.region_municipality rm on rm.municipality = i.municipality
    where rm.region = r.slug and ${where(input, 'municipalities')}) from ${schema}.region r`;

const page = (schema: string, input: ListInput) => `
  select ${cardColumns}, to_char(i.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
  from ${schema}.intervention i join ${schema}.municipality m on m.code = i.municipality
  where ${where(input)} order by i.published_at desc, i.doc desc limit 21`;

const detail = (schema: string) => `
  select ${cardColumns}, i.content, i.participations,
    (select json_agg(json_build_object('number', o.number, 'publishedAt', to_char(o.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'note', o.note) order by o.number desc)
     from ${schema}.version o where o.intervention_id = i.id) as versions,
    (select coalesce(json_agg(json_build_object('handle', t.handle, 'title', t.title, 'municipality', t.municipality) order by t.title), '[]')
     from ${schema}.evaluates e join ${schema}.intervention t on t.id = e.target where e.source = i.id) as evaluates,
    (select coalesce(json_agg(json_build_object('handle', t.handle, 'title', t.title, 'municipality', t.municipality) order by t.title), '[]')
     from ${schema}.evaluates e join ${schema}.intervention t on t.id = e.source where e.target = i.id) as evaluated_by
  from ${schema}.intervention i join ${schema}.municipality m on m.code = i.municipality where i.handle = $1`;

interface CountRow {
  dimension: string;
  value: string;
  label: string;
  count: number;
}

const dutch = new Intl.Collator('nl');

async function list(pool: pg.Pool, schema: string, input: ListInput) {
  const { kinds = [], themes: chosenThemes = [], phases: chosenPhases = [], municipalities = [] } = input;
  const values = [kinds, chosenThemes, chosenPhases, municipalities, input.courses ?? []];
  const [{ rows }, { rows: counted }] = await Promise.all([
    pool.query<Row>(page(schema, input), values),
    pool.query<CountRow>(counts(schema, input), values),
  ]);
  const of = (dimension: string): Count[] =>
    counted
      .filter((row) => row.dimension === dimension)
      .map(({ value, label, count }) => ({ value, label, count }));
  const fixed = (dimension: string, all: readonly string[]): Count[] => {
    const found = new Map(of(dimension).map(({ value, count }) => [value, count]));
    return all.map((value) => ({ value, label: value, count: found.get(value) ?? 0 }));
  };
  const shown = rows.slice(0, 20);
  const last = shown.at(-1);
  const total = of('total')[0]?.count ?? 0;
  return {
    hits: shown.map((row) => ({
      kind: 'intervention',
      title: [{ text: row.title, marked: false }],
      summary: [{ text: row.summary, marked: false }],
      passage: [],
      card: cardOf(row),
    })),
    total: Math.min(total, 1000),
    totalIsMore: total > 1000,
    facets: {
      kinds: fixed('kinds', ['intervention', 'agenda', 'municipality', 'goal', 'organisation']),
      themes: fixed('themes', themes),
      phases: fixed('phases', phases),
      courses: fixed('courses', courses),
      municipalities: of('municipalities').sort(
        (one, other) => other.count - one.count || dutch.compare(one.label, other.label),
      ),
      regions: of('regions').sort((one, other) => dutch.compare(one.label, other.label)),
    },
    next:
      last && rows.length > 20
        ? Buffer.from(JSON.stringify([0, last.at, last.id, null, false])).toString('base64url')
        : null,
    didYouMean: null,
    alsoSearched: [],
  };
}

export type BareList = Awaited<ReturnType<typeof list>>;

const reach = (parts: { pupils: number | null }[]) => ({
  pupils: parts.reduce((sum, { pupils }) => sum + (pupils ?? 0), 0),
  unknown: parts.filter(({ pupils }) => pupils === null).length,
});

async function get(pool: pg.Pool, schema: string, handle: string) {
  const { rows } = await pool.query<DetailRow>(detail(schema), [handle]);
  const row = rows[0];
  if (!row) return null;
  const taking = row.participations.filter(({ commitment }) => commitment !== 'withdrawn');
  const link = ({ title, handle: of, municipality }: Linked) => ({
    slug: slugOf(title, of),
    title,
    municipality,
  });
  return {
    state: 'published',
    card: cardOf(row),
    content: row.content,
    participations: row.participations,
    totals: {
      withoutConditional: reach(taking.filter(({ commitment }) => commitment !== 'conditional')),
      withConditional: reach(taking),
    },
    versions: row.versions,
    relations: { evaluates: { to: row.evaluates.map(link), from: row.evaluated_by.map(link) } },
    workingCopy: null,
  };
}

/** Two readers, each with tables that hold exactly what they may see; a member's login is looked up in the database. */
export function createBareApp(pool: pg.Pool): Hono {
  const app = new Hono();
  const schemaFor = async (cookie: string | undefined): Promise<string> => {
    const secret = /(?:^|; )kansenplein=([A-Za-z0-9_-]{43})/.exec(cookie ?? '')?.[1];
    if (secret === undefined) return 'bare_visitor';
    const id = createHash('sha256').update(secret).digest('hex');
    const { rowCount } = await pool.query(
      'select account_id from bare_member.login where id = $1 and expires_at > now()',
      [id],
    );
    return rowCount === 1 ? 'bare_member' : 'bare_visitor';
  };
  app.use(async (c, next) => {
    await next();
    c.header('x-content-type-options', 'nosniff');
    c.header('referrer-policy', 'no-referrer');
    c.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
    c.header('cache-control', 'no-store');
  });
  app.get('/trpc/finding.find', async (c) => {
    const input = JSON.parse(c.req.query('input') ?? '{}') as ListInput;
    return c.json({ result: { data: await list(pool, await schemaFor(c.req.header('cookie')), input) } });
  });
  app.get('/trpc/interventions.get', async (c) => {
    const { handle } = JSON.parse(c.req.query('input') ?? '{}') as { handle: string };
    return c.json({ result: { data: await get(pool, await schemaFor(c.req.header('cookie')), handle) } });
  });
  app.get('/interventies', async (c) =>
    c.html(pageOf(await list(pool, await schemaFor(c.req.header('cookie')), { kinds: ['intervention'] }))),
  );
  return app;
}
