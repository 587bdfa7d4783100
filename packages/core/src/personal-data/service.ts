// Everything about one person: shown to that person, and erased when that person asks. What is found and what goes is
// written from the register of personal data; here it only gets its labels.
import type { Actor, Database, Tx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { conflict, recordEvent } from '../kernel/index.ts';
import { columnsOf, tableNameOf } from '../person-functions.ts';
import { register } from '../personal-data-register.ts';
import type { OwnPersonalData, PersonalDataPart } from './contract.ts';

type Found = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

const written = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** What `wall.export_person` found, by table, with headings and labels; what is empty is left out. */
export function labelledPerson(found: Found): PersonalDataPart[] {
  const parts = register.flatMap((note) => {
    const rows = found[tableNameOf(note)] ?? [];
    if (note.subject === null || rows.length === 0) return [];
    const labelled = (row: Readonly<Record<string, unknown>>) =>
      Object.entries(columnsOf(note)).flatMap(([name, column]) => {
        const value = row[name] ?? null;
        if (value === null || column.holds === 'others') return [];
        return { label: column.label ?? name, value: written(value) };
      });
    return { table: tableNameOf(note), what: note.what, rows: rows.map(labelled) };
  });
  // Erasing ends with the account; telling begins with it.
  const first = parts.filter(({ table }) => table === 'account');
  return [...first, ...parts.filter(({ table }) => table !== 'account')].map(({ what, rows }) => ({
    what,
    rows,
  }));
}

async function lastAdministratorOf(tx: Tx, actor: Actor): Promise<string[]> {
  const { rows } = await tx.execute<{ name: string }>(
    sql`select municipality.name from membership own join municipality on municipality.code = own.municipality
        where own.account_id = ${actor.account} and own.role = 'administrator' and own.ended_at is null
          and not exists (select from membership other where other.municipality = own.municipality
            and other.role = 'administrator' and other.ended_at is null and other.account_id <> own.account_id)
        order by municipality.name`,
  );
  return rows.map(({ name }) => name);
}

/** Writes an event: that somebody asked for everything about themselves is itself something that happened. */
export async function exportOwnPersonalData(tx: Tx, actor: Actor): Promise<OwnPersonalData> {
  await recordEvent(tx, { action: 'person.exported', object: actor.account ?? '', municipality: null });
  const { rows } = await tx.execute<{ found: Found | null }>(sql`select wall.export_own_person() as found`);
  return {
    parts: labelledPerson(rows[0]?.found ?? {}),
    lastAdministratorOf: await lastAdministratorOf(tx, actor),
  };
}

/**
 * Erases the person who asks and has just proved who it is: memberships end, logins end, name and address go; what was
 * published stays, because it belongs to the municipality. The last administrator of a municipality hands over first.
 */
export async function eraseOwnPerson(tx: Tx) {
  await tx.execute(sql`select wall.erase_own_person()`).catch((error: Error) => {
    const reason = error.cause instanceof Error ? error.cause.message : error.message;
    throw reason === 'person.last_administrator' ? conflict('person.last_administrator') : error;
  });
  return { done: true as const };
}

/** Who was erased, as salted hashes, to be kept outside the database too. A job's work. */
export const listTombstones = (database: Database) =>
  database.asJob('keep-tombstones', async (tx) => {
    const { rows } = await tx.execute<{ salt: string; hash: string; erased_at: string }>(
      sql`select * from wall.tombstones()`,
    );
    return rows.map(({ salt, hash, erased_at }) => ({ salt, hash, at: erased_at }));
  });
