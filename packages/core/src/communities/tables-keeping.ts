// What keeps a community in order and what it keeps: reports, the moderation log, the library; and the questions that are
// offered to municipalities whose published work is about the same.
import { ownedByScopes, scopeColumns } from '@kansenplein/db';
import { boolean, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { municipality } from '../municipalities/index.ts';
import { communityPost, communityThread } from './tables-talking.ts';
import { community } from './tables.ts';
import { libraryKinds, moderations, reportOutcomes } from './vocabulary.ts';

/** Seen by who reported and by the moderators. */
export const communityReport = pgTable(
  'community_report',
  {
    id: uuid('id').primaryKey(),
    postId: uuid('post_id')
      .notNull()
      .references(() => communityPost.id),
    /** Derived from the post. */
    communityId: uuid('community_id').notNull(),
    accountId: uuid('account_id').notNull(),
    reason: text('reason').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
    outcome: text('outcome', { enum: reportOutcomes }),
    settledAt: timestamp('settled_at', { withTimezone: true }),
    ...scopeColumns(),
  },
  (table) => [
    index('community_report_community').on(table.communityId, table.at),
    index('community_report_post').on(table.postId),
    ...ownedByScopes('community_report', ['select', 'insert', 'update']),
  ],
).enableRLS();

/** What moderators did and why, for moderators. It only grows. */
export const communityLog = pgTable(
  'community_log',
  {
    id: uuid('id').primaryKey(),
    communityId: uuid('community_id')
      .notNull()
      .references(() => community.id),
    what: text('what', { enum: moderations }).notNull(),
    /** Derived: who did it. */
    accountId: uuid('account_id').notNull(),
    /** To whom it was done; null when it was done to a thread or a post. */
    about: uuid('about'),
    threadId: uuid('thread_id'),
    reason: text('reason').notNull().default(''),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
    ...scopeColumns(),
  },
  (table) => [
    index('community_log_at').on(table.communityId, table.at),
    ...ownedByScopes('community_log', ['select', 'insert']),
  ],
).enableRLS();

/** What moderators picked to keep at hand. Only where it is stands here; what it is, is read through the wall. */
export const communityLibrary = pgTable(
  'community_library',
  {
    id: uuid('id').primaryKey(),
    communityId: uuid('community_id')
      .notNull()
      .references(() => community.id),
    kind: text('kind', { enum: libraryKinds }).notNull(),
    target: uuid('target').notNull(),
    note: text('note').notNull().default(''),
    accountId: uuid('account_id').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
    ...scopeColumns(),
  },
  (table) => [
    index('community_library_community').on(table.communityId, table.at),
    ...ownedByScopes('community_library', ['select', 'insert', 'delete']),
  ],
).enableRLS();

/** A question of an open community, offered to a municipality: written by the wall, set aside by the municipality. */
export const communityOffer = pgTable(
  'community_offer',
  {
    threadId: uuid('thread_id')
      .notNull()
      .references(() => communityThread.id),
    municipality: text('municipality')
      .notNull()
      .references(() => municipality.code),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
    setAside: boolean('set_aside').notNull().default(false),
    ...scopeColumns(),
  },
  (table) => [
    primaryKey({ columns: [table.threadId, table.municipality] }),
    index('community_offer_municipality').on(table.municipality, table.at),
    ...ownedByScopes('community_offer', ['select', 'update']),
  ],
).enableRLS();

/** Whether a municipality wants to be asked; without a row it does. */
export const communityOfferChoice = pgTable(
  'community_offer_choice',
  {
    municipality: text('municipality')
      .primaryKey()
      .references(() => municipality.code),
    wanted: boolean('wanted').notNull(),
    changedAt: timestamp('changed_at', { withTimezone: true }).notNull().defaultNow(),
    ...scopeColumns(),
  },
  () => ownedByScopes('community_offer_choice', ['select', 'insert', 'update']),
).enableRLS();
