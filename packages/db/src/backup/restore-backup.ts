// Restoring: into an empty database only, in one transaction, and not before every row was compared with the backup.
import { createReadStream } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdDecompress } from 'node:zlib';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { migrate, migrationsFolder } from '../migrate.ts';
import { BackupError } from './backup-error.ts';
import type { BytesByKey } from '../moving-bytes.ts';
import { bytesInBackup } from './file-copies.ts';
import type { Manifest, OpenedBackup } from './manifest.ts';
import { RowCounter } from './row-hash.ts';
import { Unlocking } from './sealing.ts';
import { alikeEverywhere, copyIn, copyOut, inOrderOfKeys, tablesOf } from './shape.ts';
import { buryAgain, type Tombstone } from './tombstones.ts';

export interface RestoreOptions {
  /** Who was erased since the backup was made; they are erased again. */
  readonly tombstones?: readonly Tombstone[];
  /** Where the bytes of files go; may be left out only for a backup without any. */
  readonly store?: BytesByKey;
  /** Told after each step: which, and how many seconds it took. */
  readonly onStep?: (step: RestoreStep, seconds: number) => void;
}

export type RestoreStep = 'files' | 'migrate' | 'load' | 'index' | 'compare' | 'finish';

export interface ComparedTable {
  readonly name: string;
  readonly rows: number;
  readonly rowHash: string;
}

export interface Restored {
  readonly manifest: Manifest;
  /** Every table as it stands in the database, equal to the manifest. */
  readonly compared: readonly ComparedTable[];
  /** Accounts that were in the backup and had been erased since. */
  readonly erasedAgain: number;
}

/**
 * Restores a backup, which `openBackup` checked as a whole, into the database of `ownerUrl`, which must be empty.
 * Throws BackupError with a sentence; what a broken-off attempt left is taken as empty by the next one.
 */
export async function restoreBackup(
  ownerUrl: string,
  backup: OpenedBackup,
  { tombstones = [], store, onStep = () => undefined }: RestoreOptions = {},
): Promise<Restored> {
  let began = Date.now();
  const done = (step: RestoreStep) => {
    onStep(step, (Date.now() - began) / 1000);
    began = Date.now();
  };
  const { manifest } = backup;
  refuseUnknown(backup);
  if (manifest.files?.length && !store) throw new Error('this backup holds files: say where they go');
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await claimEmpty(client);
    // Before their rows: bytes without a row are waste that is cleared away, a row without its bytes would be a loss.
    for (const file of manifest.files ?? [])
      await store?.put(file.key, await bytesInBackup(backup.folder, file, backup.keys));
    done('files');
    await migrateTo(ownerUrl, manifest.migrations.length);
    done('migrate');
    const compared = await load(client, backup, done);
    // From here on it is a database like any other, which may be older than this version.
    await migrate(ownerUrl);
    await client.query('analyze');
    const erasedAgain = await buryAgain(client, tombstones);
    done('finish');
    return { manifest, compared, erasedAgain };
  } finally {
    await client.end();
  }
}

const knownMigrations = () =>
  readMigrationFiles({ migrationsFolder: migrationsFolder() }).map(({ hash }) => hash);

function refuseUnknown({ folder, manifest }: OpenedBackup): void {
  const known = knownMigrations();
  if (manifest.migrations.some((hash, index) => known[index] !== hash))
    throw new BackupError('backup.newer', { folder });
}

/**
 * The mark `restoring` says that what is here was left by an attempt that broke off. It goes with the last commit, when
 * the erased are erased again; until then the platform refuses to start on it.
 */
async function claimEmpty(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ marked: boolean; used: boolean }>(
    `select to_regnamespace('restoring') is not null as marked,
       exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
           and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')) as used`,
  );
  if (rows[0]?.marked) return;
  if (rows[0]?.used !== false) throw new BackupError('restore.not_empty');
  await client.query('create schema restoring');
}

/** The database as it was when the backup was made: the first so many migrations. */
async function migrateTo(ownerUrl: string, count: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'kansenplein-journal-'));
  try {
    await cp(migrationsFolder(), folder, { recursive: true });
    const path = join(folder, 'meta', '_journal.json');
    const journal = JSON.parse(await readFile(path, 'utf8')) as { entries: unknown[] };
    await writeFile(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
    await migrate(ownerUrl, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * One transaction that nobody else sees: the tables are emptied of what migrations put there, freed of triggers and
 * row rules (COPY cannot pass them, and triggers would derive numbers anew), loaded, bound again, and compared.
 */
async function load(
  client: pg.Client,
  backup: OpenedBackup,
  done: (step: RestoreStep) => void,
): Promise<ComparedTable[]> {
  const { manifest } = backup;
  await client.query(`begin; ${alikeEverywhere}; set local maintenance_work_mem = '256MB'`);
  try {
    const shapes = await tablesOf(client);
    const names = await inOrderOfKeys(
      client,
      shapes.map(({ name }) => name),
    );
    const missing = manifest.tables.filter(({ name }) => !names.includes(name));
    if (missing.length > 0 || manifest.tables.length !== names.length)
      throw new BackupError('restore.differs', {
        what: missing.map(({ name }) => name).join(', ') || 'tabellen',
      });
    await eachTable(client, names, ['no force row level security', 'disable trigger user']);
    // Only now: a trigger keeps the audit trail from being emptied too.
    await client.query(`truncate ${names.join(', ')} cascade`);
    const rebuild = await takeIndexesAside(client);
    for (const name of names) await loadTable(client, backup, name);
    for (const { name, last, called } of manifest.sequences)
      await client.query('select setval($1::regclass, $2, $3)', [name, last, called]);
    done('load');
    for (const definition of rebuild) await client.query(definition);
    done('index');
    const compared: ComparedTable[] = [];
    for (const { name, columns, rows, rowHash } of manifest.tables) {
      const counter = new RowCounter();
      await pipeline(client.query(copyTo(copyOut({ name, columns }))), counter, nowhere());
      if (counter.seen.rows !== rows || counter.seen.rowHash !== rowHash)
        throw new BackupError('restore.differs', { what: name });
      compared.push({ name, ...counter.seen });
    }
    done('compare');
    await eachTable(client, names, ['enable trigger user', 'force row level security']);
    await refuseUnbound(client);
    await client.query('commit');
    return compared;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

async function eachTable(
  client: pg.Client,
  names: readonly string[],
  verbs: readonly string[],
): Promise<void> {
  for (const name of names) for (const verb of verbs) await client.query(`alter table ${name} ${verb}`);
}

/** Indexes that guard nothing are made after the rows are there, which is many times quicker for those of search. */
async function takeIndexesAside(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select x.indexrelid::regclass::text as name, pg_get_indexdef(x.indexrelid) as definition
     from pg_index x join pg_class t on t.oid = x.indrelid join pg_namespace n on n.oid = t.relnamespace
     where not x.indisunique and n.nspname in ('public', 'wall')`,
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}

async function loadTable(
  client: pg.Client,
  { folder, manifest, keys }: OpenedBackup,
  name: string,
): Promise<void> {
  const table = manifest.tables.find((each) => each.name === name);
  if (!table) throw new BackupError('restore.differs', { what: name });
  await pipeline(
    createReadStream(join(folder, table.file)),
    keys ? new Unlocking(keys, table.file) : new PassThrough(),
    createZstdDecompress(),
    client.query(copyFrom(copyIn(table))),
  );
}

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });

/** Nothing is given free before every table is bound by its row rules again and every trigger fires. */
async function refuseUnbound(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname in ('public', 'wall') and (not c.relrowsecurity or not c.relforcerowsecurity
       or exists (select from pg_trigger g where g.tgrelid = c.oid and g.tgenabled <> 'O'))`,
  );
  if (rows.length > 0)
    throw new Error(`not bound again: ${rows.map((row) => String(row.relname)).join(', ')}`);
}
