// Holes read off the catalogue of a migrated database: whatever is protected there is unprotected here, one at a time.
import type { DatabaseHole } from './hole.ts';

type Query = <Row>(text: string) => Promise<Row[]>;

const hole = (family: string, name: string, sql: string, table?: string): DatabaseHole => ({
  where: 'database',
  family,
  name: `${family}: ${name}`,
  sql,
  ...(table === undefined ? {} : { table }),
});

/** Rows that name their owner, or that nobody but the wall may touch: what a hole could show. */
const ours = `select c.relname as table, c.relforcerowsecurity as forced,
    has_table_privilege('app', c.oid, 'select') as readable
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind = 'r' and c.relrowsecurity order by 1`;

interface Policy {
  readonly table: string;
  readonly policy: string;
  readonly verb: string;
}

/** Every rule for `app` that asks something, asked no more. */
async function policies(query: Query): Promise<DatabaseHole[]> {
  const rows = await query<Policy>(
    `select tablename as table, policyname as policy, cmd as verb from pg_policies
     where schemaname = 'public' and roles && '{app,worker}' and coalesce(qual, with_check) <> 'true' order by 1, 2`,
  );
  return rows.map(({ table, policy, verb }) => {
    const using = verb === 'INSERT' ? '' : ' using (true)';
    const check = verb === 'SELECT' || verb === 'DELETE' ? '' : ' with check (true)';
    return hole(
      'policy',
      `${policy} asks nothing`,
      `alter policy "${policy}" on "${table}"${using}${check}`,
      table,
    );
  });
}

async function tables(query: Query): Promise<DatabaseHole[]> {
  const rows = await query<{ table: string; forced: boolean; readable: boolean }>(ours);
  return rows.flatMap(({ table, forced, readable }) => [
    ...(forced
      ? [hole('force', `${table} without FORCE`, `alter table "${table}" no force row level security`)]
      : []),
    ...(readable
      ? [
          hole(
            'enable',
            `${table} without row rules`,
            `alter table "${table}" disable row level security`,
            table,
          ),
        ]
      : [
          hole(
            'grant',
            `${table} within reach of app`,
            `grant select on "${table}" to app; create policy planted on "${table}" for select to app using (true)`,
          ),
        ]),
  ]);
}

interface Trigger {
  readonly table: string;
  readonly trigger: string;
  readonly routine: string;
}
type Otherwise = readonly [name: string, sql: (each: Trigger) => string];

/** Beside a trigger that decides something, one that decides otherwise: without it nothing could be written at all. */
const beside =
  (decision: string) =>
  ({ table, trigger }: Trigger) =>
    `create function public.planted() returns trigger language plpgsql security definer as $$ begin ${decision} return new; end $$;
     create trigger "${trigger}_planted" before insert or update on "${table}" for each row execute function public.planted()`;

const otherwise: Readonly<Record<string, readonly Otherwise[]>> = {
  a_derive: [
    ['lets everybody see', beside(`new.visible_to := new.visible_to || '{public}';`)],
    [
      'lets everybody write',
      beside(
        `new.visible_to := new.visible_to || '{public}'; new.writable_by := new.writable_by || '{public}';`,
      ),
    ],
  ],
  b_place: [
    ['puts every row where everybody looks', beside(`new.audience := wall.audience_of('{public}');`)],
  ],
  // Gone altogether, nothing would be found at all.
  c_index: [
    [
      'follows no change',
      ({ table, trigger, routine }) =>
        `drop trigger "${trigger}" on "${table}";
         create trigger "${trigger}" after insert on "${table}" for each row execute function ${routine}()`,
    ],
  ],
};

const gone: Otherwise = ['is gone', ({ table, trigger }) => `drop trigger "${trigger}" on "${table}"`];

/** Every trigger: what it keeps or passes on is kept or passed on no more; who decides, decides for everybody. */
async function triggers(query: Query): Promise<DatabaseHole[]> {
  const rows = await query<Trigger>(
    `select c.relname as table, t.tgname as trigger, t.tgfoid::regproc::text as routine from pg_trigger t
     join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and not t.tgisinternal order by 1, 2`,
  );
  return rows.flatMap((each) =>
    (otherwise[each.trigger] ?? [gone]).map(([what, sql]) =>
      hole('trigger', `${each.trigger} of ${each.table} ${what}`, sql(each), each.table),
    ),
  );
}

interface Routine {
  readonly name: string;
  readonly signature: string;
  readonly body: string;
  readonly definition: string;
  readonly callable: boolean;
  readonly trigger: boolean;
}

/** One hole per refusal: what would be refused goes through. */
const withoutRefusals = ({ signature, definition }: Routine): DatabaseHole[] =>
  [...definition.matchAll(/raise exception '([^']+)'[^;]*;/g)].map(({ 0: refusal, 1: code, index }, nth) =>
    hole(
      'refusal',
      `${signature} no longer refuses ${code} (${nth + 1})`,
      `${definition.slice(0, index)}null;${definition.slice(index + refusal.length)}`,
    ),
  );

/** One hole per place where a function that passes the rules looks at who asks. */
const withoutScopes = ({ signature, definition, body }: Routine): DatabaseHole[] => {
  const everything: readonly (readonly [RegExp, string])[] = [
    [
      /\b[\w.]+ = any\s?\(\s*(?:\(\s*(?:select )?wall\.app_audiences\(\)\s*\)(?:::int(?:eger)?\[\])?|wall\.app_audiences\(\))\s*\)/g,
      'true',
    ],
    [/\b[\w.]+ = wall\.app_account\(\)/g, 'true'],
    [/\b[\w.]+ && wall\.app_scopes\(\)/g, 'true'],
    [/wall\.living\([^)]*\)/g, 'true'],
    [/nullif\((current_setting\([^)]*\)), ''\)/g, '$1'],
  ];
  return everything.flatMap(([asked, answer]) =>
    [...body.matchAll(asked)].map(({ 0: text, index }, nth) => {
      const at = definition.indexOf(body) + index;
      const planted = text.replace(asked, answer);
      return hole(
        'definer',
        `${signature} without '${text}' (${nth + 1})`,
        `${definition.slice(0, at)}${planted}${definition.slice(at + text.length)}`,
      );
    }),
  );
};

async function functions(query: Query): Promise<DatabaseHole[]> {
  const rows = await query<Routine>(
    `select p.proname as name, p.oid::regprocedure::text as signature, p.prosrc as body, pg_get_functiondef(p.oid) as definition,
       has_function_privilege('app', p.oid, 'execute') as callable, p.prorettype = 'trigger'::regtype as trigger
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'wall' and p.prokind = 'f' order by 1`,
  );
  return rows.flatMap((routine) => [
    ...(routine.callable || routine.trigger
      ? []
      : [
          hole(
            'execute',
            `${routine.signature} within reach of app`,
            `grant execute on function ${routine.signature} to app`,
          ),
        ]),
    ...withoutRefusals(routine),
    ...withoutScopes(routine),
  ]);
}

/** Something typed that must differ across owners: the error tells what a neighbour wrote. */
async function keys(query: Query): Promise<DatabaseHole[]> {
  const rows = await query<{ table: string; column: string }>(
    `select table_name as table, column_name as column from information_schema.columns
     where table_schema = 'public' and column_name in ('title', 'file_name', 'name')
       and table_name in (select table_name from information_schema.columns where table_schema = 'public' and column_name = 'municipality')
     order by 1, 2`,
  );
  return rows.map(({ table, column }) =>
    hole(
      'key',
      `${table}.${column} is unique across municipalities`,
      `create unique index planted on "${table}" ("${column}")`,
    ),
  );
}

/** A key that names its owner, without the owner. */
async function narrowedKeys(query: Query): Promise<DatabaseHole[]> {
  const rows = await query<{ table: string; key: string; columns: string[] }>(
    `select c.conrelid::regclass::text as table, c.conname as key, array_agg(a.attname::text order by k.nth) as columns
     from pg_constraint c cross join lateral unnest(c.conkey) with ordinality k(attnum, nth)
     join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.attnum
     where c.contype in ('p', 'u') and c.connamespace = 'public'::regnamespace
     group by 1, 2 having count(*) > 1 and 'municipality' = any(array_agg(a.attname::text)) order by 1, 2`,
  );
  return rows.map(({ table, key, columns }) =>
    hole(
      'composite key',
      `${key} without the municipality`,
      `create unique index planted on ${table} (${columns.filter((each) => each !== 'municipality').join(', ')})`,
    ),
  );
}

/** What goes along when something is thrown away: without the key it stays behind. */
async function cascades(query: Query): Promise<DatabaseHole[]> {
  const rows = await query<{ table: string; key: string }>(
    `select conrelid::regclass::text as table, conname as key from pg_constraint
     where contype = 'f' and connamespace = 'public'::regnamespace and confdeltype = 'c' order by 1, 2`,
  );
  return rows.map(({ table, key }) =>
    hole('cascade', `${key} leaves rows behind`, `alter table ${table} drop constraint "${key}"`),
  );
}

/** All holes that a migrated database suggests. `query` runs as superuser. */
export async function catalogueHoles(query: Query): Promise<DatabaseHole[]> {
  const found = await Promise.all(
    [policies, tables, triggers, functions, keys, narrowedKeys, cascades].map((family) => family(query)),
  );
  return found.flat();
}
