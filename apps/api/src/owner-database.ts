// For commands of whoever runs the installation: the database as its owner, whether or not the platform is running.
import { BackupError, EngineError, reachEngine, resolveDataDir } from '@kansenplein/db';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ConfigError, startedIn, type Config } from './config.ts';

/** What the operator can mend: said as one sentence, without a stack. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

export async function withOwner<T>(config: Config, work: (ownerUrl: string) => Promise<T>): Promise<T> {
  if (config.database) {
    if (config.database.ownerUrl === null)
      throw new CommandError('DATABASE_OWNER_URL ontbreekt: dit werk doet de eigenaar van de database.');
    return work(config.database.ownerUrl);
  }
  const engine = await reachEngine(resolveDataDir(config.dataDir.clone, config.dataDir.env));
  try {
    return await work(engine.ownerUrl);
  } finally {
    await engine.leave();
  }
}

/** Where is kept, outside the database, who was erased. */
export const tombstonesFileOf = (config: Config): string =>
  config.tombstonesFile ?? join(resolveDataDir(config.dataDir.clone, config.dataDir.env), 'tombstones.jsonl');

/** A path as the operator typed it, from the folder in which the command was given. */
export const typedPath = (path: string): string => resolve(startedIn(), path);

/** What stands in the key file, without the line break at its end; null when none was given. */
export async function secretIn(path: string | undefined): Promise<Buffer | null> {
  if (path === undefined) return null;
  const text = await readFile(typedPath(path), 'utf8').catch(() => {
    throw new CommandError(`Het sleutelbestand ${path} is niet te lezen.`);
  });
  return Buffer.from(text.trim());
}

/** Runs a command; what went wrong is one sentence on standard error and exit code 1. */
export async function runCommand(usage: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const known = [CommandError, ConfigError, BackupError, EngineError].some((each) => error instanceof each);
    if (error instanceof TypeError && 'code' in error) console.error(usage);
    else console.error(known && error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
