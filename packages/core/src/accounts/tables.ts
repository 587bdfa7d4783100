// People, on whose behalf they may act, who was invited; passwords and login sessions are sealed off from every request.
import { counter, ownedByScopes, scopeColumns, sealed } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { municipality } from '../municipalities/index.ts';
import { organisation } from '../organisations/index.ts';
import { roles } from './contract.ts';

const kinds = ['municipality', 'organisation', 'alliance', 'installation'] as const;

/** A role belongs to one kind of body, and the body is named exactly when there is one. */
const roleFitsKind = sql`
  (kind = 'municipality' and role in ('reader', 'editor', 'publisher', 'administrator') and municipality is not null and organisation_id is null)
  or (kind = 'organisation' and role = 'partner' and organisation_id is not null and municipality is null)
  or (kind = 'alliance' and role = 'coordinator' and municipality is null and organisation_id is null)
  or (kind = 'installation' and role = 'operator' and municipality is null and organisation_id is null)`;

export const account = pgTable(
  'account',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    address: text('address').notNull(),
    name: text('name').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    /** Since when only a pseudonym is left of this person. */
    erasedAt: timestamp('erased_at', { withTimezone: true }),
    ...scopeColumns(),
  },
  // Unique across owners, but only functions of the wall insert here and they answer alike for a known address.
  (table) => [uniqueIndex('account_address').on(table.address), ...ownedByScopes('account', ['select'])],
).enableRLS();

export const membership = pgTable(
  'membership',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => account.id),
    kind: text('kind', { enum: kinds }).notNull(),
    municipality: text('municipality').references(() => municipality.code),
    organisationId: uuid('organisation_id').references(() => organisation.id),
    role: text('role', { enum: roles }).notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    endedAt: timestamp('ended_at', { withTimezone: true }),
    ...scopeColumns(),
  },
  (table) => [
    index('membership_account').on(table.accountId),
    index('membership_municipality').on(table.municipality),
    check('membership_role_fits_kind', roleFitsKind),
    ...ownedByScopes('membership', ['select', 'update']),
  ],
).enableRLS();

export const invitation = pgTable(
  'invitation',
  {
    id: uuid('id').primaryKey(),
    /** SHA-256 (hex) of the secret in the link. */
    tokenHash: text('token_hash').notNull().unique(),
    address: text('address').notNull(),
    kind: text('kind', { enum: kinds }).notNull(),
    municipality: text('municipality').references(() => municipality.code),
    organisationId: uuid('organisation_id').references(() => organisation.id),
    role: text('role', { enum: roles }).notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    acceptedAt: timestamp('accepted_at', { withTimezone: true }),
    revokedAt: timestamp('revoked_at', { withTimezone: true }),
    ...scopeColumns(),
  },
  (table) => [
    index('invitation_municipality').on(table.municipality),
    check('invitation_role_fits_kind', roleFitsKind),
    ...ownedByScopes('invitation', ['select', 'insert', 'update']),
  ],
).enableRLS();

export const credential = pgTable(
  'credential',
  {
    accountId: uuid('account_id')
      .primaryKey()
      .references(() => account.id),
    /** argon2id in PHC form. */
    passwordHash: text('password_hash').notNull(),
  },
  () => sealed('credential'),
).enableRLS();

export const loginSession = pgTable(
  'login_session',
  {
    /** SHA-256 (hex) of the 256-bit secret in the cookie. */
    id: text('id').primaryKey(),
    /** What the person knows it by in the list of login sessions; opens nothing. */
    handle: uuid('handle').notNull().defaultRandom(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => account.id),
    /** On whose behalf; null when the account belongs nowhere. */
    membershipId: uuid('membership_id').references(() => membership.id),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    lastSeen: timestamp('last_seen', { withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    /** When the person last proved who it is in full; null counts as never. */
    confirmedAt: timestamp('confirmed_at', { withTimezone: true }),
    /** Family of the browser, coarse: 'Firefox'. */
    browser: text('browser').notNull().default('onbekend'),
  },
  (table) => [index('login_session_account').on(table.accountId), ...sealed('login_session')],
).enableRLS();

/** Attempts per hashed key, kept by the rate limiter (its column names). */
export const attempt = pgTable(
  'attempt',
  {
    key: text('key').primaryKey(),
    points: integer('points').notNull().default(0),
    /** Milliseconds since 1970; null never expires. */
    expire: bigint('expire', { mode: 'number' }),
  },
  () => counter('attempt'),
).enableRLS();
