// Administrative consultation between an alderman and the alliance. People only add steps: recorded, corrected, confirmed,
// denied, withdrawn. How a consultation stands is derived from its last step by the wall, so that no statement can
// confirm what the same side recorded. Who took part are roles; no row says which person did or wrote what.
import { ownedByScopes, scopeColumns } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import {
  check,
  date,
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
import type { ConsultationText } from './contract-consultations.ts';
import { consultationStates, consultationSteps, sides } from './vocabulary.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** Written by the wall only. */
export const consultation = pgTable(
  'consultation',
  {
    id: uuid('id').primaryKey(),
    municipality: text('municipality')
      .notNull()
      .references(() => municipality.code),
    state: text('state', { enum: consultationStates }).notNull(),
    /** Whose words stand there now: the other side is asked. */
    bySide: text('by_side', { enum: sides }).notNull(),
    heldOn: date('held_on').notNull(),
    content: jsonb('content').$type<ConsultationText>().notNull(),
    /** Of the last step. */
    number: integer('number').notNull(),
    changedAt: moment('changed_at').notNull().defaultNow(),
    ...scopeColumns(),
  },
  (table) => [
    index('consultation_municipality').on(table.municipality, table.heldOn),
    // Two aldermen's meetings on one day are one consultation, and count once.
    uniqueIndex('consultation_day')
      .on(table.municipality, table.heldOn)
      .where(sql`state in ('recorded', 'confirmed')`),
    ...ownedByScopes('consultation', ['select']),
  ],
).enableRLS();

/** What each side did, in order. It only grows. */
export const consultationStep = pgTable(
  'consultation_step',
  {
    consultationId: uuid('consultation_id')
      .notNull()
      .references(() => consultation.id),
    number: integer('number').notNull(),
    /** Derived after the first. */
    municipality: text('municipality')
      .notNull()
      .references(() => municipality.code),
    what: text('what', { enum: consultationSteps }).notNull(),
    /** Derived: for which side somebody acted, in which role, and when. */
    side: text('side', { enum: sides }).notNull().default('municipality'),
    byRole: text('by_role'),
    at: moment('at').notNull().defaultNow(),
    /** Why it was corrected or denied. */
    words: text('words').notNull().default(''),
    /** What was recorded or corrected; null for the other steps. */
    heldOn: date('held_on'),
    content: jsonb('content').$type<ConsultationText>(),
    ...scopeColumns(),
  },
  (table) => [
    primaryKey({ columns: [table.consultationId, table.number] }),
    index('consultation_step_municipality').on(table.municipality),
    check(
      'consultation_step_tells',
      sql`(what in ('recorded', 'corrected')) = (held_on is not null and content is not null)`,
    ),
    ...ownedByScopes('consultation_step', ['select', 'insert']),
  ],
).enableRLS();
