/**
 * The read model of finding alone, in an empty database: the tables as drizzle says them, the functions of schema.sql,
 * and a stub of what the wall gives (audience, app_audiences). The owner is no superuser.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import * as tables from '@kansenplein/search/tables';
import pg from 'pg';

interface DrizzleKit {
  generateDrizzleJson(tables: Record<string, unknown>): unknown;
  generateMigration(before: unknown, after: unknown): Promise<string[]>;
}

const stubOfTheWall = `
  create schema if not exists wall;
  grant usage on schema wall to app, worker;
  grant usage, create on schema wall to wall;
  create table audience (
    id int primary key generated always as identity, scopes text[] unique not null, generation bigint not null default 0
  );
  alter table audience enable row level security;
  alter table audience force row level security;
  create policy audience_wall on audience to wall using (true) with check (true);
  grant select, insert, update, delete on audience to wall;
  create function wall.app_audiences() returns int[] language sql stable security definer
    set search_path = pg_catalog, public, wall, pg_temp
    as $$ select coalesce(array_agg(a.id order by a.id), '{}') from audience a
          where a.scopes && string_to_array(nullif(current_setting('app.scopes', true), ''), ',') $$;
  alter function wall.app_audiences() owner to wall;
  revoke all on function wall.app_audiences() from public;
  grant execute on function wall.app_audiences() to app;
`;

/** Builds it as the owner. */
export async function makeReadModel(ownerUrl: string): Promise<void> {
  const require = createRequire(import.meta.url);
  const kit = require('drizzle-kit/api') as DrizzleKit;
  const statements = await kit.generateMigration(kit.generateDrizzleJson({}), kit.generateDrizzleJson({ ...tables }));
  const schema = fileURLToPath(new URL('../../packages/search/src/postgres/schema.sql', import.meta.url));
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(stubOfTheWall);
    await client.query(statements.join('\n'));
    await client.query(await readFile(schema, 'utf8'));
  } finally {
    await client.end();
  }
}
