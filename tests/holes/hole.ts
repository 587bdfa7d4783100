// One weakness that is planted on purpose, to see whether the proofs notice it.

/** Planted in the database: statements run as superuser on a migrated database. */
export interface DatabaseHole {
  readonly where: 'database';
  /** What was weakened, as a person would say it. Unique. */
  readonly name: string;
  /** What it was made from: 'policy', 'force', 'trigger' … */
  readonly family: string;
  readonly sql: string;
  /** The table whose rows it opens first, if it is one. */
  readonly table?: string;
}

/** The first occurrence of one text becomes another; it must occur. */
export interface Edit {
  readonly find: string;
  readonly replace: string;
}

/** Planted in one file of a copy of the sources. */
export interface SourceHole {
  readonly where: 'source';
  readonly name: string;
  readonly family: string;
  /** Path from the root of the house. */
  readonly file: string;
  readonly edits: readonly Edit[];
  /** The procedure it was made for, if it was made for one: `room.name`. */
  readonly procedure?: string;
}

export type Hole = DatabaseHole | SourceHole;
