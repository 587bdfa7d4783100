// The table of each noun that is published: which organisations and schools a version names. Derived by the wall when it
// is published, seen when the version is. Being named gives the organisation nothing (architecture.md, 'The wall').
import { asParent } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { organisation } from './tables.ts';

export const partiesOf = <Noun extends 'intervention' | 'agenda'>(noun: Noun) => {
  const name = `${noun}_party` as const;
  return pgTable(
    name,
    {
      documentId: uuid(`${noun}_id`).notNull(),
      number: integer('number').notNull(),
      /** As it stands in the version: this never changes, so that what was merged can come apart again. */
      named: uuid('named')
        .notNull()
        .references(() => organisation.id),
      /** The one it stands for now. */
      organisationId: uuid('organisation_id')
        .notNull()
        .references(() => organisation.id),
    },
    (table) => [
      primaryKey({ columns: [table.documentId, table.number, table.named] }),
      index(`${name}_named`).on(table.named),
      index(`${name}_organisation`).on(table.organisationId),
      ...asParent(
        name,
        sql.raw(
          `select 1 from ${noun}_version v where v.${noun}_id = ${name}.${noun}_id and v.number = ${name}.number`,
        ),
      ),
    ],
  ).enableRLS();
};
