// The catalogue itself: what no list explains does not exist.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDatabase } from '../support/platform.ts';
import { asSuperuser } from '../support/sql.ts';
import {
  definers,
  foreignAcrossOwners,
  notOurs,
  ownedByAudit,
  referenceTables,
  searchDefiner,
  uniqueAcrossOwners,
} from './catalogue-lists.ts';

let database: Awaited<ReturnType<typeof makeDatabase>>;
beforeAll(async () => {
  database = await makeDatabase();
});
afterAll(() => database.drop());

const ask = <Row extends Record<string, unknown>>(text: string) =>
  asSuperuser<Row>(database.superuserUrl, text);

const ownSchemas = `n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`;
/** What an extension brought along is not ours; it holds no rows and passes no rule. */
const notOfExtension = (catalogue: string, alias: string) =>
  `not exists (select from pg_depend d where d.classid = '${catalogue}'::regclass and d.objid = ${alias}.oid and d.deptype = 'e')`;

describe('tables', () => {
  it('are all under enabled and forced row rules, or on the list of what is not ours', async () => {
    const rows = await ask<{ name: string; guarded: boolean }>(
      `select n.nspname || '.' || c.relname as name, c.relrowsecurity and c.relforcerowsecurity as guarded
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p', 'f', 'm') and ${ownSchemas}`,
    );
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter(({ guarded }) => !guarded).map(({ name }) => name)).toEqual(Object.keys(notOurs));
  });

  it('that are not ours lie in schemas that app and worker cannot enter', async () => {
    for (const name of Object.keys(notOurs)) {
      const [schema] = name.split('.');
      const rows = await ask(
        `select has_schema_privilege('app', '${schema}', 'usage') as app, has_schema_privilege('worker', '${schema}', 'usage') as worker`,
      );
      expect(rows).toEqual([{ app: false, worker: false }]);
    }
  });

  it('give app and worker exactly the verbs that a policy speaks of', async () => {
    const rows = await ask<{ name: string }>(
      `with verbs(privilege, command) as (values ('SELECT', 'r'), ('INSERT', 'a'), ('UPDATE', 'w'), ('DELETE', 'd'))
       select role || ' ' || privilege || ' ' || c.relname as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace, unnest('{app,worker}'::name[]) role, verbs
       where c.relkind = 'r' and n.nspname in ('public', 'wall')
         and has_table_privilege(role, c.oid, privilege) <> exists (
           select from pg_policy p where p.polrelid = c.oid and p.polcmd::text in (command, '*')
             and (select oid from pg_roles where rolname = role) = any(p.polroles))`,
    );
    expect(rows).toEqual([]);
  });

  it('give app and worker no right that no policy can limit', async () => {
    const rows = await ask<{ name: string }>(
      `select role || ' ' || privilege || ' ' || c.relname as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace,
         unnest('{app,worker}'::name[]) role, unnest('{TRUNCATE,REFERENCES,TRIGGER}'::text[]) privilege
       where c.relkind in ('r', 'v', 'm', 'p') and ${ownSchemas} and has_table_privilege(role, c.oid, privilege)`,
    );
    expect(rows).toEqual([]);
    const makes = await ask(
      `select s as schema, role from unnest('{public,wall}'::text[]) s, unnest('{app,worker,public}'::text[]) role
       where has_schema_privilege(role, s, 'create')`,
    );
    expect(makes).toEqual([]);
  });

  it('let everything pass to nobody but the wall, the audit trail to its own role, reference data and counters apart', async () => {
    const rows = await ask<{ name: string }>(
      `select c.relname || ' ' || p.polname as name from pg_policy p join pg_class c on c.oid = p.polrelid
       where (pg_get_expr(p.polqual, p.polrelid) = 'true' or pg_get_expr(p.polwithcheck, p.polrelid) = 'true')
         and p.polroles <> array[(select oid from pg_roles where rolname = 'wall')]
         and p.polroles <> array[(select oid from pg_roles where rolname = 'audit')] order by 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual([
      'attempt attempt_counted',
      'document_import document_import_jobs',
      'municipality municipality_seen',
      'outgoing_mail outgoing_mail_jobs',
      'region region_seen',
      'region_municipality region_municipality_seen',
    ]);
  });
});

describe('keys', () => {
  it('that are unique across owners are on the list', async () => {
    const rows = await ask<{ name: string }>(
      `select i.relname as name from pg_index x join pg_class i on i.oid = x.indexrelid
       join pg_class t on t.oid = x.indrelid join pg_namespace n on n.oid = t.relnamespace
       where x.indisunique and n.nspname in ('public', 'wall') order by 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(uniqueAcrossOwners).sort());
  });

  it('that point at rows of others are on the list', async () => {
    const rows = await ask<{ name: string; target: string }>(
      `select c.conname as name, t.relname as target from pg_constraint c join pg_class t on t.oid = c.confrelid
       where c.contype = 'f' order by 1`,
    );
    const found = rows.filter(({ target }) => !referenceTables.includes(target)).map(({ name }) => name);
    expect(found).toEqual(Object.keys(foreignAcrossOwners).sort());
  });
});

describe('views and functions', () => {
  it('hold no view that sees more than who asks', async () => {
    const rows = await ask(
      `select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('v', 'm') and ${ownSchemas} and ${notOfExtension('pg_class', 'c')}
         and not coalesce(c.reloptions @> '{security_invoker=true}', false)`,
    );
    expect(rows).toEqual([]);
  });

  it('pass the row rules only when listed, owned by wall (or audit) and with a pinned search_path that ends in pg_temp', async () => {
    const rows = await ask<{ schema: string; name: string; owner: string; settings: string[] | null }>(
      `select n.nspname as schema, p.proname as name, p.proowner::regrole::text as owner, p.proconfig as settings
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where p.prosecdef and ${ownSchemas} order by 2`,
    );
    const names = rows.map(({ name }) => name);
    expect(names.filter((name) => !(name in definers) && !searchDefiner.test(name))).toEqual([]);
    expect(Object.keys(definers).filter((name) => !names.includes(name))).toEqual([]);
    const loose = rows.filter(
      ({ schema, name, owner, settings }) =>
        schema !== 'wall' ||
        owner !== (ownedByAudit.has(name) ? 'audit' : 'wall') ||
        !settings?.some((each) => /^search_path=pg_catalog, .*pg_temp$/.test(each)),
    );
    expect(loose).toEqual([]);
  });

  it('are executed by nobody who was not named', async () => {
    const rows = await ask(
      `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname = 'wall' and has_function_privilege('public', p.oid, 'execute')`,
    );
    expect(rows).toEqual([]);
  });

  it('that write the read model or pass as somebody are out of reach of app', async () => {
    const rows = await ask<{ name: string }>(
      `select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname = 'wall' and has_function_privilege('app', p.oid, 'execute')
         and p.proname ~ '^(demo_|index_|derive_|search_(put|remove|move|touch|bit|mask|seen|words_apart|changed|pack|compact|counted|rebuild|sweep)|findable|append_event|append_to_trail|count_event|chain_events|prune_audit|audit_(chains|links|loose)|pseudonym_of|audience_of|operator_|import_read|place|follow|insiders)'`,
    );
    expect(rows).toEqual([]);
  });
});

describe('roles', () => {
  it('are plain: no superuser, nobody passes row rules, nobody makes roles or databases', async () => {
    const rows = await ask<{ name: string; login: boolean }>(
      `select rolname as name, rolcanlogin as login from pg_roles
       where rolname in ('app', 'worker', 'wall', 'audit', 'kansenplein_owner')
         and not (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication) order by 1`,
    );
    expect(rows).toEqual([
      { name: 'app', login: true },
      { name: 'audit', login: false },
      { name: 'kansenplein_owner', login: true },
      { name: 'wall', login: false },
      { name: 'worker', login: true },
    ]);
  });

  it('cannot become one another, the owner apart, who never inherits the wall', async () => {
    const rows = await ask(
      `select m.member::regrole::text as member, m.roleid::regrole::text as role, m.inherit_option as inherits
       from pg_auth_members m where m.member::regrole::text in ('app', 'worker', 'wall', 'audit', 'kansenplein_owner') order by 1, 2`,
    );
    expect(rows).toEqual([
      { member: 'kansenplein_owner', role: 'audit', inherits: false },
      { member: 'kansenplein_owner', role: 'wall', inherits: false },
    ]);
  });

  it('own nothing as app or worker', async () => {
    const rows = await ask(
      `select c.relname from pg_class c where c.relowner::regrole::text in ('app', 'worker')
       union all select p.proname from pg_proc p where p.proowner::regrole::text in ('app', 'worker')`,
    );
    expect(rows).toEqual([]);
  });
});
