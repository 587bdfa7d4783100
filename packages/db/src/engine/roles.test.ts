import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureRoles, startEngine, type Engine } from './index.ts';
import { makeFolder, query } from './testing.ts';

let folder: Awaited<ReturnType<typeof makeFolder>>;
let engine: Engine;

beforeAll(async () => {
  folder = await makeFolder();
  engine = await startEngine({ dataDir: `${folder.path}/data`, log: () => undefined, throwaway: true });
});

afterAll(async () => {
  await engine.stop();
  await folder.remove();
});

const NAMES = ['app', 'audit', 'kansenplein_owner', 'wall', 'worker'];

describe('the roles behind the wall', () => {
  it('are no superuser, make no roles and databases, and do not pass row security', async () => {
    const rows = await query(
      engine.superuserUrl,
      `select rolname as name, rolcanlogin as login,
              rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls as powerful
       from pg_roles where rolname !~ '^(pg_|postgres$)' order by rolname`,
    );
    expect(rows).toEqual([
      { name: 'app', login: true, powerful: false },
      { name: 'audit', login: false, powerful: false },
      { name: 'kansenplein_owner', login: true, powerful: false },
      { name: 'wall', login: false, powerful: false },
      { name: 'worker', login: true, powerful: false },
    ]);
  });

  it('let the owner hand a function over to wall, without seeing through its policies', async () => {
    await query(
      engine.ownerUrl,
      `create schema trial;
       grant usage, create on schema trial to wall;
       create table trial.row_of_another (words text);
       insert into trial.row_of_another values ('unseen');
       alter table trial.row_of_another enable row level security;
       alter table trial.row_of_another force row level security;
       create policy everything on trial.row_of_another to wall using (true) with check (true);
       grant select on trial.row_of_another to wall;
       create function trial.count_all() returns int language sql security definer
         set search_path = trial as 'select count(*)::int from row_of_another';
       alter function trial.count_all() owner to wall;`,
    );
    expect(await query(engine.ownerUrl, 'select count(*)::int as n from trial.row_of_another')).toEqual([
      { n: 0 },
    ]);
    expect(await query(engine.superuserUrl, 'select trial.count_all() as n')).toEqual([{ n: 1 }]);
    expect(await query(engine.ownerUrl, 'select trial.count_all() as n')).toEqual([{ n: 1 }]);
  });

  it('keep app and worker from making anything', async () => {
    for (const url of [engine.appUrl, engine.workerUrl]) {
      await expect(query(url, 'create table mine (a int)')).rejects.toThrow(/permission denied/);
      await expect(query(url, 'create temporary table mine (a int)')).rejects.toThrow(/permission denied/);
      await expect(query(url, 'set role wall')).rejects.toThrow(/permission denied/);
      await expect(query(url, 'set role kansenplein_owner')).rejects.toThrow(/permission denied/);
    }
  });

  it('let the owner install the extensions that search needs', async () => {
    for (const extension of ['pg_trgm', 'unaccent', 'fuzzystrmatch', 'btree_gin']) {
      await expect(
        query(engine.ownerUrl, `create extension if not exists ${extension}`),
      ).resolves.toBeDefined();
    }
  });
});

it('an operator who is no superuser prepares the same roles, twice without harm', async () => {
  await query(
    engine.superuserUrl,
    `drop schema if exists trial cascade;
     drop owned by wall, audit, app, worker; drop role wall, audit, app, worker;
     create role operator_of_service login createrole createdb password 'for-this-test'`,
  );
  const url = engine.superuserUrl
    .replace(/\/\/[^@]+@/, '//operator_of_service:for-this-test@')
    .replace(/kansenplein$/, 'postgres');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const passwords = { owner: 'one', app: 'two', worker: 'three' };
    await ensureRoles(client, 'owner_of_service', passwords);
    await ensureRoles(client, 'owner_of_service', passwords);
  } finally {
    await client.end();
  }
  const grants = await query(
    engine.superuserUrl,
    `select roleid::regrole::text as role, bool_or(inherit_option) as inherits, bool_or(set_option) as hands_over
     from pg_auth_members where member = 'owner_of_service'::regrole group by roleid order by 1`,
  );
  expect(grants).toEqual([
    { role: 'audit', inherits: false, hands_over: true },
    { role: 'wall', inherits: false, hands_over: true },
  ]);
  const made = await query<{ rolname: string }>(engine.superuserUrl, 'select rolname from pg_roles');
  expect(made.map((row) => row.rolname)).toEqual(expect.arrayContaining(NAMES));
});
