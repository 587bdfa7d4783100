// The order in which things are looked over: what asks for attention first, then the document from front to back.
import type { Review, ReviewItem } from '../wire.ts';

const first = ['findings', 'unplaced'];

export interface Group {
  readonly key: string;
  readonly items: readonly ReviewItem[];
  readonly settled: number;
}

export const isOpen = ({ decision }: ReviewItem): boolean => decision === null || decision.verdict === 'open';

/** In groups, each with how much of it has been looked at. */
export function groupsOf({ items }: Review): Group[] {
  const groups = [...Map.groupBy(items, ({ group }) => group)].map(([key, members]) => ({
    key,
    items: members,
    settled: members.filter((item) => !isOpen(item)).length,
  }));
  const rank = ({ key }: Group) => (first.includes(key) ? first.indexOf(key) : first.length);
  return groups.toSorted((a, b) => rank(a) - rank(b));
}

export const inOrder = (review: Review): ReviewItem[] => groupsOf(review).flatMap(({ items }) => items);

/** The one that is asked for, or else the first that nobody looked at, or else the first. */
export function chosenOf(items: readonly ReviewItem[], wanted: string | null): ReviewItem | null {
  return items.find(({ key }) => key === wanted) ?? items.find(isOpen) ?? items[0] ?? null;
}

/** The next one nobody looked at, after this one and then from the front; null when everything was. */
export function nextOpen(items: readonly ReviewItem[], after: string): ReviewItem | null {
  const at = items.findIndex(({ key }) => key === after);
  return [...items.slice(at + 1), ...items.slice(0, Math.max(at, 0))].find(isOpen) ?? null;
}

/** Address of a thing on its page; the fragment brings its place in the document into sight. */
export const addressOf = (key: string): string => `?veld=${encodeURIComponent(key)}#plek`;
