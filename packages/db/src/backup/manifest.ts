// What a backup says about itself: of which version, which tables with how many rows, and how each file must look.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { BackupError } from './backup-error.ts';
import { bytesInBackup, type FileCopy } from './file-copies.ts';
import { keysFrom, sealOf, type Keys } from './sealing.ts';
import type { SequenceShape } from './shape.ts';

export const FORMAT = 1;
export const MANIFEST = 'manifest.json';

export interface TableCopy {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
  readonly rowHash: string;
  readonly file: string;
  /** Of the file as it lies on the disk. */
  readonly bytes: number;
  readonly sha256: string;
}

export interface Manifest {
  readonly product: 'kansenplein';
  readonly format: number;
  /** ISO 8601; everything is as it was at this moment. */
  readonly madeAt: string;
  /** server_version_num of the server it comes from. */
  readonly server: number;
  /** Hashes of the migrations it had, oldest first. */
  readonly migrations: readonly string[];
  readonly tables: readonly TableCopy[];
  /** Bytes of files, which stand outside the database; none in a backup of before that. */
  readonly files?: readonly FileCopy[];
  readonly sequences: readonly SequenceShape[];
  readonly leftOut: Readonly<Record<string, string>>;
  /** Salt of the key in hex; null when it is not locked. */
  readonly lock: string | null;
}

export const writtenManifest = (manifest: Manifest, keys: Keys | null): string => {
  const text = JSON.stringify(manifest);
  return `${JSON.stringify({ seal: sealOf(text, keys), manifest }, null, 1)}\n`;
};

export interface OpenedBackup {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly keys: Keys | null;
}

/** Reads and checks a backup as a whole, before anything is done with it. Throws BackupError when a byte is wrong. */
export async function openBackup(folder: string, secret: Buffer | null): Promise<OpenedBackup> {
  const damaged = (what: string) => new BackupError('backup.damaged', { folder, what });
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => null);
  if (text === null) throw new BackupError('backup.not_found', { folder });
  const { seal, manifest } = parse(text) ?? {};
  if (!manifest || manifest.product !== 'kansenplein') throw damaged(MANIFEST);
  if (manifest.format !== FORMAT) throw new BackupError('backup.other_format', { folder });
  if (manifest.lock !== null && secret === null) throw new BackupError('backup.locked', { folder });
  const keys =
    manifest.lock !== null && secret !== null ? keysFrom(secret, Buffer.from(manifest.lock, 'hex')) : null;
  if (sealOf(JSON.stringify(manifest), keys) !== seal)
    throw keys ? new BackupError('backup.wrong_key', { folder }) : damaged(MANIFEST);
  for (const { file, bytes, sha256 } of manifest.tables) {
    const path = join(folder, file);
    const found = await stat(path).catch(() => null);
    if (found?.size !== bytes) throw damaged(file);
    const digest = createHash('sha256');
    await pipeline(createReadStream(path), digest);
    if (digest.digest('hex') !== sha256) throw damaged(file);
  }
  for (const file of manifest.files ?? []) await bytesInBackup(folder, file, keys);
  return { folder, manifest, keys };
}

function parse(text: string): { seal?: string; manifest?: Manifest } | null {
  try {
    return JSON.parse(text) as { seal?: string; manifest?: Manifest };
  } catch {
    return null;
  }
}
