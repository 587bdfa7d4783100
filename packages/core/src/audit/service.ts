// Reading the trail: newest first, of the own municipality or the installation; for others it does not exist.
import type { Actor, Tx } from '@kansenplein/db';
import { and, desc, eq, isNull, sql, type SQL } from 'drizzle-orm';
import { notFound } from '../kernel/index.ts';
import { namesOf } from '../municipalities/index.ts';
import type { ListTrail, TrailEvent, TrailFilter } from './contract.ts';
import { canReadTrail } from './permissions.ts';
import { auditEvent } from './tables.ts';

const pageSize = 50;
const exportSize = 20_000;

/** A day begins at midnight in the Netherlands, summer and winter. */
const midnight = (day: string, daysLater = 0) =>
  sql`((${day}::date + ${daysLater}::int)::timestamp at time zone 'Europe/Amsterdam')`;

function conditionsOf(actor: Actor, filter: TrailFilter): SQL[] {
  const own = actor.acting?.kind === 'municipality' ? actor.acting.key : null;
  const { from, until, action, person, object, outcome } = filter;
  return [
    own === null ? isNull(auditEvent.municipality) : eq(auditEvent.municipality, own),
    ...(from ? [sql`${auditEvent.at} >= ${midnight(from)}`] : []),
    ...(until ? [sql`${auditEvent.at} < ${midnight(until, 1)}`] : []),
    ...(action ? [eq(auditEvent.action, action)] : []),
    ...(person ? [eq(auditEvent.pseudonym, person)] : []),
    // From the beginning, so that an intervention is found with the participations in it.
    ...(object ? [sql`starts_with(${auditEvent.object}, ${object})`] : []),
    ...(outcome ? [eq(auditEvent.outcome, outcome)] : []),
  ];
}

const exactMoment = sql<string>`to_char(${auditEvent.at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

async function find(tx: Tx, conditions: readonly SQL[], limit: number, offset: number) {
  return tx
    .select({ row: auditEvent, moment: exactMoment })
    .from(auditEvent)
    .where(and(...conditions))
    .orderBy(desc(auditEvent.at), desc(auditEvent.id))
    .limit(limit)
    .offset(offset);
}

type Row = Awaited<ReturnType<typeof find>>[number];

async function listNames(tx: Tx) {
  const { rows } = await tx.execute<{ pseudonym: string; name: string }>(
    sql`select pseudonym, name from wall.audit_names() order by name, pseudonym`,
  );
  return rows;
}

const eventOf = ({ row }: Row, names: ReadonlyMap<string, string>): TrailEvent => ({
  at: row.at.toISOString(),
  action: row.action,
  object: row.object,
  outcome: row.outcome,
  person:
    row.pseudonym === null ? null : { pseudonym: row.pseudonym, name: names.get(row.pseudonym) ?? null },
  role: row.role,
  origin: row.origin,
  reason: row.reason,
  times: row.times,
});

async function labelOf(tx: Tx, actor: Actor): Promise<string> {
  if (actor.acting?.kind !== 'municipality') return 'deze installatie';
  const { key } = actor.acting;
  return `gemeente ${(await namesOf(tx, [key])).get(key)?.name ?? key}`;
}

/** Which moment a page ended with, and how many of its events share that moment: the number of an event stays inside. */
function cursorAfter(rows: readonly Row[], earlier: { moment: string; shown: number } | null): string | null {
  const last = rows.at(-1);
  if (!last) return null;
  const same = rows.filter(({ moment }) => moment === last.moment).length;
  return `${last.moment}_${same + (earlier?.moment === last.moment ? earlier.shown : 0)}`;
}

function readCursor(cursor: string | undefined): { moment: string; shown: number } | null {
  const [moment, shown] = cursor?.split('_') ?? [];
  return moment === undefined ? null : { moment, shown: Number(shown) };
}

export async function listTrail(tx: Tx, actor: Actor, { cursor, ...filter }: ListTrail) {
  if (!canReadTrail(actor)) throw notFound('page');
  const earlier = readCursor(cursor);
  const onward = earlier ? [sql`${auditEvent.at} <= ${earlier.moment}::timestamptz`] : [];
  const conditions = [...conditionsOf(actor, filter), ...onward];
  const rows = await find(tx, conditions, pageSize + 1, earlier?.shown ?? 0);
  const people = await listNames(tx);
  const names = new Map(people.map(({ pseudonym, name }) => [pseudonym, name]));
  const shown = rows.slice(0, pageSize);
  return {
    label: await labelOf(tx, actor),
    events: shown.map((row) => eventOf(row, names)),
    next: rows.length > pageSize ? cursorAfter(shown, earlier) : null,
    people,
  };
}

/** The newest 20,000 that fit the filter; that somebody took them along is an event itself. */
export async function exportTrail(tx: Tx, actor: Actor, filter: TrailFilter) {
  if (!canReadTrail(actor)) throw notFound('page');
  const rows = await find(tx, conditionsOf(actor, filter), exportSize + 1, 0);
  const names = new Map((await listNames(tx)).map(({ pseudonym, name }) => [pseudonym, name]));
  return {
    label: await labelOf(tx, actor),
    events: rows.slice(0, exportSize).map((row) => eventOf(row, names)),
    isCut: rows.length > exportSize,
  };
}
