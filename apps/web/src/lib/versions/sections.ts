// What differs between two versions, ordered as somebody reads it: by field, and in a list by item.
import type { FieldDifference, MarkedWords } from '../wire.ts';
import { fieldName, partName, placeOf, valueName, type Noun } from './labels.ts';

export interface Part {
  /** Unique in its section. */
  readonly id: string;
  readonly label: string;
  readonly kind: FieldDifference['kind'];
  readonly words: readonly MarkedWords[];
}

export interface Item {
  readonly id: string;
  readonly title: string;
  readonly kind: FieldDifference['kind'];
  readonly moved: boolean;
  readonly parts: readonly Part[];
}

export interface Section {
  readonly field: string;
  readonly label: string;
  readonly kind: FieldDifference['kind'];
  /** A text or a value. */
  readonly words: readonly MarkedWords[];
  /** A list of values. */
  readonly values: readonly (Omit<Part, 'label'> & { readonly moved: boolean })[];
  /** A list of things with parts; those that stayed the same are only counted. */
  readonly items: readonly Item[];
  readonly sameItems: number;
}

const isChanged = ({ kind, moved }: FieldDifference) => kind !== 'same' || moved;

const named = (name: string, words: readonly MarkedWords[]): MarkedWords[] =>
  words.map(({ kind, text }) => ({ kind, text: valueName(name, text) }));

/** What it says now, or said when it is gone. */
const saysNow = ({ kind, words }: FieldDifference): string =>
  words
    .filter((each) => kind === 'removed' || each.kind !== 'removed')
    .map(({ text }) => text)
    .join('');

const shortened = (text: string): string => (text.length > 90 ? `${text.slice(0, 88).trimEnd()}…` : text);

/** Items are named by the first of these that they have; a goal by its number too. */
const titleParts = ['municipality', 'group', 'title', 'name', 'role', 'text'];

function titleOf(differences: readonly FieldDifference[], depth: number): string {
  const part = (name: string) =>
    differences.find(({ path }) => path.length === depth + 1 && path[depth] === name);
  const title = titleParts.map(part).find((each) => each !== undefined);
  const name = title?.path.at(-1) ?? '';
  const number = part('number');
  const words = [number && saysNow(number), title && valueName(name, saysNow(title))]
    .filter(Boolean)
    .join(' ');
  return shortened(words.replace(/\s+/g, ' ')) || 'Zonder titel';
}

/** The names on the way down from an item: without the keys and places of items in between. */
function namesIn(path: readonly string[], depth: number, below: readonly FieldDifference[]): string[] {
  const isItem = (at: number) =>
    /^(was-)?\d+$/.test(path[at] ?? '') ||
    below.some(
      ({ path: other, words }) => words.length === 0 && other.length === at + 1 && startsWith(path, other),
    );
  return path.filter((_step, at) => at >= depth && !isItem(at));
}

function itemOf(item: FieldDifference, below: readonly FieldDifference[]): Item {
  const depth = item.path.length;
  return {
    id: item.path.join('-'),
    title: titleOf(below, depth),
    kind: item.kind,
    moved: item.moved,
    parts: below
      .filter((each) => each.kind !== 'same' && each.words.length > 0)
      .map(({ path, kind, words }) => {
        const names = namesIn(path, depth, below);
        return {
          id: path.join('-'),
          label: partName(names),
          kind,
          words: named(names.at(-1) ?? '', words),
        };
      }),
  };
}

const startsWith = (path: readonly string[], start: readonly string[]) =>
  path.length > start.length && start.every((step, at) => path[at] === step);

function sectionOf(noun: Noun, field: string, all: readonly FieldDifference[]): Section {
  const own = all.find(({ path }) => path.length === 1);
  const direct = all.filter(({ path }) => path.length === 2);
  const withParts = direct.filter(
    ({ words, path }) => words.length === 0 || all.some((each) => startsWith(each.path, path)),
  );
  const changed = all.filter(isChanged);
  const kinds = new Set(direct.map(({ kind }) => kind));
  const [only] = [...kinds];
  const kind = own?.kind ?? (kinds.size === 1 && only ? only : changed.length > 0 ? 'changed' : 'same');
  return {
    field,
    label: fieldName(noun, field),
    kind: kind === 'same' && changed.length > 0 ? 'changed' : kind,
    words: own ? named(field, own.words) : [],
    values: direct
      .filter((each) => !withParts.includes(each))
      .map(({ path, words, ...each }) => ({ id: path.join('-'), ...each, words: named(field, words) })),
    items: withParts.filter(isChanged).map((item) =>
      itemOf(
        item,
        all.filter(({ path }) => startsWith(path, item.path)),
      ),
    ),
    sameItems: withParts.filter((item) => !isChanged(item)).length,
  };
}

/** Every field that says something in one of the two, in reading order. */
export function sectionsOf(noun: Noun, differences: readonly FieldDifference[]): Section[] {
  const fields = new Map<string, FieldDifference[]>();
  for (const each of differences) {
    const [field = ''] = each.path;
    fields.set(field, [...(fields.get(field) ?? []), each]);
  }
  return [...fields]
    .map(([field, all]) => sectionOf(noun, field, all))
    .sort((one, other) => placeOf(noun, one.field) - placeOf(noun, other.field));
}

const longest = 600;
const shownOfLong = 220;

/** The middle of a long piece that stayed the same says nothing here; the version itself tells it. */
export function abridged(words: readonly MarkedWords[], all: boolean): (MarkedWords & { cut?: string })[] {
  if (all) return [...words];
  return words.flatMap(({ kind, text }, at): (MarkedWords & { cut?: string })[] => {
    if (kind !== 'same' || words.length === 1 || text.length <= longest) return [{ kind, text }];
    // Cut between words, and keep what stands next to a change.
    const head = at === 0 ? '' : text.slice(0, shownOfLong).replace(/\S*$/, '');
    const tail = at === words.length - 1 ? '' : text.slice(-shownOfLong).replace(/^\S*/, '');
    const cut = text.slice(head.length, text.length - tail.length);
    return [
      { kind, text: head },
      { kind, text: '', cut },
      { kind, text: tail },
    ].filter((each) => each.text !== '' || 'cut' in each);
  });
}
