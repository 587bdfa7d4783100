// Outgoing mail: written in the transaction that causes it, sent by a job. Sealed: its text holds secret links.
import { forJobs, sealed } from '@kansenplein/db';
import { index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const outgoingMail = pgTable(
  'outgoing_mail',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    recipient: text('recipient').notNull(),
    subject: text('subject').notNull(),
    body: text('body').notNull(),
    /** The whole text of a calendar file that goes along as a part of its own; its METHOD is said in the part too. */
    calendar: text('calendar'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    /** When to try (again). */
    dueAt: timestamp('due_at', { withTimezone: true }).notNull().defaultNow(),
    attempts: integer('attempts').notNull().default(0),
    sentAt: timestamp('sent_at', { withTimezone: true }),
    lastError: text('last_error'),
  },
  (table) => [
    index('outgoing_mail_due').on(table.dueAt),
    ...sealed('outgoing_mail'),
    ...forJobs('outgoing_mail'),
  ],
).enableRLS();
