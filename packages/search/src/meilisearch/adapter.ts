/**
 * The adapter of Meilisearch. Bound, like the one of PostgreSQL, to the caller's transaction; the engine is asked within
 * exactly the scopes that transaction has. Throws whatever goes wrong with the engine: `finder.ts` answers from PostgreSQL
 * then.
 */
import { Stems, type Query } from '../known-words.ts';
import type { SearchPort } from '../port.ts';
import { Searching } from '../searching.ts';
import { createAsk } from './asking.ts';
import { MeilisearchFinder } from './finding.ts';
import type { MeilisearchSettings } from './settings.ts';

export { NotNow } from './finding.ts';

export function createMeilisearch(settings: MeilisearchSettings): {
  within(query: Query): SearchPort;
} {
  const ask = createAsk(settings);
  const stems = new Stems(50_000);
  return {
    within: (query) => new Searching(query, stems, new MeilisearchFinder(query, ask, settings.index)),
  };
}
