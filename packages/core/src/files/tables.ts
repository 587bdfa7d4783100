// Files and their bytes. A file is seen as the row that holds it is, and until then by whoever uploaded it; its bytes
// follow the file. Both never change.
import { asParent, ownedByScopes, readByJobs, scopeColumns, withParent } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { check, customType, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

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
    type: text('type', { enum: ['txt', 'docx', 'pdf'] }).notNull(),
    size: integer('size').notNull(),
    /** SHA-256 (hex), to prove that it is unchanged; nobody looks a file up by it. */
    sha256: text('sha256').notNull(),
    /** Derived: the account that signed in. */
    uploadedBy: uuid('uploaded_by').notNull(),
    uploadedAt: timestamp('uploaded_at', { withTimezone: true }).notNull().defaultNow(),
    /** The document_import this file was brought in for; set once. Another kind of holder gets a column of its own. */
    heldBy: uuid('held_by'),
    ...scopeColumns(),
  },
  (table) => [
    index('file_held_by').on(table.heldBy),
    check('file_size', sql`size between 1 and 10485760`),
    ...ownedByScopes('file', ['select', 'insert', 'update']),
    ...readByJobs('file', waits),
  ],
).enableRLS();

export const fileContent = pgTable(
  'file_content',
  {
    fileId: uuid('file_id')
      .primaryKey()
      .references(() => file.id, { onDelete: 'cascade' }),
    bytes: bytea('bytes').notNull(),
  },
  () => [
    ...asParent('file_content', sql`select 1 from file where file.id = file_content.file_id`),
    ...withParent('file_content', sql`select 1 from file where file.id = file_content.file_id`),
    ...readByJobs('file_content', sql`exists (select 1 from file where file.id = file_content.file_id)`),
  ],
).enableRLS();
