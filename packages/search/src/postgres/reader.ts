/** Every question to the database, in the caller's transaction; keeps counts, stems and names between transactions. */
import type { AnalysedQuery } from '../dutch/analyse.ts';
import type { SearchQuery } from '../port.ts';
import type { CountsCache } from './counts.ts';
import { addUp, noFacets, numbersIn, readCounts, type AudienceCounts, type RawCounts } from './counts.ts';
import type { Cursor } from './cursor.ts';
import type { Stems } from './knowledge.ts';
import { learnWords, type Query } from './knowledge.ts';
import type { Composed, WordKnowledge } from './tsquery.ts';
import type { Values } from './values.ts';

export interface Row {
  doc: number;
  kind: number;
  municipality: number;
  id: string;
  at: string;
  tier: number;
  /** How much it is about the question; absent in lists and where nothing is weighed any more. */
  score?: number | null;
  /** Where what is weighed ends: 'tier moment id' of the last; null when everything is weighed. */
  end_of_weighed?: string | null;
  address: string;
  title: string;
  head: string;
}

export interface Found {
  /** One more than asked for, when there is more. */
  rows: Row[];
  /** Total and facets, asked when they are to be shown: a question that was searched in vain is not counted. */
  count: () => Promise<AudienceCounts>;
}

interface Generation {
  audience: number;
  generation: number;
  cacheable: boolean;
}

/** What lives longer than a transaction. */
export interface Memory {
  counts: CountsCache;
  stems: Stems;
  values: Values;
}

const generations = `(select json_agg(g) from wall.search_generations() g) as generations`;

/** By date: pages of what matches. */
const byDate = `select ${generations}, (select json_agg(p) from wall.search_page($1, $2, $3, $4, $5::text[], $6::text[],
  $7::text[], $8::text[], $9::text[], true, null, $10::timestamptz, wall.search_place($11::uuid), $12) p) as hits`;

/** The best first. */
const ranked = `select ${generations}, (select json_agg(p) from wall.search_ranked($1, $2, $3, $4, $5::text[], $6::text[],
  $7::text[], $8::text[], $9::text[], $10::jsonb, $11, $12::timestamptz, wall.search_place($13::uuid), $14,
  $15::timestamptz, wall.search_place($16::uuid), $17) p) as hits`;

export class Reader {
  readonly #query: Query;
  readonly #memory: Memory;

  constructor(query: Query, memory: Memory) {
    this.#query = query;
    this.#memory = memory;
  }

  async find(
    input: SearchQuery,
    composed: Composed | null,
    relaxed: string | null,
    cursor: Cursor | null,
  ): Promise<Found> {
    const { kinds, themes, phases, municipalities, courses = [] } = input;
    const filters = [kinds, themes, phases, municipalities, courses].map(cleanValues);
    const place = [cursor?.at ?? null, cursor?.id ?? null, input.limit + 1];
    const [answer] = composed
      ? await this.#query<{ generations: Generation[] | null; hits: Row[] | null }>(
          input.sort === 'best' ? ranked : byDate,
          [
            composed.exact,
            composed.wide,
            relaxed,
            composed.excluded,
            ...filters,
            ...(input.sort === 'best'
              ? [JSON.stringify(composed.terms), ...endOfWeighed(cursor), cursor?.weighed?.score ?? null]
              : []),
            ...place,
          ],
        )
      : await this.#query<{ generations: Generation[] | null; hits: Row[] | null }>(
          `select ${generations}, (select json_agg(p) from wall.search_list($1::text[], $2::text[], $3::text[], $4::text[],
             $5::text[], $6::timestamptz, wall.search_place($7::uuid), $8) p) as hits`,
          [...filters, ...place],
        );
    const rows = answer?.hits ?? [];
    await this.#memory.values.learn(
      this.#query,
      rows.flatMap((row) => [['kind', row.kind] as const, ['municipality', row.municipality] as const]),
    );
    const wanted = composed ? (relaxed ?? composed.wide) : null;
    const question = composed?.excluded ? `${wanted} & !${composed.excluded}` : wanted;
    return { rows, count: () => this.#count(answer?.generations ?? [], question, filters, input.facets) };
  }

  async #count(
    audiences: Generation[],
    question: string | null,
    filters: string[][],
    facets: boolean,
  ): Promise<AudienceCounts> {
    const { counts: cache, values } = this.#memory;
    const asked = JSON.stringify([question, filters, facets]);
    const keyOf = (one: Generation) => `${one.audience} ${one.generation} ${asked}`;
    // The sum is kept too: adding up hundreds of municipalities takes longer than everything else a kept count needs.
    const together = audiences.map(({ audience, generation }) => `${audience}.${generation}`).join(' ');
    const keyOfSum = audiences.every(({ cacheable }) => cacheable) ? `+ ${together} ${asked}` : null;
    const sum = keyOfSum === null ? undefined : cache.get(keyOfSum);
    if (sum) return sum;
    const parts: AudienceCounts[] = [];
    const missing: Generation[] = [];
    for (const one of audiences) {
      const kept = one.cacheable ? cache.get(keyOf(one)) : undefined;
      if (kept) parts.push(kept);
      else missing.push(one);
    }
    if (missing.length > 0) {
      const [row] = await this.#query<{ counts: RawCounts }>(
        `select wall.search_counts($1::int[], $2, $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8) as counts`,
        [missing.map((one) => one.audience), question, ...filters, facets],
      );
      const raw: RawCounts = row?.counts ?? [null];
      if (facets) await values.learn(this.#query, numbersIn(raw));
      const found = readCounts(raw, (dimension, bit) => values.of(dimension, bit), facets);
      for (const one of missing) {
        const counts = found.get(one.audience) ?? { total: 0, facets: noFacets() };
        if (one.cacheable) cache.set(keyOf(one), counts);
        parts.push(counts);
      }
    }
    const added = addUp(parts);
    if (keyOfSum !== null) cache.set(keyOfSum, added);
    return added;
  }

  learnQuery(analysed: AnalysedQuery, literal: boolean): Promise<WordKnowledge> {
    return learnWords(this.#query, analysed, this.#memory.stems, literal);
  }

  learnStems(words: Iterable<string>): Promise<void> {
    return this.#memory.stems.learn(this.#query, words);
  }

  stemOf(word: string): string {
    return this.#memory.stems.of(word);
  }

  nameOf(dimension: string, bit: number): string | undefined {
    return this.#memory.values.of(dimension, bit);
  }

  /** Which of these tsqueries any document finds that the actor may see. */
  async answered(questions: string[]): Promise<boolean[]> {
    const [row] = await this.#query<{ answered: boolean[] }>(
      'select wall.search_answered($1::text[]) as answered',
      [questions],
    );
    return row?.answered ?? [];
  }

  /** The word somebody meant, from documents the actor may see; null when it cannot be told. */
  async meant(word: string): Promise<string | null> {
    const [row] = await this.#query<{ word: string | null }>('select wall.search_meant($1) as word', [word]);
    return row?.word ?? null;
  }

  /** What else these documents say, as far as the actor may see them. */
  async rests(docs: readonly number[]): Promise<Map<number, string>> {
    if (docs.length === 0) return new Map();
    const rows = await this.#query<{ doc: number; rest: string }>(
      'select doc, rest from wall.search_rest($1::int[])',
      [docs],
    );
    return new Map(rows.map(({ doc, rest }) => [doc, rest]));
  }

  async suggest(question: string, beginning: string, limit: number): Promise<SuggestedRow[]> {
    return this.#query<SuggestedRow>(
      'select suggestion, kind, id, address from wall.search_suggest($1, $2, $3)',
      [question, beginning, limit],
    );
  }
}

/** Where what is weighed ended on the first page; behind it, the tier where the page before ended. */
function endOfWeighed(cursor: Cursor | null): [tier: number | null, at: string | null, id: string | null] {
  if (cursor === null) return [null, null, null];
  return cursor.weighed ? (cursor.weighed.end ?? [null, null, null]) : [cursor.tier, null, null];
}

export interface SuggestedRow {
  suggestion: string;
  kind: string | null;
  id: string | null;
  address: string | null;
}

/** Values of a filter that cannot exist become '' (nothing has it), so that a strange filter finds nothing. */
function cleanValues(values: string[]): string[] {
  const clean = values.slice(0, 400).map((value) => (/^[\p{L}\p{N}:._+-]{1,100}$/u.test(value) ? value : ''));
  return [...new Set(clean)].sort();
}
