/**
 * How a question becomes a page, whichever engine finds: what is corrected, what may be missing when answers are few, what
 * is marked, what a hit says. An engine finds documents in tiers, the newest first inside; everything else stands here.
 */
import { composing, type Asked } from './asked.ts';
import { bestFirst, incomplete, rowsToFind, type RankedRow } from './best-first.ts';
import type { Composed } from './composing.ts';
import { readCursor, writeCursor, type Place } from './cursor.ts';
import { alsoSearched } from './dutch/analyse.ts';
import { wordsOf } from './dutch/words.ts';
import type { Expression } from './expression.ts';
import { dimensions, noFacets, type Counts } from './facets.ts';
import { Bodies, hitOf } from './hits.ts';
import type { Query, Stems } from './known-words.ts';
import { largestTotal, SearchInputError } from './port.ts';
import type { SearchPage, SearchPort, SearchQuery, Suggestion } from './port.ts';

/** A document as an engine brings it. */
export interface FoundRow {
  /** Number of the document in the read model. */
  readonly place: number;
  readonly kind: string;
  readonly id: string;
  readonly municipality: string | null;
  readonly address: string;
  /** ISO 8601 in UTC with microseconds. */
  readonly at: string;
  /** 1 … 8 (decisions/0001); 0 in a list. */
  readonly tier: number;
  readonly title: string;
  readonly head: string;
}

export interface Found {
  /** In order; one more than asked for, when there is more. */
  readonly rows: readonly FoundRow[];
  /** Total and facets, asked when they are to be shown: a question that was searched in vain is not counted. */
  readonly count: () => Promise<Counts>;
}

/** What finds, within what one actor may see. `composed` is null for a list. */
export interface Engine {
  find(
    input: SearchQuery,
    composed: Composed | null,
    relaxed: Expression | null,
    after: Place | null,
  ): Promise<Found>;
  /** Which of these any document answers that the actor may see. */
  answered(questions: readonly Expression[]): Promise<boolean[]>;
  suggest(words: readonly string[], limit: number): Promise<Suggestion[]>;
}

/** Fewer complete answers than this are followed by the nearest there are. */
const few = 10;

/** In a list by date what is near would stand among what was asked: there only when there is nothing else. */
const isShort = ({ rows }: Found, { sort }: SearchQuery): boolean =>
  rows.filter((row) => row.tier < incomplete).length < (sort === 'best' ? few : 1);

const isFiltered = (input: SearchQuery): boolean =>
  dimensions.some((dimension) => input[dimension].length > 0);

/** What would be found with nothing chosen in a dimension, as totals are said. */
const withoutChoices = (input: SearchQuery, { total, more }: Counts): SearchPage['without'] =>
  Object.fromEntries(
    dimensions
      .filter((dimension) => input.facets && input[dimension].length > 0)
      .map((dimension) => [dimension, Math.min(total + (more[dimension] ?? 0), largestTotal)]),
  );

/** The question without what is chosen. */
const unfiltered = (input: SearchQuery): SearchQuery => ({
  ...input,
  kinds: [],
  themes: [],
  phases: [],
  courses: [],
  municipalities: [],
});

export class Searching implements SearchPort {
  readonly #query: Query;
  readonly #stems: Stems;
  readonly #engine: Engine;

  constructor(query: Query, stems: Stems, engine: Engine) {
    this.#query = query;
    this.#stems = stems;
    this.#engine = engine;
  }

  async search(input: SearchQuery): Promise<SearchPage> {
    if (!Number.isInteger(input.limit) || input.limit < 1 || input.limit > 100) {
      throw new SearchInputError('search.bad_limit');
    }
    const cursor = readCursor(input.after);
    const find = (asked: Asked | null, from: Place | null, question = input) =>
      this.#engine.find(question, asked?.composed ?? null, asked?.relaxed ?? null, from);
    // As many as are weighed, or as tell whether answers are few, however few are shown.
    const isWeighed = input.sort === 'best' && (!cursor || cursor.weighed !== null);
    const enough = { ...input, limit: isWeighed ? rowsToFind(cursor) - 1 : Math.max(input.limit, few) };
    // Of the whole question, whatever is chosen: a count beside a choice must be what choosing it gives.
    const isFew = async (asked: Asked, found: Found) =>
      isShort(found, input) &&
      (!isFiltered(input) || isShort(await find(asked, null, unfiltered(enough)), input));
    if (input.text.trim() === '') {
      const found = await find(null, cursor);
      return this.#page(input, null, found, found.rows, null, false);
    }

    const prepare = composing(this.#query, this.#stems, input);
    let corrected = cursor?.corrected ?? null;
    let mayMiss = cursor?.relaxed ?? false;
    let asked = await prepare(corrected ?? input.text, mayMiss);
    if (!asked) return emptyPage();
    let found = await find(asked, isWeighed ? null : cursor, cursor && !isWeighed ? input : enough);
    const isComplete = found.rows.some((row) => row.tier < incomplete);
    if (!cursor && !input.literal && !isComplete) {
      corrected = await this.#correct(asked);
      const meant = corrected === null ? null : await prepare(corrected, false);
      if (meant) {
        asked = meant;
        found = await find(asked, null, enough);
      }
      // A correction that finds nothing is not worth saying.
      if (found.rows.length === 0) corrected = null;
    }
    if (!cursor && !input.literal && asked.composed.relaxed && (await isFew(asked, found))) {
      mayMiss = true;
      asked = { ...asked, relaxed: asked.composed.relaxed };
      found = await find(asked, null, enough);
    }
    if (!isWeighed) return this.#page(input, asked, found, found.rows, corrected, mayMiss);
    const last = asked;
    const findMore = (end: Place, limit: number) => find(last, end, { ...input, limit });
    const rows = await bestFirst(this.#query, last.composed, found, cursor, input.limit, findMore);
    return this.#page(input, last, found, rows, corrected, mayMiss);
  }

  async suggest(prefix: string, limit: number): Promise<Suggestion[]> {
    const words = wordsOf(prefix.slice(0, 100)).map((word) => word.plain);
    const atMost = Math.min(Math.max(1, Math.trunc(limit) || 1), 20);
    return words.length === 0 ? [] : this.#engine.suggest(words, atMost);
  }

  /** The text with its misspelt words replaced by what is meant in documents the actor may see, or null. */
  async #correct({ analysed, composed }: Asked): Promise<string | null> {
    if (composed.groups.length === 0) return null;
    const answered = await this.#engine.answered(composed.groups);
    let text = analysed.text;
    for (let index = analysed.groups.length - 1; index >= 0; index--) {
      const group = analysed.groups[index];
      const [word] = group?.words ?? [];
      if (!group || !word || group.code || group.words.length > 1 || answered[index]) continue;
      const [row] = await this.#query<{ word: string | null }>('select wall.search_meant($1) as word', [
        word.plain,
      ]);
      if (row?.word) text = text.slice(0, group.start) + row.word + text.slice(group.end);
    }
    return text === analysed.text ? null : text;
  }

  async #page(
    input: SearchQuery,
    asked: Asked | null,
    found: Found,
    ranked: readonly RankedRow[],
    corrected: string | null,
    relaxed: boolean,
  ): Promise<SearchPage> {
    const counts = await found.count();
    const rows = ranked.slice(0, input.limit);
    const last = rows.at(-1);
    const patterns = asked?.composed.patterns ?? [];
    if (patterns.length > 0) {
      const shown = rows.flatMap((row) => wordsOf(`${row.title} ${row.head}`));
      await this.#stems.learn(
        this.#query,
        shown.map((word) => word.plain),
      );
    }
    const hits = rows.map((row) => hitOf(row, patterns, (word) => this.#stems.of(word)));
    await new Bodies(this.#query, this.#stems).addPassages(rows, hits, patterns);
    return {
      hits,
      total: Math.min(counts.total, largestTotal),
      totalIsMore: counts.total > largestTotal,
      facets: counts.facets,
      without: withoutChoices(input, counts),
      next:
        last && ranked.length > input.limit
          ? writeCursor({ ...last, weighed: last.weighed ?? null, corrected, relaxed })
          : null,
      didYouMean: corrected,
      alsoSearched: asked ? alsoSearched(asked.analysed) : [],
    };
  }
}

const emptyPage = (): SearchPage => ({
  hits: [],
  total: 0,
  totalIsMore: false,
  facets: noFacets(),
  without: {},
  next: null,
  didYouMean: null,
  alsoSearched: [],
});
