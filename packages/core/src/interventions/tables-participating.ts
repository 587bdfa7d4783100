// Who takes part, and what was asked of it. A participation is seen by all who take part; a question, with its reason
// to decline, by the lead and the municipality that is asked only: two audiences, two rows.
import { ownedByScopes, scopeColumns } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import {
  check,
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
import { intervention } from './tables.ts';
import { answers, budgetPeriods, commitments } from './vocabulary.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** Who takes part: stated by the lead, agreed only by the participant itself (guarded by a trigger). */
export const participation = pgTable(
  'participation',
  {
    interventionId: uuid('intervention_id')
      .notNull()
      .references(() => intervention.id, { onDelete: 'cascade' }),
    municipality: text('municipality')
      .notNull()
      .references(() => municipality.code),
    /** Derived: the municipality of the intervention. */
    lead: text('lead').notNull(),
    /** Derived: who is named must know in what, before it may see the draft. */
    title: text('title').notNull(),
    commitment: text('commitment', { enum: commitments }).notNull(),
    agreedAt: moment('agreed_at'),
    pupils: integer('pupils'),
    schools: text('schools').notNull().default(''),
    /** What must happen first, when the commitment is conditional. */
    condition: text('condition').notNull().default(''),
    /** Its share of the costs in whole euros, and what that is for; null: not named. */
    budgetEuros: integer('budget_euros'),
    budgetPer: text('budget_per', { enum: budgetPeriods }),
    /** The same in words, or what belongs with it. */
    budgetShare: text('budget_share').notNull().default(''),
    /** How it is done here, in Markdown: only the municipality itself writes it (guarded by a trigger). */
    localForm: text('local_form').notNull().default(''),
    /** Whom to ask in this municipality: a function and a functional mailbox, no person. */
    contactRole: text('contact_role').notNull().default(''),
    contactMailbox: text('contact_mailbox').notNull().default(''),
    /** Derived: fingerprint per field of the text that was agreed to. */
    consentedTo: jsonb('consented_to').$type<Record<string, string>>(),
    /** Derived: since when a changed text waits for consent again. */
    askedAgainAt: moment('asked_again_at'),
    ...scopeColumns(),
  },
  (table) => [
    primaryKey({ columns: [table.interventionId, table.municipality] }),
    check(
      'participation_budget',
      sql`(budget_euros is null) = (budget_per is null) and budget_euros between 0 and 1000000000`,
    ),
    index('participation_municipality').on(table.municipality),
    ...ownedByScopes('participation', ['select', 'insert', 'update', 'delete']),
  ],
).enableRLS();

/** One row per time a municipality was asked; written by the wall only, as a consequence of what both sides do. */
export const participationQuestion = pgTable(
  'participation_question',
  {
    interventionId: uuid('intervention_id')
      .notNull()
      .references(() => intervention.id, { onDelete: 'cascade' }),
    municipality: text('municipality')
      .notNull()
      .references(() => municipality.code),
    /** 1 for the first time, 2 for a new invitation or a changed text … */
    round: integer('round').notNull(),
    lead: text('lead').notNull(),
    /** The title as it was when the question was answered or closed. */
    title: text('title').notNull(),
    /** What the lead stated, kept beside what the participant made of it. */
    stated: jsonb('stated').notNull(),
    /** Fields of the text that changed since the municipality agreed; empty for an invitation. */
    changed: text('changed')
      .array()
      .notNull()
      .default(sql`'{}'`),
    askedAt: moment('asked_at').notNull().defaultNow(),
    /** When the next mail about this is due; null when none is. */
    dueAt: moment('due_at'),
    toldAt: moment('told_at'),
    remindedAt: moment('reminded_at'),
    answeredAt: moment('answered_at'),
    answer: text('answer', { enum: answers }),
    /** In which role somebody answered for the municipality; never who. */
    answeredRole: text('answered_role', { enum: ['publisher', 'administrator'] }),
    /** Why it was declined, for the lead. */
    reason: text('reason').notNull().default(''),
    /** When the lead took back the naming before there was an answer. */
    closedAt: moment('closed_at'),
    ...scopeColumns(),
  },
  (table) => [
    primaryKey({ columns: [table.interventionId, table.municipality, table.round] }),
    index('participation_question_municipality').on(table.municipality),
    index('participation_question_due')
      .on(table.dueAt)
      .where(sql`due_at is not null`),
    ...ownedByScopes('participation_question', ['select']),
  ],
).enableRLS();
