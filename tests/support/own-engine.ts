// A server of one's own for a run of tests, with a migrated database on it from which others are copied.
import { createDatabaseFrom, migrate, startEngine, type EngineUrls } from '@kansenplein/db';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface OwnEngine {
  /** Plain data, for other processes. */
  readonly urls: EngineUrls;
  /** The name of the migrated database. */
  readonly template: string;
  /** Goes with the server. */
  readonly folder: string;
  stop(): Promise<void>;
}

export async function startOwnEngine(): Promise<OwnEngine> {
  const folder = await mkdtemp(join(tmpdir(), 'kansenplein-engine-'));
  // As root the engine runs as an ordinary user, who must be able to enter.
  await chmod(folder, 0o755);
  const engine = await startEngine({ dataDir: join(folder, 'data'), log: () => undefined, throwaway: true });
  const stop = async () => {
    await engine.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const { ownerUrl, appUrl, workerUrl, superuserUrl } = engine;
    const urls = { ownerUrl, appUrl, workerUrl, superuserUrl };
    const template = 'template_migrated';
    await migrate((await createDatabaseFrom(urls, null, template)).ownerUrl);
    return { urls, template, folder, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
