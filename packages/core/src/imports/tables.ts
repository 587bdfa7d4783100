// Documents that were brought in, and what was decided about each thing found in them: source, draft, findings and
// decisions stay with the editors of the municipality.
import { forJobs, ownedByScopes, scopeColumns } from '@kansenplein/db';
import type { AgendaDraft } from '@kansenplein/documents';
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
import { municipality } from '../municipalities/index.ts';
import { type DecisionValue, verdicts } from './contract-review.ts';

export const documentImport = pgTable(
  'document_import',
  {
    id: uuid('id').primaryKey(),
    municipality: text('municipality')
      .notNull()
      .references(() => municipality.code),
    fileName: text('file_name').notNull(),
    /** What was pasted; empty when a file holds the document. */
    source: text('source').notNull(),
    state: text('state', { enum: ['received', 'read', 'failed', 'drafted'] })
      .notNull()
      .default('received'),
    failureCode: text('failure_code'),
    failureMessage: text('failure_message'),
    /** The text that every span of the draft points into. */
    extracted: text('extracted'),
    /** Where each page begins in that text; null when the document has no pages. */
    pages: integer('pages').array(),
    draft: jsonb('draft').$type<AgendaDraft>(),
    agendaId: uuid('agenda_id'),
    /** Which addendum of that agenda it became: of the paper of an addendum that a person put there; else null. */
    addendumKey: text('addendum_key'),
    interventionIds: uuid('intervention_ids')
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** Which intervention of the document each of these is, counted from 1. */
    interventionPositions: integer('intervention_positions')
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** When a job took it to read, and how often: what a dying process left is taken again. */
    takenAt: timestamp('taken_at', { withTimezone: true }),
    attempts: integer('attempts').notNull().default(0),
    /** The earlier import this one is a newer version of; said by a person. */
    follows: uuid('follows'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    ...scopeColumns(),
  },
  (table) => [
    index('document_import_municipality').on(table.municipality, table.createdAt),
    index('document_import_received')
      .on(table.createdAt)
      .where(sql`state = 'received'`),
    ...ownedByScopes('document_import', ['select', 'insert', 'update']),
    // A queue: the reading job sees a document until it has been read.
    ...forJobs('document_import', sql`state = 'received'`),
  ],
).enableRLS();

/** What somebody decided about one thing found; one row each, so that several people can work at the same time. */
export const importDecision = pgTable(
  'import_decision',
  {
    importId: uuid('import_id')
      .notNull()
      .references(() => documentImport.id, { onDelete: 'cascade' }),
    /** Key of the thing found (review-items.ts). */
    item: text('item').notNull(),
    verdict: text('verdict', { enum: verdicts }).notNull(),
    /** The text instead of the one that was read. */
    text: text('text'),
    /** Where the text goes instead (`moved`). */
    target: text('target'),
    value: jsonb('value').$type<DecisionValue>(),
    /** How a finding was settled. */
    choice: text('choice'),
    reason: text('reason').notNull().default(''),
    revision: integer('revision').notNull().default(1),
    /** Came along from the import this one follows, because the text did not change. */
    carried: boolean('carried').notNull().default(false),
    /** Derived: the account that signed in, and when. */
    decidedBy: uuid('decided_by').notNull(),
    decidedAt: timestamp('decided_at', { withTimezone: true }).notNull().defaultNow(),
    ...scopeColumns(),
  },
  (table) => [
    primaryKey({ columns: [table.importId, table.item] }),
    ...ownedByScopes('import_decision', ['select', 'insert', 'update']),
  ],
).enableRLS();

/** Who looked at an import last, and when: colleagues are told of each other. Forgotten when it grows old. */
export const importPresence = pgTable(
  'import_presence',
  {
    importId: uuid('import_id')
      .notNull()
      .references(() => documentImport.id, { onDelete: 'cascade' }),
    /** Derived: the account that signed in. */
    accountId: uuid('account_id').notNull(),
    seenAt: timestamp('seen_at', { withTimezone: true }).notNull().defaultNow(),
    ...scopeColumns(),
  },
  (table) => [
    primaryKey({ columns: [table.importId, table.accountId] }),
    ...ownedByScopes('import_presence', ['select', 'insert', 'update']),
  ],
).enableRLS();
