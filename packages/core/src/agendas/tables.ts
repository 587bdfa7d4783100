// Agendas: the working copy, its immutable published versions, and what remains of a withdrawn one. Goals and actions
// are one document with the agenda: they are written, published and read together (decision 0002 of core).
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
import { municipality } from '../municipalities/index.ts';
import type { AgendaContent } from './contract.ts';

const now = (name: string) => timestamp(name, { withTimezone: true }).notNull().defaultNow();

export const agenda = pgTable(
  'agenda',
  {
    id: uuid('id').primaryKey(),
    municipality: text('municipality')
      .notNull()
      .references(() => municipality.code),
    handle: text('handle').notNull().unique(),
    state: text('state', { enum: ['draft', 'in_review', 'published', 'withdrawn'] })
      .notNull()
      .default('draft'),
    revision: integer('revision').notNull().default(1),
    title: text('title').notNull(),
    content: jsonb('content').$type<AgendaContent>().notNull(),
    publishedVersion: integer('published_version'),
    createdAt: now('created_at'),
    updatedAt: now('updated_at'),
    ...scopeColumns(),
  },
  (table) => [
    index('agenda_municipality').on(table.municipality, table.updatedAt),
    ...ownedByScopes('agenda', ['select', 'insert', 'update', 'delete']),
  ],
).enableRLS();

export const agendaVersion = pgTable(
  'agenda_version',
  {
    agendaId: uuid('agenda_id')
      .notNull()
      .references(() => agenda.id),
    number: integer('number').notNull(),
    current: boolean('current').notNull().default(true),
    /** Derived: municipality and handle of the agenda. */
    municipality: text('municipality').notNull(),
    handle: text('handle').notNull(),
    visibility: text('visibility', { enum: ['municipality', 'alliance', 'public'] }).notNull(),
    title: text('title').notNull(),
    content: jsonb('content').$type<AgendaContent>().notNull(),
    note: text('note').notNull(),
    /** Derived: the role of who published; null when an answer of a participant made the version. */
    publishedRole: text('published_role'),
    publishedAt: now('published_at'),
    withdrawnAt: timestamp('withdrawn_at', { withTimezone: true }),
    ...scopeColumns(),
  },
  (table) => [
    primaryKey({ columns: [table.agendaId, table.number] }),
    index('agenda_version_handle').on(table.handle, table.number),
    index('agenda_version_municipality').on(table.municipality),
    ...ownedByScopes('agenda_version', ['select', 'insert']),
  ],
).enableRLS();

export const agendaWithdrawal = pgTable(
  'agenda_withdrawal',
  {
    agendaId: uuid('agenda_id')
      .primaryKey()
      .references(() => agenda.id),
    /** Derived from the agenda and its last version. */
    municipality: text('municipality').notNull(),
    handle: text('handle').notNull(),
    title: text('title').notNull(),
    withdrawnAt: now('withdrawn_at'),
    reason: text('reason').notNull(),
    ...scopeColumns(),
  },
  (table) => [
    uniqueIndex('agenda_withdrawal_handle').on(table.handle),
    ...ownedByScopes('agenda_withdrawal', ['select', 'insert']),
  ],
).enableRLS();
