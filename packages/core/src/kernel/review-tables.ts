// The two tables of review that every noun has that is published: what was said beside a field, and what happened to the
// working copy. Both only grow: what was said stays said. Seen by the own municipality, whoever else may read the draft.
import { ownedByScopes, scopeColumns } from '@kansenplein/db';
import { index, integer, jsonb, pgTable, text, timestamp, uuid, type AnyPgColumn } from 'drizzle-orm/pg-core';

export const remarkKinds = ['remark', 'answer', 'settled', 'reopened'] as const;
export const stepKinds = ['submitted', 'returned', 'published', 'withdrawn', 'restored'] as const;

/** Derived: who was signed in, in which role, and when; null of the account when that was never known. */
const said = () => ({
  byAccount: uuid('by_account'),
  byRole: text('by_role'),
  at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
});

const ofDocument = (document: () => AnyPgColumn) =>
  uuid('document_id').notNull().references(document, { onDelete: 'cascade' });

/** One row for each thing said: a remark beside a field, an answer to it, that it is settled, that it is not after all. */
export const remarksOf = <Name extends string>(name: Name, document: () => AnyPgColumn) =>
  pgTable(
    name,
    {
      id: uuid('id').primaryKey(),
      documentId: ofDocument(document),
      /** Id of the remark this belongs to; of a remark its own. */
      thread: uuid('thread').notNull(),
      what: text('what', { enum: remarkKinds }).notNull(),
      /** Name of a field of the content, or `goals/<key>`; empty when it is about the whole. */
      field: text('field').notNull(),
      text: text('text').notNull(),
      /** Derived: fingerprint of the field as it was when the remark was made. */
      fieldHash: text('field_hash'),
      ...said(),
      ...scopeColumns(),
    },
    (table) => [index(`${name}_document`).on(table.documentId), ...ownedByScopes(name, ['select', 'insert'])],
  ).enableRLS();

/** One row for each step of a working copy. */
export const stepsOf = <Name extends string>(name: Name, document: () => AnyPgColumn) =>
  pgTable(
    name,
    {
      id: uuid('id').primaryKey(),
      documentId: ofDocument(document),
      what: text('what', { enum: stepKinds }).notNull(),
      /** The version that was published or restored. */
      version: integer('version'),
      /** The text that stood there when another was restored, where it was nowhere else. */
      replaced: jsonb('replaced'),
      ...said(),
      ...scopeColumns(),
    },
    (table) => [index(`${name}_document`).on(table.documentId), ...ownedByScopes(name, ['select', 'insert'])],
  ).enableRLS();
