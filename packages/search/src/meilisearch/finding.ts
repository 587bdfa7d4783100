/**
 * Finding with the engine, within the caller's transaction: who asks and what was withdrawn a moment ago is asked there. A
 * page is one multi-search: its tiers, each after the last document shown, the count of everything, and for each dimension
 * in which something is chosen the counts as they would be without that choice.
 */
import type { Composed } from '../composing.ts';
import type { Place } from '../cursor.ts';
import { wordsOf } from '../dutch/words.ts';
import type { Expression } from '../expression.ts';
import { dimensions, noFacets, type Counts } from '../facets.ts';
import type { Query } from '../known-words.ts';
import type { SearchDimension as Dimension, SearchQuery, Suggestion } from '../port.ts';
import type { Engine, Found, FoundRow } from '../searching.ts';
import { shown, type Answer, type Ask, type Question } from './asking.ts';
import { attributeOf, comingAfter, conditionOf, filterOf, foundBy, stagesOf, without } from './filters.ts';

/** The index cannot answer this now although the engine is well: it is being filled, or too much was just withdrawn. */
export class NotNow extends Error {
  override readonly name = 'NotNow';
}

const mostWithheld = 200;
/** Characters of all filters together: a question of so many words and names is answered faster by PostgreSQL. */
const longestFilters = 400_000;

interface Standing {
  readonly scopes: readonly string[];
  readonly withheld: readonly string[];
}

const byDate = ['micros:desc', 'place:desc'];

const filtered = (filter: readonly string[]) => (filter.length > 0 ? { filter: [...filter] } : {});

const counting = (filter: readonly string[], facets: readonly Dimension[]): Question => ({
  ...filtered(filter),
  ...(facets.length > 0 && {
    facets: facets.map((dimension) => attributeOf[dimension]),
  }),
  hitsPerPage: 1,
  page: 1,
  attributesToRetrieve: ['id'],
});

/** Phrases of three words or more: two pairs of words do not tell that they stand in a row. */
const inARow = (phrases: readonly string[][]): { q?: string } => {
  const long = phrases.filter((words) => words.length > 2).map((words) => `"${words.join(' ')}"`);
  return long.length > 0 ? { q: long.join(' ') } : {};
};

export class MeilisearchFinder implements Engine {
  readonly #query: Query;
  readonly #ask: Ask;
  readonly #index: string;

  constructor(query: Query, ask: Ask, index: string) {
    this.#query = query;
    this.#ask = ask;
    this.#index = index;
  }

  async find(
    input: SearchQuery,
    composed: Composed | null,
    relaxed: Expression | null,
    after: Place | null,
  ): Promise<Found> {
    const standing = await this.#standing();
    const { withheld } = standing;
    const from = after ? [comingAfter(after, await this.#placeOf(after.id))] : [];
    const stages = (composed ? stagesOf(composed, relaxed, input.sort) : [{ tier: 0, filter: [] }]).filter(
      ({ tier }) => input.sort === 'newest' || tier >= (after?.tier ?? 0),
    );
    const common = inARow(composed?.phrases ?? []);
    const filter = filterOf(input, withheld, null);
    const paged = stages.map((stage): Question => ({
      ...common,
      ...filtered([
        ...filter,
        ...stage.filter,
        ...(input.sort === 'newest' || stage.tier === after?.tier ? from : []),
      ]),
      sort: byDate,
      limit: input.limit + 1,
      attributesToRetrieve: shown,
    }));
    const wanted = composed ? foundBy(composed, relaxed) : [];
    const chosen = input.facets ? dimensions.filter((dimension) => input[dimension].length > 0) : [];
    const free = input.facets ? dimensions.filter((dimension) => !chosen.includes(dimension)) : [];
    const counted = [
      counting([...filter, ...wanted], free),
      ...chosen.map((dimension) =>
        counting([...filterOf(input, withheld, dimension), ...wanted], [dimension]),
      ),
    ].map((question) => ({ ...common, ...question }));
    const answers = await this.#answers(standing, [...paged, ...counted]);
    const rows = stages.flatMap(({ tier }, index) =>
      (answers[index]?.hits ?? []).map(({ shownTitle, shownSummary, ...hit }): FoundRow => ({
        ...hit,
        tier,
        title: shownTitle,
        head: shownSummary,
      })),
    );
    const counts = countsOf(answers.slice(paged.length), free, chosen);
    return {
      rows: rows.slice(0, input.limit + 1),
      count: () => Promise.resolve(counts),
    };
  }

  async answered(questions: readonly Expression[]): Promise<boolean[]> {
    const standing = await this.#standing();
    const answers = await this.#answers(
      standing,
      questions.map((question) => ({
        filter: [conditionOf(question, 'allWords'), ...without(standing.withheld)],
        limit: 1,
        attributesToRetrieve: ['id'],
      })),
    );
    return answers.map(({ hits }) => hits.length > 0);
  }

  async suggest(words: readonly string[], limit: number): Promise<Suggestion[]> {
    const standing = await this.#standing();
    const last = words.at(-1) ?? '';
    const asked = {
      ...filtered(without(standing.withheld)),
      attributesToRetrieve: shown,
    };
    const [inTitles, anywhere] = await this.#answers(standing, [
      {
        q: words.join(' '),
        attributesToSearchOn: ['shownTitle'],
        limit,
        ...asked,
      },
      { q: last, limit: 50, ...asked },
    ]);
    const titles = (inTitles?.hits ?? []).map(({ shownTitle, kind, id, address }): Suggestion => ({
      text: shownTitle,
      document: { kind, id, address },
    }));
    if (words.length > 1 || !/^[a-z]{3,}$/.test(last)) return titles;
    // Words of documents the actor may see, and of nothing else.
    const seen = (anywhere?.hits ?? []).flatMap((hit) => wordsOf(`${hit.shownTitle} ${hit.shownSummary}`));
    const beginning = seen.map(({ plain }) => plain).filter((word) => word.startsWith(last));
    const shortest = [...new Set(beginning)].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
    return [...titles, ...shortest.slice(0, limit).map((text): Suggestion => ({ text, document: null }))];
  }

  async #standing(): Promise<Standing> {
    const [row] = await this.#query<Standing & { ready: boolean }>(
      'select ready, scopes, withheld from wall.engine_following($1)',
      [this.#index],
    );
    if (!row?.ready) throw new NotNow('the index is being filled');
    if (row.withheld.length > mostWithheld) throw new NotNow('much was withdrawn a moment ago');
    return row;
  }

  /** 0 for a document that is gone: of what is of the same moment nothing comes after it. */
  async #placeOf(id: string): Promise<number> {
    const [row] = await this.#query<{ place: number | null }>('select wall.search_place($1::uuid) as place', [
      id,
    ]);
    return row?.place ?? 0;
  }

  async #answers({ scopes }: Standing, questions: readonly Question[]): Promise<readonly Answer[]> {
    // Nobody in particular, not even the public: there is nothing to ask, and no filter to ask it with.
    if (scopes.length === 0) return questions.map(() => ({ hits: [] }));
    const length = questions.reduce((sum, { filter }) => sum + (filter ?? []).join('').length, 0);
    if (length > longestFilters) throw new NotNow('the question is too long for a filter');
    return this.#ask(scopes, questions);
  }
}

/** The first answer counts everything, those behind it each one dimension. */
function countsOf(
  [everything, ...others]: readonly Answer[],
  free: readonly Dimension[],
  chosen: readonly Dimension[],
): Counts {
  const facets = noFacets();
  const read = (dimension: Dimension, answer: Answer | undefined) => {
    facets[dimension] = {
      ...answer?.facetDistribution?.[attributeOf[dimension]],
    };
  };
  for (const dimension of free) read(dimension, everything);
  chosen.forEach((dimension, index) => read(dimension, others[index]));
  const total = everything?.totalHits ?? 0;
  const more = Object.fromEntries(
    chosen.map((dimension, index) => [dimension, Math.max(0, (others[index]?.totalHits ?? 0) - total)]),
  );
  return { total, facets, more };
}
