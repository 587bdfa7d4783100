// What happened: appended by one function of the wall, read by the administrators of the municipality concerned.
import { ownedByScopes, scopeColumns } from '@kansenplein/db';
import { bigint, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const auditEvent = pgTable(
  'audit_event',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
    /** Whose administrators may read it; null for events of the installation. */
    municipality: text('municipality'),
    accountId: uuid('account_id'),
    /** `<noun>.<what happened>`, such as `intervention.published`. */
    action: text('action').notNull(),
    object: text('object').notNull(),
    /** Why, where a reason was asked; never the content itself. */
    reason: text('reason'),
    ...scopeColumns(),
  },
  (table) => [
    index('audit_event_municipality').on(table.municipality, table.id),
    ...ownedByScopes('audit_event', ['select']),
  ],
).enableRLS();
