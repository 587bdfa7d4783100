/** From what an engine brings to a hit: marked on our side, so that no text of an engine is ever taken as markup. */
import { candidatesIn, excerpt, mark, passageOf, type Pattern } from './highlight.ts';
import type { Query, Stems } from './known-words.ts';
import type { SearchHit } from './port.ts';
import type { FoundRow } from './searching.ts';

export function hitOf(
  { kind, id, address, municipality, at, tier, title: named, head }: FoundRow,
  patterns: readonly Pattern[],
  stemOf: (word: string) => string,
): SearchHit {
  const title = mark(named, patterns, stemOf);
  const summary = mark(excerpt(head, patterns, stemOf), patterns, stemOf);
  const instead = title.own || summary.own ? undefined : [...title.instead, ...summary.instead][0];
  return {
    ...{ kind, id, address, municipality, at, tier },
    title: title.segments,
    summary: summary.segments,
    ...(instead === undefined ? {} : { why: instead }),
  };
}

const isUnmarked = (hit: SearchHit | undefined) =>
  hit !== undefined && ![...hit.title, ...hit.summary].some((segment) => segment.marked);

/** What documents say beside title and summary: read through the wall, whichever engine found them. */
export class Bodies {
  readonly #query: Query;
  readonly #stems: Stems;

  constructor(query: Query, stems: Stems) {
    this.#query = query;
    this.#stems = stems;
  }

  /** Where only the body holds what was searched for, a piece of it says so: read for the hits of one page alone. */
  async addPassages(
    rows: readonly FoundRow[],
    hits: readonly SearchHit[],
    patterns: readonly Pattern[],
  ): Promise<void> {
    if (patterns.length === 0) return;
    const silent = rows.filter((_, index) => isUnmarked(hits[index]));
    const rests = await this.#rests(silent.map(({ place }) => place));
    const bodies = rests.map(({ doc, rest }) => ({
      doc,
      rest,
      candidates: candidatesIn(rest, patterns),
    }));
    await this.#stems.learn(
      this.#query,
      bodies.flatMap(({ candidates }) => candidates.map((candidate) => candidate.plain)),
    );
    for (const { doc, rest, candidates } of bodies) {
      const hit = hits[rows.findIndex(({ place }) => place === doc)];
      const passage = passageOf(rest, candidates, patterns, (word) => this.#stems.of(word));
      if (hit && passage) hit.passage = passage;
    }
  }

  /** As far as the actor may see them. */
  async #rests(places: readonly number[]): Promise<{ doc: number; rest: string }[]> {
    return places.length === 0
      ? []
      : this.#query<{ doc: number; rest: string }>('select doc, rest from wall.search_rest($1::int[])', [
          places,
        ]);
  }
}
