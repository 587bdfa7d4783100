// Outgoing mail: written in the transaction that causes it, sent by a job. Sealed: its text holds secret links.
import { forJobs, sealed } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const outgoingMail = pgTable(
  'outgoing_mail',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    recipient: text('recipient').notNull(),
    subject: text('subject').notNull(),
    /** Plain text; emptied when it was sent. */
    body: text('body').notNull(),
    /** The whole text of a calendar file that goes along as a part of its own; its METHOD is said in the part too. */
    calendar: text('calendar'),
    /** The same as HTML; null when there is none. */
    html: text('html'),
    /** Headers beside those of every mail, by name. */
    headers: jsonb('headers').$type<Readonly<Record<string, string>>>(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    /** When to try (again). */
    dueAt: timestamp('due_at', { withTimezone: true }).notNull().defaultNow(),
    attempts: integer('attempts').notNull().default(0),
    sentAt: timestamp('sent_at', { withTimezone: true }),
    lastError: text('last_error'),
    /** Since when it is not tried any more: refused for good, or refused too long. */
    givenUpAt: timestamp('given_up_at', { withTimezone: true }),
  },
  (table) => [
    index('outgoing_mail_due').on(table.dueAt),
    index('outgoing_mail_waiting')
      .on(table.dueAt)
      .where(sql`sent_at is null and given_up_at is null`),
    ...sealed('outgoing_mail'),
    ...forJobs('outgoing_mail'),
  ],
).enableRLS();
