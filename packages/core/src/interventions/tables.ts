// Working copies and the immutable published versions: what is written and what is published are different rows,
// because the wall stands between rows and never between columns. Who takes part: tables-participating.ts.
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
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { municipality } from '../municipalities/index.ts';
import type { InterventionContent } from './contract.ts';
import { relationKinds } from './vocabulary.ts';

const now = (name: string) => timestamp(name, { withTimezone: true }).notNull().defaultNow();

/** The working copy. Seen by the own municipality and by participants that agreed. */
export const intervention = pgTable(
  'intervention',
  {
    id: uuid('id').primaryKey(),
    municipality: text('municipality')
      .notNull()
      .references(() => municipality.code),
    /** Random, never typed by anyone: a unique address that tells nothing of others. */
    handle: text('handle').notNull().unique(),
    state: text('state', { enum: ['draft', 'in_review', 'published', 'withdrawn'] })
      .notNull()
      .default('draft'),
    revision: integer('revision').notNull().default(1),
    title: text('title').notNull(),
    content: jsonb('content').$type<InterventionContent>().notNull(),
    publishedVersion: integer('published_version'),
    createdAt: now('created_at'),
    updatedAt: now('updated_at'),
    ...scopeColumns(),
  },
  (table) => [
    index('intervention_municipality').on(table.municipality, table.updatedAt),
    ...ownedByScopes('intervention', ['select', 'insert', 'update', 'delete']),
  ],
).enableRLS();

/** A published version, immutable but for its withdrawal. */
export const interventionVersion = pgTable(
  'intervention_version',
  {
    interventionId: uuid('intervention_id')
      .notNull()
      .references(() => intervention.id),
    number: integer('number').notNull(),
    current: boolean('current').notNull().default(true),
    /** Derived: municipality and handle of the intervention. */
    municipality: text('municipality').notNull(),
    handle: text('handle').notNull(),
    visibility: text('visibility', { enum: ['municipality', 'alliance', 'public'] }).notNull(),
    title: text('title').notNull(),
    content: jsonb('content').$type<InterventionContent>().notNull(),
    /** Derived at publishing: who takes part, as an immutable part of the version. */
    participations: jsonb('participations').notNull(),
    note: text('note').notNull(),
    /** Derived: the role of who published; null when an answer of a participant made the version. */
    publishedRole: text('published_role'),
    publishedAt: now('published_at'),
    withdrawnAt: timestamp('withdrawn_at', { withTimezone: true }),
    ...scopeColumns(),
  },
  (table) => [
    primaryKey({ columns: [table.interventionId, table.number] }),
    index('intervention_version_handle').on(table.handle, table.number),
    ...ownedByScopes('intervention_version', ['select', 'insert']),
  ],
).enableRLS();

/** What a published version says of its relations to others; derived by the wall, seen when the version is. */
export const interventionRelation = pgTable(
  'intervention_relation',
  {
    interventionId: uuid('intervention_id').notNull(),
    number: integer('number').notNull(),
    kind: text('kind', { enum: relationKinds }).notNull(),
    target: uuid('target').notNull(),
    /** Which version of the target it was adapted from. */
    targetVersion: integer('target_version'),
    /** Per field, why it differs from what it was adapted from. */
    reasons: jsonb('reasons').$type<Record<string, string>>().notNull().default({}),
  },
  (table) => [
    primaryKey({ columns: [table.interventionId, table.number, table.kind, table.target] }),
    index('intervention_relation_target').on(table.target, table.kind),
    ...asParent(
      'intervention_relation',
      sql`select 1 from intervention_version v where v.intervention_id = intervention_relation.intervention_id and v.number = intervention_relation.number`,
    ),
  ],
).enableRLS();

/** What remains for the readers of a withdrawn page: date and reason, in a row of its own. */
export const interventionWithdrawal = pgTable(
  'intervention_withdrawal',
  {
    interventionId: uuid('intervention_id')
      .primaryKey()
      .references(() => intervention.id),
    /** Derived from the intervention and its last version. */
    municipality: text('municipality').notNull(),
    handle: text('handle').notNull(),
    title: text('title').notNull(),
    withdrawnAt: now('withdrawn_at'),
    reason: text('reason').notNull(),
    ...scopeColumns(),
  },
  (table) => [
    uniqueIndex('intervention_withdrawal_handle').on(table.handle),
    ...ownedByScopes('intervention_withdrawal', ['select', 'insert']),
  ],
).enableRLS();
