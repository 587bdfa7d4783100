// What there is to back up, asked of the database itself, so that a table that is added later is never forgotten.
import type { ClientBase } from 'pg';

export interface TableShape {
  /** Quoted name with its schema, as SQL takes it. */
  readonly name: string;
  /** Quoted columns that hold data; what is generated is not among them. */
  readonly columns: readonly string[];
  /** The no-login role whose row rule lets every row pass; null when a row rule could hide rows. */
  readonly reader: string | null;
  /** Size on the disk in bytes; the largest is copied first. */
  readonly size: number;
}

export interface SequenceShape {
  readonly name: string;
  readonly last: string;
  readonly called: boolean;
}

/** What no backup holds, with the reason. A test keeps this list to tables that exist. */
export const leftOut: Readonly<Record<string, string>> = {
  'public.agenda_presence': 'who has a text open now: forgotten within the hour',
  'public.attempt': 'counters of tries that last a quarter of an hour',
  'public.file_removal': 'bytes that wait to be taken away are in no backup',
  'public.intervention_presence': 'who has a text open now: forgotten within the hour',
  'public.login_session': 'a login that was ended must not live again: everybody signs in anew',
  'public.outgoing_mail': 'what waited has been sent since, and its text holds secret links',
  'public.search_dirty': 'what an engine lacks is told anew when it follows the restored database',
  'public.search_follower': 'a restored database is followed anew, from the beginning',
};

interface FoundTable {
  plain: string;
  name: string;
  columns: string[];
  reader: string | null;
  guarded: boolean;
  size: string;
}

/** Every table of ours with its columns. Asked inside the transaction that copies them. */
export async function tablesOf(client: ClientBase): Promise<TableShape[]> {
  const { rows } = await client.query<FoundTable>(
    `select n.nspname || '.' || c.relname as plain, format('%I.%I', n.nspname, c.relname) as name,
       (select array_agg(quote_ident(a.attname) order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
       (select min(r.rolname) from pg_policy p, pg_roles r
        where p.polrelid = c.oid and p.polpermissive and p.polcmd in ('r', '*') and pg_get_expr(p.polqual, p.polrelid) = 'true'
          and r.oid = any(p.polroles) and not r.rolcanlogin and pg_has_role(session_user, r.oid, 'member')
          and not exists (select from pg_policy other where other.polrelid = c.oid and not other.polpermissive)) as reader,
       c.relrowsecurity as guarded, pg_total_relation_size(c.oid) as size
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and ${ownSchema} order by 1`,
  );
  return rows
    .filter(({ plain }) => !(plain in leftOut))
    .map(({ name, columns, reader, guarded, size }) => {
      // Without such a rule the copy would silently be empty, which is worse than no backup.
      if (guarded && reader === null)
        throw new Error(`No role may see every row of ${name}: it cannot be backed up.`);
      return { name, columns, reader: guarded ? reader : null, size: Number(size) };
    });
}

const ownSchema = `n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'drizzle', 'restoring') and n.nspname !~ '^pg_temp'
  and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`;

/** Where counters stand. Counters know no snapshot: ask after the snapshot was taken, so that none stands too low. */
export async function sequencesOf(client: ClientBase): Promise<SequenceShape[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'S' and ${ownSchema} order by 1`,
  );
  const found: SequenceShape[] = [];
  for (const { name } of rows) {
    const { rows: values } = await client.query<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from ${name}`,
    );
    const value = values[0];
    if (value) found.push({ name, ...value });
  }
  return found;
}

/** The tables in an order in which every foreign key finds what it points at. Throws when keys go in a circle. */
export async function inOrderOfKeys(client: ClientBase, names: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ child: string; parent: string }>(
    `select format('%I.%I', cn.nspname, c.relname) as child, format('%I.%I', pn.nspname, p.relname) as parent
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace cn on cn.oid = c.relnamespace
       join pg_class p on p.oid = k.confrelid join pg_namespace pn on pn.oid = p.relnamespace
     where k.contype = 'f' and k.conrelid <> k.confrelid`,
  );
  const placed: string[] = [];
  const waiting = new Set(names);
  while (waiting.size > 0) {
    const ready = [...waiting].filter(
      (name) => !rows.some(({ child, parent }) => child === name && waiting.has(parent)),
    );
    if (ready.length === 0) throw new Error(`Foreign keys go in a circle: ${[...waiting].join(', ')}.`);
    for (const name of ready) waiting.delete(name);
    placed.push(...ready);
  }
  return placed;
}

/** Values are written alike by every server, whatever its settings. Part of each transaction that copies. */
export const alikeEverywhere = `set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local timezone = 'UTC';
  set local extra_float_digits = 3; set local bytea_output = 'hex'; set local client_encoding = 'UTF8';
  set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0; set local search_path = pg_catalog, public`;

export const copyOut = ({ name, columns }: Pick<TableShape, 'name' | 'columns'>) =>
  `copy (select ${columns.join(', ')} from ${name}) to stdout`;

export const copyIn = ({ name, columns }: Pick<TableShape, 'name' | 'columns'>) =>
  `copy ${name} (${columns.join(', ')}) from stdin`;
