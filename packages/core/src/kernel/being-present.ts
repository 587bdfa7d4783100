// Who has a working copy open: told to whoever may read it, for as long as somebody says so and a moment longer. It is
// nobody's business later, so it leaves no event (decisions/0017-drafts-together.md).
import type { Actor, Role, Tx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { colleagueNames } from './colleagues.ts';
import { BePresent, Present, type stays } from './presence.ts';
import type { Publishable, PublishableContent } from './publishable.ts';
import { readers } from './roles.ts';
import { leaveNoEvent } from './trail.ts';
import { write } from './trpc.ts';

/** Seconds; the page says it again three times within the shorter one. */
const lasts: Readonly<Record<(typeof stays)[number], number>> = { page: 120, looking: 30, left: 0 };

interface Row extends Record<string, unknown> {
  account_id: string;
  by_role: Role | null;
  code: string | null;
  municipality: string | null;
  place: string;
}

/** Says that one has it open and where, and answers who else has; throws `<noun>.not_found`. */
export async function bePresent<C extends PublishableContent>(
  tx: Tx,
  actor: Actor,
  of: Publishable<C>,
  { id, place, stay }: { id: string; place: string; stay: (typeof stays)[number] },
) {
  const row = await of.get(tx, id);
  const table = sql.identifier(`${of.noun}_presence`);
  leaveNoEvent(tx, 'who has a text open now is forgotten within the hour');
  await tx.execute(sql`
    insert into ${table} (document_id, account_id, place, until)
    values (${row.id}, ${actor.account}, ${place}, now() + make_interval(secs => ${lasts[stay]}))
    on conflict (document_id, account_id) do update
    set by_municipality = excluded.by_municipality, by_role = excluded.by_role,
      place = excluded.place, until = excluded.until`);
  const { rows } = await tx.execute<Row>(sql`
    select p.account_id, p.by_role, m.code, m.name as municipality, p.place
    from ${table} p left join municipality m on m.code = p.by_municipality
    where p.document_id = ${row.id} and p.account_id <> ${actor.account} and p.until > now()
    order by m.name, p.by_role, p.account_id limit 50`);
  const names = rows.length > 0 ? await colleagueNames(tx) : new Map<string, string>();
  const others = rows.map((each) => ({
    // Whoever is here for another municipality is told of by role, also when it is somebody one knows.
    name: each.code === actor.acting?.key ? (names.get(each.account_id) ?? null) : null,
    role: each.by_role,
    municipality: each.code && each.municipality ? { code: each.code, name: each.municipality } : null,
    place: each.place,
  }));
  return { others: [...others].sort((a, b) => Number(b.name !== null) - Number(a.name !== null)) };
}

/** The procedure of being present that every noun that is published has. */
export const presenceProcedures = <C extends PublishableContent>(of: Publishable<C>) => ({
  present: write(readers)
    .input(BePresent)
    .output(Present)
    .mutation(({ ctx, input }) => bePresent(ctx.tx, ctx.actor, of, input)),
});
