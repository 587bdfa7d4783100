// Names on a disk: a file is found after a power cut only when the folder that names it was written too.
import { open } from 'node:fs/promises';

/** Puts the names in a folder on the disk. Windows cannot do this, and need not. */
export async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
