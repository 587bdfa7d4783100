// Who was erased, so that an older backup does not bring them back. The row names nobody: it is a hash, with its salt,
// of an id that stands nowhere else. Sealed: no request reads or writes it.
import { sealed } from '@kansenplein/db';
import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export const tombstone = pgTable(
  'tombstone',
  {
    /** SHA-256 (hex) of salt and account id. */
    accountHash: text('account_hash').primaryKey(),
    /** 32 hexadecimal digits, one for the whole installation. */
    salt: text('salt').notNull(),
    erasedAt: timestamp('erased_at', { withTimezone: true }).notNull().defaultNow(),
  },
  () => sealed('tombstone'),
).enableRLS();
