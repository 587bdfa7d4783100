// The file store on a disk: one file for each key, in folders by its first letters. Half a file never has a name.
import { flushFolder } from '@kansenplein/db';
import { randomUUID } from 'node:crypto';
import { mkdir, open, opendir, readFile, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkedKey, isKey, StoreFull, type FileStore, type StoredKey } from './store.ts';

/** Bytes that stay free: on the same disk stands the database, which must go on. */
const reserved = 200 * 1024 * 1024;

/** Where a file is written before it has its name. */
const halfWritten = 'new';

const noRoom = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** The folder need not exist yet; only this user may enter what is made. `reserve`: bytes that must stay free. */
export function createDiskStore(folder: string, { reserve = reserved } = {}): FileStore {
  const pathOf = (key: string): string => {
    const name = checkedKey(key);
    return join(folder, name.slice(0, 2), name.slice(2, 4), name);
  };

  const write = async (key: string, bytes: Uint8Array): Promise<void> => {
    const path = pathOf(key);
    const half = join(folder, halfWritten, randomUUID());
    await mkdir(dirname(half), { recursive: true, mode: 0o700 });
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const { bavail, bsize } = await statfs(folder);
    if (bavail * bsize < bytes.length + reserve) throw new StoreFull();
    try {
      const handle = await open(half, 'wx', 0o600);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(half, path);
    } catch (error) {
      await rm(half, { force: true }).catch(() => undefined);
      throw error;
    }
    // The names too: a file is found after a power cut only when the folders on its way are on the disk.
    await flushFolder(dirname(path));
    await flushFolder(dirname(dirname(path)));
    await flushFolder(folder);
  };

  return {
    async put(key, bytes) {
      await write(key, bytes).catch((error: unknown) => {
        throw noRoom.has(codeOf(error)) ? new StoreFull(error) : error;
      });
    },
    async get(key) {
      return readFile(pathOf(key)).catch((error: unknown) => {
        if (codeOf(error) === 'ENOENT') return null;
        throw error;
      });
    },
    async remove(key) {
      await rm(pathOf(key), { force: true });
    },
    async *list() {
      for await (const path of filesIn(folder)) {
        const name = path.slice(path.lastIndexOf('/') + 1);
        const found = isKey(name) ? await sinceOf(path, name) : null;
        if (found) yield found;
      }
      await clearHalfWritten(join(folder, halfWritten));
    },
  };
}

/** Gone meanwhile: null. */
const sinceOf = (path: string, key: string): Promise<StoredKey | null> =>
  stat(path).then(
    ({ mtime }) => ({ key, since: mtime }),
    () => null,
  );

async function* filesIn(folder: string): AsyncGenerator<string> {
  const entries = await opendir(folder).catch(() => null);
  if (!entries) return;
  for await (const entry of entries) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* filesIn(path);
    else if (entry.isFile()) yield path;
  }
}

/** What a process that died left half: a day later nobody is writing it any more. */
async function clearHalfWritten(folder: string): Promise<void> {
  const yesterday = Date.now() - 24 * 3600 * 1000;
  for await (const path of filesIn(folder)) {
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
    if (mtimeMs < yesterday) await rm(path, { force: true });
  }
}
