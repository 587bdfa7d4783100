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
export type { PostgresSearch, Query } from './postgres/adapter.ts';
export { concepts } from './dutch/concepts.ts';
export type { Concept } from './dutch/concepts.ts';
