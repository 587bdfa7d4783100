// A backup: one moment of the database, seen by several connections that share a snapshot, while it stays in use.
import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { lstat, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { PassThrough, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { BackupError } from './backup-error.ts';
import type { BytesByKey } from '../moving-bytes.ts';
import { copyFiles, filesOf } from './file-copies.ts';
import { flushFolder } from './flush-folder.ts';
import { FORMAT, MANIFEST, writtenManifest, type Manifest, type TableCopy } from './manifest.ts';
import { RowCounter } from './row-hash.ts';
import { keysFrom, Locking, type Keys } from './sealing.ts';
import { alikeEverywhere, copyOut, leftOut, sequencesOf, tablesOf, type TableShape } from './shape.ts';

export interface BackupOptions {
  /** What stands in the key file, at least 32 bytes; null leaves the backup unlocked. */
  readonly secret?: Buffer | null;
  /** Where the bytes of files stand; may be left out only as long as there are none. */
  readonly store?: BytesByKey;
  /** Connections that copy at the same time. */
  readonly connections?: number;
}

const SNAPSHOT = 'begin isolation level repeatable read read only';

/**
 * Writes a backup to the folder `target`, which must not exist. Everything in it is of one moment, also when people
 * go on working. `ownerUrl` is that of the owner of the database: it borrows the no-login role whose row rule lets
 * every row pass, in a transaction that can only read. Throws BackupError; then nothing stays behind.
 */
export async function takeBackup(
  ownerUrl: string,
  target: string,
  { secret = null, store = nowhere, connections = 2 }: BackupOptions = {},
): Promise<Manifest> {
  const folder = resolve(target);
  if (await lstat(folder).catch(() => null)) throw new BackupError('backup.target_exists', { folder });
  if (secret !== null && secret.length < 32) throw new BackupError('backup.weak_key');
  const salt = secret === null ? null : randomBytes(32);
  const keys = secret !== null && salt !== null ? keysFrom(secret, salt) : null;
  const draft = `${folder}.half-${process.pid}`;
  await mkdir(dirname(folder), { recursive: true });
  await mkdir(draft, { mode: 0o700 });
  try {
    const manifest = await copyAll(ownerUrl, draft, {
      keys,
      lock: salt?.toString('hex') ?? null,
      store,
      connections,
    });
    await writeFile(join(draft, MANIFEST), writtenManifest(manifest, keys), { mode: 0o600, flush: true });
    await flushFolder(draft);
    // Only a whole backup gets its name.
    await rename(draft, folder);
    await flushFolder(dirname(folder));
    return manifest;
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

/** A backup without its files is none: the first one that is asked for is missed. */
const nowhere: BytesByKey = { put: () => Promise.reject(new Error('no store')), get: async () => null };

interface Copying {
  readonly keys: Keys | null;
  readonly lock: string | null;
  readonly store: BytesByKey;
  readonly connections: number;
}

async function copyAll(
  ownerUrl: string,
  folder: string,
  { keys, lock, store, connections }: Copying,
): Promise<Manifest> {
  const clients = Array.from({ length: connections }, () => new pg.Client({ connectionString: ownerUrl }));
  const [leader, ...others] = clients;
  if (!leader) throw new RangeError('at least one connection');
  try {
    for (const client of clients) {
      client.on('error', () => undefined);
      await client.connect();
    }
    await leader.query(`${SNAPSHOT}; ${alikeEverywhere}`);
    const migrations = await journalOf(leader);
    const { rows } = await leader.query<{ snapshot: string; at: string; server: number }>(
      `select pg_export_snapshot() as snapshot, to_json(now())#>>'{}' as at, current_setting('server_version_num')::int as server`,
    );
    const moment = rows[0];
    if (!moment) throw new Error('no snapshot');
    for (const client of others)
      await client.query(`${SNAPSHOT}; set transaction snapshot '${moment.snapshot}'; ${alikeEverywhere}`);
    const shapes = (await tablesOf(leader)).sort((a, b) => b.size - a.size);
    const waiting = [...shapes];
    const tables: TableCopy[] = [];
    // Every connection comes to rest before a failure is told, so that what is half written can be thrown away.
    const outcomes = await Promise.allSettled(
      clients.map(async (client) => {
        try {
          for (let shape = waiting.shift(); shape; shape = waiting.shift())
            tables.push(await copyTable(client, folder, shape, keys));
        } finally {
          waiting.length = 0;
        }
      }),
    );
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
    const files = await filesOf(leader);
    const sequences = await sequencesOf(leader);
    // Nothing is held open in the database while the bytes come, however long that takes.
    await leader.query('rollback');
    await copyFiles(files, store, folder, keys);
    return {
      product: 'kansenplein',
      format: FORMAT,
      madeAt: moment.at,
      server: moment.server,
      migrations,
      tables: tables.sort((a, b) => (a.name < b.name ? -1 : 1)),
      files,
      sequences,
      leftOut,
      lock,
    };
  } finally {
    await Promise.all(clients.map((client) => client.end().catch(() => undefined)));
  }
}

async function journalOf(client: pg.Client): Promise<string[]> {
  const { rows: found } = await client.query(`select to_regclass('drizzle.__drizzle_migrations') as there`);
  if (found[0]?.there === null) throw new BackupError('backup.older_database');
  const { rows } = await client.query<{ hash: string }>(
    'select hash from drizzle.__drizzle_migrations order by created_at, id',
  );
  return rows.map(({ hash }) => hash);
}

async function copyTable(
  client: pg.Client,
  folder: string,
  shape: TableShape,
  keys: Keys | null,
): Promise<TableCopy> {
  const file = `${shape.name.replace(/[^a-z0-9_.]/g, '_')}.copy.zst${keys ? '.locked' : ''}`;
  const counter = new RowCounter();
  const digest = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      digest.update(chunk);
      done(null, chunk);
    },
  });
  // The owner itself is bound by FORCE and would see nothing.
  await client.query(
    shape.reader === null ? 'reset role' : `set local role ${client.escapeIdentifier(shape.reader)}`,
  );
  await pipeline(
    client.query(copyTo(copyOut(shape))),
    counter,
    createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 3 } }),
    keys ? new Locking(keys, file) : new PassThrough(),
    measure,
    createWriteStream(join(folder, file), { mode: 0o600, flush: true }),
  );
  await client.query('reset role');
  return {
    name: shape.name,
    columns: shape.columns,
    ...counter.seen,
    file,
    bytes,
    sha256: digest.digest('hex'),
  };
}
