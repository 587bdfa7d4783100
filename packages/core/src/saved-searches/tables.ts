// Questions that somebody keeps, with whether and when what is new is mailed. Each is its person's and nobody else's. The
// job reads them only through functions of the wall, which look at the rights the person has at that moment.
import { ownedByScopes, scopeColumns } from '@kansenplein/db';
import { index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { account, membership } from '../accounts/index.ts';
import type { Question } from '../finding/index.ts';

export const savedSearch = pgTable(
  'saved_search',
  {
    id: uuid('id').primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => account.id),
    /** On whose behalf it is asked; when this ends, so does the mail. */
    membershipId: uuid('membership_id')
      .notNull()
      .references(() => membership.id),
    name: text('name').notNull(),
    question: jsonb('question').$type<Question>().notNull(),
    /** `none`, `day` or `week`. */
    alert: text('alert').$type<'none' | 'day' | 'week'>().notNull().default('none'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    /** What was published after this has not been mailed. */
    toldUntil: timestamp('told_until', { withTimezone: true }).notNull().defaultNow(),
    /** When to look again; null while nothing is mailed. */
    dueAt: timestamp('due_at', { withTimezone: true }),
    /** SHA-256 of the secret of the job that is looking now, and until when it is waited for. */
    errandHash: text('errand_hash'),
    errandUntil: timestamp('errand_until', { withTimezone: true }),
    ...scopeColumns(),
  },
  (table) => [
    index('saved_search_account').on(table.accountId),
    index('saved_search_due').on(table.dueAt),
    index('saved_search_errand').on(table.errandHash),
    ...ownedByScopes('saved_search', ['select', 'insert', 'update', 'delete']),
  ],
).enableRLS();
