// What helps when nothing was found: what can be let go of, broader and neighbouring words, themes that lie near.
import type { Tx } from '@kansenplein/db';
import {
  broaderConcepts,
  conceptsIn,
  relatedConcepts,
  themesAround,
  type Concept,
  type Search,
  type SearchQuery,
} from '@kansenplein/search';
import type { Question, Wider } from './contract-page.ts';
import { ask, queryOf } from './service.ts';

const mostTerms = 4;
const mostThemes = 5;

/** A region stands for its municipalities: place is one dimension of finding. */
const dimensions = [
  ['kinds', ['kinds']],
  ['themes', ['themes']],
  ['phases', ['phases']],
  ['courses', ['courses']],
  ['municipalities', ['municipalities', 'regions']],
] as const;

/**
 * What is chosen alone in its dimension. Letting go of one among several finds nothing new: they stand beside one another, so
 * the others find together what they found.
 */
const chosenAlone = (question: Question) =>
  dimensions.flatMap(([dimension, names]) => {
    const chosen = names.flatMap((what) => question[what].map((value) => ({ what, value })));
    return chosen.length === 1 ? chosen.map((one) => ({ dimension, ...one })) : [];
  });

/** Labels of the concepts that stand above what the text names, and of those beside it. */
function termsAround(text: string): Pick<Wider['terms'][number], 'text' | 'relation'>[] {
  const seen = new Set(conceptsIn(text));
  const named = [...seen];
  const labels = (around: Concept[], relation: 'broader' | 'related') =>
    around.flatMap((concept) => {
      if (seen.has(concept)) return [];
      seen.add(concept);
      return [{ text: concept.prefLabel, relation }];
    });
  const broader = labels(named.flatMap(broaderConcepts), 'broader').slice(0, mostTerms / 2);
  return [...broader, ...labels(named.flatMap(relatedConcepts), 'related')].slice(0, mostTerms);
}

/**
 * What to do when nothing was found, each with what it gives. The words as typed are asked once, with what letting go of each
 * choice gives beside the total; everything under the same choices once; and a term each.
 */
export async function findWider(search: Search, tx: Tx, question: Question): Promise<Wider> {
  const asked: SearchQuery = {
    ...queryOf({ ...question, after: null, limit: 1, facets: true }),
    literal: false,
  };
  const here = await ask(search, tx, asked);
  const everything = asked.text.trim() === '' ? here : await ask(search, tx, { ...asked, text: '' });
  const without: Wider['without'] = [
    ...(everything === here
      ? []
      : [{ what: 'text' as const, value: question.text, total: everything.total }]),
    ...chosenAlone(question).map(({ dimension, what, value }) => ({
      what,
      value,
      total: here.without[dimension] ?? 0,
    })),
  ];
  const terms: Wider['terms'] = [];
  for (const { text, relation } of termsAround(question.text)) {
    const { total } = await ask(search, tx, { ...asked, text, facets: false });
    if (total > 0) terms.push({ text, relation, total });
  }
  return {
    without: without.filter(({ total }) => total > 0),
    terms,
    ...themesNear(question, here, everything),
  };
}

type Counted = Awaited<ReturnType<typeof ask>>;

/** Other themes of what answers to the words; else those that the thesaurus puts around the words; else the largest. */
function themesNear(
  { text, themes }: Question,
  here: Counted,
  everything: Counted,
): Pick<Wider, 'themes' | 'themesOf'> {
  const othersOf = ({ facets }: Counted) =>
    Object.entries(facets.themes)
      .filter(([value, count]) => count > 0 && !themes.some((chosen) => chosen === value))
      .map(([value, count]) => ({ value, label: value, count }))
      .sort((one, other) => other.count - one.count);
  const ofWords = othersOf(here);
  if (ofWords.length > 0) return { themes: ofWords.slice(0, mostThemes), themesOf: 'words' };
  const all = othersOf(everything);
  const around = themesAround(text).flatMap((theme) => all.find(({ value }) => value === theme) ?? []);
  return around.length > 0
    ? { themes: around.slice(0, mostThemes), themesOf: 'neighbours' }
    : { themes: all.slice(0, mostThemes), themesOf: 'everything' };
}
