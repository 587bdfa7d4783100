// Brings a database to the newest shape. Run by the owner; the application never holds these rights.
import { drizzle } from 'drizzle-orm/node-postgres';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import { join } from 'node:path';
import pg from 'pg';

// A function, because the migration generator loads this file as CommonJS, where import.meta is empty.
export const migrationsFolder = () => join(import.meta.dirname, 'migrations');

/** Any number, the same in every process: two that start at once migrate one after the other. */
const lock = 7_316_000_418;

/**
 * Applies what is missing. Rejects when the server is too old, when the owner is a superuser (row rules would not be
 * tried as they are in production), or when a migration was skipped: drizzle compares with the newest only.
 * `folder` holds the migrations; restoring an older backup gives one that ends where the backup was.
 */
export async function migrate(ownerUrl: string, folder = migrationsFolder()): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await refuseUnfit(client);
    await client.query('select pg_advisory_lock($1)', [lock]);
    await applyMigrations(drizzle(client), { migrationsFolder: folder }).catch((error: Error) => {
      // Drizzle's own message is the whole migration; what went wrong is in its cause.
      const reason = error.cause instanceof Error ? error.cause.message : error.message;
      throw new Error(`A migration failed, nothing of it was kept: ${reason}`, { cause: error.cause });
    });
    const { rows } = await client.query<{ hash: string }>('select hash from drizzle.__drizzle_migrations');
    const applied = new Set(rows.map(({ hash }) => hash));
    const skipped = readMigrationFiles({ migrationsFolder: folder }).filter(({ hash }) => !applied.has(hash));
    if (skipped.length > 0) {
      throw new Error(
        `${skipped.length} migration(s) were never applied or were changed after they were. ` +
          'The database and this version of Kansenplein do not belong together.',
      );
    }
  } finally {
    await client.end();
  }
}

async function refuseUnfit(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number; powerful: boolean }>(
    `select current_setting('server_version_num')::int as version, rolsuper or rolbypassrls as powerful
     from pg_roles where rolname = current_user`,
  );
  const server = rows[0];
  if (!server || server.version < 150_000) throw new Error('Kansenplein needs PostgreSQL 15 or newer.');
  if (server.powerful) {
    throw new Error(
      'The owner of the database must be no superuser and have no BYPASSRLS: see README, running it for real.',
    );
  }
}
