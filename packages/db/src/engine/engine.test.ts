import { chown, mkdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createDatabaseFrom, startEngine, type Engine } from './index.ts';
import { isAlive } from './running-process.ts';
import {
  becomesTrue,
  childrenOf,
  cloneIsReadableForOthers,
  holdEngine,
  isLinux,
  isRoot,
  makeFolder,
  namedUser,
  ordinaryUser,
  query,
  serverOf,
} from './testing.ts';

const quiet = (): void => undefined;

let folder: Awaited<ReturnType<typeof makeFolder>>;
/** A folder with data in it; the tests leave it stopped. */
let dataDir: string;
let mayPassThrough: Awaited<ReturnType<typeof makeFolder>>;

beforeAll(async () => {
  folder = await makeFolder();
  dataDir = join(folder.path, 'data with spaces é');
  const engine = await startEngine({ dataDir, log: quiet });
  await query(engine.ownerUrl, `create table kept (words text); insert into kept values ('still here')`);
  await engine.stop();
  mayPassThrough = await makeFolder();
});

afterAll(async () => {
  await folder.remove();
  await mayPassThrough.remove();
});

const running: Engine[] = [];
const start = async (path: string): Promise<Engine> => {
  const engine = await startEngine({ dataDir: path, log: quiet });
  running.push(engine);
  return engine;
};
afterEach(async () => {
  await Promise.all(running.splice(0).map((engine) => engine.stop()));
});

describe('the embedded engine', () => {
  it('keeps the data over a stop and a start', async () => {
    const engine = await start(dataDir);
    expect(await query(engine.ownerUrl, 'select words from kept')).toEqual([{ words: 'still here' }]);
    await engine.stop();
    await engine.stop();
    const again = await start(dataDir);
    expect(await query(again.ownerUrl, 'select words from kept')).toEqual([{ words: 'still here' }]);
  });

  it('writes everything down and checks what it reads', async () => {
    const engine = await start(dataDir);
    const [settings] = await query(
      engine.appUrl,
      `select current_setting('fsync') as fsync, current_setting('full_page_writes') as pages,
              current_setting('synchronous_commit') as commit, current_setting('data_checksums') as checksums,
              current_setting('listen_addresses') as addresses`,
    );
    expect(settings).toEqual({ fsync: 'on', pages: 'on', commit: 'on', checksums: 'on', addresses: '' });
  });

  it('understands Dutch words between Dutch quotation marks and sorts names as people do', async () => {
    const engine = await start(dataDir);
    const [row] = await query(
      engine.appUrl,
      `select to_tsvector('dutch', '“Schoolkinderen” – café')::text as words, lower('ÉÉN') as lower,
              array(select name from unnest(array['zee', 'Élan', 'appel', 'Súdwest']) name
                    order by name collate "nl-x-icu") as names`,
    );
    expect(row).toEqual({
      words: `'caf':2 'schoolkinder':1`,
      lower: 'één',
      names: ['appel', 'Élan', 'Súdwest', 'zee'],
    });
  });

  it('asks everybody for a password, and keeps its own where only the owner reads them', async () => {
    const engine = await start(dataDir);
    const wrong = engine.appUrl.replace(/:[^:@/]+@/, ':wrong@');
    await expect(query(wrong, 'select 1')).rejects.toThrow(/password authentication failed/);
    expect((await stat(join(dataDir, 'engine-secrets.json'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(dataDir, 'run'))).mode & 0o777).toBe(0o700);
    expect((await stat(join(dataDir, 'postgres'))).mode & 0o777).toBe(0o700);
  });

  it('makes new passwords when the file with them was lost, and loses no data', async () => {
    await rm(join(dataDir, 'engine-secrets.json'));
    const engine = await start(dataDir);
    expect(await query(engine.ownerUrl, 'select words from kept')).toEqual([{ words: 'still here' }]);
  });

  it('gives each test a database of its own from a template', async () => {
    const engine = await start(dataDir);
    const one = await createDatabaseFrom(engine, 'kansenplein', 'test one');
    const two = await createDatabaseFrom(engine, 'kansenplein', 'test_two');
    await query(one.ownerUrl, `insert into kept values ('only in one')`);
    expect(await query(one.ownerUrl, 'select count(*)::int as n from kept')).toEqual([{ n: 2 }]);
    expect(await query(two.ownerUrl, 'select count(*)::int as n from kept')).toEqual([{ n: 1 }]);
    expect(await query(one.appUrl, 'select current_user as me')).toEqual([{ me: 'app' }]);
    await Promise.all([one.drop(), two.drop()]);
    await expect(query(one.ownerUrl, 'select 1')).rejects.toThrow(/does not exist/);
  });

  it('starts where the path is longer than a socket allows', async () => {
    const long = join(mayPassThrough.path, 'a-rather-long-name-'.repeat(6));
    const engine = await start(long);
    expect(await query(engine.appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(decodeURIComponent(engine.appUrl)).toContain(`@${tmpdir()}`);
  });
});

describe('a folder belongs to one process', () => {
  it('says which process holds it', async () => {
    await start(dataDir);
    const other = await holdEngine(dataDir);
    expect(other.answer.code).toBe('engine.in_use');
    expect(other.answer.sentence).toContain(`process ${process.pid}`);
    await other.ended;
    await expect(startEngine({ dataDir, log: quiet })).rejects.toMatchObject({ code: 'engine.in_use' });
  });

  it('takes over a lock whose process is gone', async () => {
    const holder = await holdEngine(dataDir);
    holder.process.kill('SIGKILL');
    await holder.ended;
    expect(await readFile(join(dataDir, 'engine.lock'), 'utf8')).toContain(String(holder.process.pid));
    const engine = await start(dataDir);
    expect(await query(engine.ownerUrl, 'select words from kept')).toEqual([{ words: 'still here' }]);
  });

  it('takes over a lock whose number was given to another process', async () => {
    const abandoned = { pid: process.ppid, start: 'a start long ago', since: '2020-01-01T00:00:00.000Z' };
    await writeFile(join(dataDir, 'engine.lock'), JSON.stringify(abandoned));
    await expect(start(dataDir)).resolves.toBeDefined();
  });

  it('is not misled by a server file that names a living stranger', async () => {
    const file = join(dataDir, 'postgres', 'postmaster.pid');
    await writeFile(file, `${process.ppid}\n${join(dataDir, 'postgres')}\n1700000000\n5432\n\n\n`, {
      mode: 0o600,
    });
    if (isRoot) await chown(file, ordinaryUser.uid, ordinaryUser.gid);
    await expect(start(dataDir)).resolves.toBeDefined();
    expect(isAlive(process.ppid)).toBe(true);
  });
});

describe('when the platform is killed', () => {
  it('its database does not linger, and what was committed is there', async () => {
    const holder = await holdEngine(dataDir);
    const server = await serverOf(dataDir);
    await query(holder.answer.superuserUrl ?? '', `insert into kept values ('just before')`);
    holder.process.kill('SIGKILL');
    await holder.ended;
    expect(await becomesTrue(() => !isAlive(server))).toBe(true);
    const engine = await start(dataDir);
    const rows = await query(engine.ownerUrl, `delete from kept where words = 'just before' returning words`);
    expect(rows).toEqual([{ words: 'just before' }]);
  });

  it.runIf(isLinux)('and its guard as well, the next start stops the orphan first', async () => {
    const holder = await holdEngine(dataDir);
    const server = await serverOf(dataDir);
    for (const child of await childrenOf(holder.process.pid ?? 0)) {
      if (child.name === 'sh') process.kill(child.pid, 'SIGKILL');
    }
    holder.process.kill('SIGKILL');
    await holder.ended;
    expect(await becomesTrue(() => !isAlive(server), 1_000)).toBe(false);
    const lines: string[] = [];
    running.push(await startEngine({ dataDir, log: (line) => lines.push(line) }));
    expect(lines.join()).toContain(`process ${server}`);
    expect(await serverOf(dataDir)).not.toBe(server);
  });

  it('and its database too, nothing committed is lost', async () => {
    const holder = await holdEngine(dataDir);
    const server = await serverOf(dataDir);
    await query(holder.answer.superuserUrl ?? '', `insert into kept values ('before the crash')`);
    process.kill(server, 'SIGKILL');
    holder.process.kill('SIGKILL');
    await holder.ended;
    const engine = await start(dataDir);
    const rows = await query(
      engine.ownerUrl,
      `delete from kept where words = 'before the crash' returning words`,
    );
    expect(rows).toHaveLength(1);
  });

  it('politely, it stops the database and frees the folder', async () => {
    const holder = await holdEngine(dataDir);
    const server = await serverOf(dataDir);
    holder.process.kill('SIGTERM');
    await holder.ended;
    expect(isAlive(server)).toBe(false);
    await expect(stat(join(dataDir, 'engine.lock'))).rejects.toThrow(/ENOENT/);
  });
});

it('tells the host when the database ends by itself', async () => {
  const reasons: string[] = [];
  const engine = await startEngine({
    dataDir,
    log: quiet,
    onUnexpectedEnd: (error) => reasons.push(error.code),
  });
  running.push(engine);
  process.kill(await serverOf(dataDir), 'SIGQUIT');
  expect(await becomesTrue(() => reasons.length > 0)).toBe(true);
  expect(reasons).toEqual(['engine.stopped_unexpectedly']);
});

describe.runIf(isRoot)('as root', () => {
  it('lets PostgreSQL run as a user without rights', async () => {
    await start(dataDir);
    expect((await stat(`/proc/${await serverOf(dataDir)}`)).uid).toBe(ordinaryUser.uid);
  });

  it('opens the way to a folder it makes, however strict the umask', async () => {
    const before = process.umask(0o077);
    try {
      const engine = await start(join(mayPassThrough.path, 'made', 'on', 'the way'));
      expect(await query(engine.appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    } finally {
      process.umask(before);
    }
  });

  it('refuses a folder that PostgreSQL could not enter, and says what to do', async () => {
    const closed = join(mayPassThrough.path, 'closed');
    await mkdir(closed, { mode: 0o700 });
    await expect(startEngine({ dataDir: join(closed, 'data'), log: quiet })).rejects.toMatchObject({
      code: 'engine.folder_closed',
      message: expect.stringContaining('KANSENPLEIN_DATA_DIR') as string,
    });
  });

  it.runIf(cloneIsReadableForOthers)('leaves an ordinary user their data', async () => {
    const home = join(mayPassThrough.path, 'home');
    await mkdir(home);
    await chown(home, namedUser.uid, namedUser.gid);
    const theirs = join(home, 'data');
    for (const who of [namedUser, undefined, namedUser]) {
      const holder = await holdEngine(theirs, who);
      expect(holder.answer).toEqual(expect.objectContaining({ ready: true }));
      expect((await stat(`/proc/${await serverOf(theirs)}`)).uid).toBe(namedUser.uid);
      holder.process.kill('SIGTERM');
      await holder.ended;
    }
  });

  it.runIf(cloneIsReadableForOthers)(
    'says that PostgreSQL does not run as a user without a name',
    async () => {
      const home = join(mayPassThrough.path, 'home of nobody known');
      await mkdir(home);
      await chown(home, 54321, 54321);
      const holder = await holdEngine(join(home, 'data'), { uid: 54321, gid: 54321 });
      expect(holder.answer.code).toBe('engine.user_without_name');
      await holder.ended;
    },
  );

  it.runIf(cloneIsReadableForOthers)('tells an ordinary user that root holds the folder', async () => {
    const holder = await holdEngine(dataDir, ordinaryUser);
    expect(holder.answer.code).toBe('engine.not_writable');
    await holder.ended;
  });
});

describe('a folder that cannot be used', () => {
  it('of another version is named as such and left alone', async () => {
    const old = join(mayPassThrough.path, 'old');
    await mkdir(join(old, 'postgres'), { recursive: true });
    await writeFile(join(old, 'postgres', 'PG_VERSION'), '14\n');
    await expect(startEngine({ dataDir: old, log: quiet })).rejects.toMatchObject({
      code: 'engine.wrong_version',
      message: expect.stringMatching(/PostgreSQL 14;.* PostgreSQL 18/) as string,
    });
    expect(await readFile(join(old, 'postgres', 'PG_VERSION'), 'utf8')).toBe('14\n');
    await expect(stat(join(old, 'engine.lock'))).rejects.toThrow(/ENOENT/);
  });

  it('that holds something else is not taken for data', async () => {
    const other = join(mayPassThrough.path, 'other');
    await mkdir(join(other, 'postgres', 'photographs'), { recursive: true });
    await expect(startEngine({ dataDir: other, log: quiet })).rejects.toMatchObject({
      code: 'engine.not_a_cluster',
    });
  });

  it('that is damaged is called damaged', async () => {
    const damaged = join(mayPassThrough.path, 'damaged');
    const engine = await startEngine({ dataDir: damaged, log: quiet });
    await engine.stop();
    await writeFile(join(damaged, 'postgres', 'global', 'pg_control'), Buffer.alloc(8192, 7));
    await expect(startEngine({ dataDir: damaged, log: quiet })).rejects.toMatchObject({
      code: 'engine.corrupt',
    });
  });

  it('for want of rights is called that', async () => {
    const closed = join(mayPassThrough.path, 'read-only');
    await mkdir(closed, { mode: 0o555 });
    const holder = await holdEngine(join(closed, 'data'), isRoot ? namedUser : undefined);
    expect(holder.answer.code).toBe('engine.not_writable');
    await holder.ended;
  });

  it.runIf(isLinux)('for want of room is called full', async () => {
    // A device that is always full, in the place where the engine wants to write.
    const full = join(mayPassThrough.path, 'full');
    await mkdir(full, { recursive: true });
    await symlink('/dev/full', join(full, 'engine-secrets.json.new'));
    await expect(startEngine({ dataDir: full, log: quiet })).rejects.toMatchObject({
      code: 'engine.disk_full',
    });
  });
});
