// The pages that name an organisation or a school. Being named gives it nothing: who asks sees what it may see anyway.
import type { Tx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { resolveOrganisation } from './service.ts';

/** A page shows no more; `total` counts all of them that the reader may see. */
const mostShown = 100;

/** Ids of interventions or agendas whose page names it, newest first, of those the reader may see. */
export async function pagesNaming(
  tx: Tx,
  noun: 'intervention' | 'agenda',
  handle: string,
): Promise<{ ids: string[]; total: number }> {
  const organisation = await resolveOrganisation(tx, handle);
  const [of, party, version] = [`${noun}_id`, `${noun}_party`, `${noun}_version`].map((name) =>
    sql.identifier(name),
  );
  const { rows } = await tx.execute<{ id: string; total: number }>(sql`
    select v.${of} as id, (count(*) over ())::int as total
    from ${version} v
    where v.current and v.withdrawn_at is null and exists (
      select from ${party} p
      where p.${of} = v.${of} and p.number = v.number and p.organisation_id = ${organisation})
    order by v.published_at desc, v.${of} limit ${mostShown}`);
  return { ids: rows.map(({ id }) => id), total: rows[0]?.total ?? 0 };
}
