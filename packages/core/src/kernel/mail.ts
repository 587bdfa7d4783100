// Mail is queued in the transaction that causes it and sent by a job: what is rolled back is never sent.
import type { JobTx, OwnerTx, Tx } from '@kansenplein/db';
import { asc, eq, isNull, sql } from 'drizzle-orm';
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
}

/**
 * The next mail that is due, counted as an attempt and not due again for two minutes: whoever takes it sends it after
 * this transaction, and if it dies before it can say so, the mail is tried again. Null when there is none.
 */
export async function takeDueMail(tx: JobTx): Promise<DueMail | null> {
  const [mail] = await tx
    .select()
    .from(outgoingMail)
    .where(
      sql`${isNull(outgoingMail.sentAt)} and ${outgoingMail.dueAt} <= now() and ${outgoingMail.attempts} < 8`,
    )
    .orderBy(asc(outgoingMail.dueAt))
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

/** Sent: the text, which held a secret link, is not kept, nor is the calendar, which names the person. */
export async function markMailSent(tx: JobTx, id: string): Promise<void> {
  await tx
    .update(outgoingMail)
    .set({ sentAt: sql`now()`, body: '', calendar: null, lastError: null })
    .where(eq(outgoingMail.id, id));
}

/** Tried again after 1, 2, 4 … minutes, eight times in all; the operator sees what failed. */
export async function markMailFailed(tx: JobTx, mail: DueMail, error: string): Promise<void> {
  await tx
    .update(outgoingMail)
    .set({
      lastError: error.slice(0, 300),
      dueAt: sql`now() + make_interval(mins => ${2 ** (mail.attempts - 1)})`,
    })
    .where(eq(outgoingMail.id, mail.id));
}
