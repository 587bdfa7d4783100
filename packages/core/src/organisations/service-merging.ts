// Two that are one: found for a coordinator, made one with a reason, and taken apart again. The row that says so has its
// consequences in the wall, in the same transaction (core decision 'Organisations').
import type { Actor, Tx } from '@kansenplein/db';
import { eq, sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import {
  conflict,
  findPersonalData,
  forbidden,
  guardPersonalData,
  notFound,
  recordEvent,
} from '../kernel/index.ts';
import type { OrganisationName } from './contract.ts';
import * as may from './permissions.ts';
import { fromOrganisations, nameColumns, nameOf, type OrganisationRow } from './service.ts';
import { organisation, organisationMerge } from './tables.ts';

interface DoubleRow extends OrganisationRow {
  why: 'name' | 'brin';
  sign: string;
  website: string;
  has_people: boolean;
}

/** At most a hundred groups at once; what is merged makes place for the next. */
export async function listDoubles(tx: Tx) {
  const { rows } = await tx.execute<DoubleRow>(sql`
    with shared as (select o.id, o.brin, o.name_key from organisation o where o.merged_into is null and o.reach <> 'municipality'),
    signs as (
      select 'brin' as why, brin as sign from shared where brin <> '' group by brin having count(*) > 1
      union all select 'name', name_key from shared where name_key <> '' group by name_key
        having count(*) > 1 and count(distinct nullif(brin, '')) < 2
      order by 1, 2 limit 100
    )
    select g.why, g.sign, o.website, wall.organisation_has_people(o.id) as has_people, ${nameColumns}
    ${fromOrganisations} join shared s on s.id = o.id
    join signs g on g.sign = case g.why when 'brin' then s.brin else s.name_key end
    order by g.why, g.sign, o.created_at, o.id`);
  const groups = Map.groupBy(rows, ({ why, sign }) => `${why} ${sign}`);
  // Those of which name and code are both the same are said once, by their code, which stands first.
  const told = new Set<string>();
  return {
    groups: [...groups.values()].flatMap((members) => {
      const of = members.map(({ id }) => id).sort();
      if (told.has(of.join())) return [];
      told.add(of.join());
      return [
        {
          why: members[0]?.why ?? 'name',
          organisations: members.map((row) => ({
            ...nameOf(row),
            website: row.website,
            hasPeople: row.has_people,
          })),
        },
      ];
    }),
  };
}

async function getRow(tx: Tx, id: string) {
  const [row] = await tx.select().from(organisation).where(eq(organisation.id, id));
  if (!row) throw notFound('organisation');
  return row;
}

/** One decision about doubles at a time: what is checked here still holds when the wall acts on it. */
const takeTurn = (tx: Tx) => tx.execute(sql`select pg_advisory_xact_lock(hashtext('organisation_merge'))`);

const guardReason = (reason: string) => guardPersonalData(findPersonalData('reason', reason), null);

/** Makes `id` an alias of `into`. Both addresses work from then on; the first leads to the second. */
export async function mergeOrganisations(
  tx: Tx,
  actor: Actor,
  input: { id: string; into: string; reason: string },
) {
  await takeTurn(tx);
  const [gone, stays] = [await getRow(tx, input.id), await getRow(tx, input.into)];
  if (gone.id === stays.id || gone.mergedInto || stays.mergedInto)
    throw conflict('organisation.merged_already');
  if (!may.canMerge(actor, gone) || !may.canMerge(actor, stays)) throw forbidden('organisation.cannot_merge');
  guardReason(input.reason);
  const { rows } = await tx.execute<{ has: boolean }>(
    sql`select wall.organisation_has_people(${gone.id}) as has`,
  );
  if (rows[0]?.has) throw conflict('organisation.has_people');
  await tx.insert(organisationMerge).values({
    id: randomUUID(),
    what: 'merged',
    organisationId: gone.id,
    intoId: stays.id,
    reason: input.reason,
  });
  await recordEvent(tx, {
    action: 'organisation.merged',
    object: gone.id,
    municipality: null,
    reason: input.reason,
  });
  return { done: true as const };
}

/** Takes a double apart again: every name returns to the one it was given for. */
export async function undoMerge(tx: Tx, actor: Actor, input: { id: string; reason: string }) {
  await takeTurn(tx);
  const row = await getRow(tx, input.id);
  if (row.mergedInto === null) throw conflict('organisation.not_merged');
  if (!may.canMerge(actor, { ...row, mergedInto: null })) throw forbidden('organisation.cannot_merge');
  guardReason(input.reason);
  await tx.insert(organisationMerge).values({
    id: randomUUID(),
    what: 'undone',
    organisationId: row.id,
    intoId: row.mergedInto,
    reason: input.reason,
  });
  await recordEvent(tx, {
    action: 'organisation.merge_undone',
    object: row.id,
    municipality: null,
    reason: input.reason,
  });
  return { done: true as const };
}

interface MergeRow extends Record<string, unknown> {
  id: string;
  what: 'merged' | 'undone';
  reason: string;
  at: string;
  organisation: OrganisationRow;
  into: OrganisationRow;
  undoable: boolean;
}

/** What was decided, newest first. */
export async function listMerges(tx: Tx) {
  const one = (id: string) => sql`(select to_json(found) from (select ${nameColumns} ${fromOrganisations}
    where o.id = ${sql.raw(id)}) found)`;
  const { rows } = await tx.execute<MergeRow>(sql`
    select g.id, g.what, g.reason, g.at, ${one('g.organisation_id')} as organisation, ${one('g.into_id')} as into,
      g.what = 'merged' and exists (select from organisation now where now.id = g.organisation_id and now.merged_into = g.into_id)
        and not exists (select from organisation_merge later where later.organisation_id = g.organisation_id and later.at > g.at)
        as undoable
    from organisation_merge g order by g.at desc, g.id limit 100`);
  const named = (row: OrganisationRow): OrganisationName => nameOf(row);
  return {
    merges: rows.map(({ id, what, reason, at, organisation: gone, into, undoable }) => ({
      id,
      what,
      reason,
      at: new Date(at).toISOString(),
      organisation: named(gone),
      into: named(into),
      undoable,
    })),
  };
}
