/**
 * The words a document is found by, worked out when it is sent: the engine knows no Dutch stems, no labels of concepts
 * and no compounds. A question is brought to the same form (question.ts), so that both meet in one plain word.
 */
import { concepts, type Concept } from '../dutch/concepts.ts';
import { stopWords } from '../dutch/stop-words.ts';
import { broaderConcepts, labelsOf } from '../dutch/thesaurus.ts';
import { variantsOf } from '../dutch/variants.ts';
import { wordsOf } from '../dutch/words.ts';

/** What the database knows about words. */
export interface WordBook {
  stemOf(word: string): string;
  /** Open words a long word begins or ends with: 'school' and 'verzuim' of 'schoolverzuim'. */
  partsOf(word: string): readonly string[];
}

export interface Terms {
  /** What stands there: stems, other forms of the same word, labels as one word. */
  own: string[];
  /** What means the same, and what long words are made of. */
  wide: string[];
}

/** A stem as a term: 'dans' has the stem 'dan', which the engine would skip as a small word. */
export const termOfStem = (stem: string): string => (stopWords.has(stem) ? `${stem}stam` : stem);

const isCode = (word: string) => /\p{N}/u.test(word);
const meaningful = (text: string) =>
  wordsOf(text)
    .map((word) => word.plain)
    .filter((word) => !stopWords.has(word));

/** Several words of a label as one, so that 'primair' alone does not find every school. */
export const joinedTerm = (words: readonly string[], stemOf: (word: string) => string): string =>
  words.map((word) => (isCode(word) ? word : stemOf(word))).join('');

/** Every word of every label, whose stems a book must know. */
export const wordsOfLabels = (): string[] => [...new Set(concepts.flatMap(labelsOf).flatMap(meaningful))];

/** Every word of a text whose stem or parts a book must know. */
export const wordsToLearn = (text: string): string[] => [
  ...new Set(meaningful(text).flatMap((word) => [word, ...variantsOf(word)])),
];

interface Label {
  readonly stems: readonly string[];
  readonly own: string;
  readonly others: readonly string[];
}

/** The concept and all above it, nearest first. */
function upwards(concept: Concept, seen = new Set<Concept>()): Set<Concept> {
  if (seen.has(concept)) return seen;
  seen.add(concept);
  for (const above of broaderConcepts(concept)) upwards(above, seen);
  return seen;
}

/** Labels by their first stem. A narrower concept brings the broader ones, and not the other way round. */
function labelsBy(book: WordBook): Map<string, Label[]> {
  const stemOf = (word: string) => book.stemOf(word);
  const labels = concepts.flatMap((concept) => {
    const terms = [...upwards(concept)]
      .flatMap(labelsOf)
      .map((label) => joinedTerm(meaningful(label), stemOf));
    return labelsOf(concept)
      .map(meaningful)
      .map((words): Label => {
        const own = joinedTerm(words, stemOf);
        return { stems: words.map(stemOf), own, others: terms.filter((term) => term !== own && term !== '') };
      });
  });
  return Map.groupBy(
    labels.filter(({ stems }) => stems.length > 0),
    ({ stems }) => stems[0] ?? '',
  );
}

/** Reads texts with one book; the labels are looked up once. */
export function createTermReader({ stemOf, partsOf }: WordBook): (text: string) => Terms {
  const book: WordBook = { stemOf: (word) => termOfStem(stemOf(word)), partsOf };
  const labels = labelsBy(book);
  return (text) => {
    const words = meaningful(text);
    const stems = words.map((word) => (isCode(word) ? word : book.stemOf(word)));
    const own = new Set<string>();
    const wide = new Set<string>();
    words.forEach((word, at) => {
      own.add(stems[at] ?? word);
      if (isCode(word)) return;
      for (const variant of variantsOf(word)) own.add(book.stemOf(variant));
      for (const part of book.partsOf(word)) wide.add(part).add(book.stemOf(part));
      for (const label of labels.get(stems[at] ?? '') ?? []) {
        if (!label.stems.every((stem, index) => stems[at + index] === stem)) continue;
        own.add(label.own);
        for (const other of label.others) wide.add(other);
      }
    });
    return { own: [...own], wide: [...wide].filter((term) => !own.has(term)) };
  };
}
