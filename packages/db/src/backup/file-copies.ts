// The bytes of files in a backup: one file each, under its key, beside the tables. Rows and bytes are of one moment,
// because bytes never change and outlive their row by a day (file_removal).
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import type { BytesByKey } from '../moving-bytes.ts';
import { BackupError } from './backup-error.ts';
import { Locking, Unlocking, type Keys } from './sealing.ts';

export interface FileCopy {
  readonly key: string;
  /** Of the bytes themselves, in bytes and in hex. */
  readonly size: number;
  readonly sha256: string;
}

const shape = /^[0-9a-f]{64}$/;

/** Path in the backup; a key is checked, because the manifest of an unlocked backup is anybody's. */
export function pathInBackup({ key }: FileCopy, keys: Keys | null): string {
  if (!shape.test(key)) throw new BackupError('backup.damaged', { what: 'files' });
  return `files/${key.slice(0, 2)}/${key}${keys ? '.locked' : ''}`;
}

/** Which files there are at the moment of the snapshot; what still stands in the database is copied with its table. */
export async function filesOf(client: ClientBase): Promise<FileCopy[]> {
  const { rows: found } = await client.query<{ there: boolean }>(
    `select exists (select from pg_attribute where attrelid = to_regclass('public.file') and attname = 'key') as there`,
  );
  if (!found[0]?.there) return [];
  await client.query('set local role wall');
  const { rows } = await client.query<FileCopy>(
    `select f.key, f.size, f.sha256 from file f
     where not exists (select from file_content c where c.file_id = f.id) order by f.key`,
  );
  await client.query('reset role');
  return rows;
}

const isSame = (bytes: Uint8Array, { size, sha256 }: FileCopy): boolean =>
  bytes.length === size && createHash('sha256').update(bytes).digest('hex') === sha256;

/** Copies each file's bytes into the backup. Throws BackupError when one is not there, or not what its row says. */
export async function copyFiles(
  files: readonly FileCopy[],
  store: BytesByKey,
  folder: string,
  keys: Keys | null,
): Promise<void> {
  for (const file of files) {
    const bytes = await store.get(file.key);
    if (bytes === null || !isSame(bytes, file))
      throw new BackupError('backup.file_missing', { what: file.key });
    const path = pathInBackup(file, keys);
    await mkdir(dirname(join(folder, path)), { recursive: true, mode: 0o700 });
    await pipeline(
      Readable.from([bytes]),
      keys ? new Locking(keys, path) : new PassThrough(),
      createWriteStream(join(folder, path), { mode: 0o600, flush: true }),
    );
  }
}

/** The bytes of one file of a backup. Throws BackupError when they are not what the manifest says. */
export async function bytesInBackup(folder: string, file: FileCopy, keys: Keys | null): Promise<Uint8Array> {
  const path = pathInBackup(file, keys);
  const through = keys ? new Unlocking(keys, path) : new PassThrough();
  const bytes = await pipeline(createReadStream(join(folder, path)), through, buffer).catch(() => null);
  if (bytes === null || !isSame(bytes, file)) throw new BackupError('backup.damaged', { folder, what: path });
  return bytes;
}
