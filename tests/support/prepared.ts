// What a test file starts from: the migrated database of the run, or one that was made ready, and perhaps weakened,
// before (tests/holes).
import { createDatabaseFrom } from '@kansenplein/db';
import { randomBytes } from 'node:crypto';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { PersonName } from './alliance.ts';

/** An alliance that was made before, with who is signed in there; the database is a template. Plain data. */
export interface MadeAlliance {
  readonly template: string;
  /** Where the bytes of its files stand. */
  readonly filesFolder: string;
  /** Of the installation, base64. */
  readonly key: string;
  readonly secrets: Readonly<Partial<Record<PersonName, string>>>;
  /** Whether it holds each kind of row (tests/isolation/raw-sql-world.ts). */
  readonly filled: boolean;
}

export interface Start {
  readonly template: string;
  /** Left out: whoever wants an alliance makes it. */
  readonly alliance?: MadeAlliance;
}

let chosen: Start | null = null;

/** From here on in this process; null: as the run began. */
export const startFrom = (start: Start | null) => {
  chosen = start;
};

export const start = (): Start => chosen ?? { template: inject('template') };

/** A database nobody else uses, as a copy of a template. */
export const copyOf = (template: string) =>
  createDatabaseFrom(inject('engine'), template, `test_${randomBytes(6).toString('hex')}`);

/** What a platform is started with to go on with that alliance; it changes a copy. */
export async function goOnWith({ template, filesFolder, key }: MadeAlliance) {
  const folder = await mkdtemp(join(tmpdir(), 'kansenplein-files-'));
  await cp(filesFolder, folder, { recursive: true });
  return { on: await copyOf(template), filesFolder: folder, keys: [Buffer.from(key, 'base64')] };
}
