// What calendars show: a month for people, files and feeds for their programs. All of it is read through the wall.
import type { Actor, Tx } from '@kansenplein/db';
import { and, arrayContains, asc, desc, eq, sql, type SQL } from 'drizzle-orm';
import { atomFeed, calendarFeed, calendarFile } from '../calendar-files/index.ts';
import { notFound, slugOf } from '../kernel/index.ts';
import {
  entryOf,
  eventOf,
  knowledgeSessionVersion as version,
  placeOf,
  sessionRegistration,
  sessionSeat,
  type SessionRow,
} from '../knowledge-sessions/index.ts';
import { municipality } from '../municipalities/index.ts';
import type { CalendarEntry, TextFile } from './contract.ts';

/** One page shows a month: thirty-five municipalities do not fill it, three hundred would. */
const mostInMonth = 300;
const mostInFeed = 300;
const mostInAtom = 50;

const columns = {
  id: version.sessionId,
  handle: version.handle,
  number: version.number,
  title: version.title,
  summary: sql<string>`${version.content} ->> 'summary'`,
  form: sql<SessionRow['form']>`${version.content} ->> 'form'`,
  place: sql<string>`${version.content} ->> 'place'`,
  address: sql<string>`${version.content} ->> 'address'`,
  state: version.state,
  reason: version.cancelledReason,
  starts: sql<Date>`${version.startsAt}`.mapWith(version.startsAt),
  ends: sql<Date>`${version.endsAt}`.mapWith(version.endsAt),
  published: version.publishedAt,
  settled: version.stateAt,
  host: municipality.name,
};

const publishedSessions = (tx: Tx, condition: SQL | undefined, order: SQL, most: number) =>
  tx
    .select(columns)
    .from(version)
    .leftJoin(municipality, eq(municipality.code, version.municipality))
    .where(and(version.current, sql`${version.startsAt} is not null`, condition))
    .orderBy(order, asc(version.sessionId))
    .limit(most);

/** Whether this person has a place in the session; a host sees the registrations of others too. */
const hasPlace = (account: string | null): SQL<boolean> =>
  account === null
    ? sql`false`
    : sql`exists (select 1 from ${sessionRegistration} join ${sessionSeat} on ${sessionSeat.registrationId} = ${sessionRegistration.id}
        where ${sessionRegistration.sessionId} = ${version.sessionId} and ${sessionRegistration.accountId} = ${account}
          and ${sessionRegistration.state} = 'admitted' and ${sessionSeat.part} = '' and ${sessionSeat.state} = 'seated')`;

/** By Dutch days; what begins before the month or ends after it belongs to it too. */
function touching(month: string): SQL {
  const first = sql`${`${month}-01`}::date::timestamp`;
  return sql`${version.startsAt} < (${first} + interval '1 month') at time zone 'Europe/Amsterdam'
    and ${version.endsAt} > ${first} at time zone 'Europe/Amsterdam'`;
}

const entryInMonth = ({ own, ...row }: SessionRow & { readonly own: boolean }): CalendarEntry => ({
  id: row.id,
  slug: slugOf(row.title, row.handle),
  title: row.title,
  startsAt: new Date(row.starts).toISOString(),
  endsAt: new Date(row.ends).toISOString(),
  host: row.host ?? '',
  place: placeOf(row),
  cancelled: row.state === 'cancelled',
  own,
});

async function entriesOf(tx: Tx, condition: SQL | undefined, own: SQL<boolean>) {
  const rows = await tx
    .select({ ...columns, own })
    .from(version)
    .leftJoin(municipality, eq(municipality.code, version.municipality))
    .where(and(version.current, condition))
    .orderBy(asc(version.startsAt), asc(version.sessionId))
    .limit(mostInMonth + 1);
  return { entries: rows.slice(0, mostInMonth).map(entryInMonth), isMore: rows.length > mostInMonth };
}

/** What the actor may read of a month, `2027-03`. */
export const viewMonth = (tx: Tx, { account }: Actor, month: string) =>
  entriesOf(tx, touching(month), hasPlace(account));

/** Of those the ones in which the actor has a place. */
export const viewOwnMonth = (tx: Tx, { account }: Actor, month: string) =>
  entriesOf(tx, and(touching(month), hasPlace(account)), sql<boolean>`true`);

/** One session to take along. Throws `session.not_found` for what the actor may not see. */
export async function takeAlong(tx: Tx, handle: string, origin: string): Promise<TextFile> {
  const [row] = await publishedSessions(tx, eq(version.handle, handle), asc(version.startsAt), 1);
  if (!row) throw notFound('session');
  return { text: calendarFile([eventOf(row, origin)]) };
}

/** Of everybody, and for everybody the same: who is signed in sees no more here. */
const forEverybody = (more: SQL) => and(arrayContains(version.visibleTo, ['public']), more);

/** Public sessions that are to come, or were in the last three months. */
export async function followPublic(tx: Tx, origin: string): Promise<TextFile> {
  const recent = forEverybody(sql`${version.endsAt} > now() - interval '3 months'`);
  const rows = await publishedSessions(tx, recent, asc(version.startsAt), mostInFeed);
  const events = rows.map((row) => eventOf(row, origin));
  return { text: calendarFeed('Kennissessies van Kansenplein', events) };
}

/** Public sessions that were published or changed last. */
export async function readAlong(tx: Tx, origin: string): Promise<TextFile> {
  const changed = sql`greatest(${version.publishedAt}, ${version.stateAt})`;
  const rows = await publishedSessions(tx, forEverybody(sql`true`), desc(changed), mostInAtom);
  const text = atomFeed({
    title: 'Kennissessies van Kansenplein',
    self: `${origin}/feeds/kennissessies.atom`,
    page: `${origin}/kennissessies`,
    entries: rows.map((row) => entryOf(row, origin)),
  });
  return { text };
}
