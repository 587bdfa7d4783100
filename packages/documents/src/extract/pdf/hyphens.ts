/**
 * Words broken at the end of a line. A hyphen there is either the break of one word or part of it ('PO-VO',
 * 'taal- en rekenonderwijs'). The document itself tells: by how it writes the word elsewhere, and by how many of
 * its lines end so. Nothing is looked up in a word list.
 */

export interface HyphenHabits {
  /** Words as the document writes them inside its lines, in lower case. */
  words: ReadonlySet<string>;
  /** So many lines end in a hyphen that a program must have broken words. */
  breaksWords: boolean;
}

/** Real hyphens at a line end are some two in a hundred lines; a program that breaks words makes ten or more. */
const brokenByProgram = 0.05;

export function hyphenHabits(lines: Iterable<string>): HyphenHabits {
  const words = new Set<string>();
  let count = 0;
  let broken = 0;
  for (const line of lines) {
    if (line.length >= 25) count += 1;
    if (/\p{Ll}[-\u00ad]$/u.test(line)) broken += 1;
    const inside = line.toLowerCase().match(/[\p{L}\p{M}\d]+(?:-[\p{L}\p{M}\d]+)*/gu) ?? [];
    // A word with a hyphen behind it may be a part of one.
    if (/[-\u00ad\u2010]$/u.test(line)) inside.pop();
    for (const word of inside) words.add(word);
  }
  return { words, breaksWords: broken >= 2 && broken / count > brokenByProgram };
}

const broken = /([\p{L}\p{M}\d]+(?:-[\p{L}\p{M}\d]+)*)[-\u00ad\u2010]$/u;

/** Two lines of one paragraph as one text. */
export function joinLines(before: string, after: string, habits: HyphenHabits): string {
  const first = broken.exec(before)?.[1];
  if (first === undefined)
    return /\p{L}\/$/u.test(before) && /^\p{L}/u.test(after) ? before + after : `${before} ${after}`;
  const bare = before.slice(0, -1);
  if (before.endsWith('\u00ad')) return bare + after;
  // 'voor- en vroegschools': the hyphen stands for what follows later.
  if (/^(?:en|of|tot|en\/of|dan|als)(?![\p{L}\p{M}])/iu.test(after)) return `${before} ${after}`;
  // '-waar nodig-': the second of two dashes.
  if (/(?:^|\s)-\p{L}[^-\n]{0,60}-$/u.test(before)) return `${before} ${after}`;
  const second = /^[\p{L}\p{M}\d]+/u.exec(after)?.[0];
  if (second === undefined) return `${before} ${after}`;
  return keepsHyphen(first, second, after.startsWith(`${second}-`), habits) ? before + after : bare + after;
}

function keepsHyphen(
  first: string,
  second: string,
  oneMore: boolean,
  { words, breaksWords }: HyphenHabits,
): boolean {
  const last = first.slice(first.lastIndexOf('-') + 1);
  const areWords = words.has(last.toLowerCase()) && words.has(second.toLowerCase());
  if (words.has(`${first}-${second}`.toLowerCase()) || (oneMore && areWords)) return true;
  if (words.has(`${first}${second}`.toLowerCase())) return false;
  // Abbreviations, numbers and names keep theirs: 'LEA-overleg', 'PO-VO', '12-jarigen'.
  if (!/^\p{Ll}/u.test(second) || /^[\p{Lu}\d]+$/u.test(last)) return true;
  return !breaksWords;
}
