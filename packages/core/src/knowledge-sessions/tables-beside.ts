// Beside the programme of a session: the addresses that are only for who comes, what its host wrote to them, and what its
// report says was taken away.
import { asParent, ownedByScopes, scopeColumns } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { knowledgeSession } from './tables.ts';
import { linkKinds, outcomeKinds } from './vocabulary.ts';

/** The joining link and each piece of material, a row of its own: for who is registered and for the host (`session:<id>`). */
export const sessionLink = pgTable(
  'session_link',
  {
    id: uuid('id').primaryKey(),
    sessionId: uuid('session_id')
      .notNull()
      .references(() => knowledgeSession.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: linkKinds }).notNull(),
    title: text('title').notNull(),
    url: text('url').notNull(),
    position: integer('position').notNull().default(0),
    ...scopeColumns(),
  },
  (table) => [
    index('session_link_session').on(table.sessionId),
    ...ownedByScopes('session_link', ['select', 'insert', 'delete']),
  ],
).enableRLS();

/** What the host mailed to all who have a place: written by the wall together with the mails, read by the host. */
export const sessionMessage = pgTable(
  'session_message',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    sessionId: uuid('session_id')
      .notNull()
      .references(() => knowledgeSession.id, { onDelete: 'cascade' }),
    subject: text('subject').notNull(),
    text: text('text').notNull(),
    /** How many people were mailed. */
    sentTo: integer('sent_to').notNull(),
    sentAt: timestamp('sent_at', { withTimezone: true }).notNull().defaultNow(),
    ...scopeColumns(),
  },
  (table) => [
    index('session_message_session').on(table.sessionId),
    ...ownedByScopes('session_message', ['select']),
  ],
).enableRLS();

const version = sql`select 1 from knowledge_session_version v where v.session_id = session_outcome.session_id and v.number = session_outcome.number`;

/** What a published report says was taken away from the session, one thing a row; derived, and seen when the version is. */
export const sessionOutcome = pgTable(
  'session_outcome',
  {
    sessionId: uuid('session_id').notNull(),
    number: integer('number').notNull(),
    key: text('key').notNull(),
    position: integer('position').notNull(),
    kind: text('kind', { enum: outcomeKinds }).notNull(),
    text: text('text').notNull(),
    /** What can be taken over, where it is an intervention. */
    interventionId: uuid('intervention_id'),
    /** Who means to, as the host tells it. */
    municipality: text('municipality'),
  },
  (table) => [
    primaryKey({ columns: [table.sessionId, table.number, table.key] }),
    index('session_outcome_intervention').on(table.interventionId),
    ...asParent('session_outcome', version),
  ],
).enableRLS();
