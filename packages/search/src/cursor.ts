/** Where a page ended, as an opaque text. Also carries how the first page was searched, so that pages fit together. */
import { SearchInputError } from './port.ts';

/** Where a document stands by tier and date. */
export interface Place {
  readonly tier: number;
  /** ISO 8601 in UTC with microseconds, as the database wrote it: a Date would lose three digits. */
  readonly at: string;
  /** The document: its random id, because numbers of documents count what the reader may not see. */
  readonly id: string;
}

export interface Cursor extends Place {
  /** Only while the page stands among what is weighed: the score it ended with, and where what is weighed ends. */
  readonly weighed: { readonly score: number; readonly end: Place | null } | null;
  /** The corrected query, when the typed one found nothing. */
  readonly corrected: string | null;
  /** One word was allowed to be missing. */
  readonly relaxed: boolean;
}

const listOf = ({ tier, at, id }: Place) => [tier, at, id];

export function writeCursor(cursor: Cursor): string {
  const { corrected, relaxed, weighed } = cursor;
  const end = weighed && [weighed.score, weighed.end && listOf(weighed.end)];
  return Buffer.from(JSON.stringify([...listOf(cursor), corrected, relaxed, end])).toString('base64url');
}

export function readCursor(text: string | null): Cursor | null {
  if (text === null) return null;
  const parts = parse(text);
  if (!Array.isArray(parts) || parts.length !== 6) throw new SearchInputError('search.bad_cursor');
  const [tier, at, id, corrected, relaxed, end] = parts as unknown[];
  const place = readPlace([tier, at, id]);
  const weighed = end === null ? null : readWeighed(end);
  const fits =
    place !== null &&
    weighed !== undefined &&
    (corrected === null || (typeof corrected === 'string' && corrected.length <= 400)) &&
    typeof relaxed === 'boolean';
  if (!fits) throw new SearchInputError('search.bad_cursor');
  return { ...place, weighed, corrected, relaxed };
}

/** The bounds are those of the database. */
function readPlace(parts: unknown): Place | null {
  if (!Array.isArray(parts) || parts.length !== 3) return null;
  const [tier, at, id] = parts as unknown[];
  const fits =
    Number.isInteger(tier) &&
    Number(tier) >= 0 &&
    Number(tier) <= 8 &&
    typeof at === 'string' &&
    /^\d{4}-(0[1-9]|1[0-2])-([0-2]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6}Z$/.test(at) &&
    !Number.isNaN(Date.parse(at)) &&
    typeof id === 'string' &&
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
  return fits ? { tier: Number(tier), at, id } : null;
}

/** Undefined when it is none. */
function readWeighed(parts: unknown): Cursor['weighed'] | undefined {
  if (!Array.isArray(parts) || parts.length !== 2) return undefined;
  const [score, listed] = parts as unknown[];
  const end = listed === null ? null : readPlace(listed);
  if (!Number.isInteger(score) || Math.abs(Number(score)) > 1e6 || (listed !== null && end === null))
    return undefined;
  return { score: Number(score), end };
}

function parse(text: string): unknown {
  if (text.length > 2000) return null;
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown;
  } catch {
    return null;
  }
}
