/** Looks labels up in the concepts: which concept begins at this word of a question, what else it is called, what is near. */
import { concepts, type Concept } from './concepts.ts';
import { activitiesOf } from './derivation.ts';
import { distance } from './distance.ts';
import { rootOf } from './roots.ts';
import { stopWords } from './stop-words.ts';
import { wordsOf } from './words.ts';

/** A label with fewer letters is compared as written: 'vo' is no form of 'vos'. */
const shortestForm = 5;
/** Words of a question that one label may take, small words included. */
const longestLabel = 8;
/** Labels that one concept adds to a question at most. */
const mostLabels = 60;

export type { Concept };

export interface Label {
  text: string;
  words: string[];
  /** Shown as 'ook gezocht op'. */
  shown: boolean;
}

const byNotation = new Map(concepts.map((concept) => [concept.notation, concept]));
const abbreviations = new Set(
  concepts.flatMap((concept) => concept.abbreviation ?? []).map((label) => joined(wordsIn(label))),
);

function wordsIn(label: string): string[] {
  return wordsOf(label).map((word) => word.plain);
}

/** Without spaces: 'school maatschappelijk werk' is 'schoolmaatschappelijk werk'. */
function joined(words: readonly string[]): string {
  return words.join('');
}

const keyOf = (words: readonly string[]) => {
  const together = joined(words);
  return together.length < shortestForm || abbreviations.has(together) ? together : rootOf(together);
};

/** Without small words: 'tekort aan leraren' is 'tekort leraren'. Null when that leaves too little to tell. */
function shortKeyOf(words: readonly string[]): string | null {
  const meaningful = words.filter((word) => !stopWords.has(word));
  return meaningful.length < 2 || stopWords.has(words[0] ?? '') || stopWords.has(words.at(-1) ?? '')
    ? null
    : keyOf(meaningful);
}

/** Every label of a concept, also those that are never shown. */
export const labelsOf = (concept: Concept): string[] => [
  concept.prefLabel,
  ...(concept.abbreviation ?? []),
  ...(concept.altLabel ?? []),
  ...(concept.hiddenLabel ?? []),
];

const byKey = new Map<string, Concept>();
const byShortKey = new Map<string, Concept>();
for (const concept of concepts)
  for (const label of labelsOf(concept)) {
    const words = wordsIn(label);
    const key = keyOf(words);
    // A preferred label wins from another concept's label that is a form of it.
    if (!byKey.has(key) || keyOf(wordsIn(concept.prefLabel)) === key) byKey.set(key, concept);
    const short = shortKeyOf(words);
    if (short !== null && !byShortKey.has(short)) byShortKey.set(short, concept);
  }

const longNames = concepts.flatMap((concept) =>
  [concept.prefLabel, ...(concept.altLabel ?? [])].flatMap((label) => {
    const [only, ...more] = wordsIn(label);
    return only !== undefined && more.length === 0 && only.length >= 8 ? [[only, concept] as const] : [];
  }),
);

function named(words: readonly string[]): Concept | null {
  const whole = byKey.get(keyOf(words));
  if (whole) return whole;
  const short = shortKeyOf(words);
  return short === null ? null : (byKey.get(short) ?? byShortKey.get(short) ?? null);
}

const narrowerOf = Map.groupBy(
  concepts.flatMap((concept) => (concept.broader ?? []).map((above) => ({ above, concept }))),
  ({ above }) => above,
);

/** Concepts right above this one. */
export const broaderConcepts = (concept: Concept): Concept[] =>
  (concept.broader ?? []).flatMap((notation) => byNotation.get(notation) ?? []);

/** Concepts right below this one. */
export const narrowerConcepts = (concept: Concept): Concept[] =>
  (narrowerOf.get(concept.notation) ?? []).map(({ concept: below }) => below);

/** Neighbours, in both directions. */
export const relatedConcepts = (concept: Concept): Concept[] =>
  concepts.filter(
    (other) =>
      (concept.related ?? []).includes(other.notation) || (other.related ?? []).includes(concept.notation),
  );

export const conceptByNotation = (notation: string): Concept | null => byNotation.get(notation) ?? null;

/** The concept that this text names as a whole, in any form or spelling; null when it names none. */
export const conceptOf = (text: string): Concept | null => named(wordsIn(text));

/** The concept of which this word names the doer, or the doing: 'mentoren' of 'mentoring'; null when there is none. */
export function conceptDerived(word: string): Concept | null {
  for (const activity of activitiesOf(word)) {
    const concept = named([activity]);
    if (concept) return concept;
  }
  return null;
}

/** The concept whose one-word name this word is but for a typing error; null for short words and for none. */
export function conceptMisspelt(word: string): Concept | null {
  const allowed = word.length < 8 ? 0 : word.length < 12 ? 1 : 2;
  if (allowed === 0) return null;
  for (const [name, concept] of longNames)
    if (Math.abs(name.length - word.length) <= allowed && distance(name, word) <= allowed) return concept;
  return null;
}

/** Every concept that is named somewhere in this text, longest labels first taken, in order of appearance. */
export function conceptsIn(text: string): Concept[] {
  const words = wordsIn(text);
  const found: Concept[] = [];
  for (let at = 0; at < words.length;) {
    const match = conceptAt(words, at);
    if (match) found.push(match.concept);
    at += match?.length ?? 1;
  }
  return [...new Set(found)];
}

function withNarrower(concept: Concept, seen = new Set<Concept>()): Set<Concept> {
  if (seen.has(concept)) return seen;
  seen.add(concept);
  for (const below of narrowerConcepts(concept)) withNarrower(below, seen);
  return seen;
}

export interface ConceptMatch {
  concept: Concept;
  /** How many words of the question the label takes. */
  length: number;
  /** Every other label to search for, preferred label first, those of narrower concepts last. */
  labels: Label[];
}

/** The concept with the longest label that begins at `from`, of `longest` words at most; null when none does. */
export function conceptAt(
  words: readonly string[],
  from: number,
  longest = longestLabel,
): ConceptMatch | null {
  for (let length = Math.min(longest, words.length - from); length > 0; length -= 1) {
    const taken = words.slice(from, from + length);
    const concept = named(taken);
    if (concept) return { concept, length, labels: labelsBeside(concept, taken.join(' ')) };
  }
  return null;
}

/** Texts are searched without small words: 'zonder diploma' is known in a question, but would find every diploma. */
const isTelling = (words: readonly string[]) =>
  words.length === 1 || words.filter((word) => !stopWords.has(word)).length > 1 || words[0] === 'zij';

/** Every label of the concept and of what is narrower, save the one that was typed. */
export function labelsBeside(concept: Concept, typed: string): Label[] {
  const labels = new Map<string, Label>();
  for (const each of withNarrower(concept)) {
    const hidden = new Set(each.hiddenLabel ?? []);
    for (const text of labelsOf(each)) {
      const words = wordsIn(text);
      const plain = words.join(' ');
      if (plain === typed || labels.has(plain) || !isTelling(words)) continue;
      const shown = !hidden.has(text) && (each === concept || text === each.prefLabel);
      labels.set(plain, { text, words, shown });
    }
  }
  return [...labels.values()].slice(0, mostLabels);
}

/** What is looked at when a concept itself gives little: concepts right above it and beside it, under the names they show. */
export function nearLabels(concept: Concept): string[][] {
  const beside = concept.setting ? [] : relatedConcepts(concept).filter(({ setting }) => !setting);
  return [...broaderConcepts(concept), ...beside]
    .flatMap((other) => [other.prefLabel, ...(other.altLabel ?? []), ...(other.abbreviation ?? [])])
    .map(wordsIn);
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
