// Addresses of communities, and their filters.
import type { FacetGroup } from './facets.ts';
import { joiningLabels } from './messages/communities.ts';
import { themeLabels } from './messages/labels.ts';
import type { CommunityCard } from './wire.ts';

type Theme = CommunityCard['themes'][number];
type Joining = CommunityCard['joining'];

export const communityHref = ({ slug }: { slug: string }): string => `/communities/${slug}`;
export const threadHref = (community: { slug: string }, { slug }: { slug: string }): string =>
  `/communities/${community.slug}/gesprekken/${slug}`;

const known = <T extends string>(labels: Record<T, string>, values: readonly string[]): T[] =>
  values.filter((value): value is T => Object.hasOwn(labels, value));

export const themesIn = (values: readonly string[]): Theme[] => known<Theme>(themeLabels, values);
export const joiningsIn = (values: readonly string[]): Joining[] => known<Joining>(joiningLabels, values);

interface Counts {
  readonly themes: readonly { value: string; count: number }[];
  readonly joinings: readonly { value: string; count: number }[];
}

/** The counts as filters, in an order that stays the same while choosing. */
export function communityFacets(
  counts: Counts,
  chosen: { readonly themes: readonly string[]; readonly joinings: readonly string[] },
): FacetGroup[] {
  const group = (
    name: string,
    legend: string,
    [labels, counted, selected]: readonly [Record<string, string>, Counts['themes'], readonly string[]],
  ): FacetGroup => {
    const countOf = new Map(counted.map(({ value, count }) => [value, count]));
    const options = Object.entries(labels).map(([value, label]) => ({
      value,
      label,
      count: countOf.get(value) ?? 0,
      chosen: selected.includes(value),
    }));
    return {
      name,
      legend,
      search: null,
      options: options.filter((option) => option.count > 0 || option.chosen),
    };
  };
  return [
    group('thema', 'Thema', [themeLabels, counts.themes, chosen.themes]),
    group('lid', 'Lid worden', [joiningLabels, counts.joinings, chosen.joinings]),
  ].filter(({ options }) => options.length > 0);
}
