// Who comes to a knowledge session. Requests read these rows and change none of them: places are given, offered and freed
// by functions of the wall, under the lock of the part (tables.ts), so that 500 at once are counted one by one.
import { asParent, ownedByScopes, scopeColumns } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import {
  boolean,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { account } from '../accounts/index.ts';
import { knowledgeSession } from './tables.ts';
import { registrationStates, seatStates, tellings } from './vocabulary.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** One person at one session: seen by that person and by who holds the session. */
export const sessionRegistration = pgTable(
  'session_registration',
  {
    id: uuid('id').primaryKey(),
    sessionId: uuid('session_id')
      .notNull()
      .references(() => knowledgeSession.id, { onDelete: 'cascade' }),
    /** Null of a guest. */
    accountId: uuid('account_id').references(() => account.id),
    /** As the person was called when registering: the host sees no accounts. */
    name: text('name').notNull(),
    /** For whom the person acted then, such as 'gemeente Heerlen'; empty of a guest. */
    belongs: text('belongs').notNull().default(''),
    /** Only of a guest. */
    guestAddress: text('guest_address'),
    /** To the question of the host. */
    answer: text('answer').notNull().default(''),
    /** Keys of the workshops that were chosen. */
    choices: text('choices').array().notNull().default([]),
    state: text('state', { enum: registrationStates }).notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    /** Until when a guest can confirm. */
    confirmUntil: moment('confirm_until'),
    changedAt: moment('changed_at').notNull().defaultNow(),
    attendedAt: moment('attended_at'),
    remindedAt: moment('reminded_at'),
    /** What was thought of it has been said; by whom is not kept with it. */
    feedbackAt: moment('feedback_at'),
    /** What this person must still be mailed; the newest thing replaces what was not told yet. */
    tell: text('tell', { enum: tellings }),
    tellSince: moment('tell_since'),
    /** SEQUENCE of the last calendar that went along with a mail; whether it put the session in, or took it out. */
    calendarSequence: integer('calendar_sequence').notNull().default(-1),
    inCalendar: boolean('in_calendar').notNull().default(false),
    /** SHA-256 of the secrets in the last twenty mails: each opens this registration and nothing else. */
    linkHashes: text('link_hashes').array().notNull().default([]),
    ...scopeColumns(),
  },
  (table) => [
    uniqueIndex('session_registration_account').on(table.sessionId, table.accountId),
    uniqueIndex('session_registration_guest').on(table.sessionId, table.guestAddress),
    index('session_registration_of_account').on(table.accountId),
    index('session_registration_tell').on(table.tellSince),
    index('session_registration_links').using('gin', table.linkHashes),
    ...ownedByScopes('session_registration', ['select']),
  ],
).enableRLS();

/** A place in the session or in a workshop, or the wish for one; in the order in which they came. */
export const sessionSeat = pgTable(
  'session_seat',
  {
    registrationId: uuid('registration_id')
      .notNull()
      .references(() => sessionRegistration.id, { onDelete: 'cascade' }),
    /** Empty: the session as a whole; else the key of a workshop. */
    part: text('part').notNull(),
    sessionId: uuid('session_id').notNull(),
    ordinal: integer('ordinal').notNull(),
    state: text('state', { enum: seatStates }).notNull(),
    /** Until when a place that came free is kept for this person. */
    offeredUntil: moment('offered_until'),
  },
  (table) => [
    primaryKey({ columns: [table.registrationId, table.part] }),
    uniqueIndex('session_seat_order').on(table.sessionId, table.part, table.ordinal),
    ...asParent(
      'session_seat',
      sql`select 1 from session_registration r where r.id = session_seat.registration_id`,
    ),
  ],
).enableRLS();

/** What somebody who was there thought of it. Nobody's row: it does not say whose it is. Seen by the host. */
export const sessionFeedback = pgTable(
  'session_feedback',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    sessionId: uuid('session_id')
      .notNull()
      .references(() => knowledgeSession.id, { onDelete: 'cascade' }),
    /** 1 to 5. */
    score: integer('score').notNull(),
    useful: text('useful').notNull(),
    better: text('better').notNull(),
    ...scopeColumns(),
  },
  (table) => [
    index('session_feedback_session').on(table.sessionId),
    ...ownedByScopes('session_feedback', ['select']),
  ],
).enableRLS();
