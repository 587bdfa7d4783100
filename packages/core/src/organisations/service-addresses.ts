// Organisations by the addresses that stand on paper.
import type { Tx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';

/** Ids by handle, of those the actor may see; of a double the one that stays. */
export async function idsByHandle(tx: Tx, handles: readonly string[]): Promise<Map<string, string>> {
  if (handles.length === 0) return new Map();
  const { rows } = await tx.execute<{ handle: string; id: string }>(sql`
    select o.handle, coalesce(o.survivor_id, o.id) as id from organisation o
    where o.handle = any(${sql.param(handles)}::text[])`);
  return new Map(rows.map(({ handle, id }) => [handle, id]));
}
