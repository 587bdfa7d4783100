// What keeps finding quick and true: packing what is counted, indexing anew what is published, forgetting words of what is gone.
import type { Database } from '@kansenplein/db';
import { sql, type SQL } from 'drizzle-orm';

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

/** Batch after batch, from the last that the one before it looked at; what gives way to a publisher is asked again. */
async function inBatches(database: Database, job: string, batchAfter: (last: string) => SQL): Promise<void> {
  let last: string | null = '';
  for (let attempt = 1; last !== null; attempt += 1) {
    const after: string = last;
    try {
      last = await database.asJob(job, async (tx) => {
        const { rows } = await tx.execute<{ last: string | null }>(batchAfter(after));
        return rows[0]?.last ?? null;
      });
      attempt = 0;
    } catch (error) {
      if (attempt >= mostTries || !hasCode(error, lockNotAvailable)) throw error;
    }
  }
}

/** Takes out the words of what is published no longer, of which typing errors and compounds are known. */
export const sweepWords = (database: Database): Promise<void> =>
  inBatches(database, 'sweep-words', (last) => sql`select wall.search_sweep_words(${last}) as last`);

/**
 * Indexes everything anew from what is published, in batches, beside publishing and reading; then takes out what is found
 * and no longer published. Answers how many that were: none, as long as every publication did its work.
 */
export async function rebuildFindable(database: Database): Promise<number> {
  for (const room of rooms)
    await inBatches(
      database,
      'rebuild-findable',
      (last) => sql`select wall.search_rebuild(${room}, ${last}) as last`,
    );
  await packCounts(database);
  return database.asJob('rebuild-findable', async (tx) => {
    const { rows } = await tx.execute<{ gone: number }>(sql`select wall.search_sweep() as gone`);
    return rows[0]?.gone ?? 0;
  });
}
