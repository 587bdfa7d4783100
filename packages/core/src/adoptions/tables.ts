// What was taken over from whom: beside the working copy of the adopter and seen like it. What a published version says
// of it is a relation of that version (interventions/tables.ts), derived when it is published.
import { asParent, changedWithParent, withParent } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { intervention } from '../interventions/index.ts';
import { municipality } from '../municipalities/index.ts';
import type { Reasons } from './contract.ts';

const copy = sql`select 1 from intervention i where i.id = adoption.intervention_id`;

export const adoption = pgTable(
  'adoption',
  {
    interventionId: uuid('intervention_id')
      .primaryKey()
      .references(() => intervention.id, { onDelete: 'cascade' }),
    /** Derived: whose working copy it is. */
    municipality: text('municipality')
      .notNull()
      .references(() => municipality.code),
    /** Somebody else's; a trigger accepts only a version that the person who says so may read. */
    sourceId: uuid('source_id')
      .notNull()
      .references(() => intervention.id),
    /** The version the text was last laid beside. */
    sourceVersion: integer('source_version').notNull(),
    /** Per field, why it differs from the source. */
    reasons: jsonb('reasons').$type<Reasons>().notNull().default({}),
    adoptedAt: timestamp('adopted_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index('adoption_source').on(table.sourceId),
    ...asParent('adoption', copy),
    ...withParent('adoption', copy),
    ...changedWithParent('adoption', copy),
  ],
).enableRLS();

/**
 * How many municipalities published what they took over, also those whose page the reader may not see: a number that is
 * told to the source on purpose. Kept by the wall; seen like the working copy of the source.
 */
export const adoptionCount = pgTable(
  'adoption_count',
  {
    interventionId: uuid('intervention_id')
      .primaryKey()
      .references(() => intervention.id, { onDelete: 'cascade' }),
    adopters: integer('adopters').notNull(),
  },
  () =>
    asParent('adoption_count', sql`select 1 from intervention i where i.id = adoption_count.intervention_id`),
).enableRLS();
