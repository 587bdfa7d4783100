// What somebody typed that is not saved, field by field, and what to do with it when it is found again. Pure.

/** One field: what it was when somebody began to change it, and what they made of it. A choice of several is a list. */
export interface Entry {
  readonly name: string;
  /** As the page calls it, for when the field itself is no longer there. */
  readonly label: string;
  readonly base: readonly string[];
  readonly kept: readonly string[];
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Found again and not settled yet: it is not what stands in the form. */
  readonly offered?: true;
}

export type Values = ReadonlyMap<string, readonly string[]>;

/** Saving tidies a text: ends of lines, spaces at the end, signs of a list in a list of lines. */
const tidy = (value: string): string =>
  value
    .replace(/\r\n?/g, '\n')
    .replace(/^\s*[-*•]\s+/gm, '')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{2,}/g, '\n')
    .trim();

/** Whether two values say the same, apart from what saving tidies. */
export const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((value, at) => tidy(value) === tidy(other[at] ?? ''));

/** The fields that differ from what they were; `at` of a field that was there before stays when its text did. */
export function changes(base: Values, now: Values, labelOf: (name: string) => string, at: number): Entry[] {
  return [...now].flatMap(([name, kept]) => {
    const was = base.get(name) ?? [];
    const isSame = was.length === kept.length && was.every((value, index) => value === kept[index]);
    return isSame ? [] : [{ name, label: labelOf(name), base: was, kept, at }];
  });
}

/**
 * `saved`: it stands there already. `free`: nobody touched the field since, so it can be put back. `both`: the field was
 * changed meanwhile too, so a person chooses. `gone`: the page has no such field any more.
 */
export type Standing = 'saved' | 'free' | 'both' | 'gone';

export function standingOf(entry: Entry, now: Values, all: readonly Entry[]): Standing {
  const current = now.get(entry.name);
  if (current === undefined) return 'gone';
  if (same(current, entry.kept)) return 'saved';
  const isOnly = all.every((each) => each === entry || each.name !== entry.name);
  return isOnly && same(current, entry.base) ? 'free' : 'both';
}
