/** Counts as every engine gives them. */
import type { SearchDimension, SearchFacets } from './port.ts';

export interface Counts {
  total: number;
  facets: SearchFacets;
  /** How many more there would be with nothing chosen in a dimension; only of what is counted with facets. */
  more: Partial<Record<SearchDimension, number>>;
}

/** Nothing was counted. */
export const noCounts = (): Counts => ({ total: 0, facets: noFacets(), more: {} });

/** In the order in which the functions of the wall take them. */
export const dimensions: readonly SearchDimension[] = [
  'kinds',
  'themes',
  'phases',
  'municipalities',
  'courses',
];

export const noFacets = (): SearchFacets => ({
  kinds: {},
  themes: {},
  phases: {},
  municipalities: {},
  courses: {},
});

/** Values of a filter that cannot exist become '' (nothing has it), so that a strange filter finds nothing. */
export const cleanValues = (values: readonly string[]): string[] =>
  [
    ...new Set(values.slice(0, 400).map((value) => (/^[\p{L}\p{N}:._+-]{1,100}$/u.test(value) ? value : ''))),
  ].sort();
