// A read model of any size, filled by the set as rebuilding fills it, and beside it what a good engineer would make without
// a wall: plain columns, text arrays and their indexes, holding exactly what one member may see.
import type { EngineUrls } from '@kansenplein/db';
import pg from 'pg';
import { asClient } from './fill.ts';
import { generate, type Generated } from './interventions.ts';

/** The municipality whose member reads. */
export const own = 'gm0899';
export const memberScopes = ['public', 'alliance', `municipality:${own}`];

const batchSize = 250;
const writers = 2;

const scopesOf = ({ content, municipality }: Generated) =>
  content.visibility === 'municipality' ? `municipality:${municipality}` : content.visibility;

/** A moment within the last three years that belongs to the id, with microseconds. */
const momentOf = (id: string) =>
  new Date(Date.UTC(2026, 0, 1) - Number.parseInt(id.slice(0, 8), 16) * 22)
    .toISOString()
    .replace('Z', '123Z');

function documentOf(made: Generated, audiences: ReadonlyMap<string, number>) {
  const { content, id, handle, title, municipality } = made;
  const { goal, targetGroup, parties, activeIngredients } = content;
  return {
    kind: 'intervention',
    id,
    audience: audiences.get(scopesOf(made)),
    municipality,
    address: handle,
    title,
    head: content.summary,
    // Some 100 words: a fifth of a long one, so that a hundred thousand are made within minutes.
    rest: [goal, targetGroup, parties, ...activeIngredients].join('\n'),
    themes: content.themes,
    phases: content.phases,
    course: content.course,
    at: momentOf(id),
  };
}

async function audiencesFor(urls: EngineUrls, codes: readonly string[]): Promise<Map<string, number>> {
  return asClient(urls.superuserUrl, async (client) => {
    await client.query('set role wall');
    const scopes = ['public', 'alliance', ...codes.map((code) => `municipality:${code}`)];
    const { rows } = await client.query<{ scope: string; id: number }>(
      'select scope, wall.audience_of(array[scope]) as id from unnest($1::text[]) scope',
      [scopes],
    );
    return new Map(rows.map(({ scope, id }) => [scope, id]));
  });
}

function* batchesOf(size: number, codes: readonly string[]): Generator<Generated[]> {
  let batch: Generated[] = [];
  for (const made of generate(size, codes)) {
    for (const each of made) {
      batch.push(each);
      if (batch.length === batchSize) {
        yield batch;
        batch = [];
      }
    }
  }
  if (batch.length > 0) yield batch;
}

export interface FilledModel {
  /** Spent in PostgreSQL and on the way to it; making up the texts is not counted. */
  readonly seconds: number;
  readonly packSeconds: number;
}

/** Fills an empty migrated database with `size` documents, in two connections at once. */
export async function fillModel(urls: EngineUrls, size: number): Promise<FilledModel> {
  const codes = await asClient(urls.superuserUrl, async (client) => {
    const { rows } = await client.query<{ code: string }>(
      'select code from municipality where valid_until is null order by code',
    );
    return rows.map(({ code }) => code);
  });
  const audiences = await audiencesFor(urls, codes);
  const pool = new pg.Pool({ connectionString: urls.superuserUrl, max: writers, options: '-c role=wall' });
  let seconds = 0;
  try {
    let waiting: string[] = [];
    const write = async () => {
      const began = performance.now();
      await Promise.all(waiting.map((each) => pool.query('select wall.search_put_all($1)', [each])));
      seconds += (performance.now() - began) / 1000;
      waiting = [];
    };
    for (const batch of batchesOf(size, codes)) {
      waiting.push(JSON.stringify(batch.map((made) => documentOf(made, audiences))));
      if (waiting.length === writers * 4) await write();
    }
    await write();
    const began = performance.now();
    await pool.query('select wall.search_compact()');
    const packSeconds = (performance.now() - began) / 1000;
    return { seconds, packSeconds };
  } finally {
    await pool.end();
  }
}

/** The bare side: what the member may see, and nothing that would have to be left out. */
export async function makeBareModel(urls: EngineUrls): Promise<void> {
  await asClient(urls.superuserUrl, async (client) => {
    await client.query(`
      create schema bare;
      grant usage on schema bare to app;
      create table bare.item as
      select d.doc, d.id, 'intervention'::text as kind, m.value as municipality, c.value as course, d.at as published_at,
        t.address, t.title, t.head as summary,
        array(select v.value from search_value v where v.dimension = 'theme' and d.theme_mask & (1::bigint << v.bit) <> 0) as themes,
        array(select v.value from search_value v where v.dimension = 'phase' and d.phase_mask & (1::bigint << v.bit) <> 0) as phases
      from search_document d join search_text t using (doc) join audience a on a.id = d.audience
      join search_value m on m.dimension = 'municipality' and m.bit = d.municipality
      join search_value c on c.dimension = 'course' and c.bit = d.course
      where a.scopes && '{${memberScopes.join(',')}}';
      alter table bare.item add primary key (doc);
      create index on bare.item (published_at desc, doc desc);
      create index on bare.item (municipality, published_at desc, doc desc);
      create index on bare.item using gin (themes);
      create index on bare.item using gin (phases);
      grant select on all tables in schema bare to app`);
    await client.query('vacuum (analyze)');
  });
}
