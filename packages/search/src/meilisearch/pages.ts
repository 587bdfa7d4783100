/**
 * One page with its counts, in one multi-search: the stages one behind the other, and for each dimension in which
 * something is chosen the counts as they would be without that choice. Lists and what is sorted by date go on after the
 * last document shown, whatever was published or withdrawn meanwhile; ranked pages count on from where they were, without
 * what is newer than the reading.
 */
import { noFacets } from '../postgres/counts.ts';
import {
  largestTotal,
  type SearchDimension as Dimension,
  type SearchFacets,
  type SearchQuery,
} from '../port.ts';
import { shown, type Answer, type Found, type Question } from './asking.ts';
import { attributeOf, dimensions, filterOf, type Stage } from './question.ts';
import type { Reading } from './reading.ts';

export interface FoundRow {
  readonly hit: Found;
  readonly incomplete: boolean;
  readonly stage: number;
  /** How many of its stage were shown, this one included. */
  readonly offset: number;
}

export interface FoundPage {
  readonly rows: readonly FoundRow[];
  readonly more: boolean;
  readonly total: number;
  readonly totalIsMore: boolean;
  readonly facets: SearchFacets;
  /** Something has every word. */
  readonly hasComplete: boolean;
  /** Milliseconds since 1970: from when the reading is. */
  readonly until: number;
}

interface Wanted {
  readonly input: SearchQuery;
  /** Null: a list. */
  readonly stages: readonly Stage[] | null;
  readonly reading: Reading | null;
  readonly withheld: readonly string[];
}

const byDate = ['micros:desc', 'place:desc'];

/** '2025-03-01T00:00:00.123456Z' in microseconds; exact, because it stays far below 2^53. */
export const microsOf = (at: string): number =>
  Date.parse(`${at.slice(0, 19)}Z`) * 1000 + Number(at.slice(20, 26));

const literalOn = ['title', 'summary', 'body'];

const counting = (filter: string[], facets: readonly Dimension[]): Question => ({
  ...(filter.length > 0 && { filter }),
  ...(facets.length > 0 && { facets: facets.map((dimension) => attributeOf[dimension]) }),
  hitsPerPage: 1,
  page: 1,
  attributesToRetrieve: ['id'],
});

export async function findPage(
  ask: (questions: readonly Question[]) => Promise<readonly Answer[]>,
  { input, stages, reading, withheld }: Wanted,
  placeOf: (id: string) => Promise<number>,
): Promise<FoundPage> {
  const dated = stages === null || input.sort === 'newest';
  const until = reading?.until ?? Date.now();
  const asked = stages ?? [{ q: '', incomplete: false }];
  const filter = filterOf(input, withheld, null);
  const from: string[] = [];
  if (reading && dated) {
    const micros = microsOf(reading.at);
    const place = await placeOf(reading.id);
    from.push(`micros < ${micros} OR (micros = ${micros} AND place < ${place})`);
  } else if (reading) from.push(`micros <= ${(until + 1) * 1000}`);
  const common = {
    ...(input.literal && { attributesToSearchOn: literalOn }),
    matchingStrategy: 'all' as const,
  };

  const first = dated ? 0 : (reading?.stage ?? 0);
  const paged = asked.slice(first).map(({ q }, at): Question => ({
    q,
    ...common,
    filter: [...filter, ...from],
    ...(dated && { sort: byDate }),
    offset: !dated && at === 0 ? (reading?.offset ?? 0) : 0,
    limit: input.limit + 1,
    attributesToRetrieve: shown,
  }));
  const chosen = input.facets ? dimensions.filter((dimension) => input[dimension].length > 0) : [];
  const free = input.facets ? dimensions.filter((dimension) => !chosen.includes(dimension)) : [];
  const counted = asked.flatMap(({ q }) => [
    { q, ...common, ...counting(filter, free) },
    ...chosen.map((dimension) => ({
      q,
      ...common,
      ...counting(filterOf(input, withheld, dimension), [dimension]),
    })),
  ]);
  const answers = await ask([...paged, ...counted]);

  const rows = answers.slice(0, paged.length).flatMap(({ hits }, at) =>
    hits.map((hit, index): FoundRow => {
      const stage = first + at;
      const offset = (paged[at]?.offset ?? 0) + index + 1;
      return { hit, stage, offset, incomplete: asked[stage]?.incomplete ?? false };
    }),
  );
  if (dated) rows.sort((one, other) => newestFirst(one.hit, other.hit));
  // Stages exclude one another; a word that is still being typed may make them meet.
  const apart = [
    ...new Map(rows.map((row) => [`${row.hit.kind} ${row.hit.id}`, row] as const).reverse()).values(),
  ];
  const kept = rows.filter((row) => apart.includes(row));
  const counts = countsOf(answers.slice(paged.length), asked.length, free, chosen);
  return {
    rows: kept.slice(0, input.limit),
    more: kept.length > input.limit,
    total: Math.min(counts.total, largestTotal),
    totalIsMore: counts.total > largestTotal,
    facets: counts.facets,
    hasComplete: (answers[paged.length]?.totalHits ?? 0) > 0,
    until,
  };
}

const newestFirst = (one: Found, other: Found): number =>
  one.at === other.at ? other.place - one.place : one.at < other.at ? 1 : -1;

/** Stages add up: no document is in two of them. */
function countsOf(
  answers: readonly Answer[],
  stages: number,
  free: readonly Dimension[],
  chosen: readonly Dimension[],
): { total: number; facets: SearchFacets } {
  const facets: SearchFacets = noFacets();
  let total = 0;
  const add = (dimension: Dimension, answer: Answer | undefined) => {
    const into = facets[dimension];
    const found = answer?.facetDistribution?.[attributeOf[dimension]] ?? {};
    for (const [value, count] of Object.entries(found)) into[value] = (into[value] ?? 0) + count;
  };
  const each = 1 + chosen.length;
  for (let stage = 0; stage < stages; stage++) {
    const at = stage * each;
    total += answers[at]?.totalHits ?? 0;
    for (const dimension of free) add(dimension, answers[at]);
    chosen.forEach((dimension, index) => add(dimension, answers[at + 1 + index]));
  }
  return { total, facets };
}
