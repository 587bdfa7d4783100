/**
 * Which engine answers. PostgreSQL always can; Meilisearch does where one is configured, well and filled. What goes wrong
 * with it is answered from PostgreSQL and said: `degraded`. One object per database, as long as the process lives.
 */
import { createMeilisearch, NotNow } from './meilisearch/adapter.ts';
import { createBreaker } from './meilisearch/breaker.ts';
import { isOfEngine, ofEngine, placeOf } from './meilisearch/reading.ts';
import type { MeilisearchSettings } from './meilisearch/settings.ts';
import type { Query } from './known-words.ts';
import { createPostgresSearch } from './postgres/adapter.ts';
import { SearchInputError, type SearchPage, type SearchPort } from './port.ts';

export interface Search {
  within(query: Query): SearchPort;
  /** The index that follows this database; undefined when PostgreSQL is all there is. */
  readonly follower?: string;
}

/** `onFailure` is told what was wrong with the engine, in words without keys or questions. */
export function createSearch(
  settings: MeilisearchSettings | null,
  onFailure: (reason: string) => void = () => undefined,
): Search {
  const postgres = createPostgresSearch();
  if (settings === null) return postgres;
  const engine = createMeilisearch(settings);
  const breaker = createBreaker();

  /** What the engine says, or null when it cannot. */
  const tried = async <T>(work: () => Promise<T>): Promise<T | 'not_now' | 'failed'> => {
    if (!breaker.mayTry()) return 'failed';
    try {
      const answer = await work();
      breaker.succeeded();
      return answer;
    } catch (error) {
      if (error instanceof SearchInputError) throw error;
      if (error instanceof NotNow) {
        breaker.succeeded();
        return 'not_now';
      }
      // The database is not the engine's fault: whatever fails there fails for both.
      if (isOfDatabase(error)) throw error;
      breaker.failed();
      onFailure(error instanceof Error ? error.name : 'unknown');
      return 'failed';
    }
  };

  return {
    follower: settings.index,
    within(query) {
      const own = engine.within(query);
      const other = postgres.within(query);
      return {
        async search(input): Promise<SearchPage> {
          // A reading goes on with the engine it began with.
          if (!isOfEngine(input.after)) return other.search(input);
          const asked = { ...input, after: placeOf(input.after) };
          const found = await tried(() => own.search(asked));
          if (typeof found === 'object') return { ...found, next: ofEngine(found.next) };
          const page = await other.search(asked);
          return found === 'failed' ? { ...page, degraded: true } : page;
        },
        async suggest(prefix, limit) {
          const found = await tried(() => own.suggest(prefix, limit));
          return typeof found === 'object' ? found : other.suggest(prefix, limit);
        },
      };
    },
  };
}

/** Errors of PostgreSQL carry five characters of SQLSTATE. */
const isOfDatabase = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^[0-9A-Z]{5}$/.test(String(error.code));
