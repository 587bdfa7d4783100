// Which organisations and schools a published agenda names: as interventions/tables-parties.ts.
import { asParent } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { organisation } from '../organisations/index.ts';

export const agendaParty = pgTable(
  'agenda_party',
  {
    agendaId: uuid('agenda_id').notNull(),
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
    primaryKey({ columns: [table.agendaId, table.number, table.named] }),
    index('agenda_party_named').on(table.named),
    index('agenda_party_organisation').on(table.organisationId),
    ...asParent(
      'agenda_party',
      sql`select 1 from agenda_version v where v.agenda_id = agenda_party.agenda_id and v.number = agenda_party.number`,
    ),
  ],
).enableRLS();
