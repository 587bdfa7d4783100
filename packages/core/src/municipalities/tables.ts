// All municipalities of the country and the regions they form. Everybody reads them; migrations write them.
import { reference } from '@kansenplein/db';
import { date, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

export const municipality = pgTable(
  'municipality',
  {
    /** CBS code, `gm0899`; a municipality keeps it for life. */
    code: text('code').primaryKey(),
    name: text('name').notNull(),
    slug: text('slug').notNull().unique(),
    province: text('province').notNull(),
    /** When its first administrator accepted; null while it is only known by name. */
    joinedAt: timestamp('joined_at', { withTimezone: true }),
    validFrom: date('valid_from'),
    /** Set when it merged into another. */
    validUntil: date('valid_until'),
  },
  () => reference('municipality'),
).enableRLS();

export const region = pgTable(
  'region',
  { slug: text('slug').primaryKey(), name: text('name').notNull() },
  () => reference('region'),
).enableRLS();

export const regionMunicipality = pgTable(
  'region_municipality',
  {
    region: text('region')
      .notNull()
      .references(() => region.slug),
    municipality: text('municipality')
      .notNull()
      .references(() => municipality.code),
  },
  (table) => [
    primaryKey({ columns: [table.region, table.municipality] }),
    ...reference('region_municipality'),
  ],
).enableRLS();
