// The secret address at which a person's own calendar can be followed. Only the hash of its secret is kept: it is shown
// once, and whoever lost it makes another. One row a person, that person's and nobody else's.
import { ownedByScopes, scopeColumns } from '@kansenplein/db';
import { index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { account } from '../accounts/index.ts';

export const calendarAddress = pgTable(
  'calendar_address',
  {
    id: uuid('id').primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => account.id),
    /** SHA-256 of the secret in the address. */
    secretHash: text('secret_hash').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    ...scopeColumns(),
  },
  (table) => [
    index('calendar_address_account').on(table.accountId),
    index('calendar_address_secret').on(table.secretHash),
    ...ownedByScopes('calendar_address', ['select', 'insert', 'delete']),
  ],
).enableRLS();
