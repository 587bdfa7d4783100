/**
 * From an analysed query to what the engine is asked. Every group becomes one plain word that documents were given too
 * (terms.ts), so all words must match and nothing else decides. With four words or more, or when nothing has all of
 * them, one may be missing: then each word in turn is left out *and* forbidden, so that no document comes twice.
 */
import type { AnalysedQuery, QueryGroup } from '../dutch/analyse.ts';
import { stopWords } from '../dutch/stop-words.ts';
import type { SearchDimension as Dimension, SearchQuery } from '../port.ts';
import { joinedTerm, termOfStem } from './terms.ts';

/** Where each dimension stands in a document. A further dimension is a further line. */
export const attributeOf: Readonly<Record<Dimension, string>> = {
  kinds: 'kind',
  themes: 'themes',
  phases: 'phases',
  courses: 'course',
  municipalities: 'municipality',
};
export const dimensions = Object.keys(attributeOf) as Dimension[];

/** Values of a filter that cannot exist become '' (nothing has it), so that a strange filter finds nothing. */
const cleaned = (values: readonly string[]): string[] => [
  ...new Set(values.slice(0, 400).map((value) => (/^[\p{L}\p{N}:._+-]{1,100}$/u.test(value) ? value : ''))),
];

const oneOf = (attribute: string, values: readonly string[]) =>
  `${attribute} IN [${values.map((value) => `"${value}"`).join(', ')}]`;

/** What was withdrawn a moment ago and the index may still hold. */
export const without = (withheld: readonly string[]): string[] =>
  withheld.length === 0 ? [] : [`NOT ${oneOf('key', withheld)}`];

/** The filter of a question, without what is chosen in `but`. Values hold no quote and no backslash. */
export function filterOf(input: SearchQuery, withheld: readonly string[], but: Dimension | null): string[] {
  const parts = dimensions.flatMap((dimension) =>
    dimension === but || input[dimension].length === 0
      ? []
      : [oneOf(attributeOf[dimension], cleaned(input[dimension]))],
  );
  return [...parts, ...without(withheld)];
}

interface Term {
  readonly text: string;
  /** The word is still being typed: what begins like it is found too. */
  readonly open: boolean;
}

function termOf(group: QueryGroup, stemOf: (word: string) => string, literal: boolean): Term {
  const [only] = group.words;
  if (group.words.length > 1 || !only) {
    const words = group.words.map(({ plain }) => plain).filter((word) => !stopWords.has(word));
    return { text: joinedTerm(words, stemOf), open: false };
  }
  if (group.code || stopWords.has(only.plain)) return { text: only.plain, open: group.prefix };
  const stem = stemOf(only.plain);
  // An inflected word is finished; a bare stem may be the beginning of a longer word.
  return { text: stem, open: group.prefix && !literal && stem === only.plain };
}

export interface Stage {
  /** Plain words, phrases in quotes, minus before what must not stand there. */
  readonly q: string;
  /** Something typed is missing. */
  readonly incomplete: boolean;
}

const quoted = (words: readonly string[]) => `"${words.join(' ')}"`;

/** Words the query must not contain, in every form of it that documents were given. */
function exclusionsOf(query: AnalysedQuery, stemOf: (word: string) => string): string[] {
  return query.excluded.flatMap((words) => {
    const [only] = words;
    if (words.length > 1) return [`-${quoted(words)}`];
    if (only === undefined) return [];
    return [...new Set([only, stemOf(only)])].map((word) => `-${word}`);
  });
}

/** The stages of a question, best first; null when nothing was typed that can be searched. */
export function stagesOf(
  query: AnalysedQuery,
  bareStemOf: (word: string) => string,
  { literal, mayMiss }: { readonly literal: boolean; readonly mayMiss: boolean },
): Stage[] | null {
  const stemOf = (word: string) => termOfStem(bareStemOf(word));
  const excluded = exclusionsOf(query, stemOf);
  const phrases = query.phrases.filter((words) => words.some((word) => !stopWords.has(word))).map(quoted);
  const terms = query.groups.map((group) => termOf(group, stemOf, literal));
  if (excluded.length + phrases.length + terms.length === 0) return null;
  const asked = (kept: readonly Term[], forbidden: readonly Term[]) => {
    // The last word stands at the end, with a space behind it when it is finished: then it is no beginning.
    const parts = [
      ...excluded,
      ...forbidden.map(({ text }) => `-${text}`),
      ...phrases,
      ...kept.map(({ text }) => text),
    ];
    return parts.join(' ') + (kept.at(-1)?.open ? '' : ' ');
  };
  const stages: Stage[] = [{ q: asked(terms, []), incomplete: false }];
  if (mayMiss && terms.length > 1)
    terms.forEach((left, index) => {
      stages.push({
        q: asked(
          terms.filter((_, other) => other !== index),
          [left],
        ),
        incomplete: true,
      });
    });
  return stages;
}
