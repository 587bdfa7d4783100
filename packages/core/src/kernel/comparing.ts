// What differs between two versions of one content, field by field and word by word. Pure: it knows no noun, so that a
// version, a working copy and what was taken over from another municipality are compared in the same way.
import { createMarking } from './marking-words.ts';
import type { FieldDifference, MarkedWords } from './versions.ts';

export type { FieldDifference };

export interface Comparing {
  /**
   * What makes an item of a list without `key` the same item, such as its title; null when nothing does. `list` is the
   * name of the list. Items with a `key` are told apart by that, whatever else changed in them.
   */
  readonly identify?: (list: string, item: Readonly<Record<string, unknown>>) => string | null;
  /** Lists whose order says nothing. */
  readonly unordered?: ReadonlySet<string>;
}

type Fields = Readonly<Record<string, unknown>>;

/** How differing texts are told: with their words marked, or not at all where only the names of fields are asked. */
interface Telling extends Comparing {
  readonly mark: (before: string, after: string) => MarkedWords[];
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);

/** Share of the words that two texts have in common, 0 to 1. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  let common = 0;
  for (const word of one) if (other.has(word)) common += 1;
  return (2 * common) / (one.size + other.size);
}

const textIn = (item: unknown): string =>
  typeof item === 'object' && item !== null ? Object.values(item).map(textIn).join(' ') : textOf(item);
const wordsIn = (item: unknown) =>
  new Set(
    textIn(item)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu),
  );

const keyOf = (item: unknown) => (isFields(item) && typeof item['key'] === 'string' ? item['key'] : null);

/** Pairs that are looked at one by one; above it a list is compared by key and by equal items only. */
const mostPairs = 4000;

/** For each item of `after` the place of the same item in `before`, or null. */
function matchItems(list: string, before: readonly unknown[], after: readonly unknown[], by: Comparing) {
  const found: (number | null)[] = after.map(() => null);
  const free = new Set(before.keys());
  const pair = (place: number, from: number) => {
    found[place] = from;
    free.delete(from);
  };
  const named = (item: unknown) =>
    keyOf(item) ?? (isFields(item) ? (by.identify?.(list, item) ?? null) : null);
  const stages: ((item: unknown) => string | null)[] = [named, (item) => JSON.stringify(item)];
  for (const sign of stages) {
    const places = new Map<string, number[]>();
    for (const from of free) {
      const name = sign(before[from]);
      if (name) places.set(name, [...(places.get(name) ?? []), from]);
    }
    for (const [place, item] of after.entries()) {
      const name = sign(item);
      const from = found[place] === null && name ? places.get(name)?.shift() : undefined;
      if (from !== undefined) pair(place, from);
    }
  }
  // What is left was changed too much to be recognised: the most alike belong together. A key is never mistaken.
  const open = [...after.keys()].filter((place) => found[place] === null);
  if (open.length * free.size > mostPairs) return found;
  const [ours, theirs] = [after.map(wordsIn), before.map(wordsIn)];
  const pairs = open
    .flatMap((place) =>
      [...free]
        .filter((from) => keyOf(after[place]) === null || keyOf(before[from]) === null)
        .map((from) => ({
          place,
          from,
          alike: likeness(ours[place] ?? new Set(), theirs[from] ?? new Set()),
        })),
    )
    .filter(({ alike }) => alike >= 0.5)
    .sort((one, other) => other.alike - one.alike);
  for (const { place, from } of pairs) if (found[place] === null && free.has(from)) pair(place, from);
  return found;
}

/** Places that keep their order: the longest rising row among them. The others moved. */
function inOrder(places: readonly number[]): ReadonlySet<number> {
  const rows: number[][] = [];
  for (const place of places) {
    const at = rows.findIndex((row) => (row.at(-1) ?? -1) > place);
    const before = rows[(at === -1 ? rows.length : at) - 1] ?? [];
    rows[at === -1 ? rows.length : at] = [...before, place];
  }
  return new Set(rows.at(-1));
}

const leaf = (
  path: readonly string[],
  [before, after]: readonly [string, string],
  { mark }: Telling,
  moved = false,
): FieldDifference => ({
  path: [...path],
  kind: before === after ? 'same' : before === '' ? 'added' : after === '' ? 'removed' : 'changed',
  moved,
  words: mark(before, after),
});

function compareItem(
  path: readonly string[],
  before: unknown,
  after: unknown,
  moved: boolean,
  by: Telling,
): FieldDifference[] {
  if (!isFields(before) && !isFields(after)) return [leaf(path, [textOf(before), textOf(after)], by, moved)];
  const parts = compareFields(path, before, after, by).filter(
    ({ path: each }) => each[path.length] !== 'key',
  );
  const isChanged = parts.some((part) => part.kind !== 'same' || part.moved);
  const kind =
    before === undefined ? 'added' : after === undefined ? 'removed' : isChanged ? 'changed' : 'same';
  return [{ path: [...path], kind, moved, words: [] }, ...parts];
}

function compareList(
  path: readonly string[],
  before: readonly unknown[],
  after: readonly unknown[],
  by: Telling,
) {
  const list = path.at(-1) ?? '';
  const found = matchItems(list, before, after, by);
  const stayed = by.unordered?.has(list) ? null : inOrder(found.filter((from) => from !== null));
  const gone = [...before.keys()].filter((from) => !found.includes(from));
  const differences: FieldDifference[] = [];
  // What is gone stands where it stood: after what came before it.
  const tellGoneBefore = (place: number) => {
    while (gone[0] !== undefined && gone[0] < place) {
      const from = gone.shift() ?? 0;
      const item = before[from];
      differences.push(
        ...compareItem([...path, keyOf(item) ?? `was-${from + 1}`], item, undefined, false, by),
      );
    }
  };
  for (const [place, item] of after.entries()) {
    const from = found[place] ?? null;
    const moved = from !== null && stayed !== null && !stayed.has(from);
    if (!moved) tellGoneBefore(from ?? place + 1);
    const earlier = from === null ? undefined : before[from];
    differences.push(...compareItem([...path, keyOf(item) ?? String(place + 1)], earlier, item, moved, by));
  }
  tellGoneBefore(before.length);
  return differences;
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

function compareFields(
  path: readonly string[],
  before: unknown,
  after: unknown,
  by: Telling,
): FieldDifference[] {
  const [one, other] = [isFields(before) ? before : {}, isFields(after) ? after : {}];
  return [...new Set([...Object.keys(other), ...Object.keys(one)])].flatMap((name) => {
    const at = [...path, name];
    const [from, to] = [one[name], other[name]];
    if (Array.isArray(from) || Array.isArray(to)) return compareList(at, listOf(from), listOf(to), by);
    if (isFields(from) || isFields(to)) return compareFields(at, from, to, by);
    const [was, is] = [textOf(from), textOf(to)];
    return was === '' && is === '' ? [] : [leaf(at, [was, is], by)];
  });
}

/**
 * Every field in which something is written, with how it differs. A path is the names of the fields on the way down; an
 * item of a list is named by its key, or else by its place from 1 (`was-2` when it is gone). An item that has fields of
 * its own comes before them, without words. Fields that are empty in both are left out.
 */
export const compareByField = (before: object, after: object, by: Comparing = {}): FieldDifference[] =>
  compareFields([], before, after, { ...by, mark: createMarking() });

/** Names of the fields of which anything differs, each once, in the order of `after`: what `compareByField` would tell. */
export const differingFields = (before: object, after: object, by: Comparing = {}): string[] => [
  ...new Set(
    compareFields([], before, after, { ...by, mark: () => [] })
      .filter(({ kind, moved }) => kind !== 'same' || moved)
      .flatMap(({ path }) => path.slice(0, 1)),
  ),
];
