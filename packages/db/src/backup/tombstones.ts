// Who was erased stays erased, also after an older backup is restored. The list names nobody: each line is the
// SHA-256 of a salt and the id of an account, which are random and stand nowhere else once the backup is gone.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import pg from 'pg';
import { BackupError } from './backup-error.ts';

export interface Tombstone {
  readonly salt: string;
  /** SHA-256 (hex) of salt and account id. */
  readonly hash: string;
  /** ISO 8601. */
  readonly at: string;
}

const isTombstone = (value: unknown): value is Tombstone => {
  const { salt, hash, at } = (value ?? {}) as Partial<Tombstone>;
  return (
    /^[0-9a-f]{32}$/.test(salt ?? '') &&
    /^[0-9a-f]{64}$/.test(hash ?? '') &&
    !Number.isNaN(Date.parse(at ?? ''))
  );
};

/** The list in a file, one per line; empty when there is none. Throws BackupError when a line is none. */
export async function readTombstones(file: string): Promise<Tombstone[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      try {
        const value: unknown = JSON.parse(line);
        if (isTombstone(value)) return { salt: value.salt, hash: value.hash, at: value.at };
      } catch {
        // Said below: a list that is half readable would let somebody come back.
      }
      throw new BackupError('tombstones.unreadable', { folder: file });
    });
}

/** Adds what is new to the list in a file and answers how many that were; what stands in it is never taken away. */
export async function keepTombstones(file: string, found: readonly Tombstone[]): Promise<number> {
  const known = await readTombstones(file);
  const added = found.filter(({ hash }) => !known.some((each) => each.hash === hash));
  if (added.length === 0) return 0;
  await mkdir(dirname(file), { recursive: true });
  const lines = [...known, ...added].map((each) => `${JSON.stringify(each)}\n`).join('');
  await writeFile(`${file}.new`, lines, { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
  return added.length;
}

/** The list as it stands in the database, for the owner. */
export async function tombstonesIn(ownerUrl: string): Promise<Tombstone[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin read only; set local role wall');
    const { rows } = await client.query<Tombstone>(
      `select salt, account_hash as hash, to_json(erased_at)#>>'{}' as at from tombstone order by erased_at`,
    );
    return rows;
  } finally {
    await client.end();
  }
}

/**
 * The end of a restore: erases again whom the list names, takes the list over, and takes the mark `restoring` away.
 * Answers how many accounts came back and went.
 */
export async function buryAgain(client: pg.Client, tombstones: readonly Tombstone[]): Promise<number> {
  await client.query('begin; set local role wall');
  try {
    await client.query(
      `insert into tombstone (salt, account_hash, erased_at)
       select s, h, a from unnest($1::text[], $2::text[], $3::timestamptz[]) as t(s, h, a) on conflict do nothing`,
      [
        tombstones.map(({ salt }) => salt),
        tombstones.map(({ hash }) => hash),
        tombstones.map(({ at }) => at),
      ],
    );
    const { rows: stones } = await client.query<{ salt: string; hash: string }>(
      'select salt, account_hash as hash from tombstone',
    );
    const { rows: accounts } = await client.query<{ id: string }>(
      'select id from account where erased_at is null',
    );
    const hashes = new Set(stones.map(({ hash }) => hash));
    const salts = [...new Set(stones.map(({ salt }) => salt))];
    const back = accounts.filter(({ id }) => salts.some((salt) => hashes.has(hashOfAccount(salt, id))));
    for (const { id } of back) await client.query('select wall.erase_person($1, true)', [id]);
    await client.query('reset role; drop schema restoring; commit');
    return back.length;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** As `wall.erase_person` computes it. */
const hashOfAccount = (salt: string, id: string): string =>
  createHash('sha256')
    .update(salt + id)
    .digest('hex');
