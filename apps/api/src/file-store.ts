// The file store of this configuration, and what belongs to a database that is brought to its newest shape: its bytes.
import { createFileStore, type FileStore } from '@kansenplein/core';
import { migrate, moveBytesOut, resolveDataDir } from '@kansenplein/db';
import { join } from 'node:path';
import type { Config } from './config.ts';

/** In which folder files stand when nothing else is said: beside the embedded database. */
export const defaultFilesFolder = ({ dataDir }: Config): string =>
  join(resolveDataDir(dataDir.clone, dataDir.env), 'files');

export const fileStoreOf = (config: Config): FileStore =>
  createFileStore(config.files ?? { kind: 'disk', folder: defaultFilesFolder(config) });

/** The newest tables, and no bytes in them any more that belong in the store. */
export async function bringUpToDate(ownerUrl: string, files: FileStore): Promise<void> {
  await migrate(ownerUrl);
  await moveBytesOut(ownerUrl, files);
}
