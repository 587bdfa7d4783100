// Who took over from whom, as far as the reader may see: pages that are not seen are not in it, and break the chain.
import type { Actor, Tx } from '@kansenplein/db';
import { eq, sql } from 'drizzle-orm';
import type { InterventionContent } from '../interventions/index.ts';
import { notFound, slugOf } from '../kernel/index.ts';
import type { Lineage, Reasons } from './contract.ts';
import { fidelityOf } from './fidelity.ts';
import { adoptionCount } from './tables.ts';

interface PageRow extends Record<string, unknown> {
  id: string;
  depth: number;
  handle: string;
  title: string;
  number: number;
  content: InterventionContent;
  published_at: string;
  municipality: { code: string; name: string; slug: string };
  from_id: string | null;
  from_number: number | null;
  from_content: InterventionContent | null;
  reasons: Reasons | null;
}

/** A chain longer than this is shown from its middle; a page with more adopters shows the first of them. */
const deepest = 20;
const mostPages = 100;

/**
 * Up from the page to the first one the reader may see, and down again to everybody who took over from that. The text
 * it was adapted from is compared with when it may still be read.
 */
const family = (handle: string) => sql`
  with recursive up as (
    select v.intervention_id as id, v.number, 0 as depth
    from intervention_version v where v.handle = ${handle} and v.current and v.withdrawn_at is null
    union all
    select t.intervention_id, t.number, up.depth + 1
    from up
    join intervention_relation r on r.intervention_id = up.id and r.number = up.number and r.kind = 'adapted_from'
    join intervention_version t on t.intervention_id = r.target and t.current and t.withdrawn_at is null
    where up.depth < ${deepest}
  ), down as (
    (select id, number, 0 as depth, null::uuid as from_id, null::int as from_number, null::jsonb as reasons
     from up order by up.depth desc limit 1)
    union all
    select c.intervention_id, c.number, down.depth + 1, down.id, r.target_version, r.reasons
    from down
    join intervention_relation r on r.target = down.id and r.kind = 'adapted_from'
    join intervention_version c on c.intervention_id = r.intervention_id and c.number = r.number
      and c.current and c.withdrawn_at is null
    where down.depth < ${deepest}
  )
  select d.id, d.depth, v.handle, v.title, v.number, v.content, v.published_at,
    json_build_object('code', m.code, 'name', m.name, 'slug', m.slug) as municipality,
    d.from_id, d.from_number, d.reasons, o.content as from_content
  from down d
  join intervention_version v on v.intervention_id = d.id and v.number = d.number
  join municipality m on m.code = v.municipality
  left join intervention_version o on o.intervention_id = d.from_id and o.number = d.from_number and o.withdrawn_at is null
  order by d.depth, v.published_at, v.handle
  limit ${mostPages}`;

export async function getLineage(tx: Tx, actor: Actor, handle: string): Promise<Lineage> {
  const { rows } = await tx.execute<PageRow>(family(handle));
  const asked = rows.find((row) => row.handle === handle);
  if (!asked) throw notFound('intervention');
  const slugs = new Map(rows.map(({ id, title, handle: of }) => [id, slugOf(title, of)]));
  const own = actor.acting?.kind === 'municipality' && actor.acting.key === asked.municipality.code;
  const [counted] = own
    ? await tx.select().from(adoptionCount).where(eq(adoptionCount.interventionId, asked.id))
    : [];
  return {
    pages: rows.map((row) => ({
      slug: slugs.get(row.id) ?? '',
      title: row.title,
      municipality: row.municipality,
      version: row.number,
      publishedAt: new Date(row.published_at).toISOString(),
      from: row.from_id === null ? null : (slugs.get(row.from_id) ?? null),
      fromVersion: row.from_number,
      fidelity: row.from_content && fidelityOf(row.from_content, row.content, row.reasons ?? {}),
    })),
    adopters: own ? (counted?.adopters ?? 0) : null,
  };
}
