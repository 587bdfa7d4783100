// Names of who works, or worked, for the municipality one writes for; empty for who only reads.
import type { Tx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';

/** By account. */
export async function colleagueNames(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const { rows } = await tx.execute<{ account: string; name: string }>(
    sql`select account, name from wall.colleague_names()`,
  );
  return new Map(rows.map(({ account, name }) => [account, name]));
}
