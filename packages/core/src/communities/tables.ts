// Communities, who belongs to one, and who was invited. Open and on request: name and purpose are public. By invitation:
// nothing of it exists for anybody but its members and those who were invited. Who belongs carries `community:<id>`, who
// moderates `community:<id>:moderators` too, who was invited `community:<id>:invited` (wall.community_scopes).
import { ownedByScopes, scopeColumns } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { account, membership } from '../accounts/index.ts';
import { joinings, memberStates } from './vocabulary.ts';

export const community = pgTable(
  'community',
  {
    id: uuid('id').primaryKey(),
    /** Random, never typed by anyone. */
    handle: text('handle').notNull().unique(),
    name: text('name').notNull(),
    purpose: text('purpose').notNull(),
    /** What one agrees to by joining, so as public as the purpose. */
    guidelines: text('guidelines').notNull().default(''),
    themes: text('themes').array().notNull().default([]),
    joining: text('joining', { enum: joinings }).notNull(),
    /** Derived, and told to whoever sees this row: how many members there are, not who. */
    members: integer('members').notNull().default(0),
    revision: integer('revision').notNull().default(1),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    ...scopeColumns(),
  },
  (table) => [
    index('community_name').on(sql`lower(${table.name})`, table.id),
    ...ownedByScopes('community', ['select', 'insert', 'update']),
  ],
).enableRLS();

/** Seen by whoever reads the community while one belongs to it; before and after that by oneself and its moderators. */
export const communityMember = pgTable(
  'community_member',
  {
    communityId: uuid('community_id')
      .notNull()
      .references(() => community.id),
    accountId: uuid('account_id')
      .notNull()
      .references(() => account.id),
    /** For whom one joined: the others read it beside the name. */
    membershipId: uuid('membership_id').references(() => membership.id),
    role: text('role', { enum: ['member', 'moderator'] })
      .notNull()
      .default('member'),
    state: text('state', { enum: memberStates }).notNull(),
    /** Why one asks to join; gone once that was answered, because other people see the row then. */
    note: text('note').notNull().default(''),
    /** Null for who never was a member. */
    joinedAt: timestamp('joined_at', { withTimezone: true }),
    changedAt: timestamp('changed_at', { withTimezone: true }).notNull().defaultNow(),
    ...scopeColumns(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.accountId] }),
    index('community_member_account').on(table.accountId),
    ...ownedByScopes('community_member', ['select', 'insert', 'update']),
  ],
).enableRLS();

/**
 * An address that moderators typed. Whether somebody of the alliance has it shows nowhere in this row: the scope of the
 * invited follows from the address at each login.
 */
export const communityInvitation = pgTable(
  'community_invitation',
  {
    id: uuid('id').primaryKey(),
    communityId: uuid('community_id')
      .notNull()
      .references(() => community.id),
    address: text('address').notNull(),
    state: text('state', { enum: ['open', 'accepted', 'declined', 'withdrawn'] })
      .notNull()
      .default('open'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull().defaultNow(),
    ...scopeColumns(),
  },
  (table) => [
    index('community_invitation_address').on(table.address),
    index('community_invitation_community').on(table.communityId),
    ...ownedByScopes('community_invitation', ['select', 'insert', 'update']),
  ],
).enableRLS();
