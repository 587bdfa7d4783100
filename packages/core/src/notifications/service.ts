// What somebody is told of, as it may be seen at this moment: what cannot be seen is in no list and in no number.
import type { Tx } from '@kansenplein/db';
import { sql, type SQL } from 'drizzle-orm';
import { leaveNoEvent } from '../kernel/index.ts';
import { type MarkRead, mostCounted } from './contract.ts';
import { grouped, type Told } from './grouping.ts';
import { pathOf, subject, type Subject } from './reading.ts';
import type { ToldKind } from './vocabulary.ts';

const pageSize = 30;

interface Row extends Record<string, unknown> {
  id: string;
  kind: ToldKind;
  noun: string;
  key: string;
  exact: string;
  read: boolean;
  subject: Subject;
}

/** Newest first; at most so many that can be seen. */
async function find(tx: Tx, condition: SQL, limit: number): Promise<Row[]> {
  const { rows } = await tx.execute<Row>(sql`
    select told.* from (
      select n.id, n.kind, n.noun, n.key, n.happened_at, n.read_at is not null as read, ${subject} as subject,
        to_char(n.happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as exact
      from notification n where n.account_id = wall.app_account() and ${condition}
      order by n.happened_at desc, n.id desc
    ) told where told.subject is not null
    order by told.happened_at desc, told.id desc limit ${limit}`);
  return rows;
}

const toldOf = (row: Row): Told => ({
  id: row.id,
  kind: row.kind,
  happenedAt: new Date(row.exact).toISOString(),
  read: row.read,
  title: row.subject.title.trim() || 'Zonder titel',
  place: row.subject.place,
  href: pathOf(row, row.subject),
});

/** A page of what somebody was told, grouped; `cursor` as the page before handed it out. */
export async function listTold(tx: Tx, cursor: string | undefined) {
  const [moment, last] = cursor?.split('_') ?? [];
  const onward =
    moment === undefined ? sql`true` : sql`(n.happened_at, n.id) < (${moment}::timestamptz, ${last}::uuid)`;
  const rows = await find(tx, onward, pageSize + 1);
  const shown = rows.slice(0, pageSize);
  const end = shown.at(-1);
  return {
    groups: grouped(shown.map(toldOf)),
    next: rows.length > pageSize && end ? `${end.exact}_${end.id}` : null,
  };
}

/** What one errand is to mail, newest first; only what its person may see. */
export const listToMail = async (tx: Tx, errand: string, most: number): Promise<Told[]> =>
  (await find(tx, sql`n.errand_hash = ${errand}`, most)).map(toldOf);

/** How much is unread, counted to a hundred. */
export async function countUnread(tx: Tx) {
  const { rows } = await tx.execute<{ unread: number }>(sql`
    select count(*)::int as unread from (
      select 1 from notification n
      where n.account_id = wall.app_account() and n.read_at is null and ${subject} is not null limit ${mostCounted}) told`);
  return { unread: rows[0]?.unread ?? 0 };
}

/** What is not one's own is passed over in silence: nobody is told that it exists. */
export async function markRead(tx: Tx, input: MarkRead) {
  leaveNoEvent(tx, 'what somebody has read is nobody else’s business');
  const which =
    'ids' in input
      ? sql`n.id in (${sql.join(
          input.ids.map((id) => sql`${id}::uuid`),
          sql`, `,
        )})`
      : sql`n.happened_at <= ${input.until}::timestamptz`;
  const { rowCount } = await tx.execute(
    sql`update notification n set read_at = now()
      where n.account_id = wall.app_account() and n.read_at is null and ${which}`,
  );
  return { marked: rowCount ?? 0 };
}
