// Finding: the search port gives ids, the rows are read again through the wall. The empty query is a list.
import { plainQuery, type Tx } from '@kansenplein/db';
import {
  type Search,
  SearchInputError,
  type SearchHit,
  type SearchPage,
  type SearchQuery,
} from '@kansenplein/search';
import { listAgendaCards, listGoalCards } from '../agendas/index.ts';
import { courses, listCards, phases, themes } from '../interventions/index.ts';
import { invalid } from '../kernel/index.ts';
import { findMunicipalityName, knownRegions, namesOf } from '../municipalities/index.ts';
import { listNamed } from '../organisations/index.ts';
import { findKinds, type Find, type Found } from './contract.ts';

// Made once: comparing with a language by name makes a new one each time.
const dutch = new Intl.Collator('nl');

/** Place is one dimension: a region stands for its municipalities. */
const placesOf = (input: Find) => [
  ...new Set([
    ...input.municipalities,
    ...knownRegions
      .filter(({ slug }) => input.regions.includes(slug))
      .flatMap(({ municipalities }) => municipalities),
  ]),
];

export async function ask(search: Search, tx: Tx, query: SearchQuery): Promise<SearchPage> {
  try {
    return await search.within(plainQuery(tx)).search(query);
  } catch (error) {
    if (error instanceof SearchInputError) throw invalid(error.code);
    throw error;
  }
}

/** The question of a page as the port asks it. */
export const queryOf = (input: Find): SearchQuery => ({
  text: input.text,
  kinds: input.kinds,
  themes: input.themes,
  phases: input.phases,
  courses: input.courses,
  municipalities: placesOf(input),
  sort: input.sort,
  literal: input.literal,
  after: input.after,
  limit: input.limit,
  facets: input.facets,
});

export async function find(search: Search, tx: Tx, input: Find): Promise<Found> {
  const page = await ask(search, tx, queryOf(input));
  return {
    hits: await readAgain(tx, page.hits),
    total: page.total,
    totalIsMore: page.totalIsMore,
    facets: input.facets ? await facetsOf(tx, page) : null,
    next: page.next,
    didYouMean: page.didYouMean,
    alsoSearched: page.alsoSearched,
    degraded: page.degraded ?? false,
  };
}

/** An index can lag: what the actor may no longer see falls out here. */
export async function readAgain(tx: Tx, hits: readonly SearchHit[]): Promise<Found['hits']> {
  const idsOf = (kind: string) => hits.filter((hit) => hit.kind === kind).map(({ id }) => id);
  const codes = hits.flatMap((hit) =>
    hit.kind === 'municipality' && hit.municipality ? [hit.municipality] : [],
  );
  const interventions = await listCards(tx, idsOf('intervention'));
  const agendas = await listAgendaCards(tx, idsOf('agenda'));
  const municipalities = await namesOf(tx, codes);
  const goals = await listGoalCards(
    tx,
    hits.filter((hit) => hit.kind === 'goal').map(({ address }) => address),
  );
  const organisations = new Map((await listNamed(tx, idsOf('organisation'))).map((one) => [one.id, one]));
  return hits.flatMap((hit): Found['hits'] => {
    const { id, title, summary, passage = [], why = null } = hit;
    const found = { title, summary, passage, why };
    const intervention = interventions.get(id);
    if (hit.kind === 'intervention' && intervention)
      return [{ kind: 'intervention', ...found, card: intervention }];
    const agenda = agendas.get(id);
    if (hit.kind === 'agenda' && agenda) return [{ kind: 'agenda', ...found, card: agenda }];
    const goal = goals.get(hit.address);
    if (hit.kind === 'goal' && goal) return [{ kind: 'goal', ...found, card: goal }];
    const organisation = organisations.get(id);
    if (hit.kind === 'organisation' && organisation)
      return [{ kind: 'organisation', ...found, card: organisation }];
    const municipality = municipalities.get(hit.municipality ?? '');
    if (hit.kind === 'municipality' && municipality)
      return [{ kind: 'municipality', ...found, card: municipality }];
    return [];
  });
}

/** Codes of today are named without asking; a code of the past is asked for. */
async function nameAll(tx: Tx, codes: readonly string[]) {
  const asked = await namesOf(
    tx,
    codes.filter((code) => findMunicipalityName(code) === null),
  );
  return (code: string) => findMunicipalityName(code) ?? asked.get(code)?.name ?? code;
}

async function facetsOf(tx: Tx, { facets }: SearchPage): Promise<Found['facets']> {
  const listed = (values: readonly string[], counts: Record<string, number>) =>
    values.map((value) => ({ value, label: value, count: counts[value] ?? 0 }));
  const nameOf = await nameAll(tx, Object.keys(facets.municipalities));
  const municipalities = Object.entries(facets.municipalities)
    .map(([value, count]) => ({ value, label: nameOf(value), count }))
    .sort((one, other) => other.count - one.count || dutch.compare(one.label, other.label));
  return {
    kinds: listed(findKinds, facets.kinds),
    themes: listed(themes, facets.themes),
    phases: listed(phases, facets.phases),
    courses: listed(courses, facets.courses),
    municipalities,
    // A region's count is the sum of its municipalities': each item belongs to one municipality.
    regions: knownRegions.map((region) => ({
      value: region.slug,
      label: region.name,
      count: region.municipalities.reduce((sum, code) => sum + (facets.municipalities[code] ?? 0), 0),
    })),
  };
}

export async function suggest(search: Search, tx: Tx, text: string) {
  const suggestions = await search.within(plainQuery(tx)).suggest(text, 8);
  return { suggestions: [...new Set(suggestions.map((suggestion) => suggestion.text))] };
}
