/**
 * The PostgreSQL adapter. One long-lived object per database (it keeps stems, names and counts), bound to the caller's
 * transaction for each question: `query` runs there, as role app with the actor's scopes set, READ ONLY and REPEATABLE
 * READ (elsewhere it answers too, but keeps no counts).
 */
import { Stems, type Query } from '../known-words.ts';
import type { SearchPort } from '../port.ts';
import { Searching } from '../searching.ts';
import { CountsCache } from './counts.ts';
import { Reader } from './reader.ts';
import { Values } from './values.ts';

export interface PostgresSearch {
  within(query: Query): SearchPort;
}

export function createPostgresSearch(
  options: { mostCounts?: number; mostStems?: number } = {},
): PostgresSearch {
  const memory = {
    counts: new CountsCache(options.mostCounts ?? 300_000),
    values: new Values(),
  };
  const stems = new Stems(options.mostStems ?? 50_000);
  return {
    within: (query) => new Searching(query, stems, new Reader(query, memory)),
  };
}
