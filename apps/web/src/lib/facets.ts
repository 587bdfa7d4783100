// The counts of a search as filters a person can choose, in an order that stays the same while choosing.
import type { Query } from './find-query.ts';
import { courseLabels, phaseLabels, themeLabels } from './messages/labels.ts';
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
}
type Counts = NonNullable<Found['facets']>['themes'];

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

function fromCounts(counts: Counts, chosen: readonly string[]): FacetOption[] {
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

export function facetGroups(found: Found, query: Query): FacetGroup[] {
  const { facets } = found;
  if (!facets) return [];
  return [
    { name: 'thema', legend: 'Thema', options: fromList(themeLabels, facets.themes, query.themes) },
    { name: 'fase', legend: 'Fase', options: fromList(phaseLabels, facets.phases, query.phases) },
    { name: 'stand', legend: 'Hoe ver', options: fromList(courseLabels, facets.courses, query.courses) },
    { name: 'regio', legend: 'Regio', options: fromCounts(facets.regions, query.regions) },
    {
      name: 'gemeente',
      legend: 'Gemeente',
      options: fromCounts(facets.municipalities, query.municipalities),
    },
  ].filter((group) => group.options.length > 0);
}

const kindLabels = {
  interventie: 'Interventies',
  agenda: 'Agenda’s',
  doel: 'Doelen in agenda’s',
  organisatie: 'Organisaties en scholen',
  gemeente: 'Gemeenten',
};
const kindValues = {
  intervention: 'interventie',
  agenda: 'agenda',
  goal: 'doel',
  organisation: 'organisatie',
  municipality: 'gemeente',
} as const;

export function kindGroup(found: Found, query: Query): FacetGroup[] {
  if (!found.facets) return [];
  const counts = found.facets.kinds.map((count) => ({
    ...count,
    value: (kindValues as Record<string, string>)[count.value] ?? count.value,
  }));
  const options = fromList(
    kindLabels,
    counts,
    query.kinds.map((kind) => kindValues[kind]),
  );
  return options.length > 0 ? [{ name: 'soort', legend: 'Soort', options }] : [];
}
