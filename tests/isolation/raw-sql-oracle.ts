// Every table × verb × actor as SQL of role app, compared with what the specification says of each stored row.
// Callable against any prepared platform.
import { plainQuery } from '@kansenplein/db';
import { addressOf, type Alliance } from '../support/alliance.ts';
import { asSuperuser, sqlAs } from '../support/sql.ts';
import { actors } from './matrix-world.ts';
import {
  tableRules,
  verbs,
  type Asker,
  type Row,
  type Stored,
  type TableRule,
  type Verb,
} from './raw-sql-rules.ts';

interface Table {
  readonly name: string;
  readonly key: readonly string[];
  /** A column that a statement may set to what it is. */
  readonly column: string;
  readonly app: readonly Verb[];
  readonly worker: readonly Verb[];
}

/** Tables of ours as the catalogue knows them, with what each role may do. */
export function readCatalogue(superuserUrl: string): Promise<Table[]> {
  const granted = (role: string) =>
    `array(select v from unnest(array['select','insert','update','delete']) v where
       case v when 'delete' then has_table_privilege('${role}', c.oid, v) else has_any_column_privilege('${role}', c.oid, v) end)`;
  return asSuperuser<Table & Record<string, unknown>>(
    superuserUrl,
    `select c.relname::text as name, ${granted('app')} as app, ${granted('worker')} as worker,
       array(select a.attname::text from pg_index i, unnest(i.indkey) with ordinality k(n, place), pg_attribute a
             where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.n order by k.place) as key,
       (select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
          and a.attidentity = '' order by a.attnum desc limit 1) as column
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'drizzle', 'snapshot')
     order by 1`,
  );
}

const rowsOf = async (superuserUrl: string, name: string) =>
  (await asSuperuser<{ row: Row }>(superuserUrl, `select to_jsonb(t) as row from ${name} t`)).map(
    ({ row }) => row,
  );

const keyOf = ({ key }: Table, row: Row) => key.map((column) => String(row[column])).join('/');
const keySql = ({ key }: Table) => key.map((column) => `${column}::text`).join(` || '/' || `);

/** Rows enough to meet every kind, few enough to try one by one. */
const tried = 60;

/**
 * Runs a statement for each key in a subtransaction that is undone: how many rows it changed, or why it was refused.
 * `$key$` in the statement stands for the key.
 */
const forEachKey = (statement: string, keys: readonly string[]) => `
  do $probe$
  declare
    each text;
    changed integer;
    outcome jsonb := '{}';
  begin
    for each in select jsonb_array_elements_text($keys$${JSON.stringify(keys)}$keys$::jsonb) loop
      begin
        execute replace($text$${statement}$text$, '@key@', quote_literal(each));
        get diagnostics changed = row_count;
        outcome := outcome || jsonb_build_object(each, changed::text);
        raise exception using errcode = 'P0099';
      exception
        when sqlstate 'P0099' then null;
        when others then outcome := outcome || jsonb_build_object(each, sqlstate || ' ' || sqlerrm);
      end;
    end loop;
    perform set_config('probe.outcome', outcome::text, true);
  end
  $probe$`;

type Query = (text: string, params?: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>;

async function probe(query: Query, statement: string, keys: readonly string[]): Promise<Map<string, string>> {
  await query(forEachKey(statement, keys));
  const { rows } = await query(`select current_setting('probe.outcome') as outcome`);
  return new Map(Object.entries(JSON.parse(String(rows[0]?.['outcome'])) as Record<string, string>));
}

const statementFor: Record<'update' | 'delete', (table: Table) => string> = {
  update: (table) =>
    `update ${table.name} set ${table.column} = ${table.column} where ${keySql(table)} = @key@`,
  delete: (table) => `delete from ${table.name} where ${keySql(table)} = @key@`,
};

/** A guard of the house stops what the row rule would let through: a matter of that guard, not of isolation. */
const stoppedByGuard = /^23|^P0001/;

async function compareAsActor(
  query: Query,
  who: string,
  asker: Asker,
  table: Table,
  rule: TableRule,
  stored: Stored,
): Promise<string[]> {
  const wrong: string[] = [];
  const all = stored[table.name] ?? [];
  if (rule.app.includes('select')) {
    const { rows } = await query(`select ${keySql(table)} as key from ${table.name}`);
    const seen = new Set(rows.map((row) => String(row['key'])));
    for (const row of all) {
      const key = keyOf(table, row);
      if (seen.has(key) !== rule.sees(asker, row, stored))
        wrong.push(`${who} ${seen.has(key) ? 'sees' : 'does not see'} ${table.name} ${key}`);
    }
  }
  for (const verb of ['update', 'delete'] as const) {
    if (!rule.app.includes(verb) || all.length === 0) continue;
    const rows = all.slice(-tried);
    const outcome = await probe(
      query,
      statementFor[verb](table),
      rows.map((row) => keyOf(table, row)),
    );
    for (const row of rows) {
      const said = outcome.get(keyOf(table, row)) ?? 'nothing';
      const may = (rule.writes?.(asker, row, stored) ?? false) && rule.sees(asker, row, stored);
      const fits = may ? said === '1' || stoppedByGuard.test(said) : said === '0';
      if (!fits) wrong.push(`${who} ${verb}s ${table.name} ${keyOf(table, row)}: ${said}`);
    }
  }
  return [...wrong, ...(await compareInserts(query, who, asker, table, rule, stored))];
}

async function compareInserts(
  query: Query,
  who: string,
  asker: Asker,
  table: Table,
  rule: TableRule,
  stored: Stored,
): Promise<string[]> {
  const { another } = rule;
  if (!rule.app.includes('insert') || !another) return [];
  const rows = (stored[table.name] ?? []).slice(-tried);
  const made = new Map(rows.map((row) => [JSON.stringify(another(row, stored)), row]));
  const insert = `insert into ${table.name} select (jsonb_populate_record(null::${table.name}, @key@::jsonb)).*`;
  const outcome = await probe(query, insert, [...made.keys()]);
  return [...made].flatMap(([text, row]) => {
    const said = outcome.get(text) ?? 'nothing';
    const may = (rule.adds ?? rule.writes)?.(asker, row, stored) ?? false;
    const refused = rule.refused ?? /^42501 new row violates/;
    const fits = may
      ? said === '1' || (stoppedByGuard.test(said) && !refused.test(said))
      : refused.test(said);
    return fits ? [] : [`${who} inserts ${table.name} like ${keyOf(table, row)}: ${said}`];
  });
}

async function compareAsWorker({ alliance, stored }: World, table: Table): Promise<string[]> {
  if (!table.worker.includes('select')) return [];
  return alliance.database.asJob('probe', async (tx) => {
    const query = plainQuery(tx);
    const rows = await query<{ key: string }>(`select ${keySql(table)} as key from ${table.name}`, []);
    const seen = new Set(rows.map(({ key }) => key));
    return (stored[table.name] ?? []).flatMap((row) => {
      const key = keyOf(table, row);
      const fits = seen.has(key) === (tableRules[table.name]?.jobSees?.(row, stored) ?? false);
      return fits ? [] : [`worker ${seen.has(key) ? 'sees' : 'does not see'} ${table.name} ${key}`];
    });
  });
}

/** Tables without an entry, entries without a table, and verbs that were given or taken without saying so. */
export async function unlikeCatalogue(alliance: Alliance): Promise<string[]> {
  const tables = await readCatalogue(alliance.urls.superuserUrl);
  const names = new Set(tables.map(({ name }) => name));
  const given = (name: string, list: readonly Verb[]) =>
    `${name}: ${verbs.filter((verb) => list.includes(verb)).join()}`;
  return [
    ...Object.keys(tableRules).flatMap((name) => (names.has(name) ? [] : [`no table ${name}`])),
    ...tables.flatMap(({ name, app, worker }) => {
      const rule = tableRules[name];
      if (!rule) return [`no entry for ${name}`];
      const wrong = given(name, app) === given(name, rule.app) ? [] : [`app may ${given(name, app)}`];
      return given(name, worker) === given(name, rule.worker ?? [])
        ? wrong
        : [...wrong, `worker may ${given(name, worker)}`];
    }),
  ];
}

/** The platform with everything that is stored in it, read past every rule. */
export interface World {
  readonly alliance: Alliance;
  readonly tables: readonly Table[];
  readonly stored: Stored;
}

export async function readWorld(alliance: Alliance): Promise<World> {
  const { superuserUrl } = alliance.urls;
  const tables = (await readCatalogue(superuserUrl)).filter(({ name }) => name in tableRules);
  // Everybody signs in first: what follows must find the rows as they were read.
  for (const { person } of Object.values(actors)) if (person !== null) await alliance.secretOf(person);
  const stored: Record<string, Row[]> = {};
  for (const { name } of tables) stored[name] = await rowsOf(superuserUrl, name);
  return { alliance, tables, stored };
}

/** What of one table is otherwise than the specification says, for every actor and for the jobs. Changes nothing. */
export async function compareTable(world: World, name: string): Promise<string[]> {
  const { alliance, tables, stored } = world;
  const table = tables.find((each) => each.name === name);
  const rule = tableRules[name];
  if (!table || !rule) return [`no table ${name}`];
  const accountOf = (person: Asker['person']) =>
    person === null ? null : stored['account']?.find((row) => row['address'] === addressOf(person))?.['id'];
  const wrong = await compareAsWorker(world, table);
  for (const [who, actor] of Object.entries(actors)) {
    const account = actor.signedIn ? String(accountOf(actor.person)) : null;
    wrong.push(
      ...(await sqlAs(alliance, actor.person, (query) =>
        compareAsActor(query, who, { ...actor, account }, table, rule, stored),
      )),
    );
  }
  return wrong;
}

/** Whether there is a row that this person may write. */
export function writesSome({ stored }: World, name: string, person: Asker['person']): boolean {
  const actor = Object.values(actors).find((each) => each.person === person);
  const rule = tableRules[name];
  if (!actor || !rule) throw new Error(`nobody is ${person}, or there is no table ${name}`);
  const found = person !== null && stored['account']?.find((row) => row['address'] === addressOf(person));
  const asker = { ...actor, account: found ? String(found['id']) : null };
  return (stored[name] ?? []).some((row) => rule.writes?.(asker, row, stored));
}

/** Of a table, whether somebody sees a row and somebody does not: otherwise nothing would be asked of its rule. */
export function isDivided({ stored }: World, name: string): boolean {
  const accounts = stored['account'] ?? [];
  const said = Object.values(actors).flatMap((actor) => {
    const { person, signedIn } = actor;
    const found = accounts.find((row) => person !== null && row['address'] === addressOf(person))?.['id'];
    const asker = { ...actor, account: signedIn ? String(found) : null };
    return (stored[name] ?? []).map((row) => tableRules[name]?.sees(asker, row, stored) ?? false);
  });
  return said.includes(true) && said.includes(false);
}
