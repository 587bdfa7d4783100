// The agendas that name an organisation or a school, of those the reader may see.
import type { Tx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { resolveOrganisation } from '../organisations/index.ts';
import { listAgendaCards } from './service.ts';

/** A page shows no more; `total` counts all of them that the reader may see. */
const mostShown = 100;

export async function listOfOrganisation(tx: Tx, handle: string) {
  const id = await resolveOrganisation(tx, handle);
  const { rows } = await tx.execute<{ id: string; total: number }>(sql`
    select v.agenda_id as id, (count(*) over ())::int as total
    from agenda_version v
    where v.current and v.withdrawn_at is null and exists (
      select from agenda_party p
      where p.agenda_id = v.agenda_id and p.number = v.number and p.organisation_id = ${id})
    order by v.published_at desc, v.agenda_id limit ${mostShown}`);
  const cards = await listAgendaCards(
    tx,
    rows.map((row) => row.id),
  );
  return { agendas: rows.flatMap((row) => cards.get(row.id) ?? []), total: rows[0]?.total ?? 0 };
}
