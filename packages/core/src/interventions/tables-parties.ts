// Which organisations and schools a published version names; derived by the wall when it is published, seen when the
// version is. Being named gives the organisation nothing (architecture.md, 'The wall').
import { asParent } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { organisation } from '../organisations/index.ts';

export const interventionParty = pgTable(
  'intervention_party',
  {
    interventionId: uuid('intervention_id').notNull(),
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
    primaryKey({ columns: [table.interventionId, table.number, table.named] }),
    index('intervention_party_named').on(table.named),
    index('intervention_party_organisation').on(table.organisationId),
    ...asParent(
      'intervention_party',
      sql`select 1 from intervention_version v where v.intervention_id = intervention_party.intervention_id and v.number = intervention_party.number`,
    ),
  ],
).enableRLS();
