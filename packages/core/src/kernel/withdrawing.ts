// What was withdrawn leaves the index of another engine before the request that withdrew it is answered, if the engine is
// well; two seconds at most. Until then questions leave it out by themselves: waiting makes it true, not safe.
import { visitorCaller, type Tx } from '@kansenplein/db';
import type { Search } from '@kansenplein/search';
import { sql } from 'drizzle-orm';
import type { Context } from './trpc.ts';

const patience = 2_000;
const pause = 40;

/** What this transaction took out of somebody's sight and an index still holds. Part of the transaction itself. */
export async function withdrawnHere(tx: Tx, { follower }: Search): Promise<readonly string[]> {
  if (follower === undefined) return [];
  const { rows } = await tx.execute<{ keys: string[] }>(
    sql`select wall.engine_withdrawn(${follower}) as keys`,
  );
  return rows[0]?.keys ?? [];
}

/** After the commit. The change stands whatever happens here. */
export async function untilWithdrawn(
  { database, search: { follower } }: Pick<Context, 'database' | 'search'>,
  keys: readonly string[],
): Promise<void> {
  if (follower === undefined || keys.length === 0) return;
  const waits = async () => {
    const { rows } = await database.asActor(visitorCaller, 'read', (tx) =>
      tx.execute<{ waits: boolean }>(
        sql`select wall.engine_awaits(${follower}, ${sql.param(keys)}::text[]) as waits`,
      ),
    );
    return rows[0]?.waits ?? false;
  };
  const until = Date.now() + patience;
  try {
    while (Date.now() < until && (await waits())) await new Promise((resolve) => setTimeout(resolve, pause));
  } catch {
    // Not being able to look is no reason to refuse what was done.
  }
}
