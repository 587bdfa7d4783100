// What stands in the store and belongs to nothing goes: bytes whose row is gone, and bytes that never got one.
import type { Database } from '@kansenplein/db';
import { inArray, sql } from 'drizzle-orm';
import type { FileStore } from './store.ts';
import { fileRemoval } from './tables.ts';

const atOnce = 200;

/** Takes away the bytes of files that were deleted a day ago; answers how many. A backup may still have needed them. */
export async function removeDeletedBytes(database: Database, files: FileStore): Promise<number> {
  for (let gone = 0; ;) {
    const due = await database.asJob(
      'find-deleted-files',
      (tx) => tx.select({ key: fileRemoval.key }).from(fileRemoval).limit(atOnce),
      'read',
    );
    if (due.length === 0) return gone;
    for (const { key } of due) await files.remove(key);
    const keys = due.map(({ key }) => key);
    await database.asJob('clear-deleted-files', (tx) =>
      tx.delete(fileRemoval).where(inArray(fileRemoval.key, keys)),
    );
    gone += due.length;
  }
}

/** The store knows more of others than of ours: then it is not ours alone, and nothing of it is taken away. */
export class StrangeStore extends Error {
  override readonly name = 'StrangeStore';
}

/** As many loose bytes as processes that died may have left; more must be a small part of what is there. */
const believable = 50;

/**
 * Takes away bytes that came before `before` and that no row knows: what a process left that died between keeping bytes
 * and writing their row. Younger ones may still get theirs. Answers how many went; throws StrangeStore when they are so many
 * that this must be the store of another installation.
 */
export async function sweepStore(database: Database, files: FileStore, before: Date): Promise<number> {
  let seen = 0;
  const loose: string[] = [];
  const look = async (keys: readonly string[]) => {
    const { rows } = await database.asJob(
      'look-for-loose-bytes',
      (tx) =>
        tx.execute<{ key: string }>(
          sql`select key from wall.file_keys_known(${sql.param(keys)}::text[]) as known(key)`,
        ),
      'read',
    );
    const known = new Set(rows.map(({ key }) => key));
    seen += keys.length;
    loose.push(...keys.filter((each) => !known.has(each)));
  };
  let waiting: string[] = [];
  for await (const { key, since } of files.list()) {
    if (since >= before) continue;
    waiting.push(key);
    if (waiting.length < atOnce) continue;
    await look(waiting);
    waiting = [];
  }
  await look(waiting);
  if (loose.length > believable && loose.length > seen / 10)
    throw new StrangeStore(
      `of ${seen} files in the store ${loose.length} are not ours: nothing was taken away`,
    );
  for (const key of loose) await files.remove(key);
  return loose.length;
}
