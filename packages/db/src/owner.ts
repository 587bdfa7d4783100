// What whoever runs the installation does: the owner of the database borrows the role `wall`, as migrations do. No role
// that serves requests or jobs can do this, so what is only the operator's needs no grant to either.
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import type { Mode } from './actor.ts';

declare const asTheOwner: unique symbol;

/** A transaction of whoever runs the installation: it sees every row. For commands and for loading examples only. */
export type OwnerTx = NodePgDatabase & { readonly [asTheOwner]: true };

export interface Owner {
  /** Runs `work` in one transaction: reading is READ ONLY on one snapshot, writing commits when `work` resolves. */
  run<T>(work: (tx: OwnerTx) => Promise<T>, mode?: Mode): Promise<T>;
  close(): Promise<void>;
}

const beginning = {
  read: 'begin isolation level repeatable read read only; set local role wall',
  write: 'begin isolation level read committed; set local role wall',
};

/** One connection as the owner, made at the first transaction; for work of many transactions. */
export function openOwner(ownerUrl: string): Owner {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  pool.on('error', () => undefined);
  return {
    async run(work, mode = 'write') {
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        await client.query(beginning[mode]);
        const value = await work(drizzle(client) as unknown as OwnerTx);
        await client.query('commit');
        return value;
      } catch (error) {
        // A connection that cannot roll back is thrown away.
        await client.query('rollback').catch((failure: Error) => (broken = failure));
        throw error;
      } finally {
        client.release(broken);
      }
    },
    close: () => pool.end(),
  };
}

/** One transaction as the owner. */
export async function asOwner<T>(
  ownerUrl: string,
  work: (tx: OwnerTx) => Promise<T>,
  mode?: Mode,
): Promise<T> {
  const owner = openOwner(ownerUrl);
  try {
    return await owner.run(work, mode);
  } finally {
    await owner.close();
  }
}
