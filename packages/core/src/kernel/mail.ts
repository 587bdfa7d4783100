// Mail is queued in the transaction that causes it and sent by a job: what is rolled back is never sent.
import type { JobTx, OwnerTx, Tx } from '@kansenplein/db';
import { asc, eq, sql } from 'drizzle-orm';
import { createHash, randomBytes } from 'node:crypto';
import { outgoingMail } from './tables.ts';

export interface Mail {
  readonly recipient: string;
  readonly subject: string;
  /** Plain text. */
  readonly body: string;
  /** A calendar file with a METHOD, made for this recipient (calendar-files). */
  readonly calendar?: string | null;
}

export async function queueMail(tx: Tx | JobTx | OwnerTx, mail: Mail): Promise<void> {
  const { recipient, subject, body, calendar } = mail;
  await tx.execute(
    calendar
      ? sql`select wall.queue_calendar_mail(${recipient}, ${subject}, ${body}, ${calendar})`
      : sql`select wall.queue_mail(${recipient}, ${subject}, ${body})`,
  );
}

export interface DueMail extends Mail {
  readonly id: string;
  readonly attempts: number;
  /** The same as the text, for who reads mail as HTML. */
  readonly html: string | null;
  /** Headers beside those of every mail. */
  readonly headers: Readonly<Record<string, string>> | null;
}

/** A secret for a link of a mail, and what is kept of it. */
export function newStop(): { readonly secret: string; readonly hash: string } {
  const secret = randomBytes(32).toString('base64url');
  return { secret, hash: createHash('sha256').update(secret).digest('hex') };
}

/** Where a mail is stopped: opened it asks, posted to it stops at once. */
export const stopAddress = (origin: string, secret: string) => `${origin}/stop/${secret}`;

/** What lets a mail program show a button that stops this mail (RFC 2369, RFC 8058). */
export const stopHeaders = (origin: string, secret: string): Readonly<Record<string, string>> => ({
  'List-Unsubscribe': `<${stopAddress(origin, secret)}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
});

/** What many get at once waits for what one person waits for, such as a link to sign in with. */
const isForMany = sql`(headers ? 'List-Unsubscribe') is true`;

/**
 * The next mail that is due, counted as an attempt and not due again for two minutes: whoever takes it sends it after
 * this transaction, and if it dies before it can say so, the mail is tried again. Null when there is none.
 */
export async function takeDueMail(tx: JobTx): Promise<DueMail | null> {
  const [mail] = await tx
    .select()
    .from(outgoingMail)
    .where(sql`sent_at is null and given_up_at is null and ${outgoingMail.dueAt} <= now()`)
    .orderBy(isForMany, asc(outgoingMail.dueAt))
    .limit(1)
    .for('update', { skipLocked: true });
  if (!mail) return null;
  const attempts = mail.attempts + 1;
  await tx
    .update(outgoingMail)
    .set({ attempts, dueAt: sql`now() + interval '2 minutes'` })
    .where(eq(outgoingMail.id, mail.id));
  return { ...mail, attempts };
}

/** Sent: text and headers, which held secret links, are not kept, nor is the calendar, which names the person. */
export async function markMailSent(tx: JobTx, id: string): Promise<void> {
  await tx
    .update(outgoingMail)
    .set({ sentAt: sql`now()`, body: '', html: null, headers: null, calendar: null, lastError: null })
    .where(eq(outgoingMail.id, id));
}

export interface MailFailure {
  /** What the server said. */
  readonly error: string;
  /** Refused for good: trying again would only be refused again. */
  readonly isFinal: boolean;
}

/** After 1, 2, 4 … minutes, and then every four hours: five days in all (RFC 5321, 4.5.4.1). */
const longestPause = 240;
const mostAttempts = 37;

/** Tried again, ever later, unless it was refused for good; the operator sees what failed. */
export async function markMailFailed(
  tx: JobTx,
  mail: Pick<DueMail, 'id' | 'attempts'>,
  { error, isFinal }: MailFailure,
): Promise<void> {
  const isOver = isFinal || mail.attempts >= mostAttempts;
  const pause = Math.min(2 ** (mail.attempts - 1), longestPause);
  await tx
    .update(outgoingMail)
    .set({
      lastError: error.slice(0, 300),
      dueAt: sql`now() + make_interval(mins => ${pause})`,
      givenUpAt: isOver ? sql`now()` : null,
    })
    .where(eq(outgoingMail.id, mail.id));
}
