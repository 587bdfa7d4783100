// What a municipality promised, since when, and where that stands. Kept by coordinators, read by them and by the
// municipality. Whether it was kept is no column: that is derived from what happened (facts.ts).
import { ownedByScopes, scopeColumns } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { check, date, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { municipality } from '../municipalities/index.ts';
import { commitments } from './vocabulary.ts';

export const signedCommitment = pgTable(
  'signed_commitment',
  {
    municipality: text('municipality')
      .notNull()
      .references(() => municipality.code),
    commitment: text('commitment', { enum: commitments }).notNull(),
    signedOn: date('signed_on').notNull(),
    /** The last day it holds; null while no end was agreed. */
    endedOn: date('ended_on'),
    /** Where it can be read that it was signed: a document with its page, a letter with its date. */
    source: text('source').notNull(),
    ...scopeColumns(),
  },
  (table) => [
    primaryKey({ columns: [table.municipality, table.commitment] }),
    check('signed_commitment_period', sql`ended_on is null or ended_on >= signed_on`),
    ...ownedByScopes('signed_commitment', ['select', 'insert', 'update', 'delete']),
  ],
).enableRLS();
