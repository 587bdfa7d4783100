// Every change leaves an event, appended by the one function of the wall that may write the audit table.
import type { JobTx, Tx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';

export interface Event {
  /** `<noun>.<what happened>`, such as `intervention.published`. */
  readonly action: string;
  /** Id of the row it happened to. */
  readonly object: string;
  /** Whose administrators may read it; null for the installation. */
  readonly municipality: string | null;
  readonly reason?: string | null;
}

const told = new WeakSet<object>();

/** Whether this transaction left an event through `recordEvent`: then the database need not be asked. */
export const hasRecorded = (tx: Tx): boolean => told.has(tx);

/** Appends in the same transaction; who, where from and as what come from the login, never from the caller of this function. */
export async function recordEvent(tx: Tx | JobTx, event: Event): Promise<void> {
  await tx.execute(
    sql`select wall.record_event(${event.action}, ${event.object}, ${event.municipality}, ${event.reason ?? null})`,
  );
  told.add(tx);
}
