// One process owns a data folder. The lock names it by number and start time, so that a lock left behind by a crash
// is recognised even when the number was given to another process since.
import { constants } from 'node:fs';
import { copyFile, link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { EngineError, systemErrorCode } from './engine-error.ts';
import { giveToOwnerOfFolder, type Layout } from './layout.ts';
import { isAlive, startOf } from './running-process.ts';

interface Holder {
  pid: number;
  /** As `startOf` tells it. */
  start: string;
  since: string;
}

export interface Lock {
  release(): Promise<void>;
}

export async function takeLock(layout: Layout): Promise<Lock> {
  const mine: Holder = {
    pid: process.pid,
    start: await startOf(process.pid),
    since: new Date().toISOString(),
  };
  const text = `${JSON.stringify(mine)}\n`;
  const draft = `${layout.lock}.${process.pid}-${Math.random().toString(36).slice(2)}`;
  await writeFile(draft, text, { mode: 0o644 });
  await giveToOwnerOfFolder(draft, layout.base);
  try {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      if (await putInPlace(draft, layout.lock)) return { release: () => release(layout.lock, text) };
      const found = await readFile(layout.lock, 'utf8').catch(() => null);
      if (found === null) continue;
      const holder = readHolder(found);
      if (holder !== null && (await stillHolds(holder))) throw inUse(layout.base, holder);
      await removeStale(layout.lock, found);
    }
  } finally {
    await rm(draft, { force: true });
  }
  throw inUse(layout.base, readHolder(await readFile(layout.lock, 'utf8').catch(() => '')));
}

/** The lock appears at once with its whole content, or not at all because there is one. */
async function putInPlace(draft: string, lock: string): Promise<boolean> {
  try {
    await link(draft, lock);
    return true;
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST') return false;
  }
  // A file system without hard links.
  try {
    await copyFile(draft, lock, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

async function stillHolds(holder: Holder): Promise<boolean> {
  if (!isAlive(holder.pid)) return false;
  const start = await startOf(holder.pid);
  // Where the system does not tell when it started, the careful answer is yes.
  return holder.start === '' || start === '' || holder.start === start;
}

/** Two processes may find the same stale lock; whoever moved a fresh one by mistake puts it back. */
async function removeStale(lock: string, seen: string): Promise<void> {
  const aside = `${lock}.stale-${process.pid}`;
  try {
    await rename(lock, aside);
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return;
    throw error;
  }
  if ((await readFile(aside, 'utf8')) !== seen) await link(aside, lock).catch(() => undefined);
  await rm(aside, { force: true });
}

async function release(lock: string, text: string): Promise<void> {
  if ((await readFile(lock, 'utf8').catch(() => '')) === text) await rm(lock, { force: true });
}

function readHolder(text: string): Holder | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return null;
    const { pid, start, since } = value as Partial<Holder>;
    if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid <= 0) return null;
    return {
      pid,
      start: typeof start === 'string' ? start : '',
      since: typeof since === 'string' ? since : '',
    };
  } catch {
    return null;
  }
}

function inUse(folder: string, holder: Holder | null): EngineError {
  const who = holder ? `process ${holder.pid} (since ${holder.since})` : 'another process';
  return new EngineError(
    'engine.in_use',
    `The data folder ${folder} is in use by ${who}. ` +
      `Stop that one first, or choose another folder with KANSENPLEIN_DATA_DIR.`,
  );
}
