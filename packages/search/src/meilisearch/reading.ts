/** Where a page of the engine ended, as an opaque text that the PostgreSQL adapter can go on from when the engine is gone. */
import { readCursor, writeCursor, type Cursor } from '../postgres/cursor.ts';
import { SearchInputError } from '../port.ts';

export interface Reading extends Cursor {
  readonly stage: number;
  /** How many of this stage were shown. */
  readonly offset: number;
  /** Newer documents than this were not there when the reading began: they would push others to a next page. */
  readonly until: number;
}

const prefix = 'm';
/** In a list the place itself says where to go on. */
export const isOfEngine = (after: string | null): boolean => after === null || after.startsWith(prefix);

const shape = /^m(\d{1,2})\.(\d{1,4})\.([0-9a-z]{1,11})\.([\w-]+)$/;

export const writeReading = ({ stage, offset, until, ...cursor }: Reading): string =>
  `${prefix}${stage}.${offset}.${until.toString(36)}.${writeCursor(cursor)}`;

/** Throws SearchInputError for what no page ended with. */
export function readReading(after: string | null): Reading | null {
  if (after === null) return null;
  const [, stage, offset, until, rest] = shape.exec(after) ?? [];
  if (rest === undefined) throw new SearchInputError('search.bad_cursor');
  const cursor = readCursor(rest);
  if (cursor === null) throw new SearchInputError('search.bad_cursor');
  return { ...cursor, stage: Number(stage), offset: Number(offset), until: parseInt(until ?? '', 36) };
}

/** The same place for the PostgreSQL adapter. */
export const placeOf = (after: string | null): string | null =>
  after === null || !after.startsWith(prefix) ? after : (shape.exec(after)?.[4] ?? after);
