// A PostgreSQL whose owner was killed. The guard (postmaster.ts) stops it within moments; where that failed, the next
// start does, before it touches the data.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EngineError } from './engine-error.ts';
import type { Layout } from './layout.ts';
import { commandOf, isAlive, waitUntilGone } from './running-process.ts';

/** Call only while holding the lock: nobody else may want the server that is found here. */
export async function stopOrphan(layout: Layout, log: (line: string) => void): Promise<void> {
  const file = join(layout.cluster, 'postmaster.pid');
  const pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0) return;
  if (isAlive(pid) && (await isServerOf(layout, pid))) {
    log(`an earlier start was broken off: stopping its PostgreSQL (process ${pid})`);
    if (!(await stop(pid))) {
      throw new EngineError(
        'engine.in_use',
        `The data folder ${layout.base} is in use by a PostgreSQL (process ${pid}) that does not stop. ` +
          `Stop it first.`,
      );
    }
  }
  await disown(file);
}

async function stop(pid: number): Promise<boolean> {
  const signals = [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 2_000],
  ] as const;
  for (const [signal, patience] of signals) {
    try {
      process.kill(pid, signal);
    } catch {
      // Gone in the meantime, or not ours: the wait below tells which.
    }
    if (await waitUntilGone(pid, patience)) return true;
  }
  return false;
}

/**
 * A killed server leaves its file, and PostgreSQL refuses while any process has the number in it: one that got it since,
 * or a dead one that nobody collected. It does not mind its own parent, so the file names us. The rest of it stays,
 * because it guards against processes of the old server that are still at work.
 */
async function disown(file: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text !== null) await writeFile(file, [process.pid, ...text.split('\n').slice(1)].join('\n'));
}

async function isServerOf(layout: Layout, pid: number): Promise<boolean> {
  const command = await commandOf(pid);
  return /postgres/.test(command) && command.includes(layout.cluster);
}
