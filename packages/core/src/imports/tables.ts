// Documents that were brought in: source, draft and findings stay with the editors of the municipality.
import { forJobs, ownedByScopes, scopeColumns } from '@kansenplein/db';
import type { AgendaDraft } from '@kansenplein/documents';
import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { municipality } from '../municipalities/index.ts';

export const documentImport = pgTable(
  'document_import',
  {
    id: uuid('id').primaryKey(),
    municipality: text('municipality')
      .notNull()
      .references(() => municipality.code),
    fileName: text('file_name').notNull(),
    source: text('source').notNull(),
    state: text('state', { enum: ['received', 'read', 'failed', 'drafted'] })
      .notNull()
      .default('received'),
    failureCode: text('failure_code'),
    failureMessage: text('failure_message'),
    /** The text that every span of the draft points into. */
    extracted: text('extracted'),
    draft: jsonb('draft').$type<AgendaDraft>(),
    agendaId: uuid('agenda_id'),
    interventionIds: uuid('intervention_ids')
      .array()
      .notNull()
      .default(sql`'{}'`),
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
