/** What the database knows about words: stems (kept, they never change) and compounds (asked each time). */
import { stopWords } from './dutch/stop-words.ts';
import { usualFronts } from './dutch/thesaurus.ts';
import type { AnalysedQuery, QueryGroup } from './dutch/analyse.ts';
import { joinedNeighbours, type WordKnowledge } from './composing.ts';

export type Query = <Row>(sql: string, params: unknown[]) => Promise<Row[]>;

export class Stems {
  readonly #stems = new Map<string, string>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  /** Learns the stems of these words, in one question for those that are new; whatever else is forgotten, these are kept. */
  async learn(query: Query, words: Iterable<string>): Promise<void> {
    const asked = [...new Set(words)].filter((word) => word.length <= 60);
    const unknown: string[] = [];
    for (const word of asked) {
      const stem = this.#stems.get(word);
      if (stem === undefined) unknown.push(word);
      else {
        this.#stems.delete(word);
        this.#stems.set(word, stem);
      }
    }
    if (unknown.length === 0) return;
    const rows = await query<{ word: string; stem: string | null }>(
      `select w as word, (ts_lexize('pg_catalog.dutch_stem', w))[1] as stem from unnest($1::text[]) as u(w)`,
      [unknown],
    );
    for (const { word, stem } of rows) this.#stems.set(word, stem ?? word);
    for (const oldest of this.#stems.keys()) {
      if (this.#stems.size <= Math.max(this.#most, asked.length)) break;
      this.#stems.delete(oldest);
    }
  }

  of(word: string): string {
    return this.#stems.get(word) ?? word;
  }
}

const withParts = (groups: readonly QueryGroup[]): QueryGroup[] =>
  groups.flatMap((group) => [group, ...withParts(group.parts)]);

export async function learnWords(
  query: Query,
  analysed: AnalysedQuery,
  stems: Stems,
  literal: boolean,
): Promise<WordKnowledge> {
  const groups = withParts(analysed.groups);
  await stems.learn(query, [
    ...groups.flatMap((group) => [
      ...group.words.flatMap((word) => [word.plain, ...word.variants]),
      ...group.labels.flatMap((label) => label.words),
      ...group.near.flat(),
    ]),
    ...joinedNeighbours(analysed).flat(),
    ...analysed.excluded.flat(),
  ]);
  const single = groups
    .filter((group) => !group.code && group.words.length === 1)
    .flatMap((group) => group.words.map((word) => word.plain))
    .filter((word) => word.length >= 5 && word.length <= 40 && !stopWords.has(word));
  const compounds = new Map<string, { compounds: string[]; parts: string[] }>();
  if (!literal && single.length > 0) {
    const rows = await query<{
      word: string;
      compounds: string[];
      parts: string[];
    }>('select word, compounds, parts from wall.search_compounds($1::text[], $2::text[])', [
      [...new Set(single)],
      usualFronts,
    ]);
    for (const row of rows) compounds.set(row.word, row);
  }
  return {
    stemOf: (word) => stems.of(word),
    compoundsOf: (word) => compounds.get(word)?.compounds ?? [],
    partsOf: (word) => compounds.get(word)?.parts ?? [],
  };
}
