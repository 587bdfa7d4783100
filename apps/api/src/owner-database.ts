// What every command of whoever runs the installation goes by: the database as its owner, whether or not the platform is
// running, and how it says what is wrong.
import {
  asOwner,
  BackupError,
  EngineError,
  reachEngine,
  resolveDataDir,
  type OwnerTx,
} from '@kansenplein/db';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { ConfigError, startedIn, type Config } from './config.ts';
import { bringUpToDate, fileStoreOf } from './file-store.ts';

/** What the operator can mend: said as one sentence, without a stack. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** The database of this configuration, for its owner. The embedded one is started for it when it does not run yet. */
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

/**
 * One transaction as the owner, on a database that is brought to its newest shape first: the first administrator is
 * invited before the platform was ever started.
 */
export const asOperator = <T>(config: Config, work: (tx: OwnerTx) => Promise<T>): Promise<T> =>
  withOwner(config, async (ownerUrl) => {
    await bringUpToDate(ownerUrl, fileStoreOf(config));
    return asOwner(ownerUrl, work);
  });

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

const isWrongUse = (error: unknown) =>
  error instanceof z.ZodError || (error instanceof TypeError && 'code' in error);

const unreachable = new Set(['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'ENOENT', '28P01', '28000', '3D000']);
const isUnreachable = (error: unknown) =>
  error instanceof Error && 'code' in error && unreachable.has(String(error.code));

/**
 * Runs a command; what went wrong is one sentence on standard error and exit code 1. Wrong options are answered with how
 * the command is used; what nobody expected comes with its stack.
 */
export async function runCommand(usage: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const known = [CommandError, ConfigError, BackupError, EngineError].some((each) => error instanceof each);
    if (isWrongUse(error)) console.error(usage);
    else if (!known && isUnreachable(error))
      console.error(
        `De database is niet te bereiken (${(error as Error).message}). Klopt DATABASE_OWNER_URL?`,
      );
    else console.error(known && error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
