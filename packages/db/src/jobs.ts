// Transactions of background work, and work that only one process may do at a time.
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import type { Mode } from './actor.ts';

declare const asWorker: unique symbol;

/** A transaction of background work: published rows and queues only. */
export type JobTx = NodePgDatabase & { readonly [asWorker]: true };

/** One transaction of a job, over the connection that keeps its lock. */
export type JobTransaction = <T>(work: (tx: JobTx) => Promise<T>, mode?: Mode) => Promise<T>;

/** Reading is READ ONLY on one snapshot. */
export const beginning = {
  read: 'begin isolation level repeatable read read only',
  write: 'begin isolation level read committed',
};

/** Commits what `begin` did, or rolls it back; `breaks` is told of a connection that cannot roll back. */
export async function committed<T>(
  client: pg.PoolClient,
  begin: (client: pg.PoolClient) => Promise<T>,
  breaks: (failure: Error) => void,
): Promise<T> {
  try {
    const value = await begin(client);
    await client.query('commit');
    return value;
  } catch (error) {
    // A connection that cannot roll back is thrown away: it must never carry one actor's scopes to the next.
    await client.query('rollback').catch(breaks);
    throw error;
  }
}

/**
 * The lock belongs to the connection, and every transaction of the work goes over that connection: who loses one loses
 * the other, so that two processes never both write what only one may. Nothing is held open between transactions.
 */
export async function withLock<T>(
  pool: pg.Pool,
  name: string,
  enter: (client: pg.PoolClient, mode: Mode) => Promise<JobTx>,
  work: (transaction: JobTransaction) => Promise<T>,
): Promise<T | null> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const breaks = (failure: Error) => void (broken ??= failure);
  client.on('error', breaks);
  const key = [`alone:${name}`];
  try {
    const { rows } = await client.query<{ got: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as got',
      key,
    );
    if (!rows[0]?.got) return null;
    try {
      return await work((step, mode = 'write') =>
        committed(client, async () => step(await enter(client, mode)), breaks),
      );
    } finally {
      await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', key).catch(breaks);
    }
  } finally {
    client.off('error', breaks);
    client.release(broken);
  }
}
