// What of the mail does not arrive, for whoever runs the installation: how often it was tried, why it failed and when it is
// tried again. Whose mail it is and what about is told no further than is needed to mend it.
import type { Tx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { notFound, recordEvent } from '../kernel/index.ts';

interface Numbers extends Record<string, unknown> {
  waiting: number;
  failing: number;
  given_up: number;
  sent_today: number;
  digests: number;
}

interface Trouble extends Record<string, unknown> {
  id: string;
  recipient: string;
  queued_at: string;
  attempts: number;
  error: string;
  next_try: string | null;
  given_up_at: string | null;
}

const moment = (at: string) => new Date(at).toISOString();

export async function listUndelivered(tx: Tx) {
  const { rows: numbers } = await tx.execute<Numbers>(sql`select * from wall.mail_numbers()`);
  const { rows } = await tx.execute<Trouble>(sql`select * from wall.mail_troubles()`);
  const [counted] = numbers;
  return {
    waiting: counted?.waiting ?? 0,
    failing: counted?.failing ?? 0,
    givenUp: counted?.given_up ?? 0,
    sentToday: counted?.sent_today ?? 0,
    digests: counted?.digests ?? 0,
    mails: rows.map((row) => ({
      id: row.id,
      recipient: row.recipient,
      queuedAt: moment(row.queued_at),
      attempts: row.attempts,
      error: row.error,
      nextTry: row.next_try && moment(row.next_try),
      givenUpAt: row.given_up_at && moment(row.given_up_at),
    })),
  };
}

/** At once, and as often as if it were new. */
export async function tryMailAgain(tx: Tx, id: string) {
  const { rows } = await tx.execute<{ found: boolean }>(sql`select wall.try_mail_again(${id}) as found`);
  if (!rows[0]?.found) throw notFound('mail');
  await recordEvent(tx, { action: 'mail.tried_again', object: id, municipality: null });
  return { done: true as const };
}
