/**
 * How much a document is about a question: each group of the question has a worth, and the database weighs what documents say
 * of it (wall.search_weights), within what the actor may see. The same for every engine; decision 0005.
 */
import type { QueryGroup } from './dutch/analyse.ts';
import { phasesOf, themesOf } from './dutch/circumstances.ts';
import type { Expression } from './expression.ts';
import type { Query } from './known-words.ts';
import { tsquery } from './postgres/tsquery.ts';

/** A group of a question, and what it is worth. */
export interface Term {
  /** 0 … 1: a topic is worth most. */
  readonly weight: number;
  readonly exact: Expression;
  readonly wide: Expression;
  /** Broader or beside it. */
  readonly near: readonly Expression[];
  /** Of the document, when they say the same as the word. */
  readonly themes: readonly string[];
  readonly phases: readonly string[];
}

/** The ways to find each group, in the order of the groups. */
export interface Ways {
  readonly exact: readonly Expression[];
  readonly wide: readonly Expression[];
  readonly near: readonly (readonly Expression[])[];
}

const worth = { topic: 1, setting: 0.5, weak: 0.1 };

/** A quoted phrase is a topic of its own. */
export function termsOf(
  groups: readonly QueryGroup[],
  { exact, wide, near }: Ways,
  phrases: readonly Expression[],
): Term[] {
  const ofGroups = groups.flatMap(({ role, concept }, index): Term[] => {
    const [own, others] = [exact[index], wide[index]];
    if (!own || !others) return [];
    return [
      {
        ...{ weight: worth[role], exact: own, wide: others, near: near[index] ?? [] },
        themes: concept ? themesOf(concept) : [],
        phases: concept ? phasesOf(concept) : [],
      },
    ];
  });
  const ofPhrases = phrases.map((phrase): Term => ({
    ...{ weight: 1, exact: phrase, wide: phrase, near: [], themes: [], phases: [] },
  }));
  return [...ofGroups, ...ofPhrases];
}

/** Weights of these documents by their place; of what the actor may not see there is none. About 0 … 1,200. */
export async function weightsOf(
  query: Query,
  places: readonly number[],
  terms: readonly Term[],
): Promise<Map<number, number>> {
  if (places.length === 0) return new Map();
  const asked = terms.map(({ exact, wide, near, ...term }) => ({
    ...term,
    exact: tsquery(exact),
    wide: tsquery(wide),
    near: near.map(tsquery).join(' | '),
  }));
  const rows = await query<{ doc: number; weight: number }>(
    'select doc, weight from wall.search_weights($1::int[], $2::jsonb)',
    [places, JSON.stringify(asked)],
  );
  return new Map(rows.map(({ doc, weight }) => [doc, weight]));
}
