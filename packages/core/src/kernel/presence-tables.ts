// Who has a working copy open now: one row per person and document, with a short life. Seen by whoever may read the
// working copy, said of oneself only; every noun that is published has such a table.
import { ownedByScopes, scopeColumns } from '@kansenplein/db';
import { pgTable, primaryKey, text, timestamp, uuid, type AnyPgColumn } from 'drizzle-orm/pg-core';

export const presenceOf = <Name extends string>(name: Name, document: () => AnyPgColumn) =>
  pgTable(
    name,
    {
      documentId: uuid('document_id').notNull().references(document, { onDelete: 'cascade' }),
      /** Derived, with the two below: the account that signed in, and for whom and in which role it acts. */
      accountId: uuid('account_id').notNull(),
      byMunicipality: text('by_municipality'),
      byRole: text('by_role'),
      /** The field or the part somebody is in; empty: somewhere. */
      place: text('place').notNull().default(''),
      /** From then on nobody is told any more; never more than two minutes ahead. */
      until: timestamp('until', { withTimezone: true }).notNull(),
      ...scopeColumns(),
    },
    (table) => [
      primaryKey({ columns: [table.documentId, table.accountId] }),
      ...ownedByScopes(name, ['select', 'insert', 'update']),
    ],
  ).enableRLS();
