/** Where a page ended, as an opaque text. Also carries how the first page was searched, so that pages fit together. */
import { SearchInputError } from './port.ts';

export interface Cursor {
  tier: number;
  /** ISO 8601 in UTC with microseconds, as the database wrote it: a Date would lose three digits. */
  at: string;
  /** The document it ended with: its random id, because numbers of documents count what the reader may not see. */
  id: string;
  /** The corrected query, when the typed one found nothing. */
  corrected: string | null;
  /** One word was allowed to be missing. */
  relaxed: boolean;
}

export function writeCursor(cursor: Cursor): string {
  const { tier, at, id, corrected, relaxed } = cursor;
  return Buffer.from(JSON.stringify([tier, at, id, corrected, relaxed])).toString('base64url');
}

export function readCursor(text: string | null): Cursor | null {
  if (text === null) return null;
  const parts = parse(text);
  if (!Array.isArray(parts) || parts.length !== 5) throw new SearchInputError('search.bad_cursor');
  const [tier, at, id, corrected, relaxed] = parts as unknown[];
  const fits =
    Number.isInteger(tier) &&
    Number(tier) >= 0 &&
    Number(tier) <= 8 &&
    typeof at === 'string' &&
    /^\d{4}-(0[1-9]|1[0-2])-([0-2]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6}Z$/.test(at) &&
    !Number.isNaN(Date.parse(at)) &&
    typeof id === 'string' &&
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) &&
    (corrected === null || (typeof corrected === 'string' && corrected.length <= 400)) &&
    typeof relaxed === 'boolean';
  if (!fits) throw new SearchInputError('search.bad_cursor');
  return { tier: Number(tier), at, id, corrected, relaxed };
}

function parse(text: string): unknown {
  if (text.length > 2000) return null;
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown;
  } catch {
    return null;
  }
}
