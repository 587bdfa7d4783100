// How people prove who they are. All of it is sealed: no request reaches a row but through the listed functions of the wall.
import { sealed } from '@kansenplein/db';
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { account } from './tables.ts';

const ofAccount = () =>
  uuid('account_id')
    .notNull()
    .references(() => account.id);
const moment = (name: string) => timestamp(name, { withTimezone: true });

/** What a person is half-way through: a password was right and a code is missing, a challenge waits for its answer. */
export const signInStep = pgTable(
  'sign_in_step',
  {
    /** SHA-256 (hex) of the 256-bit secret in the step cookie. */
    id: text('id').primaryKey(),
    purpose: text('purpose', {
      enum: ['second_factor', 'enrol', 'passkey', 'issuer'],
    }).notNull(),
    /** Null until it is known who it is. */
    accountId: uuid('account_id').references(() => account.id),
    /** Hash of the link (invitation or mailed link) it began with; the link is used when the step is. */
    link: text('link'),
    /** Hash of the login session it began in; it can be finished in that one only. */
    login: text('login'),
    /** What the purpose needs: a challenge, the sealed seed of an app, what an issuer must send back. */
    payload: jsonb('payload').$type<Record<string, unknown>>().notNull(),
    attempts: integer('attempts').notNull().default(0),
    createdAt: moment('created_at').notNull().defaultNow(),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
  },
  (table) => [
    index('sign_in_step_account').on(table.accountId),
    index('sign_in_step_expires').on(table.expiresAt),
    ...sealed('sign_in_step'),
  ],
).enableRLS();

export const totp = pgTable(
  'totp',
  {
    accountId: ofAccount().primaryKey(),
    /** The seed under AES-256-GCM with the key of the installation, bound to the account. */
    seed: text('seed').notNull(),
    /** The newest period of thirty seconds whose code was used: no code works twice. */
    lastPeriod: bigint('last_period', { mode: 'number' }).notNull(),
    confirmedAt: moment('confirmed_at').notNull().defaultNow(),
  },
  () => sealed('totp'),
).enableRLS();

export const recoveryCode = pgTable(
  'recovery_code',
  {
    /** SHA-256 (hex) of the account's id and 80 random bits. */
    id: text('id').primaryKey(),
    accountId: ofAccount(),
    usedAt: moment('used_at'),
  },
  (table) => [index('recovery_code_account').on(table.accountId), ...sealed('recovery_code')],
).enableRLS();

export const passkey = pgTable(
  'passkey',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    accountId: ofAccount(),
    /** As its maker gave it, base64url. */
    credentialId: text('credential_id').notNull().unique(),
    /** COSE key, base64url. */
    publicKey: text('public_key').notNull(),
    counter: bigint('counter', { mode: 'number' }).notNull(),
    transports: text('transports').array().notNull(),
    backedUp: boolean('backed_up').notNull(),
    /** What the person calls it. */
    name: text('name').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    lastUsedAt: moment('last_used_at'),
  },
  (table) => [index('passkey_account').on(table.accountId), ...sealed('passkey')],
).enableRLS();

/** Who somebody is at an issuer: found by issuer and subject together, never by an address. */
export const externalIdentity = pgTable(
  'external_identity',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    accountId: ofAccount(),
    /** The issuer identifier of OpenID Connect, an address. */
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (table) => [
    unique('external_identity_subject').on(table.issuer, table.subject),
    index('external_identity_account').on(table.accountId),
    ...sealed('external_identity'),
  ],
).enableRLS();

/** Links sent to an address: a new address, a forgotten password, a second factor to set up anew. Used once. */
export const mailedLink = pgTable(
  'mailed_link',
  {
    /** SHA-256 (hex) of the secret in the link. */
    id: text('id').primaryKey(),
    purpose: text('purpose', { enum: ['new_address', 'new_password', 'new_factor'] }).notNull(),
    accountId: ofAccount(),
    /** Where it was sent: the new address, or that of the account. */
    address: text('address').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
  },
  (table) => [index('mailed_link_account').on(table.accountId), ...sealed('mailed_link')],
).enableRLS();
