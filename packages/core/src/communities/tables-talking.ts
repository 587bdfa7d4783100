// What is said in a community. A thread is its title, and in an open community everybody may read that; who began it and
// what is said stands in posts, which are rows of another audience. What was said before it was changed is a row again.
import { ownedByScopes, scopeColumns } from '@kansenplein/db';
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { community } from './tables.ts';
import { type CardKind, reactionKinds, threadKinds } from './vocabulary.ts';

/** A page that a post points at. */
export interface PointsAt {
  readonly kind: CardKind;
  readonly id: string;
}

export const communityThread = pgTable(
  'community_thread',
  {
    id: uuid('id').primaryKey(),
    communityId: uuid('community_id')
      .notNull()
      .references(() => community.id),
    /** Random, never typed by anyone; the same wherever the thread is moved. */
    handle: text('handle').notNull().unique(),
    kind: text('kind', { enum: threadKinds }).notNull(),
    title: text('title').notNull(),
    pinned: boolean('pinned').notNull().default(false),
    closed: boolean('closed').notNull().default(false),
    removedAt: timestamp('removed_at', { withTimezone: true }),
    /** Derived: whether a reply was marked as the answer. */
    answered: boolean('answered').notNull().default(false),
    /** Derived: replies that stand, and when the newest came. Told to whoever reads the title. */
    replies: integer('replies').notNull().default(0),
    lastAt: timestamp('last_at', { withTimezone: true }).notNull().defaultNow(),
    /** Derived: how many posts were ever written here; the number of the next one. */
    posts: integer('posts').notNull().default(0),
    /** Derived: raised by everything that happens to a post, so that a reader can ask what came after. */
    change: integer('change').notNull().default(0),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    ...scopeColumns(),
  },
  (table) => [
    index('community_thread_list').on(table.communityId, table.pinned.desc(), table.lastAt.desc(), table.id),
    ...ownedByScopes('community_thread', ['select', 'insert', 'update']),
  ],
).enableRLS();

export const communityPost = pgTable(
  'community_post',
  {
    id: uuid('id').primaryKey(),
    threadId: uuid('thread_id')
      .notNull()
      .references(() => communityThread.id),
    /** Derived from the thread. */
    communityId: uuid('community_id')
      .notNull()
      .references(() => community.id),
    /** Derived: 0 is what the thread began with. */
    number: integer('number').notNull().default(0),
    /** Derived: whoever writes it. No foreign key, as everywhere who did what is a mark that stays. */
    accountId: uuid('account_id').notNull(),
    body: text('body').notNull(),
    /** Members who are named in it; the database leaves out whoever is none. */
    mentions: uuid('mentions').array().notNull().default([]),
    cards: jsonb('cards').$type<readonly PointsAt[]>().notNull().default([]),
    /** The answer to the question. */
    answer: boolean('answer').notNull().default(false),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    editedAt: timestamp('edited_at', { withTimezone: true }),
    /** A post that was removed is empty and keeps its place. */
    removedAt: timestamp('removed_at', { withTimezone: true }),
    removedBy: text('removed_by', { enum: ['author', 'moderator'] }),
    /** Derived: the change of the thread in which it last changed. */
    change: integer('change').notNull().default(0),
    ...scopeColumns(),
  },
  (table) => [
    uniqueIndex('community_post_number').on(table.threadId, table.number),
    index('community_post_change').on(table.threadId, table.change),
    index('community_post_author').on(table.accountId, table.createdAt),
    ...ownedByScopes('community_post', ['select', 'insert', 'update']),
  ],
).enableRLS();

/** What a post said before: read by its readers, and after it was removed by moderators only. */
export const communityPostEarlier = pgTable(
  'community_post_earlier',
  {
    postId: uuid('post_id')
      .notNull()
      .references(() => communityPost.id),
    number: integer('number').notNull(),
    communityId: uuid('community_id').notNull(),
    /** Who wrote the text. */
    accountId: uuid('account_id').notNull(),
    body: text('body').notNull(),
    /** Until when it stood there. */
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
    ...scopeColumns(),
  },
  (table) => [
    primaryKey({ columns: [table.postId, table.number] }),
    ...ownedByScopes('community_post_earlier', ['select']),
  ],
).enableRLS();

export const communityReaction = pgTable(
  'community_reaction',
  {
    postId: uuid('post_id')
      .notNull()
      .references(() => communityPost.id),
    accountId: uuid('account_id').notNull(),
    kind: text('kind', { enum: reactionKinds }).notNull(),
    /** Derived from the post. */
    threadId: uuid('thread_id').notNull(),
    ...scopeColumns(),
  },
  (table) => [
    primaryKey({ columns: [table.postId, table.accountId, table.kind] }),
    index('community_reaction_thread').on(table.threadId),
    ...ownedByScopes('community_reaction', ['select', 'insert', 'delete']),
  ],
).enableRLS();
