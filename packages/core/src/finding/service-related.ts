// What resembles a page. Always answered by PostgreSQL, whatever engine searches: which words say something, and which
// pages may be named, is for the wall to know.
import type { Database, Tx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { listCards, phases, themes } from '../interventions/index.ts';
import { notFound } from '../kernel/index.ts';
import type { Related } from './contract-related.ts';

/** How many are shown. */
const atMost = 6;
/** A family larger than this is left out as far as its first members. */
const largestFamily = 500;

interface Row extends Record<string, unknown> {
  id: string | null;
  themes: string[] | null;
  phases: string[] | null;
  words: string[] | null;
}

/**
 * The page, its kin and what resembles it, in one question. Kin are all pages that are linked by 'adapted from', up, down
 * and sideways, over rows of versions that the reader may read, and nothing else: what a page says of its source counts
 * when the source itself is hidden, and what a hidden page says counts for nobody. What the page already points at in
 * another way stands on it already (the decision on what resembles what).
 */
const question = (handle: string) => sql`
  with recursive page as materialized (
    select v.intervention_id as id, v.number from intervention_version v
    where v.handle = ${handle} and v.current and v.withdrawn_at is null
  ), family as (
    select id from page
    union
    select kin.id from family f cross join lateral (
      select r.target as id from intervention_relation r where r.intervention_id = f.id and r.kind = 'adapted_from'
      union all
      select r.intervention_id from intervention_relation r where r.target = f.id and r.kind = 'adapted_from'
    ) kin
  ), kin as (
    (select id from family limit ${largestFamily})
    union
    select r.target from page p join intervention_relation r on r.intervention_id = p.id and r.number = p.number
    union
    select r.intervention_id from page p join intervention_relation r on r.target = p.id
  )
  select r.id, r.themes, r.phases, r.words
  from page left join lateral wall.search_related(page.id, array(select id from kin), ${atMost})
    with ordinality as r(id, themes, phases, words, place) on true
  order by r.place`;

/** Pages that resemble a published page, of those the actor may see; throws `intervention.not_found`. */
export async function listRelated(tx: Tx, handle: string): Promise<Related> {
  const { rows } = await tx.execute<Row>(question(handle));
  if (rows.length === 0) throw notFound('intervention');
  const found = rows.flatMap((row) => (row.id === null ? [] : [{ ...row, id: row.id }]));
  const cards = await listCards(
    tx,
    found.map(({ id }) => id),
  );
  return {
    related: found.flatMap((row) => {
      const card = cards.get(row.id);
      if (!card) return [];
      return [
        {
          card,
          themes: themes.filter((theme) => row.themes?.includes(theme)),
          phases: phases.filter((phase) => row.phases?.includes(phase)),
          words: row.words ?? [],
        },
      ];
    }),
  };
}

/** Counts anew how often words are said in what everybody may read; answers how many counts changed. */
export async function countWords(database: Database): Promise<number> {
  const { rows } = await database.asJob('count-words', (tx) =>
    tx.execute<{ written: number }>(sql`select wall.search_count_words() as written`),
  );
  return rows[0]?.written ?? 0;
}
