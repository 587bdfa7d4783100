// Work that comes back by the clock: throwing away what is over its time, and keeping outside the database who was erased.
import {
  countWords,
  endExpiredLogins,
  type FileStore,
  forgetWhatIsOver,
  listTombstones,
  packCounts,
  removeDeletedBytes,
  settleCounts,
  sweepStore,
  sweepWords,
} from '@kansenplein/core';
import { keepTombstones, type Database } from '@kansenplein/db';
import type { Config } from './config.ts';
import { tombstonesFileOf } from './owner-database.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** A job that answers at once until its time has come; it never has more to do at once. */
function every(milliseconds: number, work: () => Promise<unknown>): () => Promise<boolean> {
  let last = 0;
  return async () => {
    if (Date.now() - last >= milliseconds) {
      last = Date.now();
      await work();
    }
    return false;
  };
}

export const keepingJobs = (
  { database, files }: { readonly database: Database; readonly files: FileStore },
  config: Config,
): (() => Promise<boolean>)[] => [
  every(60 * minute, () => endExpiredLogins(database)),
  every(60 * minute, () => forgetWhatIsOver(database)),
  every(60 * minute, () => removeDeletedBytes(database, files)),
  every(day, () => sweepStore(database, files, new Date(Date.now() - day))),
  every(minute, () => settleCounts(database)),
  every(minute, () => packCounts(database)),
  every(15 * minute, () => countWords(database)),
  every(day, () => sweepWords(database)),
  every(minute, async () => {
    const found = await listTombstones(database);
    if (found.length > 0) await keepTombstones(tombstonesFileOf(config), found);
  }),
];
