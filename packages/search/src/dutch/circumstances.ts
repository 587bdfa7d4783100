/**
 * What a document says of itself apart from its words: its themes and phases. A word of a question that names one of them is
 * answered by a document that carries it, also when its text never says the word: 'vmbo' by what is meant for the vo.
 */
import { broaderConcepts, conceptsIn, relatedConcepts, type Concept } from './thesaurus.ts';

const phases: Readonly<Record<string, readonly string[]>> = {
  vve: ['voorschools'],
  voorschool: ['voorschools'],
  'jonge-kind': ['voorschools'],
  kinderopvang: ['voorschools'],
  doelgroeppeuter: ['voorschools'],
  'primair-onderwijs': ['po'],
  basisschool: ['po'],
  vroegschool: ['po'],
  'voortgezet-onderwijs': ['vo'],
  'middelbare-school': ['vo'],
  vmbo: ['vo'],
  'havo-vwo': ['vo'],
  praktijkonderwijs: ['vo'],
  mbo: ['mbo'],
  roc: ['mbo'],
  'overstap-po-vo': ['po-vo'],
};

/** The phases a document of this concept carries; empty when the concept says nothing of it. */
export const phasesOf = ({ notation }: Concept): readonly string[] => phases[notation] ?? [];

/** The themes of the concept, or of what is right above it. */
export function themesOf(concept: Concept): string[] {
  const own = concept.theme === undefined ? [] : [concept.theme];
  if (own.length > 0) return own;
  return broaderConcepts(concept).flatMap(({ theme }) => (theme === undefined ? [] : [theme]));
}

/** Themes of what the text names, of what is right above that and of what is beside it, the nearest first. */
export function themesAround(text: string): string[] {
  const named = conceptsIn(text);
  const around = [...named, ...named.flatMap(broaderConcepts), ...named.flatMap(relatedConcepts)];
  return [...new Set(around.flatMap(themesOf))];
}
