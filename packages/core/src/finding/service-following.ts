// Another engine follows what can be found: the relay and the comparison, each by one process at a time.
import { plainQuery, type Database, type JobTransaction, type Tx } from '@kansenplein/db';
import type { Differences, Follower, FollowerState, Search, Transaction } from '@kansenplein/search';
import { sql } from 'drizzle-orm';

const lockOf = (index: string) => `follow-${index.replaceAll('_', '-')}`;

const inSql =
  (transaction: JobTransaction): Transaction =>
  (work, mode) =>
    transaction((tx) => work(plainQuery(tx)), mode);

const apart =
  (database: Database): Transaction =>
  (work, mode) =>
    database.asJob('look-at-index', (tx) => work(plainQuery(tx)), mode);

/** One round of the relay; true when there may be more. Another process at work is no reason to wait. */
export async function followSearch(database: Database, follower: Follower): Promise<boolean> {
  const more = await database.alone(lockOf(follower.index), (transaction) =>
    follower.relay(inSql(transaction)),
  );
  return more ?? false;
}

/** Compares both ways and marks what differs; null when the relay of another process is at work. */
export const mendIndex = (database: Database, follower: Follower): Promise<Differences | null> =>
  database.alone(lockOf(follower.index), (transaction) => follower.mend(inSql(transaction)));

/** Compares both ways and changes nothing. */
export const checkIndex = (database: Database, follower: Follower): Promise<Differences> =>
  follower.check(apart(database));

export const indexState = (database: Database, follower: Follower): Promise<FollowerState | null> =>
  follower.state(apart(database));

/** Fills an index beside the one that answers and swaps them; `say` is told how many documents were sent. */
export const rebuildIndex = (database: Database, follower: Follower, say?: (sent: number) => void) =>
  follower.reindex(
    (index, work) => database.alone(lockOf(index), (transaction) => work(inSql(transaction))),
    say,
  );

/** Nothing is kept for an engine that was taken away. Answers how many were forgotten. */
export const forgetUnseenFollowers = (database: Database): Promise<number> =>
  database.asJob('forget-followers', async (tx) => {
    const { rows } = await tx.execute<{ gone: number }>(sql`select wall.engine_forget_unseen() as gone`);
    return rows[0]?.gone ?? 0;
  });

/**
 * For readiness: how long the oldest change waits to be in the index, in whole minutes, because who counts more finely
 * would see others publish. Null when nothing follows.
 */
export async function searchLag(tx: Tx, { follower }: Search): Promise<{ waitingMinutes: number } | null> {
  if (follower === undefined) return null;
  const { rows } = await tx.execute<{ minutes: number }>(sql`select wall.engine_lag(${follower}) as minutes`);
  return { waitingMinutes: rows[0]?.minutes ?? 0 };
}
