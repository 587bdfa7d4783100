// The embedded PostgreSQL as a command finds it: running because the platform is up, or started for this command only.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EngineError } from './engine-error.ts';
import { readSecrets } from './secrets.ts';
import { DATABASE, startEngine, urlsFor, type EngineUrls } from './start-engine.ts';

export interface ReachedEngine extends EngineUrls {
  /** Stops the engine when it was started for this command; leaves the platform's own alone. */
  leave(): Promise<void>;
}

/**
 * Reaches the database of a data folder whether or not the platform is running on it. For commands that may be run
 * while people work; only who may read the folder's passwords gets there. Throws EngineError.
 */
export async function reachEngine(dataDir: string): Promise<ReachedEngine> {
  try {
    const engine = await startEngine({ dataDir, log: () => undefined });
    return { ...engine, leave: () => engine.stop() };
  } catch (error) {
    if (!(error instanceof EngineError) || error.code !== 'engine.in_use') throw error;
    const urls = await urlsOfRunning(dataDir);
    if (urls === null) throw error;
    return { ...urls, leave: async () => undefined };
  }
}

/** From what PostgreSQL wrote down about itself: port on line 4, folder of the socket on line 5, ready on line 8. */
async function urlsOfRunning(dataDir: string): Promise<EngineUrls | null> {
  const lines = (await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '')).split(
    '\n',
  );
  const secrets = readSecrets(await readFile(join(dataDir, 'engine-secrets.json'), 'utf8').catch(() => ''));
  if (secrets === null || lines[7]?.trim() !== 'ready') return null;
  return urlsFor(DATABASE, { socketFolder: lines[4]?.trim() || null, port: Number(lines[3]) }, secrets);
}
