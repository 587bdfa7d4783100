// The functions of the wall that export and erase one person, written from the register. A migration holds this text:
// after a change of the register run `node packages/core/src/person-functions.ts`, put what it prints in a new custom
// migration (`create or replace`), and the test that compares register and database is green again.
import { getTableColumns, getTableName } from 'drizzle-orm';
import type { ColumnNote, TableNote } from './personal-data/annotations.ts';
import { register } from './personal-data-register.ts';

export const tableNameOf = ({ table }: TableNote): string =>
  typeof table === 'string' ? table : getTableName(table);

/** The notes of a table under the names its columns have in the database. */
export function columnsOf({ table, columns }: TableNote): Readonly<Record<string, ColumnNote>> {
  if (typeof table === 'string') return columns;
  const named: Record<string, { name: string }> = getTableColumns(table);
  return Object.fromEntries(Object.entries(columns).map(([key, note]) => [named[key]?.name ?? key, note]));
}

const identifier = {
  account: 'of_account',
  address: 'of_address',
  pseudonym: '(select p.pseudonym from audit_person p where p.account_id = of_account)',
} as const;

/** Whose row `t` is, as SQL; the functions know `of_account` and `of_address`. */
function belongs(note: TableNote): string | null {
  if (note.subject === null || typeof note.table === 'string') return null;
  const named: Record<string, { name: string }> = getTableColumns(note.table);
  const column = named[note.subject.column]?.name ?? note.subject.column;
  return `t.${column} = ${identifier[note.subject.is]}`;
}

function exported(note: TableNote): string | null {
  const whose = belongs(note);
  if (whose === null) return null;
  const shown = Object.entries(columnsOf(note)).flatMap(([name, column]) => {
    if (column.holds === 'person')
      return column.secret ? `'(bewaard, niet getoond)' as "${name}"` : `t.${name}`;
    return column.holds === 'nothing' && column.label !== null ? `t.${name}` : [];
  });
  // In the order of what is in them: that in which rows happen to be stored depends on rows of everybody.
  return `    '${tableNameOf(note)}', (select coalesce(jsonb_agg(to_jsonb(r) order by r), '[]') from
      (select ${shown.join(', ')} from ${tableNameOf(note)} t where ${whose}) r)`;
}

function erased(note: TableNote): string | null {
  const whose = belongs(note);
  if (whose === null) return null;
  if (note.rows === 'go') return `  delete from ${tableNameOf(note)} t where ${whose};`;
  const changes = Object.entries(columnsOf(note)).flatMap(([name, column]) =>
    column.holds === 'person' && typeof column.erasure === 'object' && 'becomes' in column.erasure
      ? `${name} = ${column.erasure.becomes}`
      : [],
  );
  return changes.length === 0
    ? null
    : `  update ${tableNameOf(note)} t set ${changes.join(', ')} where ${whose};`;
}

const lines = (each: (note: TableNote) => string | null, separator: string): string =>
  register.flatMap((note) => each(note) ?? []).join(separator);

/** Bodies of `wall.export_person(of_account uuid)` and `wall.erase_person(of_account uuid, regardless boolean)`. */
export const personFunctions = (): Readonly<Record<'export_person' | 'erase_person', string>> => ({
  export_person: `
declare
  of_address text := (select a.address from account a where a.id = of_account and a.erased_at is null);
begin
  if of_address is null then
    return null;
  end if;
  return jsonb_build_object(
${lines(exported, ',\n')});
end
`,
  erase_person: `
declare
  of_address text := (select a.address from account a where a.id = of_account and a.erased_at is null for update);
  with_salt text := coalesce((select s.salt from tombstone s order by s.erased_at limit 1), replace(gen_random_uuid()::text, '-', ''));
begin
  if of_address is null then
    return false;
  end if;
  -- Locked, so that two last administrators who leave at once cannot each count on the other.
  perform from membership o
  where o.role = 'administrator' and o.ended_at is null and exists (
    select from membership m where m.account_id = of_account and m.municipality = o.municipality and m.ended_at is null)
  order by o.id for update;
  if not regardless and exists (
    select from membership m where m.account_id = of_account and m.role = 'administrator' and m.ended_at is null
      and not exists (select from membership o where o.municipality = m.municipality and o.role = 'administrator'
        and o.ended_at is null and o.account_id <> of_account)) then
    raise exception 'person.last_administrator' using errcode = 'check_violation';
  end if;
  perform wall.append_event('membership.ended', m.id::text, m.municipality, null, of_account)
  from membership m where m.account_id = of_account and m.ended_at is null and m.municipality is not null;
  perform wall.append_event('person.erased', of_account::text, null, null, of_account);
${lines(erased, '\n')}
  insert into tombstone (account_hash, salt)
  values (encode(sha256(convert_to(with_salt || of_account, 'UTF8')), 'hex'), with_salt) on conflict do nothing;
  return true;
end
`,
});

/** The whole statements, for a migration. */
export function personFunctionsAsSql(): string {
  const { export_person, erase_person } = personFunctions();
  return `create or replace function wall.export_person(of_account uuid) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$${export_person}$$;

create or replace function wall.erase_person(of_account uuid, regardless boolean) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$${erase_person}$$;
`;
}

if (import.meta.main) process.stdout.write(personFunctionsAsSql());
