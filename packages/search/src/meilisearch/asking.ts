/** The asking side of the engine: one multi-search at a time, with a token for exactly these scopes, in a second at most. */
import { Meilisearch, type MultiSearchQuery } from 'meilisearch';
import type { MeilisearchSettings } from './settings.ts';
import { createTokens, visibleTo } from './tokens.ts';

/** What a hit brings along; everything else stays in the engine. */
export interface Found {
  readonly kind: string;
  readonly id: string;
  readonly municipality: string | null;
  readonly address: string;
  readonly at: string;
  readonly place: number;
  readonly shownTitle: string;
  readonly shownSummary: string;
}

export interface Answer {
  readonly hits: readonly Found[];
  /** Up to 1,001; only of a question that asked for it with `hitsPerPage`. */
  readonly totalHits?: number;
  readonly facetDistribution?: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export type Question = Omit<MultiSearchQuery, 'indexUid' | 'filter'> & { readonly filter?: string[] };

/** Asks within these scopes. Throws when the engine does not answer in time, or refuses. */
export type Ask = (scopes: readonly string[], questions: readonly Question[]) => Promise<readonly Answer[]>;

const patience = 1_000;

/** What is shown, and nothing else. */
export const shown = ['kind', 'id', 'municipality', 'address', 'at', 'place', 'shownTitle', 'shownSummary'];

export function createAsk(settings: MeilisearchSettings): Ask {
  const tokenFor = createTokens(settings);
  return async (scopes, questions) => {
    const apiKey = await tokenFor(scopes);
    const client = new Meilisearch({ host: settings.url, apiKey, timeout: patience });
    // Said twice: the token holds also who would ask something else, and the filter holds where no token is looked at.
    const mine = visibleTo(scopes);
    const queries = questions.map(({ filter, ...question }) => ({
      indexUid: settings.index,
      ...question,
      filter: [mine, ...(filter ?? [])],
    }));
    const { results } = await client.multiSearch<{ queries: typeof queries }, Found>({ queries });
    if (results.length !== questions.length) throw new Error('the engine answered another question');
    return results as readonly Answer[];
  };
}
