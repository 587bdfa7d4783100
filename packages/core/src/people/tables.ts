// Member pages. Each field is a row with an audience of its own, because the wall stands between rows; the page itself is
// a row that the wall makes, seen by whoever may see at least one field. One page per membership: what somebody shows as
// a colleague in one municipality says nothing of where else that person works.
import { ownedByScopes, scopeColumns } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { account, membership } from '../accounts/index.ts';
import { municipality } from '../municipalities/index.ts';
import { organisation } from '../organisations/index.ts';
import { profileAudiences, profileFields } from './vocabulary.ts';

/** Written by the wall only, as a consequence of the fields. */
export const profile = pgTable(
  'profile',
  {
    membershipId: uuid('membership_id')
      .primaryKey()
      .references(() => membership.id),
    accountId: uuid('account_id')
      .notNull()
      .references(() => account.id),
    /** End of the address of the page: random, so that an address names nobody. */
    handle: text('handle')
      .notNull()
      .unique()
      .default(sql`substr(translate(gen_random_uuid()::text, '-01', 'xyz'), 1, 10)`),
    /** Follows the account. */
    name: text('name').notNull(),
    ...scopeColumns(),
  },
  (table) => [index('profile_account').on(table.accountId), ...ownedByScopes('profile', ['select'])],
).enableRLS();

export const profileField = pgTable(
  'profile_field',
  {
    membershipId: uuid('membership_id')
      .notNull()
      .references(() => membership.id),
    field: text('field', { enum: profileFields }).notNull(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => account.id),
    shownTo: text('shown_to', { enum: profileAudiences }).notNull().default('nobody'),
    /** What was typed; empty for `place` and `themes`. */
    text: text('text').notNull().default(''),
    themes: text('themes')
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** Derived for `place`: the municipality or the organisation of the membership. */
    municipality: text('municipality').references(() => municipality.code),
    organisationId: uuid('organisation_id').references(() => organisation.id),
    ...scopeColumns(),
  },
  (table) => [
    primaryKey({ columns: [table.membershipId, table.field] }),
    index('profile_field_account').on(table.accountId),
    index('profile_field_municipality').on(table.municipality),
    ...ownedByScopes('profile_field', ['select', 'insert', 'update', 'delete']),
  ],
).enableRLS();
