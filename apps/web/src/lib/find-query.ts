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

const KINDS = {
  interventie: 'intervention',
  agenda: 'agenda',
  gemeente: 'municipality',
  doel: 'goal',
  organisatie: 'organisation',
} as const;

const isKey =
  <T extends string>(known: Record<T, unknown>) =>
  (value: string): value is T =>
    Object.hasOwn(known, value);

/** What is not in our lists is left out: an address of last year still works. */
export function queryFrom(params: URLSearchParams): Query {
  return {
    text: (params.get('q') ?? '').trim().slice(0, 200),
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
    kinds: params
      .getAll('soort')
      .filter(isKey(KINDS))
      .map((kind) => KINDS[kind]),
    sort: params.get('volgorde') === 'nieuw' ? 'newest' : 'best',
    literal: params.get('letterlijk') === '1',
    after: params.get('na')?.slice(0, 200) || null,
  };
}

export type Pair = { name: string; value: string };

const kindWords = Object.fromEntries(Object.entries(KINDS).map(([word, kind]) => [kind, word]));

export function pairsOf(query: Query): Pair[] {
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
      query.kinds.map((kind) => kindWords[kind] ?? kind),
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
