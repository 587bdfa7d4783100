// The roles behind the wall. The same bootstrap serves the superuser of the embedded engine and an operator who
// prepares a managed PostgreSQL >= 15 as a role with CREATEROLE (see roles.md for the same in plain SQL).
//
// owner: makes and migrates the tables; no superuser, does not pass row security, and does not inherit `wall`.
// wall: owns the functions that re-derive who sees what; the only role with a policy USING (true); cannot log in.
// app, worker: what serving and background work log in as; neither owns anything.
// audit: owns the one function that appends to the audit trail; cannot log in.
import type { ClientBase } from 'pg';

export interface RolePasswords {
  /** Left out when the owner exists already and keeps its password. */
  owner?: string;
  app: string;
  worker: string;
}

const PLAIN = 'nosuperuser nocreatedb nocreaterole noreplication nobypassrls';

/**
 * Makes the roles that are missing and corrects those that are there; may run any number of times.
 * `owner` is the user of DATABASE_OWNER_URL.
 */
export async function ensureRoles(
  client: ClientBase,
  owner: string,
  passwords: RolePasswords,
): Promise<void> {
  const existing = await existingRoles(client, [owner, 'wall', 'app', 'worker', 'audit']);
  const version = await serverVersion(client);
  const isSuperuser = await currentUserIsSuperuser(client);
  const statements: string[] = [];
  const ensure = (role: string, attributes: string, password?: string): void => {
    const secret = password === undefined ? '' : ` password ${client.escapeLiteral(password)}`;
    // Only a superuser may even mention the attributes that only a superuser may give; new roles lack them anyway.
    const written = isSuperuser || !existing.has(role) ? `${PLAIN} ${attributes}` : attributes;
    const verb = existing.has(role) ? 'alter' : 'create';
    statements.push(`${verb} role ${client.escapeIdentifier(role)} ${written}${secret}`);
  };
  if (passwords.owner !== undefined || existing.has(owner)) ensure(owner, 'login noinherit', passwords.owner);
  ensure('wall', 'nologin');
  ensure('audit', 'nologin');
  ensure('app', 'login noinherit', passwords.app);
  ensure('worker', 'login noinherit', passwords.worker);
  const ownerName = client.escapeIdentifier(owner);
  // The owner must be able to hand functions over to these roles, but must never see through their policies.
  // From version 16 that is a property of the grant; in 15 it follows from NOINHERIT.
  const withoutInheriting = version >= 160_000 ? ' with inherit false, set true' : '';
  statements.push(
    `grant wall to ${ownerName}${withoutInheriting}`,
    `grant audit to ${ownerName}${withoutInheriting}`,
  );
  await client.query('begin');
  try {
    for (const statement of statements) await client.query(statement);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** Who may connect to a database. A database made from a template does not take this over. */
export async function ensureDatabaseRights(client: ClientBase, database: string): Promise<void> {
  const name = client.escapeIdentifier(database);
  await client.query(
    `revoke all on database ${name} from public; grant connect on database ${name} to app, worker`,
  );
}

async function existingRoles(client: ClientBase, names: readonly string[]): Promise<Set<string>> {
  const { rows } = await client.query<{ rolname: string }>(
    'select rolname from pg_roles where rolname = any($1)',
    [names],
  );
  return new Set(rows.map((row) => row.rolname));
}

async function serverVersion(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ version: number }>(
    `select current_setting('server_version_num')::int as version`,
  );
  return rows[0]?.version ?? 0;
}

async function currentUserIsSuperuser(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ rolsuper: boolean }>(
    'select rolsuper from pg_roles where rolname = current_user',
  );
  return rows[0]?.rolsuper ?? false;
}
