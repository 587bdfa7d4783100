// What happened: appended by one function of role `audit`, never changed, read by the administrators of the municipality
// concerned; and the chain that shows when somebody changed it all the same. Rules: decisions/0006-audit-trail.md.
import { appendOnly, scopeColumns, sealed, trail } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import {
  bigint,
  customType,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { account } from '../accounts/index.ts';

export const outcomes = ['done', 'denied', 'failed'] as const;

export const auditEvent = pgTable(
  'audit_event',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
    /** Whose administrators may read it; null for events of the installation. */
    municipality: text('municipality'),
    /** Who did it: the number that stands for a person in `audit_person`; null for the platform itself. */
    pseudonym: uuid('pseudonym'),
    /** The role acted in; null for a visitor and for the platform itself. */
    role: text('role'),
    /** `<noun>.<what happened>`, such as `intervention.published`. */
    action: text('action').notNull(),
    object: text('object').notNull(),
    outcome: text('outcome', { enum: outcomes }).notNull().default('done'),
    /** The network it came from (/24 or /48), never a whole address; null for work of the platform itself. */
    origin: text('origin'),
    /** Why, where a reason was asked or a refusal was given; never the content itself. */
    reason: text('reason'),
    /** How many alike it stands for: a flood is counted, not written a thousand times. */
    times: integer('times').notNull().default(1),
    ...scopeColumns(),
  },
  (table) => [
    index('audit_event_municipality').on(table.municipality, table.at, table.id),
    ...appendOnly('audit_event'),
  ],
).enableRLS();

/** Which person a pseudonym stands for. Gone with the account; the events stay, and so does the chain over them. */
export const auditPerson = pgTable(
  'audit_person',
  {
    pseudonym: uuid('pseudonym').primaryKey().defaultRandom(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
  },
  (table) => [uniqueIndex('audit_person_account').on(table.accountId), ...sealed('audit_person')],
).enableRLS();

const transactionId = customType<{ data: string }>({ dataType: () => 'xid8' });

/** Events that wait to be chained, and the transaction that left them. */
export const auditPending = pgTable(
  'audit_pending',
  {
    eventId: bigint('event_id', { mode: 'number' }).primaryKey(),
    transaction: transactionId('transaction')
      .notNull()
      .default(sql`pg_current_xact_id()`),
  },
  (table) => [
    index('audit_pending_transaction').on(table.transaction),
    ...trail('audit_pending', ['select', 'insert', 'delete']),
  ],
).enableRLS();

/** A chain per municipality (its code) and one of the `installation`: SHA-256 over the link before and the event. */
export const auditLink = pgTable(
  'audit_link',
  {
    chain: text('chain').notNull(),
    /** From 1, without gaps. */
    position: bigint('position', { mode: 'number' }).notNull(),
    /** No foreign key: that an event is missing must be something one can see. */
    eventId: bigint('event_id', { mode: 'number' }).notNull(),
    /** Hex. */
    hash: text('hash').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.chain, table.position] }),
    uniqueIndex('audit_link_event').on(table.eventId),
    ...trail('audit_link', ['select', 'insert', 'delete']),
  ],
).enableRLS();

/** Where each chain stands, and from where it can be checked after its oldest part was taken away. */
export const auditChain = pgTable(
  'audit_chain',
  {
    chain: text('chain').primaryKey(),
    position: bigint('position', { mode: 'number' }).notNull(),
    hash: text('hash').notNull(),
    anchorPosition: bigint('anchor_position', { mode: 'number' }).notNull().default(0),
    anchorHash: text('anchor_hash').notNull().default(''),
    anchoredAt: timestamp('anchored_at', { withTimezone: true }),
  },
  () => trail('audit_chain', ['select', 'insert', 'update']),
).enableRLS();

/** Counts of what one person (or one network) does again and again, until the ten minutes are over and one event says so. */
export const auditCount = pgTable(
  'audit_count',
  {
    /** SHA-256 (hex) of who and what. */
    key: text('key').primaryKey(),
    startedAt: timestamp('started_at', { withTimezone: true }).notNull().defaultNow(),
    seen: integer('seen').notNull().default(1),
    /** How many of them were written as events of their own. */
    written: integer('written').notNull(),
    municipality: text('municipality'),
    pseudonym: uuid('pseudonym'),
    role: text('role'),
    action: text('action').notNull(),
    object: text('object').notNull(),
    outcome: text('outcome', { enum: outcomes }).notNull(),
    origin: text('origin'),
  },
  (table) => [
    index('audit_count_started').on(table.startedAt),
    ...trail('audit_count', ['select', 'insert', 'update', 'delete']),
  ],
).enableRLS();
