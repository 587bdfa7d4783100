// How long a backup takes and how long it takes to be back. The first interventions are written as people write them,
// through every trigger; the rest are copies of those rows with ids of their own, because triggers write some hundred
// a second. Backing up and restoring see no difference: what counts is how many rows there are and how long they are.
import {
  migrate,
  openBackup,
  restoreBackup,
  startEngine,
  takeBackup,
  type EngineUrls,
} from '@kansenplein/db';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { asClient, fill } from './fill.ts';
import { databaseMilliseconds } from './processes.ts';
import type { Line } from './table.ts';

/** Multiplies what is there until there are `size` interventions: rows, versions, participants, search, audit. */
export async function multiply(urls: EngineUrls, size: number): Promise<number> {
  return asClient(urls.superuserUrl, async (client) => {
    await client.query(`set session_replication_role = replica; set work_mem = '256MB'`);
    const { rows } = await client.query<{ count: number }>('select count(*)::int from intervention');
    const present = rows[0]?.count ?? 0;
    await client.query(
      `create temp table copy as
       select row_number() over () as n, i.id as old, gen_random_uuid() as new, substr(md5(random()::text), 1, 10) as handle
       from generate_series(1, $1) round cross join intervention i limit $2`,
      [Math.ceil(size / Math.max(present, 1)), size - present],
    );
    const columns = async (table: string, changed: Record<string, string>) => {
      const { rows: found } = await client.query<{ name: string }>(
        `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
        [table],
      );
      const names = found.map(({ name }) => name);
      return {
        names: names.join(', '),
        values: names.map((name) => changed[name] ?? `t.${name}`).join(', '),
      };
    };
    const copy = async (table: string, join: string, changed: Record<string, string>) => {
      const { names, values } = await columns(table, changed);
      await client.query(
        `insert into ${table} (${names}) overriding system value select ${values} from ${join} order by copy.n`,
      );
    };
    await copy('intervention', 'copy join intervention t on t.id = copy.old', {
      id: 'copy.new',
      handle: 'copy.handle',
    });
    for (const table of ['intervention_version', 'participation'])
      await copy(table, `copy join ${table} t on t.intervention_id = copy.old`, {
        intervention_id: 'copy.new',
        handle: 'copy.handle',
      });
    await client.query(
      `create temp table doc as select d.doc as old, copy.old as source, copy.new, copy.n,
         (select max(doc) from search_document) + row_number() over (order by copy.n) as new_doc
       from copy join search_document d on d.id = copy.old`,
    );
    await copy('search_document', 'doc copy join search_document t on t.doc = copy.old', {
      doc: 'copy.new_doc',
      id: 'copy.new',
    });
    for (const table of ['search_text', 'search_vector'])
      await copy(table, `doc copy join ${table} t on t.doc = copy.old`, { doc: 'copy.new_doc' });
    await client.query(
      `insert into audit_event (municipality, action, object, visible_to, audience)
       select i.municipality, 'intervention.' || what, i.id, a.scopes, a.id
       from intervention i, unnest('{created,saved,submitted,published}'::text[]) what,
         lateral (select id, scopes from audience limit 1) a`,
    );
    await client.query(
      `select setval(pg_get_serial_sequence('search_document', 'doc'), (select max(doc) from search_document))`,
    );
    await client.query('analyze');
    const { rows: sizes } = await client.query<{ bytes: string }>(
      'select pg_database_size(current_database()) as bytes',
    );
    return Number(sizes[0]?.bytes ?? 0);
  });
}

async function sizeOf(folder: string): Promise<number> {
  const sizes = await Promise.all(
    (await readdir(folder)).map(async (file) => (await stat(join(folder, file))).size),
  );
  return sizes.reduce((sum, each) => sum + each, 0);
}

/** Seconds of the processor, ours and the database's: they say the same on a machine that does other things too. */
const atWork = async () =>
  (process.cpuUsage().user + process.cpuUsage().system) / 1e6 + (await databaseMilliseconds()) / 1e3;

const seconds = (began: number) => (Date.now() - began) / 1000;

/** What people wrote, so that words, lengths and audiences are real. */
const written = 2_000;

async function fillOnce(urls: EngineUrls, size: number, say: (line: string) => void): Promise<void> {
  await migrate(urls.ownerUrl);
  const present = await asClient(urls.superuserUrl, async (client) => {
    const { rows } = await client.query<{ count: number }>('select count(*)::int from intervention');
    return rows[0]?.count ?? 0;
  });
  if (present >= size) return;
  if (present === 0) await fill(urls, Math.min(written, size), say);
  const bytes = await multiply(urls, size);
  say(`${size} interventions, a database of ${(bytes / 1e6).toFixed(0)} MB`);
}

/** Backs up a filled database and restores it into a new, real engine (fsync on); every row is compared. */
export async function measureBackup(
  folder: string,
  size: number,
  say: (line: string) => void,
): Promise<Line[]> {
  const target = join(folder, `backup-${process.pid}`);
  const fresh = join(folder, `restored-${process.pid}`);
  const engine = await startEngine({ dataDir: join(folder, 'to-back-up'), log: say });
  const undoing = [() => engine.stop()];
  try {
    await fillOnce(engine, size, say);
    const workBefore = await atWork();
    const beganBackup = Date.now();
    const { tables } = await takeBackup(engine.ownerUrl, target);
    const backup = seconds(beganBackup);
    const backupWork = (await atWork()) - workBefore;
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    const megabytes = ((await sizeOf(target)) / 1e6).toFixed(0);
    const beganEngine = Date.now();
    const empty = await startEngine({ dataDir: fresh, log: say });
    undoing.push(() => empty.stop());
    const started = seconds(beganEngine);
    const workBetween = await atWork();
    const beganRestore = Date.now();
    const steps: string[] = [];
    const opened = await openBackup(target, null);
    steps.push(`check ${seconds(beganRestore).toFixed(1)} s`);
    await restoreBackup(empty.ownerUrl, opened, {
      onStep: (step, took) => void steps.push(`${step} ${took.toFixed(1)} s`),
    });
    const restore = seconds(beganRestore) + started;
    const restoreWork = (await atWork()) - workBetween;
    return [
      {
        measure: `backup of ${size} interventions (${rows} rows, ${megabytes} MB)`,
        target: '≤ 60 s',
        figure: `${backup.toFixed(1)} s (${backupWork.toFixed(0)} s of the processor)`,
        isMet: backup <= 60,
      },
      {
        measure: 'restore into a new engine, every row compared',
        target: '≤ 180 s',
        figure: `${restore.toFixed(1)} s (engine ${started.toFixed(1)} s, ${steps.join(', ')}; ${restoreWork.toFixed(0)} s of the processor)`,
        isMet: restore <= 180,
      },
    ];
  } finally {
    for (const undo of undoing.reverse()) await undo();
    await rm(target, { recursive: true, force: true });
    await rm(fresh, { recursive: true, force: true });
  }
}
