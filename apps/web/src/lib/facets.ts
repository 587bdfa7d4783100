// The counts of a search as filters a person can choose, in an order that stays the same while choosing. A dimension is
// one line in the list.
import { kindWords, type Query } from './find-query.ts';
import { courseLabels, phaseLabels, themeLabels } from './messages/labels.ts';
import { kindPlurals } from './messages/searching.ts';
import type { Found } from './wire.ts';

export interface FacetOption {
  value: string;
  label: string;
  count: number;
  chosen: boolean;
}
export interface FacetGroup {
  name: string;
  legend: string;
  options: FacetOption[];
  /** What was typed to find one value among many, and what answers to it; null where nobody needs to. */
  search: { field: string; label: string; typed: string; options: FacetOption[] } | null;
}
type Facets = NonNullable<Found['facets']>;
type Counts = Facets['themes'];

function fromList(labels: Record<string, string>, counts: Counts, chosen: readonly string[]): FacetOption[] {
  const byValue = new Map(counts.map((count) => [count.value, count.count]));
  return Object.entries(labels)
    .map(([value, label]) => ({
      value,
      label,
      count: byValue.get(value) ?? 0,
      chosen: chosen.includes(value),
    }))
    .filter((option) => option.count > 0 || option.chosen);
}

export function fromCounts(counts: Counts, chosen: readonly string[]): FacetOption[] {
  const options = counts.map(({ value, label, count }) => ({
    value,
    label,
    count,
    chosen: chosen.includes(value),
  }));
  const known = new Set(counts.map((count) => count.value));
  const rest = chosen
    .filter((value) => !known.has(value))
    .map((value) => ({ value, label: value, count: 0, chosen: true }));
  return [...options.filter((option) => option.count > 0 || option.chosen), ...rest];
}

interface Dimension {
  /** Name in the address. */
  name: string;
  legend: string;
  options(facets: Facets, query: Query): FacetOption[];
}

const kindValue = (kind: string): string => (kindWords as Record<string, string>)[kind] ?? kind;
const kindLabels = Object.fromEntries(
  Object.entries(kindPlurals).map(([kind, label]) => [kindValue(kind), label]),
);

const kinds: Dimension = {
  name: 'soort',
  legend: 'Soort',
  options: (facets, query) =>
    fromList(
      kindLabels,
      facets.kinds.map((count) => ({ ...count, value: kindValue(count.value) })),
      query.kinds.map(kindValue),
    ),
};

const dimensions: readonly Dimension[] = [
  {
    name: 'thema',
    legend: 'Thema',
    options: (all, query) => fromList(themeLabels, all.themes, query.themes),
  },
  { name: 'fase', legend: 'Fase', options: (all, query) => fromList(phaseLabels, all.phases, query.phases) },
  {
    name: 'stand',
    legend: 'Hoe ver',
    options: (all, query) => fromList(courseLabels, all.courses, query.courses),
  },
  { name: 'regio', legend: 'Regio', options: (all, query) => fromCounts(all.regions, query.regions) },
  {
    name: 'gemeente',
    legend: 'Gemeente',
    options: (all, query) => fromCounts(all.municipalities, query.municipalities),
  },
];

type Counted = Pick<Found, 'facets'>;

const groupsOf = (those: readonly Dimension[], { facets }: Counted, query: Query): FacetGroup[] =>
  facets === null
    ? []
    : those
        .map(({ name, legend, options }) => ({ name, legend, options: options(facets, query), search: null }))
        .filter((group) => group.options.length > 0);

export const facetGroups = (found: Counted, query: Query): FacetGroup[] => groupsOf(dimensions, found, query);
export const kindGroup = (found: Counted, query: Query): FacetGroup[] => groupsOf([kinds], found, query);

/** So many that nobody reads them all. */
const MANY = 10;

/** One group with a field to find a value by its name; `found` are the values that begin like `typed`. */
export const withValueSearch = (
  groups: readonly FacetGroup[],
  name: string,
  { field, label, typed, found }: { field: string; label: string; typed: string; found: Counts },
): FacetGroup[] =>
  groups.map((group) => {
    if (group.name !== name || (group.options.length <= MANY && typed === '')) return group;
    const chosen = group.options.filter((option) => option.chosen).map(({ value }) => value);
    const options = fromCounts(found, chosen).filter((option) =>
      found.some(({ value }) => value === option.value),
    );
    return { ...group, search: { field, label, typed, options } };
  });
