/** Where a page ended, as an opaque text. Also carries how the first page was searched, so that pages fit together. */
import { SearchInputError } from '../port.ts';

type Place = [tier: number, at: string, id: string];

export interface Cursor {
  tier: number;
  /** ISO 8601 in UTC with microseconds, as the database wrote it: a Date would lose three digits. */
  at: string;
  /** The document it ended with: its random id, because numbers of documents count what the reader may not see. */
  id: string;
  /** Only while the page stands among what is weighed: the score it ended with, and where what is weighed ends. */
  weighed?: { score: number; end: Place | null } | null;
  /** The corrected query, when the typed one found nothing. */
  corrected: string | null;
  /** One word was allowed to be missing. */
  relaxed: boolean;
}

export function writeCursor({ tier, at, id, corrected, relaxed, weighed }: Cursor): string {
  const parts = [tier, at, id, corrected, relaxed, weighed && [weighed.score, weighed.end]];
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

export function readCursor(text: string | null): Cursor | null {
  if (text === null) return null;
  const parts = parse(text);
  if (!Array.isArray(parts) || parts.length !== 6) throw new SearchInputError('search.bad_cursor');
  const [tier, at, id, corrected, relaxed, weighed] = parts as unknown[];
  const place: unknown = [tier, at, id];
  const fits =
    isPlace(place) &&
    (corrected === null || (typeof corrected === 'string' && corrected.length <= 400)) &&
    typeof relaxed === 'boolean' &&
    (weighed === null || isWeighed(weighed));
  if (!fits) throw new SearchInputError('search.bad_cursor');
  return {
    tier: place[0],
    at: place[1],
    id: place[2],
    corrected,
    relaxed,
    weighed: weighed && { score: weighed[0], end: weighed[1] },
  };
}

/** Where something stands by tier and date; the bounds are those of the database. */
function isPlace(place: unknown): place is Place {
  if (!Array.isArray(place) || place.length !== 3) return false;
  const [tier, at, id] = place as unknown[];
  return (
    Number.isInteger(tier) &&
    Number(tier) >= 0 &&
    Number(tier) <= 8 &&
    typeof at === 'string' &&
    /^\d{4}-(0[1-9]|1[0-2])-([0-2]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6}Z$/.test(at) &&
    !Number.isNaN(Date.parse(at)) &&
    typeof id === 'string' &&
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
  );
}

function isWeighed(weighed: unknown): weighed is [score: number, end: Place | null] {
  if (!Array.isArray(weighed) || weighed.length !== 2) return false;
  const [score, end] = weighed as unknown[];
  return Number.isInteger(score) && Math.abs(Number(score)) < 1e6 && (end === null || isPlace(end));
}

/** The place that the database said as 'tier moment id'. */
export function placeIn(said: string | null | undefined): Place | null {
  const [tier, at, id] = said?.split(' ') ?? [];
  return at === undefined || id === undefined ? null : [Number(tier), at, id];
}

function parse(text: string): unknown {
  if (text.length > 2000) return null;
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown;
  } catch {
    return null;
  }
}
