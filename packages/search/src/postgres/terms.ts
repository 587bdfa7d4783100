/** What a document is weighed by: each group of a question with its worth, for wall.search_ranked. */
import type { QueryGroup } from '../dutch/analyse.ts';
import { phasesOf, themesOf } from '../dutch/circumstances.ts';

export interface Term {
  /** 0 … 1: a topic is worth most. */
  weight: number;
  exact: string;
  wide: string;
  /** Broader or beside it; '' when there is nothing. */
  near: string;
  /** Of the document, when they say the same as the word. */
  themes: readonly string[];
  phases: readonly string[];
}

/** How much of a question each rank of group is. */
const worth = { topic: 1, setting: 0.5, weak: 0.1 };

/** The ways to find each group, in the order of the groups: tsqueries, and the names of what is near. */
export interface Ways {
  exact: readonly string[];
  wide: readonly string[];
  near: readonly (readonly string[])[];
}

/** A quoted phrase is a topic of its own. */
export function termsOf(groups: readonly QueryGroup[], ways: Ways, phrases: readonly string[]): Term[] {
  const of = groups.map(({ role, concept }, index) => ({
    weight: worth[role],
    exact: ways.exact[index] ?? '',
    wide: ways.wide[index] ?? '',
    near: ways.near[index]?.join(' | ') ?? '',
    themes: concept ? themesOf(concept) : [],
    phases: concept ? phasesOf(concept) : [],
  }));
  return [
    ...of,
    ...phrases.map((phrase) => ({
      weight: 1,
      exact: phrase,
      wide: phrase,
      near: '',
      themes: [],
      phases: [],
    })),
  ];
}
