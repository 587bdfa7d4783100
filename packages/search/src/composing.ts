/**
 * From the analysed query to what must be found: the same three questions for every engine. A stem finds all inflections, a
 * plain form or a prefix finds what was written.
 */
import { stopWords } from './dutch/stop-words.ts';
import type { AnalysedQuery, QueryGroup } from './dutch/analyse.ts';
import { all, any, isSame, leanest, not, prefix, sequence, word, type Expression } from './expression.ts';
import type { Pattern } from './highlight.ts';
import { termsOf, type Term } from './weighing.ts';

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
  exact: Expression;
  /** … or synonyms, compounds, longer words, and without the words that say little. Contains `exact`. */
  wide: Expression;
  /** All needed groups but one or two; contains `wide`. Null when there is nothing to miss. */
  relaxed: Expression | null;
  /** `wide` without the settings: what is asked for, elsewhere or for others. Null when there are none. */
  lenient: Expression | null;
  /** What must not stand anywhere in the document; apart, because a title may lack what the body has. */
  excluded: Expression | null;
  /** `wide` of each group apart: to find the word nobody wrote. */
  groups: Expression[];
  /** What a document is weighed by: each group of the question, with its worth. */
  terms: Term[];
  patterns: Pattern[];
  /** What stood between quotes, for an engine that cannot tell from pairs of words that all stand in this order. */
  phrases: string[][];
}

const asWritten = (text: string) => text;
const isThere = (part: Expression | null): part is Expression => part !== null;

/** Endings that make another word of it: 'mentoring' is not a form of 'mentor'. */
const derived = /(ing|ingen|lijk|lijke|baar|bare)$/;

function exactOf(group: QueryGroup, known: WordKnowledge): Expression {
  // A label of several words is one thing: they stand in this order.
  const together = group.words.length > 1 ? sequence(group.typed, known.stemOf) : null;
  if (together !== null) return together;
  const words = group.words.map(({ plain, variants }) => {
    if (group.code || stopWords.has(plain)) return word(plain);
    const stem = derived.test(plain) ? plain : known.stemOf(plain);
    return any([plain, stem, ...variants.map((form) => known.stemOf(form))].map(word));
  });
  return all(words);
}

function wideOf(group: QueryGroup, joined: readonly string[], known: WordKnowledge): Expression {
  const parts: (Expression | null)[] = [exactOf(group, known)];
  const [only] = group.words;
  if (group.prefix && only) parts.push(prefix(only.plain));
  if (group.words.length === 1 && only && !group.code) {
    parts.push(word(known.stemOf(only.plain)), ...known.compoundsOf(only.plain).map(word));
    for (const pair of known.partsOf(only.plain)) parts.push(sequence(pair.split(' '), known.stemOf));
  }
  parts.push(...joined.map((each) => word(known.stemOf(each))));
  for (const label of group.labels) parts.push(sequence(label.words, known.stemOf));
  if (group.parts.length > 0) parts.push(all(group.parts.map((part) => wideOf(part, [], known))));
  return any(parts.filter(isThere));
}

/** Names of what is broader or beside it. */
const besides = (group: QueryGroup, known: WordKnowledge): Expression[] =>
  group.near.map((words) => sequence(words, known.stemOf)).filter(isThere);

/** … or what is broader or beside it. */
const nearOf = (group: QueryGroup, wide: Expression, known: WordKnowledge): Expression =>
  any([wide, ...besides(group, known)]);

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
  const phrases = query.phrases.map((words) => sequence(words, asWritten)).filter(isThere);
  const unwanted = query.excluded
    .map((words) => (words.length > 1 ? sequence(words, asWritten) : exclusion(words[0] ?? '', known)))
    .filter(isThere);
  const excluded = unwanted.length === 0 ? null : any(unwanted);
  if (exact.length + phrases.length === 0) {
    if (excluded === null) return null;
    phrases.push(not(excluded));
  }
  // What says little may be missing; a setting beside a topic is also met by what is broader: the vo for the vmbo.
  const needed = query.groups.flatMap((group, index) => {
    const own = wide[index];
    return group.role === 'weak' || !own
      ? []
      : [group.role === 'setting' && !literal ? nearOf(group, own, known) : own];
  });
  const asked = leanest(all([...needed, ...phrases]));
  const relaxed = literal ? null : relaxedOf(query, wide, phrases, known);
  const nearest = relaxed && leanest(relaxed);
  const topics = wide.filter((_, index) => query.groups[index]?.role === 'topic');
  const hasSettings = !literal && query.groups.some(({ role }) => role === 'setting');
  return {
    exact: leanest(all([...exact, ...phrases])),
    wide: asked,
    relaxed: nearest && isSame(nearest, asked) ? null : nearest,
    lenient: hasSettings ? leanest(all([...topics, ...phrases])) : null,
    excluded,
    groups: wide.map(leanest),
    terms: termsOf(
      query.groups,
      { exact, wide, near: query.groups.map((group) => besides(group, known)) },
      phrases,
    ),
    patterns: patternsOf(query, joined, known),
    phrases: query.phrases,
  };
}

/** What is nearest: every topic or what is beside it, without the settings; or all of the words but one or two. */
function relaxedOf(
  query: AnalysedQuery,
  wide: readonly Expression[],
  phrases: readonly Expression[],
  known: WordKnowledge,
): Expression | null {
  const topics = query.groups.flatMap((group, index) => {
    const own = wide[index];
    return group.role === 'topic' && own ? [{ group, wide: own }] : [];
  });
  if (topics.length === 0) return null;
  const ways = [
    all(topics.map((topic) => nearOf(topic.group, topic.wide, known))),
    ...(topics.length < 2
      ? []
      : without(
          topics.map((topic) => nearOf(topic.group, topic.wide, known)),
          mayMiss(topics.length),
        ).map(all)),
  ];
  return all([any(ways), ...phrases]);
}

/** Half of the words may be missing: what holds more of them stands above. Of many two, or there are too many ways. */
const mayMiss = (count: number) => (count > 7 ? 2 : Math.max(1, Math.floor(count / 2)));

/** Every way to leave so many out. */
function without(parts: readonly Expression[], missing: number): Expression[][] {
  if (missing === 0) return [[...parts]];
  return parts.flatMap((_, left) =>
    without(parts.slice(left + 1), missing - 1).map((rest) => [...parts.slice(0, left), ...rest]),
  );
}

/** 'verzuim -corona' shows nothing with corona, nor with coronaperiode. */
function exclusion(text: string, known: WordKnowledge): Expression {
  const parts = [word(text), word(known.stemOf(text))];
  if (text.length >= 4 && !/\p{N}/u.test(text)) parts.push(prefix(text));
  return any(parts);
}
