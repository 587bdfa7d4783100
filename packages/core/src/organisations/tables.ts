// Partners and schools: school boards, schools, libraries, welfare, universities. Who added one sees it alone until it is
// named on a page that others read; from then on it is seen by whom that page is for. How two that were the same became
// one stands in rows of its own, for coordinators. Core decision 'Organisations'.
import { ownedByScopes, scopeColumns } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { type AnyPgColumn, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { municipality } from '../municipalities/index.ts';
import { organisationKinds } from './vocabulary.ts';

export const organisation = pgTable(
  'organisation',
  {
    id: uuid('id').primaryKey(),
    /** Random, never typed by anyone. Made by the database too, for those that come without one. */
    handle: text('handle')
      .notNull()
      .unique()
      .default(sql`substr(translate(gen_random_uuid()::text, '-01', 'xyz'), 1, 10)`),
    name: text('name').notNull(),
    kind: text('kind', { enum: organisationKinds }).notNull(),
    /** Who added it; null for the alliance and the installation. */
    municipality: text('municipality').references(() => municipality.code),
    /** In which municipality it is; null when it works in many. */
    locatedIn: text('located_in').references(() => municipality.code),
    /** Official code of a school (BRIN), such as `16OR` or `16OR01` with its site; empty when it is not known. */
    brin: text('brin').notNull().default(''),
    website: text('website').notNull().default(''),
    /** Derived: how far it is known, as the widest page that ever named it. It never becomes narrower. */
    reach: text('reach', { enum: ['municipality', 'alliance', 'public'] })
      .notNull()
      .default('municipality'),
    /** Derived: the words of its name and its place, without case, accents and legal form, in one order. */
    nameKey: text('name_key').notNull().default(''),
    /** Derived: of which other it turned out to be a double. */
    mergedInto: uuid('merged_into').references((): AnyPgColumn => organisation.id),
    /** Derived: the one at the end of that road; null when it stands for itself. */
    survivorId: uuid('survivor_id').references((): AnyPgColumn => organisation.id),
    revision: integer('revision').notNull().default(1),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    ...scopeColumns(),
  },
  (table) => [
    index('organisation_name_key').on(table.nameKey),
    index('organisation_merged_into').on(table.mergedInto),
    ...ownedByScopes('organisation', ['select', 'insert', 'update']),
  ],
).enableRLS();

/** What a coordinator decided about doubles. It only grows; its consequences are the wall's. */
export const organisationMerge = pgTable(
  'organisation_merge',
  {
    id: uuid('id').primaryKey(),
    what: text('what', { enum: ['merged', 'undone'] }).notNull(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisation.id),
    intoId: uuid('into_id')
      .notNull()
      .references(() => organisation.id),
    reason: text('reason').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
    ...scopeColumns(),
  },
  (table) => [
    index('organisation_merge_at').on(table.at),
    ...ownedByScopes('organisation_merge', ['select', 'insert']),
  ],
).enableRLS();
