// FINDING: one port, a Dutch query module in front, adapters behind. Knows no room and no database driver.
export { largestTotal, SearchInputError } from './port.ts';
export type {
  SearchDimension,
  SearchFacets,
  SearchHit,
  SearchPage,
  SearchPort,
  SearchQuery,
  Segment,
  Suggestion,
} from './port.ts';
export { createPostgresSearch } from './postgres/adapter.ts';
export type { PostgresSearch } from './postgres/adapter.ts';
export type { Query } from './known-words.ts';
export { concepts, themes as conceptThemes } from './dutch/concepts.ts';
export type { Concept } from './dutch/concepts.ts';
export {
  broaderConcepts,
  conceptByNotation,
  conceptOf,
  conceptsIn,
  narrowerConcepts,
  relatedConcepts,
} from './dutch/thesaurus.ts';
export { themesAround } from './dutch/circumstances.ts';
export { createSearch, type Search } from './finder.ts';
export { createFollower, type Follower } from './meilisearch/follower.ts';
export type { Differences } from './meilisearch/comparing.ts';
export type { MeilisearchSettings } from './meilisearch/settings.ts';
export type { FollowerState, Transaction } from './meilisearch/relay.ts';
export { SearchEngineError } from './meilisearch/engine.ts';
