// How a column is annotated: whether it says something about a person, and what happens to it when that person is
// erased. Law: AVG, articles 5, 15, 17 and 20. The register itself is packages/core/src/personal-data-register.ts.
import type { PgTable } from 'drizzle-orm/pg-core';

/** What is left of a column when its person is erased. */
export type Fate =
  /** The whole row goes, see the table's own line. */
  | 'goes'
  /** An SQL expression over the row `t`. */
  | { readonly becomes: string }
  /** Why it may stay, with the ground. */
  | { readonly stays: string };

export type ColumnNote =
  /** Says nothing about a person. With a label it is part of the export of the row's person. */
  | { readonly holds: 'nothing'; readonly label: string | null }
  /** About the person the row belongs to. A secret is mentioned in an export, never shown. */
  | { readonly holds: 'person'; readonly label: string; readonly secret: boolean; readonly erasure: Fate }
  /** May name people who have no account here: how they are guarded. */
  | { readonly holds: 'others'; readonly guard: string };

export interface Subject {
  /** Column of the row that says whose it is. */
  readonly column: string;
  /** What stands in it: the id of the account, its mail address, or its pseudonym in the audit trail. */
  readonly is: 'account' | 'address' | 'pseudonym';
}

export interface TableNote {
  /** Name of the table in the database. */
  readonly table: PgTable | string;
  /** What the rows are, in Dutch: the heading in an export. */
  readonly what: string;
  /** Null when no row belongs to one person. */
  readonly subject: Subject | null;
  /** What happens to a person's rows at erasure. */
  readonly rows: 'go' | 'stay';
  readonly columns: Readonly<Record<string, ColumnNote>>;
}

type KeysOf<T extends PgTable> = Extract<keyof T['_']['columns'], string>;

export const nothing: ColumnNote = { holds: 'nothing', label: null };
/** Not personal by itself, but part of what is told about the person of the row. */
export const beside = (label: string): ColumnNote => ({ holds: 'nothing', label });
export const about = (label: string, erasure: Fate): ColumnNote => ({
  holds: 'person',
  label,
  secret: false,
  erasure,
});
export const secret = (label: string, erasure: Fate): ColumnNote => ({
  holds: 'person',
  label,
  secret: true,
  erasure,
});
export const others = (guard: string): ColumnNote => ({ holds: 'others', guard });
/** The three columns of a walled row: scopes and the number of their set. */
export const scopes = { visibleTo: nothing, audience: nothing, writableBy: nothing };

/** Rows that belong to nobody in particular. A column without a note is a type error. */
export const ofNobody = <T extends PgTable>(
  table: T,
  what: string,
  columns: Record<KeysOf<T>, ColumnNote>,
): TableNote => ({ table, what, subject: null, rows: 'stay', columns });

/** Rows that each belong to one person. */
export const ofPerson = <T extends PgTable>(
  table: T,
  what: string,
  { column, is, rows }: { column: KeysOf<T>; is: Subject['is']; rows: 'go' | 'stay' },
  columns: Record<KeysOf<T>, ColumnNote>,
): TableNote => ({ table, what, subject: { column, is }, rows, columns });
