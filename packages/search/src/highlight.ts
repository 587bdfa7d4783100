/** Marks what matched, on the text as it was written, and says which other words were found instead. */
import { plainForm, wordsOf } from './dutch/words.ts';
import type { Segment } from './port.ts';

type WordPattern = { stem: string } | { form: string } | { prefix: string } | { any: true };

export interface Pattern {
  /** Words that must follow one another. */
  words: WordPattern[];
  /** From the words that were typed; otherwise from a synonym, an abbreviation, a compound. */
  own: boolean;
}

export interface Marked {
  segments: Segment[];
  own: boolean;
  /** Found words that were not typed. */
  instead: string[];
}

/** Longest summary shown; a longer one is cut around the first mark. */
const longestSummary = 400;

export function mark(text: string, patterns: readonly Pattern[], stemOf: (word: string) => string): Marked {
  const words = wordsOf(text);
  const marked = new Array<boolean>(words.length).fill(false);
  const instead = new Set<string>();
  let own = false;
  for (const pattern of patterns) {
    for (let at = 0; at + pattern.words.length <= words.length; at++) {
      if (!pattern.words.every((part, index) => matches(part, words[at + index]?.plain ?? '', stemOf)))
        continue;
      const last = at + pattern.words.length - 1;
      for (let index = at; index <= last; index++) marked[index] = true;
      if (pattern.own) own = true;
      else instead.add(text.slice(words[at]?.start, words[last]?.end).toLowerCase());
    }
  }
  const segments: Segment[] = [];
  let done = 0;
  words.forEach((word, index) => {
    if (!marked[index]) return;
    const previous = segments.at(-1);
    // Neighbours marked together read as one: 'primair onderwijs'.
    if (previous?.marked && marked[index - 1] && /^\s+$/.test(text.slice(done, word.start))) {
      previous.text += text.slice(done, word.end);
    } else {
      if (word.start > done) segments.push({ text: text.slice(done, word.start), marked: false });
      segments.push({ text: text.slice(word.start, word.end), marked: true });
    }
    done = word.end;
  });
  if (done < text.length) segments.push({ text: text.slice(done), marked: false });
  return { segments, own, instead: [...instead] };
}

function matches(part: WordPattern, word: string, stemOf: (word: string) => string): boolean {
  if ('any' in part) return true;
  if ('form' in part) return part.form === word;
  if ('prefix' in part) return word.startsWith(part.prefix);
  return part.stem === word || part.stem === stemOf(word);
}

/** Longest piece of a body shown, and how much of it is looked at to see whether a pattern begins at a word. */
const longestPassage = 240;
const longestPattern = 200;

/** A word of a body that begins like one that is searched: of all others no stem has to be known. */
export interface Candidate {
  plain: string;
  start: number;
}

/** Looks at the first two letters of every word and at no more: a body is long, and most of its words are not meant. */
export function candidatesIn(body: string, patterns: readonly Pattern[]): Candidate[] {
  const beginnings = new Set(
    patterns.flatMap(({ words }) => words.flatMap((part) => beginningOf(part)?.slice(0, 2) ?? [])),
  );
  const candidates: Candidate[] = [];
  for (const match of body.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)) {
    const first = match[0].slice(0, 2).toLowerCase();
    const isPlain = /^[a-z0-9]*$/.test(first);
    if (isPlain && !beginnings.has(first)) continue;
    const plain = plainForm(match[0]);
    if (beginnings.has(plain.slice(0, 2))) candidates.push({ plain, start: match.index });
  }
  return candidates;
}

function beginningOf(part: WordPattern): string | null {
  if ('stem' in part) return part.stem;
  if ('form' in part) return part.form;
  return 'prefix' in part ? part.prefix : null;
}

/** The marked piece around the first place where a body matches, cut between words; null when no place does. */
export function passageOf(
  body: string,
  candidates: readonly Candidate[],
  patterns: readonly Pattern[],
  stemOf: (word: string) => string,
): Segment[] | null {
  const begins = ({ plain, start }: Candidate) =>
    patterns.some(({ words: [first] }) => first && matches(first, plain, stemOf)) &&
    mark(body.slice(start, start + longestPattern), patterns, stemOf).segments[0]?.marked;
  const at = candidates.find(begins)?.start;
  if (at === undefined) return null;
  const from = at < longestPassage / 2 ? 0 : body.indexOf(' ', at - longestPassage / 3) + 1;
  const last = body.lastIndexOf(' ', from + longestPassage);
  const end = from + longestPassage >= body.length ? body.length : last > at ? last : from + longestPassage;
  const piece = body.slice(from, end).replace(/\s+/g, ' ');
  return mark(`${from > 0 ? '… ' : ''}${piece}${end < body.length ? ' …' : ''}`, patterns, stemOf).segments;
}

/** The part of a long text around its first mark, cut between words. */
export function excerpt(
  text: string,
  patterns: readonly Pattern[],
  stemOf: (word: string) => string,
): string {
  if (text.length <= longestSummary) return text;
  const first = mark(text, patterns, stemOf).segments;
  const at = first[0]?.marked ? 0 : (first[0]?.text.length ?? 0);
  const from =
    first.length < 2 || at < longestSummary * 0.75 ? 0 : text.indexOf(' ', at - longestSummary / 4) + 1;
  const to = text.lastIndexOf(' ', from + longestSummary);
  const end = from + longestSummary >= text.length ? text.length : to > from ? to : from + longestSummary;
  return `${from > 0 ? '… ' : ''}${text.slice(from, end)}${end < text.length ? ' …' : ''}`;
}
