// SQL behind the back of the API: as the plain role through the wall, or as superuser to look at the catalogue.
import type { Tx } from '@kansenplein/db';
import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Alliance, PersonName } from './alliance.ts';

export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');

export interface Changed {
  readonly rows: Record<string, unknown>[];
  readonly count: number;
}

/** Runs statements as role `app` with the scopes of a person (null: a visitor), then rolls back. */
export async function sqlAs<T>(
  alliance: Alliance,
  person: PersonName | null,
  work: (query: (text: string, params?: unknown[]) => Promise<Changed>) => Promise<T>,
): Promise<T> {
  const login = person === null ? null : hashOf(await alliance.secretOf(person));
  class Undone extends Error {}
  let value: T | undefined;
  await alliance.database
    .asActor({ login, link: null }, 'write', async (tx) => {
      value = await work(counted(tx));
      throw new Undone();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    });
  return value as T;
}

/** One statement; its refusal, or how many rows it saw or changed. */
export const tryAs = (alliance: Alliance, person: PersonName | null, text: string, params: unknown[] = []) =>
  sqlAs(alliance, person, async (query) => (await query(text, params)).count).catch((error: unknown) => {
    const { code, message } = error as { code?: string; message: string };
    return `${code ?? ''} ${message}`.trim();
  });

// plainQuery gives rows only; a CTE would need RETURNING, which asks for other rights than the statement itself.
function counted(tx: Tx) {
  const { $client: client } = tx as unknown as { $client: pg.PoolClient };
  return async (text: string, params: unknown[] = []): Promise<Changed> => {
    const { rows, rowCount } = await client.query<Record<string, unknown>>(text, params);
    return { rows, count: rowCount ?? 0 };
  };
}

/** Rows as the superuser sees them: the catalogue, and what is really stored. */
export async function asSuperuser<Row extends pg.QueryResultRow>(
  url: string,
  text: string,
  params: unknown[] = [],
  { withoutTriggers = false } = {},
) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    if (withoutTriggers) await client.query('set session_replication_role = replica');
    return (await client.query<Row>(text, params)).rows;
  } finally {
    await client.end();
  }
}
