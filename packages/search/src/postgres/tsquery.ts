/**
 * From the analysed query to tsquery text. Vectors hold the stem and the plain form of every word, so a stem finds all
 * inflections, a plain form or a prefix finds what was written. Words are letters and digits only: nothing to escape.
 */
import { stopWords } from '../dutch/stop-words.ts';
import type { AnalysedQuery, QueryGroup } from '../dutch/analyse.ts';
import type { Pattern } from '../highlight.ts';
import { termsOf, type Term } from './terms.ts';

/** What the database knows about the words of a query. */
export interface WordKnowledge {
  stemOf(word: string): string;
  /** Stems of compounds that end in the word. */
  compoundsOf(word: string): readonly string[];
  /** The two words a compound is made of: 'school verzuim'. */
  partsOf(word: string): readonly string[];
}

export interface Composed {
  /** The own words in every inflection. */
  exact: string;
  /** … or synonyms, compounds, longer words, and without the words that say little. Contains `exact`. */
  wide: string;
  /** All needed groups but one or two; contains `wide`. Null when there are too few groups to miss one. */
  relaxed: string | null;
  /** `wide` without the settings: what is asked for, elsewhere or for others. Null when there are none. */
  lenient: string | null;
  /** What must not stand anywhere in the document; apart, because a title may lack what the body has. */
  excluded: string | null;
  /** `wide` of each group apart: to find the word nobody wrote. */
  groups: string[];
  /** What a document is weighed by: each group of the question, with its worth. */
  terms: Term[];
  patterns: Pattern[];
}

const quoted = (lexeme: string) => `'${lexeme}'`;
const any = (parts: readonly string[]) => (parts.length < 2 ? (parts[0] ?? '') : `(${parts.join(' | ')})`);
const all = (parts: string[]) => (parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(' & ')})`);

/** Words in this order; stop words are not in the vectors but count as places. Null when nothing is left. */
function sequence(words: readonly string[], lexeme: (word: string) => string): string | null {
  let text = '';
  let gap = 0;
  for (const word of words) {
    gap += 1;
    if (stopWords.has(word)) continue;
    text = text ? `${text} <${gap}> ${quoted(lexeme(word))}` : quoted(lexeme(word));
    gap = 0;
  }
  return text ? `(${text})` : null;
}

/** Endings that make another word of it: 'mentoring' is not a form of 'mentor'. */
const derived = /(ing|ingen|lijk|lijke|baar|bare)$/;

function exactOf(group: QueryGroup, known: WordKnowledge): string {
  // A label of several words is one thing: they stand in this order.
  const together = group.words.length > 1 ? sequence(group.typed, known.stemOf) : null;
  if (together !== null) return together;
  const words = group.words.map(({ plain, variants }) => {
    if (group.code || stopWords.has(plain)) return quoted(plain);
    const stem = derived.test(plain) ? plain : known.stemOf(plain);
    return any([...new Set([plain, stem, ...variants.map((form) => known.stemOf(form))])].map(quoted));
  });
  return all(words);
}

function wideOf(group: QueryGroup, joined: readonly string[], known: WordKnowledge): string {
  const parts = [exactOf(group, known)];
  const [only] = group.words;
  if (group.prefix && only) parts.push(`${quoted(only.plain)}:*`);
  if (group.words.length === 1 && only && !group.code) {
    parts.push(quoted(known.stemOf(only.plain)), ...known.compoundsOf(only.plain).map(quoted));
    for (const pair of known.partsOf(only.plain)) parts.push(sequence(pair.split(' '), known.stemOf) ?? '');
  }
  parts.push(...joined.map((word) => quoted(known.stemOf(word))));
  for (const label of group.labels) parts.push(sequence(label.words, known.stemOf) ?? '');
  if (group.parts.length > 0) parts.push(all(group.parts.map((part) => wideOf(part, [], known))));
  return any([...new Set(parts.filter((part) => part !== ''))]);
}

/** Names of what is broader or beside it. */
const besides = (group: QueryGroup, known: WordKnowledge): string[] =>
  group.near.map((words) => sequence(words, known.stemOf) ?? '').filter((part) => part !== '');

/** … or what is broader or beside it. */
function nearOf(group: QueryGroup, wide: string, known: WordKnowledge): string {
  return any([...new Set([wide, ...besides(group, known)])]);
}

/** Neighbours written as one: 'school verzuim' also finds 'schoolverzuim'. */
export function joinedNeighbours(query: AnalysedQuery): string[][] {
  const joined: string[][] = query.groups.map(() => []);
  query.groups.forEach((group, index) => {
    const next = query.groups[index + 1];
    const [left, right] = [group.words[0], next?.words[0]];
    if (
      !left ||
      !right ||
      group.code ||
      next?.code ||
      group.words.length > 1 ||
      (next?.words.length ?? 0) > 1
    )
      return;
    joined[index]?.push(left.plain + right.plain);
    joined[index + 1]?.push(left.plain + right.plain);
  });
  return joined;
}

function patternsOf(query: AnalysedQuery, joined: string[][], known: WordKnowledge): Pattern[] {
  const stem = (word: string) =>
    stopWords.has(word) ? { any: true as const } : { stem: known.stemOf(word) };
  const patterns: Pattern[] = [];
  query.groups.forEach((group, index) => {
    for (const { plain, variants } of group.words) {
      patterns.push({
        words: [group.code || stopWords.has(plain) ? { form: plain } : { stem: known.stemOf(plain) }],
        own: true,
      });
      for (const variant of variants) patterns.push({ words: [{ stem: known.stemOf(variant) }], own: true });
      if (group.prefix) patterns.push({ words: [{ prefix: plain }], own: true });
      for (const compound of known.compoundsOf(plain))
        patterns.push({ words: [{ stem: compound }], own: false });
      for (const pair of known.partsOf(plain))
        patterns.push({ words: pair.split(' ').map(stem), own: false });
    }
    for (const word of joined[index] ?? [])
      patterns.push({ words: [{ stem: known.stemOf(word) }], own: false });
    for (const label of group.labels) patterns.push({ words: label.words.map(stem), own: false });
  });
  for (const phrase of query.phrases) patterns.push({ words: phrase.map((form) => ({ form })), own: true });
  return patterns;
}

/** Null when there is nothing to search for: punctuation, or a quoted stop word. */
export function compose(query: AnalysedQuery, known: WordKnowledge, literal: boolean): Composed | null {
  const joined = literal ? query.groups.map(() => []) : joinedNeighbours(query);
  const exact = query.groups.map((group) => exactOf(group, known));
  const wide = literal
    ? exact
    : query.groups.map((group, index) => wideOf(group, joined[index] ?? [], known));
  const phrases = query.phrases
    .map((words) => sequence(words, (word) => word))
    .filter((part) => part !== null);
  const unwanted = query.excluded
    .map((words) => (words.length > 1 ? sequence(words, (word) => word) : exclusion(words[0] ?? '', known)))
    .filter((part) => part !== null);
  const excluded = unwanted.length === 0 ? null : any(unwanted);
  if (exact.length + phrases.length === 0) {
    if (excluded === null) return null;
    phrases.push(`!${excluded}`);
  }
  // What says little may be missing; a setting beside a topic is also met by what is broader: the vo for the vmbo.
  const needed = query.groups.flatMap((group, index) => {
    const own = wide[index] ?? '';
    return group.role === 'weak'
      ? []
      : [group.role === 'setting' && !literal ? nearOf(group, own, known) : own];
  });
  const topics = query.groups.flatMap(({ role }, index) => (role === 'topic' ? [wide[index] ?? ''] : []));
  return {
    exact: all([...exact, ...phrases]),
    wide: all([...needed, ...phrases]),
    relaxed: literal ? null : relaxedOf(query, wide, phrases, known),
    lenient:
      literal || !query.groups.some(({ role }) => role === 'setting') ? null : all([...topics, ...phrases]),
    excluded,
    groups: wide,
    terms: termsOf(
      query.groups,
      { exact, wide, near: query.groups.map((group) => besides(group, known)) },
      phrases,
    ),
    patterns: patternsOf(query, joined, known),
  };
}

/** What is nearest: every topic or what is beside it, without the settings; or all of the words but one or two. */
function relaxedOf(
  query: AnalysedQuery,
  wide: readonly string[],
  phrases: readonly string[],
  known: WordKnowledge,
): string | null {
  const topics = query.groups.flatMap((group, index) =>
    group.role === 'topic' ? [{ group, wide: wide[index] ?? '' }] : [],
  );
  const ways = [
    all(topics.map((topic) => nearOf(topic.group, topic.wide, known))),
    ...(topics.length < 2
      ? []
      : without(
          topics.map((topic) => nearOf(topic.group, topic.wide, known)),
          mayMiss(topics.length),
        ).map(all)),
  ].filter((way) => way !== '');
  return ways.length === 0 || topics.length === 0 ? null : all([any([...new Set(ways)]), ...phrases]);
}

/** Half of the words may be missing: what holds more of them stands above. Of many two, or there are too many ways. */
const mayMiss = (count: number) => (count > 7 ? 2 : Math.max(1, Math.floor(count / 2)));

/** Every way to leave so many out. */
function without(parts: readonly string[], missing: number): string[][] {
  if (missing === 0) return [[...parts]];
  return parts.flatMap((_, left) =>
    without(parts.slice(left + 1), missing - 1).map((rest) => [...parts.slice(0, left), ...rest]),
  );
}

/** 'verzuim -corona' shows nothing with corona, nor with coronaperiode. */
function exclusion(word: string, known: WordKnowledge): string {
  const parts = [quoted(word), quoted(known.stemOf(word))];
  if (word.length >= 4 && !/\p{N}/u.test(word)) parts.push(`${quoted(word)}:*`);
  return any([...new Set(parts)]);
}
