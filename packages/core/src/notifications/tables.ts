// What somebody follows, what happened, and who is told of it. A notification holds kind and reference only: its title is
// read through the wall as its recipient, when it is shown and when it is mailed. What happened waits here until it was
// told; nobody but the wall reads that, or which link of a mail stops what.
import { ownedByScopes, scopeColumns, sealed } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { boolean, index, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { account, membership } from '../accounts/index.ts';
import type { ToldKind, Way } from './vocabulary.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });
const ofAccount = () =>
  uuid('account_id')
    .notNull()
    .references(() => account.id);
/** On whose behalf; when this ends, nothing is told any more. */
const onBehalfOf = () =>
  uuid('membership_id')
    .notNull()
    .references(() => membership.id);

export const follow = pgTable(
  'follow',
  {
    id: uuid('id').primaryKey(),
    accountId: ofAccount(),
    membershipId: onBehalfOf(),
    /** `<kind>:<key>`, such as `municipality:gm0899` or `theme:armoede`: what events say they are about. */
    target: text('target').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    ...scopeColumns(),
  },
  (table) => [
    uniqueIndex('follow_once').on(table.accountId, table.target),
    index('follow_target').on(table.target),
    ...ownedByScopes('follow', ['select', 'insert', 'delete']),
  ],
).enableRLS();

/** A queue: written in the transaction of what happened, gone when everybody was told. */
export const happening = pgTable(
  'happening',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    kind: text('kind').$type<ToldKind>().notNull(),
    /** What it happened to, as a reference: the noun of its page or working copy, its id, and which part of it. */
    noun: text('noun').notNull(),
    key: uuid('key').notNull(),
    part: text('part').notNull().default(''),
    /** What one can follow to hear of it. */
    about: text('about').array().notNull().default([]),
    /** Scopes of who is told without following. */
    toldTo: text('told_to').array().notNull().default([]),
    /** Scopes of who could see it at that moment: nobody else is told. */
    seenBy: text('seen_by').array().notNull().default([]),
    /** Who did it, and is therefore not told. */
    byAccount: uuid('by_account'),
    at: moment('at').notNull().defaultNow(),
    /** It has begun and is not finished: nobody is told yet. */
    held: boolean('held').notNull().default(false),
    /** The last account that was told, while the rest waits. */
    toldUpto: uuid('told_upto'),
  },
  (table) => [index('happening_waiting').on(table.at, table.id), ...sealed('happening')],
).enableRLS();

export const notification = pgTable(
  'notification',
  {
    id: uuid('id').primaryKey(),
    accountId: ofAccount(),
    membershipId: onBehalfOf(),
    kind: text('kind').$type<ToldKind>().notNull(),
    noun: text('noun').notNull(),
    key: uuid('key').notNull(),
    part: text('part').notNull(),
    happenedAt: moment('happened_at').notNull(),
    readAt: moment('read_at'),
    /** When it is to be mailed; null when it is not, or was. */
    mailAt: moment('mail_at'),
    /** SHA-256 of the secret of the job that makes a mail of it now, and until when it is waited for. */
    errandHash: text('errand_hash'),
    errandUntil: moment('errand_until'),
    ...scopeColumns(),
  },
  (table) => [
    index('notification_newest').on(table.accountId, table.happenedAt, table.id),
    index('notification_unread')
      .on(table.accountId)
      .where(sql`read_at is null`),
    index('notification_to_mail')
      .on(table.mailAt, table.membershipId)
      .where(sql`mail_at is not null`),
    index('notification_errand')
      .on(table.errandHash)
      .where(sql`errand_hash is not null`),
    index('notification_happened').on(table.happenedAt),
    ...ownedByScopes('notification', ['select', 'update']),
  ],
).enableRLS();

/** What somebody chose for a kind; without a row it is the quiet way. */
export const notificationChoice = pgTable(
  'notification_choice',
  {
    accountId: ofAccount(),
    kind: text('kind').$type<ToldKind>().notNull(),
    way: text('way').$type<Way>().notNull(),
    ...scopeColumns(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.kind] }),
    ...ownedByScopes('notification_choice', ['select', 'insert', 'update']),
  ],
).enableRLS();

/** The links that stop mail without signing in: each stops the kinds it names, or the mail of one kept question. */
export const stopLink = pgTable(
  'stop_link',
  {
    /** SHA-256 (hex) of the secret in the mail. */
    hash: text('hash').primaryKey(),
    accountId: ofAccount(),
    kinds: text('kinds').array().$type<ToldKind[]>().notNull().default([]),
    /** The kept question instead, by its id. */
    searchId: uuid('search_id'),
    madeAt: moment('made_at').notNull().defaultNow(),
  },
  (table) => [
    index('stop_link_account').on(table.accountId),
    index('stop_link_made').on(table.madeAt),
    ...sealed('stop_link'),
  ],
).enableRLS();
