// The three row rules a table can have. Drizzle writes ENABLE and the policies; generate.ts adds FORCE and the grants.
import { sql, type SQL } from 'drizzle-orm';
import { integer, pgPolicy, pgRole, text, type AnyPgColumn } from 'drizzle-orm/pg-core';

const app = pgRole('app').existing();
const worker = pgRole('worker').existing();
const wall = pgRole('wall').existing();
const audit = pgRole('audit').existing();

/** The owner of the derivations is the only role that passes everywhere; FORCE binds even the table's owner. */
const everythingForTheWall = (table: string) =>
  pgPolicy(`${table}_wall`, { for: 'all', to: wall, using: sql`true`, withCheck: sql`true` });

const seen = sql`audience = any((select wall.app_audiences())::int[])`;
const writable = sql`writable_by && (select wall.app_scopes())`;

/**
 * The columns of a row that says who may see it and who may change it. All three are set by the table's trigger,
 * whatever the statement says.
 */
export const scopeColumns = () => ({
  /** Scopes of who may see this row. */
  visibleTo: text('visible_to')
    .array()
    .notNull()
    .default(sql`'{}'`),
  /** The number of exactly that set: what the policy compares, because integers use ordinary indexes. */
  audience: integer('audience').notNull().default(0),
  /** Scopes of who may change this row. */
  writableBy: text('writable_by')
    .array()
    .notNull()
    .default(sql`'{}'`),
});

/** What `app` may do with the rows it sees or may write. */
export type Verb = 'select' | 'insert' | 'update' | 'delete';

/**
 * Row rule of everything a municipality, a person or the alliance owns: seen by audience, changed by scope.
 * `worker` is given further policies by the caller where a job needs them.
 */
export function ownedByScopes(table: string, verbs: readonly Verb[]) {
  const policies = [
    everythingForTheWall(table),
    pgPolicy(`${table}_seen`, { for: 'select', to: app, using: seen }),
  ];
  if (verbs.includes('insert'))
    policies.push(pgPolicy(`${table}_insert`, { for: 'insert', to: app, withCheck: writable }));
  if (verbs.includes('update')) {
    policies.push(
      pgPolicy(`${table}_update`, { for: 'update', to: app, using: writable, withCheck: writable }),
    );
  }
  if (verbs.includes('delete'))
    policies.push(pgPolicy(`${table}_delete`, { for: 'delete', to: app, using: writable }));
  return policies;
}

/** Row rule of what everybody may read and no request may change: municipalities, regions. */
export const reference = (table: string) => [
  everythingForTheWall(table),
  pgPolicy(`${table}_seen`, { for: 'select', to: [app, worker], using: sql`true` }),
];

/** Row rule of what only functions of the wall may touch: passwords, login sessions, the read model of search. */
export const sealed = (table: string) => [everythingForTheWall(table)];

/** Rows of a queue that the jobs work off. */
export const forJobs = (table: string, rows: SQL = sql`true`) => [
  pgPolicy(`${table}_jobs`, { for: 'all', to: worker, using: rows, withCheck: sql`true` }),
];

/** Rows of a child table follow the row they belong to; EXISTS, because IN is fifty times slower under row rules. */
export const asParent = (table: string, parent: AnyPgColumn | SQL) => [
  everythingForTheWall(table),
  pgPolicy(`${table}_seen`, { for: 'select', to: app, using: sql`exists (${parent})` }),
];

/** Rows that are added with the row they belong to, by whoever may write that one; they never change. */
export const withParent = (table: string, parent: SQL) => [
  pgPolicy(`${table}_insert`, {
    for: 'insert',
    to: app,
    withCheck: sql`exists (${parent} and ${writable})`,
  }),
];

/** Rows that are changed by whoever may write the row they belong to, and never move to another. */
export const changedWithParent = (table: string, parent: SQL) => [
  pgPolicy(`${table}_update`, {
    for: 'update',
    to: app,
    using: sql`exists (${parent} and ${writable})`,
    withCheck: sql`exists (${parent} and ${writable})`,
  }),
];

/** Rows that a job reads and does not change. */
export const readByJobs = (table: string, rows: SQL) => [
  pgPolicy(`${table}_jobs`, { for: 'select', to: worker, using: rows }),
];

/** Rows that a job works off by taking them away; it adds none and changes none. */
export const takenAwayByJobs = (table: string, rows: SQL) => [
  ...readByJobs(table, rows),
  pgPolicy(`${table}_jobs_delete`, { for: 'delete', to: worker, using: rows }),
];

/** Counters of hashed keys: no row tells anything, every request counts. */
export const counter = (table: string) => [
  everythingForTheWall(table),
  pgPolicy(`${table}_counted`, { for: 'all', to: app, using: sql`true`, withCheck: sql`true` }),
];

/** Row rule of the bookkeeping of the audit trail: only the functions of `audit` touch it, with these verbs. */
export const trail = (table: string, verbs: readonly Verb[]) =>
  verbs.map((verb) =>
    pgPolicy(`${table}_audit_${verb}`, {
      for: verb,
      to: audit,
      ...(verb === 'insert' ? {} : { using: sql`true` }),
      ...(verb === 'insert' || verb === 'update' ? { withCheck: sql`true` } : {}),
    }),
  );

/** Row rule of the trail itself: seen by audience, never changed; `audit` adds, and takes away what is past its time. */
export const appendOnly = (table: string) => [
  ...trail(table, ['select', 'insert', 'delete']),
  pgPolicy(`${table}_wall_select`, { for: 'select', to: wall, using: sql`true` }),
  pgPolicy(`${table}_seen`, { for: 'select', to: app, using: seen }),
];
