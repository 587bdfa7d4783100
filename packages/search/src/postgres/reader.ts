/** Finding with PostgreSQL, in the caller's transaction; keeps counts and names between transactions. */
import type { Composed } from '../composing.ts';
import type { Place } from '../cursor.ts';
import type { Expression } from '../expression.ts';
import { cleanValues, dimensions, noCounts, type Counts } from '../facets.ts';
import type { Query } from '../known-words.ts';
import type { SearchQuery, Suggestion } from '../port.ts';
import type { Engine, Found, FoundRow } from '../searching.ts';
import { addUp, numbersIn, readCounts, type CountsCache, type RawCounts } from './counts.ts';
import { questionsOf, tsquery } from './tsquery.ts';
import type { Values } from './values.ts';

interface Row {
  doc: number;
  kind: number;
  municipality: number;
  id: string;
  at: string;
  tier: number;
  address: string;
  title: string;
  head: string;
}

interface Generation {
  audience: number;
  generation: number;
  cacheable: boolean;
}

/** What lives longer than a transaction. */
export interface Memory {
  counts: CountsCache;
  values: Values;
}

const generations = `(select json_agg(g) from wall.search_generations() g) as generations`;

export class Reader implements Engine {
  readonly #query: Query;
  readonly #memory: Memory;

  constructor(query: Query, memory: Memory) {
    this.#query = query;
    this.#memory = memory;
  }

  async find(
    input: SearchQuery,
    composed: Composed | null,
    relaxed: Expression | null,
    after: Place | null,
  ): Promise<Found> {
    const asked = composed && questionsOf(composed, relaxed);
    const filters = dimensions.map((dimension) => cleanValues(input[dimension]));
    const place = [after?.at ?? null, after?.id ?? null, input.limit + 1];
    const [answer] = asked
      ? await this.#query<{ generations: Generation[] | null; hits: Row[] | null }>(
          `select ${generations}, (select json_agg(p) from wall.search_page($1, $2, $3, $4, $5::text[], $6::text[],
             $7::text[], $8::text[], $9::text[], $10, $11, $12::timestamptz, wall.search_place($13::uuid), $14) p) as hits`,
          [
            asked.exact,
            asked.wide,
            asked.relaxed,
            asked.excluded,
            ...filters,
            input.sort === 'newest',
            after?.tier ?? null,
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
    const wanted = asked && (asked.relaxed ?? asked.wide);
    const question = asked?.excluded ? `${wanted} & !${asked.excluded}` : wanted;
    return {
      rows: rows.map((row) => this.#named(row)),
      count: () => this.#count(answer?.generations ?? [], question, filters, input.facets),
    };
  }

  #named({ doc, kind, municipality, ...row }: Row): FoundRow {
    const { values } = this.#memory;
    return {
      ...row,
      place: doc,
      kind: values.of('kind', kind) ?? '',
      municipality: values.of('municipality', municipality) ?? null,
    };
  }

  async #count(
    audiences: Generation[],
    question: string | null,
    filters: string[][],
    facets: boolean,
  ): Promise<Counts> {
    const { counts: cache, values } = this.#memory;
    const asked = JSON.stringify([question, filters, facets]);
    const keyOf = (one: Generation) => `${one.audience} ${one.generation} ${asked}`;
    // The sum is kept too: adding up hundreds of municipalities takes longer than everything else a kept count needs.
    const together = audiences.map(({ audience, generation }) => `${audience}.${generation}`).join(' ');
    const keyOfSum = audiences.every(({ cacheable }) => cacheable) ? `+ ${together} ${asked}` : null;
    const sum = keyOfSum === null ? undefined : cache.get(keyOfSum);
    if (sum) return sum;
    const parts: Counts[] = [];
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
        const counts = found.get(one.audience) ?? noCounts();
        if (one.cacheable) cache.set(keyOf(one), counts);
        parts.push(counts);
      }
    }
    const added = addUp(parts);
    if (keyOfSum !== null) cache.set(keyOfSum, added);
    return added;
  }

  async answered(questions: readonly Expression[]): Promise<boolean[]> {
    const [row] = await this.#query<{ answered: boolean[] }>(
      'select wall.search_answered($1::text[]) as answered',
      [questions.map(tsquery)],
    );
    return row?.answered ?? [];
  }

  async suggest(words: readonly string[], limit: number): Promise<Suggestion[]> {
    const [first, ...more] = words;
    const beginning = first !== undefined && more.length === 0 && /^[a-z]+$/.test(first) ? first : '';
    const rows = await this.#query<SuggestedRow>(
      'select suggestion, kind, id, address from wall.search_suggest($1, $2, $3)',
      [words.map((word) => `'${word}':*`).join(' & '), beginning, limit],
    );
    return rows.map(({ suggestion, kind, id, address }) => ({
      text: suggestion,
      document: kind !== null && id !== null ? { kind, id, address: address ?? '' } : null,
    }));
  }
}

interface SuggestedRow {
  suggestion: string;
  kind: string | null;
  id: string | null;
  address: string | null;
}
