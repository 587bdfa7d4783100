// What only the demo needs: its municipalities came to the platform before their pages say that they published there.
import type { OwnerTx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';

/** Two years ago; commitments count from that day. */
export async function backdateJoining(tx: OwnerTx): Promise<void> {
  await tx.execute(
    sql`update municipality set joined_at = joined_at - interval '2 years' where joined_at > now() - interval '1 day'`,
  );
}
