/** Looks labels up in the concepts: which concept begins at this word of the query, and what else it is called. */
import { concepts, type Concept } from './concepts.ts';
import { wordsOf } from './words.ts';

interface Entry {
  words: readonly string[];
  concept: Concept;
}

function labelWords(label: string): string[] {
  return wordsOf(label).map((word) => word.plain);
}

const entries: Entry[] = concepts.flatMap((concept) =>
  [concept.prefLabel, ...(concept.altLabel ?? []), ...(concept.abbreviation ?? [])].map((label) => ({
    words: labelWords(label),
    concept,
  })),
);

const byFirstWord = Map.groupBy(entries, (entry) => entry.words[0] ?? '');
const abbreviations = new Set(concepts.flatMap((concept) => concept.abbreviation ?? []));

export interface ConceptMatch {
  /** How many words of the query the label takes. */
  length: number;
  /** Every other label to search for, preferred label first, as sequences of plain words. */
  labels: { text: string; words: string[] }[];
}

/** The longest label that begins at `from`; null when none does. */
export function conceptAt(words: readonly string[], from: number): ConceptMatch | null {
  const candidates = (byFirstWord.get(words[from] ?? '') ?? []).filter((entry) =>
    entry.words.every((word, index) => words[from + index] === word),
  );
  const length = Math.max(0, ...candidates.map((entry) => entry.words.length));
  if (length === 0) return null;
  const own = words.slice(from, from + length).join(' ');
  const labels = new Map<string, string[]>();
  for (const { words: found, concept } of candidates) {
    if (found.length !== length) continue;
    const { prefLabel, altLabel = [], abbreviation = [], narrower = [] } = concept;
    for (const text of [prefLabel, ...abbreviation, ...altLabel, ...narrower]) {
      const sequence = labelWords(text);
      if (sequence.join(' ') !== own) labels.set(text, sequence);
    }
  }
  return { length, labels: Array.from(labels, ([text, sequence]) => ({ text, words: sequence })) };
}

/** Abbreviations are whole words: 'po' is not the beginning of 'politie'. */
export function isAbbreviation(word: string): boolean {
  return abbreviations.has(word);
}

/** Front parts of compounds that seldom stand alone. */
export const usualFronts: readonly string[] = [
  'school',
  'schools',
  'onderwijs',
  'basis',
  'voor',
  'vroeg',
  'jeugd',
  'kinder',
  'pleeg',
  'ouder',
  'taal',
  'reken',
  'huis',
  'thuis',
  'wijk',
  'buurt',
  'jongeren',
  'leer',
  'lees',
  'peuter',
  'kleuter',
  'zorg',
  'studie',
  'ziekte',
  'bij',
];
