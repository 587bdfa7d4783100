// The text of a document in pieces that know which fields they fed, so that source and fields can point at each other.
import type { ReviewItem } from '../wire.ts';

type Found = Pick<ReviewItem, 'key' | 'spans' | 'person' | 'text' | 'field' | 'kind'>;

export interface Piece {
  readonly text: string;
  /** Keys of what this text became or was remarked upon, the narrowest first. */
  readonly keys: readonly string[];
  /** Of the chosen one. */
  readonly marked: boolean;
  /** Key of the item that begins here, when one does. */
  readonly begins: string | null;
  /** Number of the page that begins here. */
  readonly page: number | null;
}

const hidden = '[naam van een persoon]';

interface Cover {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** What is shown instead of the source, where that holds a name of a person. */
  readonly instead: string | null;
}

function coversOf(items: readonly Found[], length: number): Cover[] {
  return items.flatMap(({ key, spans, person, text, field }) =>
    spans
      .filter(({ start, end }) => start >= 0 && start < end && end <= length)
      .map(({ start, end }) => ({
        key,
        start,
        end,
        instead: person ? text : field === 'person.name_replaced' ? hidden : null,
      })),
  );
}

/** Pages begin at these offsets of the text; null when the document has none. */
export function piecesOf(
  text: string,
  items: readonly Found[],
  chosen: string | null,
  pages: readonly number[] | null,
): Piece[] {
  const covers = coversOf(items, text.length);
  const borders = new Set([0, text.length, ...(pages ?? []).filter((at) => at < text.length)]);
  for (const { start, end } of covers) borders.add(start).add(end);
  const sorted = [...borders].sort((a, b) => a - b);
  const opening = Map.groupBy(covers, ({ start }) => start);
  const pageAt = new Map((pages ?? []).map((at, index) => [at, index + 1]));
  const begun = new Set<string>();
  let open: Cover[] = [];
  // Names of persons are said once for a whole cell, however many pieces it falls into.
  let silentUntil = 0;
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1] ?? text.length;
    open = [...open.filter((each) => each.end > start), ...(opening.get(start) ?? [])];
    const inner = open.toSorted((a, b) => a.end - a.start - (b.end - b.start));
    const begins = inner.find((each) => each.start === start && !begun.has(each.key))?.key ?? null;
    if (begins) begun.add(begins);
    const piece = {
      keys: [...new Set(inner.map(({ key }) => key))],
      marked: chosen !== null && inner.some(({ key }) => key === chosen),
      begins,
      page: pageAt.get(start) ?? null,
    };
    if (start < silentUntil) return { ...piece, text: '' };
    const replaced = inner.filter(({ instead }) => instead !== null);
    // The item that took the cell over says it best; the remark only says that a name stood there.
    const instead = replaced.find((each) => each.instead !== hidden) ?? replaced[0];
    if (!instead) return { ...piece, text: text.slice(start, end) };
    silentUntil = Math.max(...replaced.map((each) => each.end));
    return { ...piece, text: instead.instead ?? '' };
  });
}

/** What stands, at least in part, at the same place as this one, in the order of the document. */
export function samePlace<T extends Pick<ReviewItem, 'key' | 'spans'>>(item: T, items: readonly T[]): T[] {
  const touches = (other: T) =>
    item.spans.some((a) => other.spans.some((b) => a.start < b.end && b.start < a.end));
  return items.filter((other) => other.key !== item.key && touches(other));
}
