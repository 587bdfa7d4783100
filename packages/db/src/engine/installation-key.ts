// The key of an installation with the embedded database: 32 random bytes in a file beside it, made once.
import { randomBytes } from 'node:crypto';
import { chmod, link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EngineError } from './engine-error.ts';
import { giveToOwnerOfFolder } from './layout.ts';

const size = 32;

/**
 * The kept key, or a new one when there is none. A file that is damaged is never replaced: what was sealed with it
 * might still be opened by a copy from a backup. Throws EngineError then.
 */
export async function loadInstallationKey(dataDir: string): Promise<Buffer> {
  const path = join(dataDir, 'installation.key');
  const kept = await readKey(path);
  if (kept) return kept;
  const draft = `${path}.${randomBytes(6).toString('hex')}.new`;
  await writeFile(draft, `${randomBytes(size).toString('base64')}\n`, { mode: 0o600, flush: true });
  await giveToOwnerOfFolder(draft, dataDir);
  // A link is made once: of two processes that start together both read the same key afterwards.
  await link(draft, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft, { force: true });
  const made = await readKey(path);
  if (!made) throw damaged(path);
  return made;
}

const damaged = (path: string) =>
  new EngineError(
    'engine.key_damaged',
    `The key of this installation, ${path}, cannot be read as 32 bytes in base64. Put back a copy of it, or remove the ` +
      'file: then a new one is made, and everybody sets up the app for signing in anew.',
  );

async function readKey(path: string): Promise<Buffer | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== size) throw damaged(path);
  await chmod(path, 0o600);
  return key;
}
