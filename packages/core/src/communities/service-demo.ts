// Dates of the demo: a conversation that was had some days ago.
import type { OwnerTx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';

export async function backdateThread(tx: OwnerTx, id: string, daysAgo: number): Promise<void> {
  await tx.execute(sql`select wall.demo_backdate_thread(${id}, ${daysAgo})`);
}
