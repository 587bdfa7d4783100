// Files, and what they go along with. A file is seen as the rows that hold it are, and until then by whoever uploaded it.
// Its bytes stand in the file store under its key, and never change (decisions/0016-file-store.md).
import { ownedByScopes, readByJobs, scopeColumns, sealed, takenAwayByJobs } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { fileTypes, type TellingKind } from './contract.ts';

const bytea = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
});

/** A document that still has to be read: the reading job may see its file. */
const waits = sql`exists (select 1 from document_import d where d.id = file.held_by and d.state = 'received')`;

export const file = pgTable(
  'file',
  {
    id: uuid('id').primaryKey(),
    /** As the person called it, cleaned; never part of an address or a path. */
    name: text('name').notNull(),
    /** Found in the bytes, whatever the name says. */
    type: text('type', { enum: fileTypes }).notNull(),
    size: integer('size').notNull(),
    /** SHA-256 (hex), to prove that it is unchanged; nobody looks a file up by it. */
    sha256: text('sha256').notNull(),
    /** Where its bytes stand: random, of this file alone, and told to nobody. */
    key: text('key')
      .notNull()
      .default(sql`replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')`),
    /** What it tells about persons, found before it was kept; null for what is read in, which is looked over later. */
    tells: jsonb('tells').$type<readonly TellingKind[]>(),
    /** Derived: the account that signed in. */
    uploadedBy: uuid('uploaded_by').notNull(),
    uploadedAt: timestamp('uploaded_at', { withTimezone: true }).notNull().defaultNow(),
    /** The document_import it was brought in for, or the working copy it was attached to; set once. */
    heldBy: uuid('held_by'),
    /** Derived: it is seen as everything it is attached to, not as a document_import. */
    attached: boolean('attached').notNull().default(false),
    ...scopeColumns(),
  },
  (table) => [
    index('file_held_by').on(table.heldBy),
    uniqueIndex('file_key').on(table.key),
    check('file_size', sql`size between 1 and 10485760`),
    ...ownedByScopes('file', ['select', 'insert', 'update']),
    ...readByJobs('file', waits),
  ],
).enableRLS();

/** A file that goes along with a working copy (`version` is null) or with a published version of it, which never changes. */
export const attachment = pgTable(
  'attachment',
  {
    id: uuid('id').primaryKey(),
    noun: text('noun', { enum: ['intervention', 'agenda'] }).notNull(),
    documentId: uuid('document_id').notNull(),
    version: integer('version'),
    fileId: uuid('file_id')
      .notNull()
      .references(() => file.id),
    /** In their order; counted from 1, with gaps. */
    position: integer('position').notNull(),
    title: text('title').notNull(),
    /** What a picture shows; empty for a document. */
    alternative: text('alternative').notNull(),
    ...scopeColumns(),
  },
  (table) => [
    index('attachment_document').on(table.documentId, table.version),
    index('attachment_file').on(table.fileId),
    ...ownedByScopes('attachment', ['select', 'insert', 'update', 'delete']),
  ],
).enableRLS();

/** Bytes whose row is gone: the job takes them away when a backup that still holds the row cannot be under way any more. */
export const fileRemoval = pgTable(
  'file_removal',
  {
    key: text('key').primaryKey(),
    deletedAt: timestamp('deleted_at', { withTimezone: true }).notNull().defaultNow(),
  },
  () => [
    ...sealed('file_removal'),
    ...takenAwayByJobs('file_removal', sql`deleted_at < now() - interval '24 hours'`),
  ],
).enableRLS();

/** Where bytes stood before there was a file store. At every start what is left here moves there; nothing is added. */
export const fileContent = pgTable(
  'file_content',
  {
    fileId: uuid('file_id')
      .primaryKey()
      .references(() => file.id, { onDelete: 'cascade' }),
    bytes: bytea('bytes').notNull(),
  },
  () => sealed('file_content'),
).enableRLS();
