// How the documentation of Meilisearch says that a question finds documents, as far as we rely on it: every word (matching
// strategy 'all'), the last one as a beginning unless a space follows, phrases, minus, filters, facets, ranking rules. It
// is no Meilisearch: what a real one does beyond its documentation is not tried here.
import { stopWords } from '../../packages/search/src/dutch/stop-words.ts';
import { plainForm, wordsOf } from '../../packages/search/src/dutch/words.ts';
import { readFilter } from './meilisearch-filters.ts';
import { BadQuestion, valuesOf, type Stored } from './meilisearch-stored.ts';

export { BadQuestion, type Stored } from './meilisearch-stored.ts';

export interface Query {
  readonly q?: string;
  readonly filter?: string | readonly string[];
  readonly sort?: readonly string[];
  readonly facets?: readonly string[];
  readonly offset?: number;
  readonly limit?: number;
  readonly page?: number;
  readonly hitsPerPage?: number;
  readonly attributesToRetrieve?: readonly string[];
  readonly attributesToSearchOn?: readonly string[];
}

export interface IndexSettings {
  readonly searchableAttributes?: readonly string[];
  readonly filterableAttributes?: readonly string[];
  readonly sortableAttributes?: readonly string[];
  readonly displayedAttributes?: readonly string[];
  readonly faceting?: { readonly maxValuesPerFacet?: number };
  readonly pagination?: { readonly maxTotalHits?: number };
}

/** Words of an attribute; the pieces of an array stand apart, so that no phrase runs over their edge. */
const piecesOf = (stored: Stored, attribute: string): string[][] =>
  valuesOf(stored, attribute).map((text) => wordsOf(text).map(({ plain }) => plain));

interface Asked {
  readonly words: readonly { text: string; open: boolean }[];
  readonly phrases: readonly string[][];
  readonly without: readonly string[][];
}

function readQuery(q: string): Asked {
  const phrases: string[][] = [];
  const without: string[][] = [];
  const words: { text: string; open: boolean }[] = [];
  for (const [whole, minus, quoted] of q.matchAll(/(-?)"([^"]*)"|\S+/g)) {
    const found = wordsOf(quoted ?? whole).map(({ plain }) => plain);
    if (quoted !== undefined) (minus ? without : phrases).push(found);
    else if (whole.startsWith('-')) without.push(found);
    else words.push(...found.map((text) => ({ text, open: false })));
  }
  const last = words.at(-1);
  if (last && /[^\s"]$/.test(q)) last.open = true;
  return {
    words: words.filter(({ text, open }) => open || !stopWords.has(text)),
    phrases,
    without: without.filter((each) => each.length > 0),
  };
}

const hasPhrase = (pieces: readonly string[][], phrase: readonly string[]) =>
  pieces.some((piece) =>
    piece.some((_, at) => phrase.every((word, index) => piece[at + index] === word || stopWords.has(word))),
  );

/** For each word the first attribute that has it; null when one is missing. */
function ranksOf(stored: Stored, asked: Asked, attributes: readonly string[]): number | null {
  const pieces = attributes.map((attribute) => piecesOf(stored, attribute));
  if (asked.without.some((words) => pieces.some((each) => hasPhrase(each, words)))) return null;
  let sum = 0;
  for (const { text, open } of asked.words) {
    const at = pieces.findIndex((each) =>
      each.some((piece) => piece.some((word) => (open ? word.startsWith(text) : word === text))),
    );
    if (at < 0) return null;
    sum += at;
  }
  for (const phrase of asked.phrases) {
    const at = pieces.findIndex((each) => hasPhrase(each, phrase));
    if (at < 0) return null;
    sum += at;
  }
  return sum;
}

/** Answers a question over these documents; `rule` is the filter of the token. */
export function answer(
  documents: Iterable<Stored>,
  settings: IndexSettings,
  query: Query,
  rule: string | null,
) {
  const filterable = settings.filterableAttributes ?? [];
  const filters = [query.filter ?? []].flat();
  const conditions = (rule === null ? filters : [rule, ...filters]).map((each) =>
    readFilter(each, filterable),
  );
  const asked = readQuery(query.q ?? '');
  const attributes = query.attributesToSearchOn ?? settings.searchableAttributes ?? [];
  const most = settings.pagination?.maxTotalHits ?? 1000;
  for (const order of query.sort ?? [])
    if (!settings.sortableAttributes?.includes(order.split(':')[0] ?? ''))
      throw new BadQuestion('invalid_search_sort');

  const found = [...documents]
    .filter((stored) => conditions.every((holds) => holds(stored)))
    .flatMap((stored) => {
      const rank = ranksOf(stored, asked, attributes);
      return rank === null ? [] : [{ stored, rank }];
    })
    .sort((one, other) => {
      const newest = (attribute: string) => Number(other.stored[attribute]) - Number(one.stored[attribute]);
      const byRank = query.sort ? 0 : one.rank - other.rank;
      return byRank || newest('micros') || newest('place');
    })
    .map(({ stored }) => stored);
  const reachable = found.slice(0, most);
  const finite = query.page !== undefined || query.hitsPerPage !== undefined;
  const size = finite ? (query.hitsPerPage ?? 20) : (query.limit ?? 20);
  const from = finite ? ((query.page ?? 1) - 1) * size : (query.offset ?? 0);
  const displayed = settings.displayedAttributes ?? ['*'];
  const retrieved = query.attributesToRetrieve ?? displayed;
  const visible = retrieved.filter((attribute) => displayed.includes('*') || displayed.includes(attribute));
  const facetDistribution = Object.fromEntries(
    (query.facets ?? []).map((attribute) => {
      if (!filterable.includes(attribute)) throw new BadQuestion('invalid_search_facets');
      const counts: Record<string, number> = {};
      for (const stored of found)
        for (const value of new Set(valuesOf(stored, attribute))) counts[value] = (counts[value] ?? 0) + 1;
      return [attribute, counts];
    }),
  );
  return {
    hits: reachable
      .slice(from, from + size)
      .map((stored) => Object.fromEntries(visible.map((attribute) => [attribute, stored[attribute]]))),
    query: plainForm(query.q ?? ''),
    ...(finite
      ? {
          totalHits: reachable.length,
          page: query.page ?? 1,
          hitsPerPage: size,
        }
      : { estimatedTotalHits: reachable.length, offset: from, limit: size }),
    ...(query.facets && { facetDistribution }),
  };
}
