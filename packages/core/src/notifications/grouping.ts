// What happened to the same thing stands together, where the newest of it stands.
import type { ToldGroup } from './contract.ts';
import type { ToldKind } from './vocabulary.ts';

/** One notification as its recipient may see it. */
export interface Told {
  readonly id: string;
  readonly kind: ToldKind;
  /** ISO 8601 in UTC. */
  readonly happenedAt: string;
  readonly read: boolean;
  readonly title: string;
  readonly place: string | null;
  readonly href: string;
}

/** Its page; of a conversation the whole of it, whichever post was meant. */
export const pageOf = (href: string) => href.replace(/[?#].*/, '');

/**
 * Keeps the order: of the groups that of their first, and within each that of the list. A group leads to the oldest that
 * was not read: whoever reads on from there misses nothing.
 */
export const grouped = (list: readonly Told[]): ToldGroup[] =>
  [...Map.groupBy(list, ({ href }) => pageOf(href)).values()].flatMap((told) => {
    const [first] = told;
    if (!first) return [];
    const isOfOne = told.every(({ place }) => place === first.place);
    const items = told.map(({ id, kind, happenedAt, read, place }) => ({
      ...{ id, kind, happenedAt, read },
      place: isOfOne ? null : place,
    }));
    const { href } = told.findLast(({ read }) => !read) ?? first;
    return [{ title: first.title, place: isOfOne ? first.place : null, href, items }];
  });
