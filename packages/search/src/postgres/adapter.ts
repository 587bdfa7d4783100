/**
 * The PostgreSQL adapter. One long-lived object per database (it keeps stems and counts), bound to the caller's
 * transaction for each question: `query` runs there, as role app with the actor's scopes set, READ ONLY and REPEATABLE
 * READ (elsewhere it answers too, but keeps no counts).
 */
import { alsoSearched, analyse, type AnalysedQuery } from '../dutch/analyse.ts';
import { wordsOf } from '../dutch/words.ts';
import { excerpt, mark, type Pattern } from '../highlight.ts';
import { SearchInputError } from '../port.ts';
import type { SearchHit, SearchPage, SearchPort, SearchQuery, Suggestion } from '../port.ts';
import { addUp, CountsCache, noFacets, readCounts, type AudienceCounts } from './counts.ts';
import { readCursor, writeCursor, type Cursor } from './cursor.ts';
import { learnWords, Stems, type Query } from './knowledge.ts';
import { compose, type Composed } from './tsquery.ts';

export type { Query } from './knowledge.ts';

export interface PostgresSearch {
  within(query: Query): SearchPort;
}

/** First tier in which a word of the query is missing. */
const incomplete = 7;

interface PageRow {
  kind: string;
  id: string;
  address: string;
  municipality: string | null;
  at: string;
  doc: number;
  tier: number;
  title: string;
  head: string;
}

interface Generation {
  audience: number;
  generation: number;
  cacheable: boolean;
}

/** A query made ready: what to ask the database. `composed` is null for a list. */
interface Prepared {
  analysed: AnalysedQuery;
  composed: Composed | null;
  relaxed: string | null;
}

interface Found {
  rows: PageRow[];
  counts: AudienceCounts;
}

export function createPostgresSearch(
  options: { mostCounts?: number; mostStems?: number } = {},
): PostgresSearch {
  const cache = new CountsCache(options.mostCounts ?? 300_000);
  const stems = new Stems(options.mostStems ?? 50_000);
  return { within: (query) => new PostgresSearchPort(query, cache, stems) };
}

class PostgresSearchPort implements SearchPort {
  readonly #query: Query;
  readonly #cache: CountsCache;
  readonly #stems: Stems;

  constructor(query: Query, cache: CountsCache, stems: Stems) {
    this.#query = query;
    this.#cache = cache;
    this.#stems = stems;
  }

  async search(input: SearchQuery): Promise<SearchPage> {
    if (!Number.isInteger(input.limit) || input.limit < 1 || input.limit > 100)
      throw new SearchInputError('search.bad_limit');
    const cursor = readCursor(input.after);
    const literal = input.literal ?? false;
    if (input.text.trim() === '')
      return this.#page(input, null, await this.#find(input, null, cursor), null, false);

    let corrected = cursor?.corrected ?? null;
    let mayMiss = cursor?.relaxed ?? false;
    let prepared = await this.#prepare(corrected ?? input.text, input, mayMiss);
    if (!prepared.composed) return { ...emptyPage() };
    let found = await this.#find(input, prepared, cursor);
    const complete = found.rows.some((row) => row.tier < incomplete);
    if (!cursor && !literal && !complete) {
      corrected = await this.#correct(prepared);
      if (corrected !== null) {
        prepared = await this.#prepare(corrected, input, false);
        found = await this.#find(input, prepared, null);
      }
      if (found.rows.length === 0 && prepared.composed?.relaxed) {
        mayMiss = true;
        prepared = { ...prepared, relaxed: prepared.composed.relaxed };
        found = await this.#find(input, prepared, null);
      }
      // A correction that helps nobody is not worth saying.
      if (found.rows.length === 0) corrected = null;
    }
    return this.#page(input, prepared, found, corrected, mayMiss);
  }

  async suggest(prefix: string, limit: number): Promise<Suggestion[]> {
    const words = wordsOf(prefix.slice(0, 100)).map((word) => word.plain);
    const last = words.at(-1);
    if (last === undefined) return [];
    const question = words.map((word) => `'${word}':*`).join(' & ');
    const rows = await this.#query<{
      suggestion: string;
      kind: string | null;
      id: string | null;
      address: string | null;
    }>('select suggestion, kind, id, address from wall.search_suggest($1, $2, $3)', [
      question,
      words.length === 1 && /^[a-z]+$/.test(last) ? last : '',
      Math.min(Math.max(1, Math.trunc(limit) || 1), 20),
    ]);
    const before = prefix.trim().split(/\s+/).slice(0, -1).join(' ');
    return rows.map(({ suggestion, kind, id, address }) => ({
      text: kind === null && before ? `${before} ${suggestion}` : suggestion,
      document: kind !== null && id !== null ? { kind, id, address: address ?? '' } : null,
    }));
  }

  async #prepare(text: string, input: SearchQuery, mayMiss: boolean): Promise<Prepared> {
    const literal = input.literal ?? false;
    const analysed = analyse(text, { literal });
    const known = await learnWords(this.#query, analysed, this.#stems, literal);
    const composed = compose(analysed, known, literal);
    // With four words or more one may be missing anyway, below everything complete.
    const always = !literal && input.sort === 'best' && analysed.groups.length >= 4;
    return { analysed, composed, relaxed: mayMiss || always ? (composed?.relaxed ?? null) : null };
  }

  /** The text with its misspelt words replaced, or null. */
  async #correct({ analysed, composed }: Prepared): Promise<string | null> {
    const questions = composed?.groups ?? [];
    if (questions.length === 0) return null;
    const [row] = await this.#query<{ answered: boolean[] }>(
      'select wall.search_answered($1::text[]) as answered',
      [questions],
    );
    let text = analysed.text;
    for (let index = analysed.groups.length - 1; index >= 0; index--) {
      const group = analysed.groups[index];
      const [word] = group?.words ?? [];
      if (!group || !word || group.code || group.words.length > 1 || row?.answered[index]) continue;
      const [meant] = await this.#query<{ word: string | null }>('select wall.search_meant($1) as word', [
        word.plain,
      ]);
      if (meant?.word) text = text.slice(0, group.start) + meant.word + text.slice(group.end);
    }
    return text === analysed.text ? null : text;
  }

  async #find(input: SearchQuery, prepared: Prepared | null, cursor: Cursor | null): Promise<Found> {
    const filters = [input.kinds, input.themes, input.phases, input.municipalities].map(cleanValues);
    const composed = prepared?.composed ?? null;
    const relaxed = prepared?.relaxed ?? null;
    const [answer] = await this.#query<{ generations: Generation[] | null; hits: PageRow[] | null }>(
      `select (select json_agg(g) from wall.search_generations() g) as generations,
              (select json_agg(p) from wall.search_page($1, $2, $3, $13, $4::text[], $5::text[], $6::text[], $7::text[],
                 $8, $9, $10::timestamptz, $11, $12) p) as hits`,
      [
        composed?.exact ?? null,
        composed?.wide ?? null,
        relaxed,
        ...filters,
        input.sort === 'newest',
        cursor?.tier ?? null,
        cursor?.at ?? null,
        cursor?.doc ?? null,
        input.limit + 1,
        composed?.excluded ?? null,
      ],
    );
    const wanted = composed ? (relaxed ?? composed.wide) : null;
    const question = composed?.excluded ? `${wanted} & !${composed.excluded}` : wanted;
    const counts = await this.#count(answer?.generations ?? [], question, filters, input.facets);
    return { rows: answer?.hits ?? [], counts };
  }

  async #count(
    generations: Generation[],
    question: string | null,
    filters: string[][],
    facets: boolean,
  ): Promise<AudienceCounts> {
    const asked = JSON.stringify([question, filters, facets]);
    const keyOf = (one: Generation) => `${one.audience} ${one.generation} ${asked}`;
    const parts: AudienceCounts[] = [];
    const missing: Generation[] = [];
    for (const one of generations) {
      const kept = one.cacheable ? this.#cache.get(keyOf(one)) : undefined;
      if (kept) parts.push(kept);
      else missing.push(one);
    }
    if (missing.length > 0) {
      const rows = await this.#query<{ audience: number; counts: Record<string, number> }>(
        'select audience, counts from wall.search_counts($1::int[], $2, $3::text[], $4::text[], $5::text[], $6::text[], $7)',
        [missing.map((one) => one.audience), question, ...filters, facets],
      );
      const found = new Map(rows.map((row) => [row.audience, readCounts(row.counts)]));
      for (const one of missing) {
        const counts = found.get(one.audience) ?? { total: 0, facets: noFacets() };
        if (one.cacheable) this.#cache.set(keyOf(one), counts);
        parts.push(counts);
      }
    }
    return addUp(parts);
  }

  async #page(
    input: SearchQuery,
    prepared: Prepared | null,
    found: Found,
    corrected: string | null,
    relaxed: boolean,
  ): Promise<SearchPage> {
    const rows = found.rows.slice(0, input.limit);
    const last = rows.at(-1);
    const patterns = prepared?.composed?.patterns ?? [];
    if (patterns.length > 0) {
      await this.#stems.learn(
        this.#query,
        rows.flatMap((row) => wordsOf(`${row.title} ${row.head}`).map((word) => word.plain)),
      );
    }
    return {
      hits: rows.map((row) => this.#hit(row, patterns)),
      total: found.counts.total,
      facets: found.counts.facets,
      next: last && found.rows.length > input.limit ? writeCursor({ ...last, corrected, relaxed }) : null,
      didYouMean: corrected,
      alsoSearched: prepared ? alsoSearched(prepared.analysed) : [],
    };
  }

  #hit(row: PageRow, patterns: Pattern[]): SearchHit {
    const stemOf = (word: string) => this.#stems.of(word);
    const title = mark(row.title, patterns, stemOf);
    const summary = mark(excerpt(row.head, patterns, stemOf), patterns, stemOf);
    const instead = title.own || summary.own ? undefined : [...title.instead, ...summary.instead][0];
    return {
      kind: row.kind,
      id: row.id,
      address: row.address,
      municipality: row.municipality,
      at: row.at,
      title: title.segments,
      summary: summary.segments,
      tier: row.tier,
      ...(instead === undefined ? {} : { why: instead }),
    };
  }
}

/** Values of a filter that cannot exist are kept as '' (nothing has it), so that a strange filter finds nothing. */
function cleanValues(values: string[]): string[] {
  return [
    ...new Set(values.slice(0, 400).map((value) => (/^[\p{L}\p{N}:._+-]{1,100}$/u.test(value) ? value : ''))),
  ].sort();
}

function emptyPage(): SearchPage {
  return { hits: [], total: 0, facets: noFacets(), next: null, didYouMean: null, alsoSearched: [] };
}
