// A search as an address: every state of a list is in its URL, so that it can be kept, mailed and gone back to.
import { courseLabels, phaseLabels, themeLabels } from './messages/labels.ts';
import type { FindInput } from './wire.ts';

export interface Query {
  text: string;
  themes: NonNullable<FindInput['themes']>;
  phases: NonNullable<FindInput['phases']>;
  courses: NonNullable<FindInput['courses']>;
  municipalities: string[];
  regions: string[];
  kinds: NonNullable<FindInput['kinds']>;
  sort: 'best' | 'newest';
  literal: boolean;
  after: string | null;
}

type Kind = Query['kinds'][number];

/** What a kind is called in an address. */
export const kindWords: Record<Kind, string> = {
  intervention: 'interventie',
  agenda: 'agenda',
  municipality: 'gemeente',
  goal: 'doel',
  organisation: 'organisatie',
};
const kindOf = (word: string): Kind[] =>
  (Object.keys(kindWords) as Kind[]).filter((kind) => kindWords[kind] === word);

const isKey =
  <T extends string>(known: Record<T, unknown>) =>
  (value: string): value is T =>
    Object.hasOwn(known, value);

/** As much of what is typed as is searched. */
export const MOST_TYPED = 200;

// Control characters and what turns the direction of writing come along with what is pasted; nobody looks for them.
const unseen = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** What somebody typed as it can be searched: one line of at most 200 characters, none of them half. */
export const typedFrom = (typed: string | null): string =>
  (typed ?? '')
    .replace(unseen, ' ')
    .trim()
    .slice(0, MOST_TYPED)
    .replace(/[\ud800-\udbff]$/, '')
    .toWellFormed();

/** What is not in our lists is left out: an address of last year still works. */
export function queryFrom(params: URLSearchParams): Query {
  return {
    text: typedFrom(params.get('q')),
    themes: params.getAll('thema').filter(isKey(themeLabels)),
    phases: params.getAll('fase').filter(isKey(phaseLabels)),
    courses: params.getAll('stand').filter(isKey(courseLabels)),
    municipalities: params
      .getAll('gemeente')
      .filter((code) => /^gm\d{4}$/.test(code))
      .slice(0, 50),
    regions: params
      .getAll('regio')
      .filter((slug) => /^[a-z0-9-]{1,100}$/.test(slug))
      .slice(0, 20),
    kinds: params.getAll('soort').flatMap(kindOf),
    sort: params.get('volgorde') === 'nieuw' ? 'newest' : 'best',
    literal: params.get('letterlijk') === '1',
    after: params.get('na')?.slice(0, 200) || null,
  };
}

export type Pair = { name: string; value: string };

export function pairsOf(query: Omit<Query, 'after'>): Pair[] {
  const many = (name: string, values: readonly string[]): Pair[] => values.map((value) => ({ name, value }));
  return [
    ...(query.text ? [{ name: 'q', value: query.text }] : []),
    ...many('thema', query.themes),
    ...many('fase', query.phases),
    ...many('stand', query.courses),
    ...many('gemeente', query.municipalities),
    ...many('regio', query.regions),
    ...many(
      'soort',
      query.kinds.map((kind) => kindWords[kind]),
    ),
    ...(query.sort === 'newest' ? [{ name: 'volgorde', value: 'nieuw' }] : []),
    ...(query.literal ? [{ name: 'letterlijk', value: '1' }] : []),
  ];
}

/** The address of a list with these pairs; `extra` comes last. */
export function hrefOf(path: string, pairs: Pair[], extra: Pair[] = []): string {
  const params = new URLSearchParams([...pairs, ...extra].map(({ name, value }) => [name, value]));
  const search = params.toString();
  return search ? `${path}?${search}` : path;
}

export const without = (pairs: Pair[], gone: Pair): Pair[] =>
  pairs.filter((pair) => pair.name !== gone.name || pair.value !== gone.value);

/** How the search page shows what was found: all in one list, some of each kind, or a long list for paper. */
export interface View {
  shape: 'mixed' | 'grouped' | 'paper';
  /** The beginning of the name of a municipality to choose from. */
  wanted: string;
}

export function viewFrom(params: URLSearchParams): View {
  const shapes = { soort: 'grouped', afdruk: 'paper' } as const;
  const shape = params.get('weergave') ?? '';
  return {
    shape: isKey(shapes)(shape) ? shapes[shape] : 'mixed',
    wanted: typedFrom(params.get('gemeentenaam'))
      .slice(0, 60)
      .replace(/[\ud800-\udbff]$/, ''),
  };
}

export const viewPairs = ({ shape, wanted }: View): Pair[] => [
  ...(shape === 'grouped' ? [{ name: 'weergave', value: 'soort' }] : []),
  ...(wanted ? [{ name: 'gemeentenaam', value: wanted }] : []),
];

/** The filters among the pairs: what is kept when somebody searches other words. */
export const filtersOf = (pairs: Pair[]): Pair[] =>
  pairs.filter(({ name }) => !['q', 'letterlijk'].includes(name));

/** The pairs that are no choice from a list of filters. */
export const besideFilters = (pairs: Pair[]): Pair[] =>
  pairs.filter(({ name }) => ['q', 'volgorde', 'letterlijk', 'weergave'].includes(name));
