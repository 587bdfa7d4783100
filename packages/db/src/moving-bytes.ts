// Bytes that stand in the database from before there was a file store move out of it, one file at a time.
import { sql } from 'drizzle-orm';
import { openOwner } from './owner.ts';

/** As much of the file store as moving and backups need. */
export interface BytesByKey {
  put(key: string, bytes: Uint8Array): Promise<void>;
  get(key: string): Promise<Uint8Array | null>;
}

/**
 * Moves every file's bytes from table `file_content` to the store; answers how many. May be broken off and begun again
 * at any moment, by any number of processes: a row goes only after its bytes are kept.
 */
export async function moveBytesOut(ownerUrl: string, store: BytesByKey): Promise<number> {
  const owner = openOwner(ownerUrl);
  try {
    for (let moved = 0; ; moved += 1) {
      const next = await owner.run(async (tx) => {
        const { rows } = await tx.execute<{ id: string; key: string; bytes: Buffer }>(
          sql`select f.id, f.key, c.bytes from file_content c join file f on f.id = c.file_id limit 1`,
        );
        return rows[0] ?? null;
      }, 'read');
      if (!next) return moved;
      await store.put(next.key, next.bytes);
      await owner.run((tx) => tx.execute(sql`delete from file_content where file_id = ${next.id}`));
    }
  } finally {
    await owner.close();
  }
}
