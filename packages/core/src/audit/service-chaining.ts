// The jobs of the trail: link what waits, and say as one event what was only counted.
import type { Database } from '@kansenplein/db';
import { sql } from 'drizzle-orm';

const batch = 500;

/**
 * Links up to 500 events to their chains, in the order in which they were left; true when more may wait. Any number of
 * processes may call it: one works, the others find nothing to do.
 */
export function chainEvents(database: Database): Promise<boolean> {
  return database.asJob('chain-events', async (tx) => {
    const { rows } = await tx.execute<{ linked: number }>(sql`select wall.chain_events(${batch}) as linked`);
    return rows[0]?.linked === batch;
  });
}

/** Writes the counts whose ten minutes are over, so that a flood is in the trail even when its maker stopped. */
export function settleCounts(database: Database): Promise<void> {
  return database.asJob('settle-counts', async (tx) => {
    await tx.execute(sql`select wall.settle_audit_counts(null)`);
  });
}
