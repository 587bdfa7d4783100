// Knowledge sessions: the working copy, and the programme as it was published. A session that does not go on is not taken
// away: its page says so and why. Who comes stands in tables-registering.ts (decisions/0024-knowledge-sessions.md).
import { asParent, ownedByScopes, scopeColumns } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { community } from '../communities/index.ts';
import { municipality } from '../municipalities/index.ts';
import type { SessionContent } from './contract-content.ts';
import { forWhom, sessionStates } from './vocabulary.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });
const now = (name: string) => moment(name).notNull().defaultNow();

/** The working copy. Seen by who holds the session, and by nobody else. */
export const knowledgeSession = pgTable(
  'knowledge_session',
  {
    id: uuid('id').primaryKey(),
    /** Who holds it: a municipality, a community, or the alliance when both are null. */
    municipality: text('municipality').references(() => municipality.code),
    hostCommunity: uuid('host_community').references(() => community.id),
    handle: text('handle').notNull().unique(),
    state: text('state', { enum: sessionStates }).notNull().default('proposal'),
    revision: integer('revision').notNull().default(1),
    title: text('title').notNull(),
    content: jsonb('content').$type<SessionContent>().notNull(),
    publishedVersion: integer('published_version'),
    /** Why it does not go on; empty while it does. */
    cancelledReason: text('cancelled_reason').notNull().default(''),
    createdAt: now('created_at'),
    updatedAt: now('updated_at'),
    ...scopeColumns(),
  },
  (table) => [
    index('knowledge_session_municipality').on(table.municipality, table.updatedAt),
    ...ownedByScopes('knowledge_session', ['select', 'insert', 'update', 'delete']),
  ],
).enableRLS();

/** The programme as published: immutable but for what is derived. Of older ones only the host reads more than that they were. */
export const knowledgeSessionVersion = pgTable(
  'knowledge_session_version',
  {
    sessionId: uuid('session_id')
      .notNull()
      .references(() => knowledgeSession.id),
    number: integer('number').notNull(),
    current: boolean('current').notNull().default(true),
    /** Derived, down to the handle, from the session. */
    municipality: text('municipality'),
    hostCommunity: uuid('host_community'),
    handle: text('handle').notNull(),
    visibility: text('visibility', { enum: forWhom }).notNull(),
    title: text('title').notNull(),
    content: jsonb('content').$type<SessionContent>().notNull(),
    note: text('note').notNull(),
    publishedRole: text('published_role'),
    publishedAt: now('published_at'),
    /** Derived from the clock times of the programme, which are Dutch time; null only of an older version without a day. */
    startsAt: moment('starts_at'),
    endsAt: moment('ends_at'),
    /** Derived from the session: where it stands now, when that came to be and, when it is off, why. */
    state: text('state', { enum: sessionStates }).notNull(),
    stateAt: now('state_at'),
    cancelledReason: text('cancelled_reason').notNull().default(''),
    ...scopeColumns(),
  },
  (table) => [
    primaryKey({ columns: [table.sessionId, table.number] }),
    index('knowledge_session_version_handle').on(table.handle, table.number),
    index('knowledge_session_version_starts').on(table.startsAt, table.sessionId),
    ...ownedByScopes('knowledge_session_version', ['select', 'insert']),
  ],
).enableRLS();

const current = sql`select 1 from knowledge_session_version v where v.session_id = session_part.session_id and v.current`;

/**
 * Places of the whole session (part '') and of each workshop (its key). How many are taken is told to whoever reads the
 * programme: a deliberate disclosure, counted by the wall. The row is the lock under which places are given.
 */
export const sessionPart = pgTable(
  'session_part',
  {
    sessionId: uuid('session_id')
      .notNull()
      .references(() => knowledgeSession.id, { onDelete: 'cascade' }),
    part: text('part').notNull(),
    /** Null: as many as come. */
    places: integer('places'),
    /** Given or offered. */
    taken: integer('taken').notNull().default(0),
    waiting: integer('waiting').notNull().default(0),
    nextOrdinal: integer('next_ordinal').notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.part] }), ...asParent('session_part', current)],
).enableRLS();
