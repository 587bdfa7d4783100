/**
 * Who keeps a copy of the read model, and what of it is not copied yet. Written by triggers on the read model in the
 * publishing transaction, read by the relay. A set and no log: a document stands in it once for each follower, whatever
 * happened to it, and without followers it stays empty. Sealed: functions `wall.engine_…` are the only way in.
 */
import { bigint, integer, pgPolicy, pgRole, pgTable, primaryKey, smallint } from 'drizzle-orm/pg-core';
import { text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';

const wall = pgRole('wall').existing();
const sealed = (table: string) => [
  pgPolicy(`${table}_wall`, { for: 'all', to: wall, using: sql`true`, withCheck: sql`true` }),
];

/** An index of another engine, by its name there. */
export const searchFollower = pgTable(
  'search_follower',
  {
    name: text('name').primaryKey(),
    /** What documents and settings are made by: another recipe means that everything is sent anew. */
    recipe: text('recipe').notNull(),
    /** Since when it holds everything, so that it may answer; null while it is filled for the first time. */
    readyAt: timestamp('ready_at', { withTimezone: true }),
    /** When its relay last asked for work: a follower that stays away is forgotten. */
    seenAt: timestamp('seen_at', { withTimezone: true }).notNull().defaultNow(),
  },
  () => sealed('search_follower'),
);

/** The dirty set: documents whose copy is older than the read model. */
export const searchDirty = pgTable(
  'search_dirty',
  {
    follower: text('follower')
      .notNull()
      .references(() => searchFollower.name, { onDelete: 'cascade' }),
    kind: smallint('kind').notNull(),
    id: uuid('id').notNull(),
    /** One higher with each change: what was sent is cleared only when nothing changed since it was read. */
    version: bigint('version', { mode: 'bigint' }).notNull(),
    /** 'remove' and 'move' (to other readers) go before 'put'. What is sent is always the row of now. */
    operation: text('operation').notNull(),
    /** Audiences under which the copy may still be found. */
    shownTo: integer('shown_to').array().notNull().default([]),
    markedAt: timestamp('marked_at', { withTimezone: true }).notNull().defaultNow(),
    /** How often the engine refused this document by itself, and why; tried again from `retry_at`. */
    refusals: integer('refusals').notNull().default(0),
    refusedFor: text('refused_for'),
    retryAt: timestamp('retry_at', { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.follower, table.kind, table.id] }), ...sealed('search_dirty')],
);
