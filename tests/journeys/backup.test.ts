// Backup and restore, as an operator does it: while people work, into an empty database, and checked afterwards.
import { demoPassword, listTombstones } from '@kansenplein/core';
import {
  keepTombstones,
  openBackup,
  readTombstones,
  restoreBackup,
  takeBackup,
  tombstonesIn,
  type Manifest,
  type RestoreOptions,
  type TestDatabase,
} from '@kansenplein/db';
import { appendFile, cp, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf, agreed, makeAlliance, type Alliance } from '../support/alliance.ts';
import { makeEmptyDatabase, startPlatform, type Platform } from '../support/platform.ts';
import { asSuperuser } from '../support/sql.ts';
import { makeAgenda, makeIntervention, ownDesk, type Made } from '../support/writing.ts';

let folder: string;
let alliance: Alliance;
let joint: Made;
let draft: Made;
const opened: { drop(): Promise<void> }[] = [];

const emptyDatabase = async (): Promise<TestDatabase> => {
  const database = await makeEmptyDatabase();
  opened.push(database);
  return database;
};
const secretKey = Buffer.from('0123456789abcdef0123456789abcdef0123456789abcdef');
const restore = async (
  ownerUrl: string,
  from: string,
  { secret = null, ...options }: RestoreOptions & { readonly secret?: Buffer | null } = {},
) => restoreBackup(ownerUrl, await openBackup(from, secret), options);
const at = (name: string) => join(folder, name);
const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing was refused',
    (error: { code?: string }) => error.code,
  );

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kansenplein-backup-'));
  alliance = await makeAlliance();
  const parts = [{ municipality: agreed, agreedBy: 'agreedPublisher' as const }];
  joint = await makeIntervention(alliance, {
    state: 'published',
    visibility: 'public',
    desk: ownDesk,
    parts,
  });
  draft = await makeIntervention(alliance, {
    state: 'draft',
    visibility: 'public',
    desk: ownDesk,
    parts: [],
  });
  await makeAgenda(alliance, { state: 'published', visibility: 'alliance', desk: ownDesk });
  await takeBackup(alliance.urls.ownerUrl, at('whole'));
});
afterAll(async () => {
  await alliance.close();
  for (const each of opened) await each.drop();
  await rm(folder, { recursive: true, force: true });
});

const tablesOfDatabase = async (url: string) =>
  (
    await asSuperuser<{ name: string }>(
      url,
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and n.nspname in ('public', 'wall') order by 1`,
    )
  ).map(({ name }) => name);

describe('a backup', () => {
  it('holds every table of the catalogue but the few that are left out with a reason', async () => {
    const { manifest } = await openBackup(at('whole'), null);
    const all = await tablesOfDatabase(alliance.urls.superuserUrl);
    const left = Object.keys(manifest.leftOut).map((name) => name.replace('public.', ''));
    expect([...manifest.tables.map(({ name }) => name.replace('public.', '')), ...left].sort()).toEqual(all);
    expect(left).toEqual([
      'agenda_presence',
      'attempt',
      'file_removal',
      'intervention_presence',
      'login_session',
      'outgoing_mail',
      'search_dirty',
      'search_follower',
    ]);
    const copied = Object.fromEntries(manifest.tables.map(({ name, rows }) => [name, rows]));
    for (const { name } of manifest.tables) {
      const [row] = await asSuperuser<{ count: number }>(
        alliance.urls.superuserUrl,
        `select count(*)::int from ${name}`,
      );
      expect({ name, rows: copied[name] }).toEqual({ name, rows: row?.count });
    }
  });

  it('can be read by its owner only, and leaves nothing half behind when it fails', async () => {
    expect((await stat(at('whole'))).mode & 0o777).toBe(0o700);
    for (const file of await readdir(at('whole')))
      expect((await stat(join(at('whole'), file))).mode & 0o777).toBe(0o600);
    const before = await readdir(folder);
    expect(await refused(takeBackup(alliance.urls.ownerUrl, at('whole')))).toBe('backup.target_exists');
    const empty = await emptyDatabase();
    expect(await refused(takeBackup(empty.ownerUrl, at('nothing')))).toBe('backup.older_database');
    expect(
      await refused(takeBackup(alliance.urls.ownerUrl, at('weak'), { secret: Buffer.from('kort') })),
    ).toBe('backup.weak_key');
    // Nobody but the owner gets through the wall, not even half: role app sees no journal and may lend no role.
    await expect(takeBackup(alliance.urls.appUrl, at('app'))).rejects.toThrow();
    expect(await readdir(folder)).toEqual(before);
  });

  it('is of one moment, also while people write', async () => {
    const editor = await alliance.as('editor');
    let writing = true;
    let written = 0;
    const busy = (async () => {
      while (writing) {
        await makeIntervention(alliance, {
          state: 'published',
          visibility: 'public',
          desk: ownDesk,
          parts: [],
        });
        written += 1;
      }
    })();
    while (written === 0) await editor.interventions.workingCopies.query();
    const before = written;
    await takeBackup(alliance.urls.ownerUrl, at('busy'));
    while (written === before) await editor.interventions.workingCopies.query();
    writing = false;
    await busy;
    const restored = await emptyDatabase();
    await restore(restored.ownerUrl, at('busy'));
    // A published intervention is a working copy, a version, a place in search and its events, or none of these.
    const torn = await asSuperuser(
      restored.superuserUrl,
      `select i.id from intervention i where i.state = 'published' and (
         not exists (select from intervention_version v where v.intervention_id = i.id and v.number = i.published_version)
         or not exists (select from search_document d where d.id = i.id)
         or not exists (select from audit_event e where e.object = i.id::text and e.action = 'intervention.published'))`,
    );
    expect(torn).toEqual([]);
  });

  it('is refused when a byte of it was changed, a file is missing or shorter, or the manifest was touched', async () => {
    const target = await emptyDatabase();
    const spoil = async (name: string, work: (path: string) => Promise<unknown>) => {
      await cp(at('whole'), at(name), { recursive: true });
      await work(at(name));
      return refused(restore(target.ownerUrl, at(name)));
    };
    const file = 'public.intervention.copy.zst';
    const damaged = 'backup.damaged';
    expect(await spoil('longer', (path) => appendFile(join(path, file), 'x'))).toBe(damaged);
    expect(await spoil('shorter', (path) => truncate(join(path, file), 100))).toBe(damaged);
    expect(await spoil('missing', (path) => rm(join(path, file)))).toBe(damaged);
    expect(
      await spoil('flipped', async (path) => {
        const bytes = await readFile(join(path, file));
        bytes[50] = (bytes[50] ?? 0) ^ 1;
        await writeFile(join(path, file), bytes);
      }),
    ).toBe(damaged);
    expect(
      await spoil('manifest', async (path) => {
        const text = await readFile(join(path, 'manifest.json'), 'utf8');
        await writeFile(
          join(path, 'manifest.json'),
          text.replace('"format": 1', '"format": 1,\n  "extra": 1'),
        );
      }),
    ).toBe(damaged);
    expect(await spoil('none', (path) => rm(join(path, 'manifest.json')))).toBe('backup.not_found');
    expect(await tablesOfDatabase(target.superuserUrl)).toEqual([]);
  });

  it('is refused rather than made when a table could hide rows from it', async () => {
    const target = await emptyDatabase();
    await restore(target.ownerUrl, at('whole'));
    const refusal = () =>
      takeBackup(target.ownerUrl, at('hiding')).then(
        () => 'made',
        (error: Error) => error.message,
      );
    const hides = 'No role may see every row of public.hiding: it cannot be backed up.';
    await asSuperuser(target.ownerUrl, 'create table hiding (id integer primary key)');
    await asSuperuser(target.ownerUrl, 'alter table hiding enable row level security');
    expect(await refusal()).toBe(hides);
    await asSuperuser(target.ownerUrl, 'create policy partly on hiding to wall using (id > 1)');
    expect(await refusal()).toBe(hides);
    await asSuperuser(target.ownerUrl, 'create policy wholly on hiding to wall using (true)');
    await asSuperuser(target.ownerUrl, 'create policy less on hiding as restrictive to wall using (id > 1)');
    expect(await refusal()).toBe(hides);
    await asSuperuser(target.ownerUrl, 'drop policy less on hiding; grant select on hiding to wall');
    expect(await refusal()).toBe('made');
  });

  it('that is locked opens with its key only', async () => {
    await takeBackup(alliance.urls.ownerUrl, at('locked'), { secret: secretKey });
    const accounts = await readFile(join(at('locked'), 'public.account.copy.zst.locked'));
    expect(accounts.includes('kansenplein.example')).toBe(false);
    expect(await refused(openBackup(at('locked'), null))).toBe('backup.locked');
    expect(await refused(openBackup(at('locked'), Buffer.alloc(48, 'x')))).toBe('backup.wrong_key');
    const target = await emptyDatabase();
    const { compared } = await restore(target.ownerUrl, at('locked'), { secret: secretKey });
    expect(compared.length).toBeGreaterThan(20);
  });
});

describe('a restored platform', () => {
  let database: TestDatabase;
  let platform: Platform;
  let manifest: Manifest;

  beforeAll(async () => {
    database = await emptyDatabase();
    const restored = await restore(database.ownerUrl, at('whole'));
    manifest = restored.manifest;
    platform = await startPlatform({ on: { ...database, drop: async () => undefined } });
  });
  afterAll(() => platform.close());

  it('holds the same rows: every hash of a second backup equals that of the first', async () => {
    await takeBackup(database.ownerUrl, at('again'));
    const again = (await openBackup(at('again'), null)).manifest;
    const rowsOf = ({ tables }: Manifest) =>
      tables.map(({ name, rows, rowHash }) => ({ name, rows, rowHash }));
    expect(rowsOf(again)).toEqual(rowsOf(manifest));
    expect(again.sequences).toEqual(manifest.sequences);
  });

  it('lets people in with their old password, not with their old cookie', async () => {
    const old = await alliance.secretOf('editor');
    expect((await platform.client('local', old).accounts.me.query()).account).toBeNull();
    const address = addressOf('editor');
    const { secret } = await platform
      .client('local', null)
      .accounts.signIn.mutate({ address, password: demoPassword });
    expect((await platform.client('local', secret).accounts.me.query()).account?.address).toBe(address);
  });

  it('finds the same as before, by words, typing errors and filters', async () => {
    for (const question of [{}, { text: 'leesmaatje' }, { text: 'leesmatje' }, { text: joint.title }]) {
      const found = await platform.client('local', null).finding.find.query(question);
      expect(JSON.stringify(found.hits)).toContain(joint.handle);
      // More may have been published here since the backup, never less found.
      const before = await alliance.visitor().finding.find.query(question);
      expect(found.total).toBeLessThanOrEqual(before.total);
    }
  });

  it('has its walls: triggers on, row rules forced, a neighbour sees no draft and the own people do', async () => {
    const loose = await asSuperuser(
      database.superuserUrl,
      `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname = 'public'
         and (not c.relrowsecurity or not c.relforcerowsecurity
           or exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgenabled <> 'O'))`,
    );
    expect(loose).toEqual([]);
    const shape = (url: string) =>
      asSuperuser(
        url,
        `select tablename, indexdef from pg_indexes where schemaname in ('public', 'wall') order by 1, 2`,
      );
    expect(await shape(database.superuserUrl)).toEqual(await shape(alliance.urls.superuserUrl));
    const enter = async (name: 'editor' | 'strangerEditor') => {
      const { secret } = await platform
        .client('local', null, `10.9.0.${name.length}`)
        .accounts.signIn.mutate({ address: addressOf(name), password: demoPassword });
      return secret;
    };
    const seen = async (name: 'editor' | 'strangerEditor') =>
      JSON.stringify(await platform.client('local', await enter(name)).interventions.workingCopies.query());
    expect(await seen('editor')).toContain(draft.id);
    expect(await seen('strangerEditor')).not.toContain(draft.id);
  });

  it('goes on counting where it was, and takes new work', async () => {
    const { secret } = await platform
      .client('local', null, '10.9.1.1')
      .accounts.signIn.mutate({ address: addressOf('publisher'), password: demoPassword });
    const made = await platform
      .client('local', secret)
      .interventions.create.mutate({ title: 'Na het terugzetten' });
    expect(made.id).toMatch(/^[0-9a-f-]{36}$/);
    const [event] = await asSuperuser<{ id: string; newest: string }>(
      database.superuserUrl,
      `select id, (select max(id) from audit_event) as newest from audit_event where object = $1`,
      [made.id],
    );
    expect(event?.id).toBe(event?.newest);
  });

  it('is not restored over: what is in use is refused and stays as it is', async () => {
    expect(await refused(restore(database.ownerUrl, at('whole')))).toBe('restore.not_empty');
    expect(await refused(restore(alliance.urls.ownerUrl, at('whole')))).toBe('restore.not_empty');
  });
});

describe('who was erased', () => {
  it('stays erased when an older backup is restored', async () => {
    const old = at('before-erasure');
    await takeBackup(alliance.urls.ownerUrl, old);
    const [person] = await asSuperuser<{ id: string }>(
      alliance.urls.superuserUrl,
      'select id from account where address = $1',
      [addressOf('reader')],
    );
    await asSuperuser(alliance.urls.superuserUrl, 'select wall.erase_person($1, false)', [person?.id]);
    // As the job does it: out of the database, into a file that a restore reads.
    const kept = await listTombstones(alliance.database);
    expect(kept).toEqual(await tombstonesIn(alliance.urls.ownerUrl));
    expect(await keepTombstones(at('tombstones.jsonl'), kept)).toBe(1);
    expect(await keepTombstones(at('tombstones.jsonl'), kept)).toBe(0);
    const tombstones = await readTombstones(at('tombstones.jsonl'));
    expect(tombstones).toHaveLength(1);
    expect(JSON.stringify(tombstones)).not.toContain(person?.id);
    const target = await emptyDatabase();
    const { erasedAgain } = await restore(target.ownerUrl, old, { tombstones });
    expect(erasedAgain).toBe(1);
    const found = await asSuperuser(target.superuserUrl, 'select address, name from account where id = $1', [
      person?.id,
    ]);
    expect(found).toEqual([
      { address: `verwijderd-${person?.id}@kansenplein.invalid`, name: 'Verwijderde persoon' },
    ]);
    // And the next backup knows it by itself.
    expect(await tombstonesIn(target.ownerUrl)).toEqual(tombstones);
  });

  it('is on a list that is read whole or not at all', async () => {
    await writeFile(at('list.jsonl'), '{"salt":"x"}\n');
    expect(await refused(readTombstones(at('list.jsonl')))).toBe('tombstones.unreadable');
    expect(await readTombstones(at('no-such-list.jsonl'))).toEqual([]);
  });
});

describe('a restore that broke off', () => {
  it('is not taken for a platform, and is begun anew', async () => {
    const target = await emptyDatabase();
    await asSuperuser(target.ownerUrl, 'create schema restoring');
    await expect(startPlatform({ on: { ...target, drop: async () => undefined } })).rejects.toThrow(
      'restored',
    );
    const { compared } = await restore(target.ownerUrl, at('whole'));
    expect(compared.length).toBeGreaterThan(20);
  });
});
