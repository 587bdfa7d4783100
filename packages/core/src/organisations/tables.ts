// Partners: school boards, libraries, welfare, universities. Their names are public; the operator adds them.
import { ownedByScopes, scopeColumns } from '@kansenplein/db';
import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const organisation = pgTable(
  'organisation',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    kind: text('kind', {
      enum: [
        'school_board',
        'childcare',
        'library',
        'youth_health_care',
        'welfare',
        'research',
        'ministry',
        'other',
      ],
    }).notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    ...scopeColumns(),
  },
  () => ownedByScopes('organisation', ['select', 'insert', 'update']),
).enableRLS();
