// What the commands of whoever runs the installation share: the database they work on, and how they say what is wrong.
import { migrate, openDatabase, resolveDataDir, startEngine, type JobTx } from '@kansenplein/db';
import { z } from 'zod';
import type { Config } from './config.ts';

/** Does `work` in one transaction on the configured database; the embedded one is started for it and stopped again. */
export async function asOperator<T>(
  config: Config,
  name: string,
  work: (tx: JobTx) => Promise<T>,
): Promise<T> {
  const engine = config.database
    ? null
    : await startEngine({
        dataDir: resolveDataDir(config.dataDir.clone, config.dataDir.env),
        log: () => undefined,
      });
  try {
    const urls = config.database ?? engine;
    if (!urls) throw new Error('no database');
    if (urls.ownerUrl) await migrate(urls.ownerUrl);
    const database = await openDatabase(urls);
    return await database.asJob(name, work).finally(() => database.close());
  } finally {
    await engine?.stop();
  }
}

/** Wrong options are answered with how the command is used, anything else with its own sentence; the exit code is 1. */
export async function sayWhatIsWrong(run: () => Promise<void>, usage: string): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (error instanceof z.ZodError || (error instanceof TypeError && 'code' in error)) console.error(usage);
    else console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
