// The pages that name an organisation or a school. Being named gives it nothing: who asks sees what it may see anyway.
import type { Tx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { resolveOrganisation } from '../organisations/index.ts';
import { listCards } from './service.ts';

/** A page shows no more; `total` counts all of them that the reader may see. */
const mostShown = 100;

export async function listOfOrganisation(tx: Tx, handle: string) {
  const id = await resolveOrganisation(tx, handle);
  const { rows } = await tx.execute<{ id: string; total: number }>(sql`
    select v.intervention_id as id, (count(*) over ())::int as total
    from intervention_version v
    where v.current and v.withdrawn_at is null and exists (
      select from intervention_party p
      where p.intervention_id = v.intervention_id and p.number = v.number and p.organisation_id = ${id})
    order by v.published_at desc, v.intervention_id limit ${mostShown}`);
  const cards = await listCards(
    tx,
    rows.map((row) => row.id),
  );
  return {
    interventions: rows.flatMap((row) => cards.get(row.id) ?? []),
    total: rows[0]?.total ?? 0,
  };
}
