// What keeps finding quick and true: packing what is counted, and indexing anew what is published.
import type { Database } from '@kansenplein/db';
import { sql } from 'drizzle-orm';

const rooms = ['interventions', 'agendas', 'municipalities', 'organisations'] as const;

/** Somebody published who waited for the batch and for whom it waited: PostgreSQL's lock_not_available. */
const lockNotAvailable = '55P03';
const mostTries = 20;

const hasCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' &&
  error !== null &&
  (('code' in error && error.code === code) || ('cause' in error && hasCode(error.cause, code)));

/** Packs what changed into the bitmaps that lists are counted from; answers how many audiences were packed. */
export const packCounts = (database: Database): Promise<number> =>
  database.asJob('pack-counts', async (tx) => {
    const { rows } = await tx.execute<{ packed: number }>(sql`select wall.search_compact() as packed`);
    return rows[0]?.packed ?? 0;
  });

async function indexBatch(database: Database, room: string, after: string): Promise<string | null> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database.asJob('rebuild-findable', async (tx) => {
        const { rows } = await tx.execute<{ last: string | null }>(
          sql`select wall.search_rebuild(${room}, ${after}) as last`,
        );
        return rows[0]?.last ?? null;
      });
    } catch (error) {
      if (attempt >= mostTries || !hasCode(error, lockNotAvailable)) throw error;
    }
  }
}

/**
 * Indexes everything anew from what is published, in batches, beside publishing and reading; then takes out what is found
 * and no longer published. Answers how many that were: none, as long as every publication did its work.
 */
export async function rebuildFindable(database: Database): Promise<number> {
  for (const room of rooms) {
    let last: string | null = '';
    while (last !== null) last = await indexBatch(database, room, last);
  }
  await packCounts(database);
  return database.asJob('rebuild-findable', async (tx) => {
    const { rows } = await tx.execute<{ gone: number }>(sql`select wall.search_sweep() as gone`);
    return rows[0]?.gone ?? 0;
  });
}
