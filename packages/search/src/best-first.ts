/**
 * Pages with the best first. An engine finds documents by tier and date; the first of them are weighed and put in order, what
 * comes after them follows as it was found. A cursor says where the weighed part ended on the first page, so that pages fit
 * together whatever is published meanwhile.
 */
import type { Composed } from './composing.ts';
import type { Cursor, Place } from './cursor.ts';
import type { Query } from './known-words.ts';
import type { Found, FoundRow } from './searching.ts';
import { weightsOf } from './weighing.ts';

/** So many are weighed. */
export const weighed = 40;

/** What may be published between two pages without anything being left out. */
const meanwhile = 100;

/** First tier in which a word of the question is missing. */
export const incomplete = 7;

/** What a complete answer is worth beside one that says as much of what it holds. */
const completeness = 100;

export interface RankedRow extends FoundRow {
  /** Only of what was weighed, and where that ended on the first page; null when everything was weighed. */
  readonly weighed?: { readonly score: number; readonly end: Place | null };
}

/** What follows by tier and date after a place: one more than the limit when there is more. */
type FindMore = (after: Place, limit: number) => Promise<Found>;

/** What a page that is read on must find again to put it in order; a first page has what it needs. */
export const rowsToFind = (cursor: Cursor | null): number =>
  cursor?.weighed ? weighed + meanwhile : weighed;

/** One row more than the limit when there is more. `found` is by tier and date from the beginning. */
export async function bestFirst(
  query: Query,
  { terms }: Composed,
  found: Found,
  cursor: Cursor | null,
  limit: number,
  findMore: FindMore,
): Promise<RankedRow[]> {
  const last = found.rows.length === weighed ? placeOf(found.rows[weighed - 1]) : null;
  const end = cursor?.weighed ? cursor.weighed.end : last;
  const held = end === null ? found.rows : upTo(end, found.rows);
  const weights = await weightsOf(
    query,
    held.map(({ place }) => place),
    terms,
  );
  const ranked = held
    .map((row): RankedRow & Ranked => {
      const score = (weights.get(row.place) ?? 0) + (row.tier < incomplete ? completeness : 0);
      return { ...row, weighed: { score, end } };
    })
    .filter((row) => !cursor?.weighed || inOrder({ ...cursor, weighed: cursor.weighed }, row) < 0)
    .sort(inOrder)
    .slice(0, limit + 1);
  if (end === null || ranked.length > limit) return ranked;
  return [...ranked, ...(await findMore(end, limit - ranked.length)).rows];
}

type Ranked = Pick<FoundRow, 'at' | 'id'> & { readonly weighed: { readonly score: number } };

const compared = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** Below zero when `one` stands before `other`: by weight, on a tie the newest. */
const inOrder = (one: Ranked, other: Ranked): number =>
  other.weighed.score - one.weighed.score || compared(other.at, one.at) || compared(other.id, one.id);

const placeOf = (row: FoundRow | undefined): Place | null =>
  row ? { tier: row.tier, at: row.at, id: row.id } : null;

/** The rows up to that place; when what stood there was withdrawn, everything of the same moment too. */
function upTo({ tier, at, id }: Place, rows: readonly FoundRow[]): readonly FoundRow[] {
  const index = rows.findIndex((row) => row.id === id);
  return index >= 0
    ? rows.slice(0, index + 1)
    : rows.filter((row) => row.tier < tier || (row.tier === tier && row.at >= at));
}
