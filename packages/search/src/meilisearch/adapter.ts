/**
 * The adapter of Meilisearch. Bound, like the one of PostgreSQL, to the caller's transaction: who asks, what stems words
 * have and what was withdrawn a moment ago is asked there; the engine is asked within exactly those scopes. Throws
 * whatever goes wrong with the engine: `finder.ts` answers from PostgreSQL then.
 */
import { alsoSearched, analyse, type AnalysedQuery } from '../dutch/analyse.ts';
import { wordsOf } from '../dutch/words.ts';
import type { Pattern } from '../highlight.ts';
import { learnWords, Stems, type Query } from '../postgres/knowledge.ts';
import { noFacets } from '../postgres/counts.ts';
import { compose } from '../postgres/tsquery.ts';
import { SearchInputError } from '../port.ts';
import type { SearchPage, SearchPort, SearchQuery, Suggestion } from '../port.ts';
import { createAsk, shown, type Ask } from './asking.ts';
import { hitOf } from './hits.ts';
import { findPage, type FoundPage } from './pages.ts';
import { stagesOf, without, type Stage } from './question.ts';
import { readReading, writeReading, type Reading } from './reading.ts';
import type { MeilisearchSettings } from './settings.ts';

/** The index cannot answer this now although the engine is well: it is being filled, or too much was just withdrawn. */
export class NotNow extends Error {
  override readonly name = 'NotNow';
}

const mostWithheld = 200;

interface Standing {
  readonly scopes: readonly string[];
  readonly withheld: readonly string[];
}

interface Prepared {
  readonly analysed: AnalysedQuery;
  readonly patterns: readonly Pattern[];
  readonly stages: readonly Stage[] | null;
}

export function createMeilisearch(settings: MeilisearchSettings): { within(query: Query): SearchPort } {
  const ask = createAsk(settings);
  const stems = new Stems(50_000);
  return { within: (query) => new MeilisearchPort(query, ask, stems, settings.index) };
}

class MeilisearchPort implements SearchPort {
  readonly #query: Query;
  readonly #ask: Ask;
  readonly #stems: Stems;
  readonly #index: string;

  constructor(query: Query, ask: Ask, stems: Stems, index: string) {
    this.#query = query;
    this.#ask = ask;
    this.#stems = stems;
    this.#index = index;
  }

  async search(input: SearchQuery): Promise<SearchPage> {
    if (!Number.isInteger(input.limit) || input.limit < 1 || input.limit > 100)
      throw new SearchInputError('search.bad_limit');
    const reading = readReading(input.after);
    const standing = await this.#standing();
    // Nobody in particular, not even the public: there is nothing to ask, and no filter to ask it with.
    if (standing.scopes.length === 0) return nothing();
    const find = (stages: readonly Stage[] | null) => this.#find(input, stages, reading, standing);
    if (input.text.trim() === '') return this.#page(null, await find(null), reading, null, false);

    let corrected = reading?.corrected ?? null;
    let mayMiss = reading?.relaxed ?? false;
    let prepared = await this.#prepare(corrected ?? input.text, input, mayMiss);
    if (!prepared.stages) return nothing();
    let found = await find(prepared.stages);
    if (!reading && !input.literal && !found.hasComplete) {
      corrected = await this.#correct(prepared.analysed, standing);
      if (corrected !== null) {
        prepared = await this.#prepare(corrected, input, false);
        found = await find(prepared.stages);
      }
      if (found.total === 0 && prepared.analysed.groups.length > 1) {
        mayMiss = true;
        prepared = await this.#prepare(corrected ?? input.text, input, true);
        found = await find(prepared.stages);
      }
      // A correction that finds nothing is not worth saying.
      if (found.total === 0) corrected = null;
    }
    return this.#page(prepared, found, reading, corrected, mayMiss);
  }

  async suggest(prefix: string, limit: number): Promise<Suggestion[]> {
    const words = wordsOf(prefix.slice(0, 100)).map((word) => word.plain);
    const last = words.at(-1);
    if (last === undefined) return [];
    const { scopes, withheld } = await this.#standing();
    if (scopes.length === 0) return [];
    const atMost = Math.min(Math.max(1, Math.trunc(limit) || 1), 20);
    const [inTitles, anywhere] = await this.#ask(scopes, [
      {
        q: words.join(' '),
        attributesToSearchOn: ['title'],
        limit: atMost,
        ...asked(without(withheld)),
      },
      { q: last, limit: 50, ...asked(without(withheld)) },
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
    return [...titles, ...shortest.slice(0, atMost).map((text): Suggestion => ({ text, document: null }))];
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

  async #prepare(text: string, input: SearchQuery, mayMiss: boolean): Promise<Prepared> {
    const literal = input.literal ?? false;
    const analysed = analyse(text, { literal });
    const known = await learnWords(this.#query, analysed, this.#stems, literal);
    // With four words or more one may be missing anyway, below everything complete.
    const always = !literal && input.sort === 'best' && analysed.groups.length >= 4;
    const stages = stagesOf(analysed, (word) => this.#stems.of(word), {
      literal,
      mayMiss: mayMiss || always,
    });
    return { analysed, patterns: compose(analysed, known, literal)?.patterns ?? [], stages };
  }

  #find(
    input: SearchQuery,
    stages: readonly Stage[] | null,
    reading: Reading | null,
    { scopes, withheld }: Standing,
  ): Promise<FoundPage> {
    return findPage(
      (questions) => this.#ask(scopes, questions),
      { input, stages, reading, withheld },
      (id) =>
        this.#query<{ place: number | null }>('select wall.search_place($1::uuid) as place', [id]).then(
          ([row]) => row?.place ?? 0,
        ),
    );
  }

  /** The text with its misspelt words replaced, or null: the same words are misspelt for both engines. */
  async #correct(analysed: AnalysedQuery, { scopes, withheld }: Standing): Promise<string | null> {
    const questions = analysed.groups.map((group) => {
      const [stage] =
        stagesOf(
          { ...analysed, groups: [group], phrases: [], excluded: [] },
          (word) => this.#stems.of(word),
          {
            literal: false,
            mayMiss: false,
          },
        ) ?? [];
      return { q: stage?.q ?? '', limit: 1, ...asked(without(withheld)) };
    });
    if (questions.length === 0) return null;
    const answers = await this.#ask(scopes, questions);
    let text = analysed.text;
    for (let index = analysed.groups.length - 1; index >= 0; index--) {
      const group = analysed.groups[index];
      const [word] = group?.words ?? [];
      const isAnswered = (answers[index]?.hits.length ?? 0) > 0;
      if (!group || !word || group.code || group.words.length > 1 || isAnswered) continue;
      const [row] = await this.#query<{ word: string | null }>('select wall.search_meant($1) as word', [
        word.plain,
      ]);
      if (row?.word) text = text.slice(0, group.start) + row.word + text.slice(group.end);
    }
    return text === analysed.text ? null : text;
  }

  async #page(
    prepared: Prepared | null,
    found: FoundPage,
    reading: Reading | null,
    corrected: string | null,
    relaxed: boolean,
  ): Promise<SearchPage> {
    const patterns = prepared?.patterns ?? [];
    if (patterns.length > 0) {
      const texts = found.rows.flatMap(({ hit }) => wordsOf(`${hit.shownTitle} ${hit.shownSummary}`));
      await this.#stems.learn(
        this.#query,
        texts.map((word) => word.plain),
      );
    }
    const stemOf = (word: string) => this.#stems.of(word);
    const hits = found.rows.map(({ hit, incomplete }) =>
      hitOf(hit, patterns, stemOf, prepared === null ? null : { incomplete }),
    );
    const last = found.rows.at(-1);
    const next =
      last && found.more
        ? writeReading({
            tier: hits.at(-1)?.tier ?? 0,
            at: last.hit.at,
            id: last.hit.id,
            corrected,
            relaxed,
            stage: last.stage,
            offset: last.offset,
            until: reading?.until ?? found.until,
          })
        : null;
    const page = {
      hits,
      total: found.total,
      totalIsMore: found.totalIsMore,
      facets: found.facets,
      next,
      didYouMean: corrected,
      alsoSearched: prepared ? alsoSearched(prepared.analysed) : [],
    };
    return page;
  }
}

const asked = (filter: string[]) => ({ ...(filter.length > 0 && { filter }), attributesToRetrieve: shown });

function nothing(): SearchPage {
  const page = {
    hits: [],
    total: 0,
    totalIsMore: false,
    facets: noFacets(),
    next: null,
    didYouMean: null,
    alsoSearched: [],
  };
  return page;
}
