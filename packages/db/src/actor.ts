// The one way to a transaction: a caller comes in, an actor with scopes goes through the wall, or a named job does.
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { attempts, type Limit } from './attempts.ts';
import { beginning, committed, withLock, type JobTransaction, type JobTx } from './jobs.ts';
import { keeping, keptStatements } from './kept-statements.ts';

declare const throughTheWall: unique symbol;

/** A transaction with an actor's scopes; services accept nothing else, so forgetting the wall is a type error. */
export type Tx = NodePgDatabase & { readonly [throughTheWall]: true };

/** Who knocks: SHA-256 (hex) of the cookie's secret and of the secret in a link; null when there is none. */
export interface Caller {
  readonly login: string | null;
  readonly link: string | null;
  /**
   * SHA-256 of the secret of a job that looks on behalf of a person, at what that person may see now. Never from outside,
   * and for reading only.
   */
  readonly errand?: string;
  /** The network the request comes from, such as `192.0.2.0/24`, for the audit trail; left out by work of our own. */
  readonly origin?: string;
}

/** Who brings nothing: no cookie, no link. */
export const visitorCaller: Caller = { login: null, link: null };

export const roles = [
  'reader',
  'editor',
  'publisher',
  'administrator',
  'partner',
  'coordinator',
  'operator',
] as const;
export type Role = (typeof roles)[number];

/** On whose behalf an actor acts: one membership at a time, never the union of all. */
export interface Acting {
  readonly membership: string;
  readonly kind: 'municipality' | 'organisation' | 'alliance' | 'installation';
  /** Municipality code, organisation id, or empty. */
  readonly key: string;
  readonly role: Role;
}

export interface Actor {
  readonly account: string | null;
  readonly acting: Acting | null;
  /** What this actor may see, computed by the database from the login; the policies use the same list. */
  readonly scopes: readonly string[];
  /** Proved in full who this is less than five minutes ago. */
  readonly confirmed: boolean;
  /** The login session was not seen for five minutes: its life is to be extended. */
  readonly due: boolean;
}

export type Mode = 'read' | 'write';

export interface DatabaseOptions {
  /** Connection string of role `app`. */
  readonly appUrl: string;
  /** Connection string of role `worker`. */
  readonly workerUrl: string;
  readonly poolSize?: number;
}

export interface Database {
  /**
   * Runs `work` in one transaction as the actor behind `caller`. Reading is READ ONLY on one snapshot; writing commits
   * when `work` resolves and rolls back when it throws. The scopes live as long as the transaction.
   */
  asActor<T>(caller: Caller, mode: Mode, work: (tx: Tx, actor: Actor) => Promise<T>): Promise<T>;
  /**
   * The same for background work under role `worker`; `name` appears in pg_stat_activity. Reading is, as for an actor,
   * READ ONLY on one snapshot.
   */
  asJob<T>(name: string, work: (tx: JobTx) => Promise<T>, mode?: Mode): Promise<T>;
  /** For work that only one process may do at a time, however many there are; null when another one does it now. */
  alone<T>(name: string, work: (transaction: JobTransaction) => Promise<T>): Promise<T | null>;
  /** Counts one attempt under a hashed key; false when `limit` is used up. */
  attempt(name: string, key: string, limit: Limit): Promise<boolean>;
  close(): Promise<void>;
}

/** For SQL that is written as text with $1, $2 …, inside the transaction and its scopes. */
export function plainQuery(tx: Tx | JobTx) {
  const { $client: client } = tx as unknown as { $client: pg.PoolClient };
  return async <Row>(text: string, params: unknown[]): Promise<Row[]> =>
    (await client.query(text, params)).rows as Row[];
}

const visitor: Actor = { account: null, acting: null, scopes: ['public'], confirmed: false, due: false };
const sha256 = /^[0-9a-f]{64}$/;

const jobName = /^[a-z][a-z-]{0,40}$/;

interface EnteredRow {
  account: string | null;
  membership: string | null;
  kind: Acting['kind'] | null;
  key: string | null;
  role: Role | null;
  scopes: string[];
  confirmed: boolean;
  due: boolean;
}

const network = /^[0-9a-f.:]{2,39}\/\d{1,3}$/;
const originOf = ({ origin = '' }: Caller) => (network.test(origin) ? origin : '');

const literal = (hash: string | null) => {
  if (hash === null) return 'null';
  if (!sha256.test(hash)) throw new TypeError('a caller carries SHA-256 hashes in hex');
  return `'${hash}'`;
};

/** One message for begin and scopes: a round trip saved on every request; nothing in it but checked hashes and a network. */
async function enter(client: pg.PoolClient, caller: Caller, mode: Mode): Promise<Actor> {
  const { login, link, errand } = caller;
  if (errand !== undefined && mode !== 'read') throw new TypeError('an errand only reads');
  if (login === null && link === null && errand === undefined) {
    await client.query(
      `${beginning[mode]}; select set_config('app.scopes', '{public}', true), set_config('app.origin', '${originOf(caller)}', true)`,
    );
    return visitor;
  }
  const results = (await client.query(
    `${beginning[mode]};
     select set_config('app.scopes', scopes::text, true), set_config('app.account', coalesce(account::text, ''), true),
       set_config('app.role', coalesce(role, ''), true), set_config('app.origin', '${originOf(caller)}', true),
       set_config('app.municipality', case when kind = 'municipality' then key else '' end, true),
       account, membership, kind, key, role, scopes, confirmed, due
     from ${errand === undefined ? `wall.enter(${literal(login)}, ${literal(link)})` : `wall.enter_errand(${literal(errand)})`}`,
  )) as unknown as pg.QueryResult<EnteredRow>[];
  const row = results[1]?.rows[0];
  if (!row) throw new Error('nobody entered: an errand is over, or wall.enter returned no row');
  const { account, membership, kind, key, role, scopes, confirmed, due } = row;
  const acting = membership && kind && role ? { membership, kind, key: key ?? '', role } : null;
  return { account, acting, scopes, confirmed, due };
}

async function transaction<T>(pool: pg.Pool, begin: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    return await committed(client, begin, (failure) => (broken = failure));
  } finally {
    client.release(broken);
  }
}

/** Begins a transaction of role worker, without scopes. */
async function enterJob(client: pg.PoolClient, name: string, mode: Mode): Promise<JobTx> {
  if (!jobName.test(name)) throw new TypeError('a job has a short kebab-case name');
  await client.query(
    `${beginning[mode]}; select set_config('app.scopes', '{}', true), set_config('application_name', 'job ${name}', true)`,
  );
  return drizzle(client) as unknown as JobTx;
}

/**
 * Opens both pools. Refuses to start (rejects) when a role is superuser, owner of a table or BYPASSRLS, because then
 * the row rules would silently not hold.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const settings = { statement_timeout: 15_000, idle_in_transaction_session_timeout: 30_000 };
  const pool = new pg.Pool({ connectionString: options.appUrl, max: options.poolSize ?? 10, ...settings });
  const jobs = new pg.Pool({
    connectionString: options.workerUrl,
    max: 3,
    ...settings,
    statement_timeout: 120_000,
  });
  const nameOf = keptStatements();
  // An idle connection that breaks (server restarted) is replaced by the pool; without a listener it would end the process.
  for (const each of [pool, jobs]) each.on('error', () => undefined);
  const close = async () => {
    await Promise.all([pool.end(), jobs.end()]);
  };
  try {
    await Promise.all([refusePowerful(pool, 'app'), refusePowerful(jobs, 'worker')]);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    asActor: (caller, mode, work) =>
      transaction(pool, async (client) => {
        const actor = await enter(client, caller, mode);
        return work(drizzle(keeping(client, nameOf)) as unknown as Tx, actor);
      }),
    asJob: (name, work, mode = 'write') =>
      transaction(jobs, async (client) => work(await enterJob(client, name, mode))),
    alone: (name, work) => withLock(jobs, name, (client, mode) => enterJob(client, name, mode), work),
    attempt: attempts(pool),
    close,
  };
}

async function refusePowerful(pool: pg.Pool, expected: 'app' | 'worker'): Promise<void> {
  const { rows } = await pool.query<{
    name: string;
    powerful: boolean;
    owns: boolean;
    member: boolean;
    unfinished: boolean;
  }>(
    `select current_user as name, to_regnamespace('restoring') is not null as unfinished, r.rolsuper or r.rolbypassrls or r.rolcreaterole as powerful,
       exists (select 1 from pg_class c where c.relowner = r.oid) as owns,
       exists (select 1 from pg_roles other where other.oid <> r.oid and pg_has_role(r.oid, other.oid, 'member')) as member
     from pg_roles r where r.rolname = current_user`,
  );
  const role = rows[0];
  if (role?.unfinished) {
    throw new Error(
      'A backup was being restored into this database and that did not finish: restore it again. Refusing to start.',
    );
  }
  if (!role || role.name !== expected || role.powerful || role.owns || role.member) {
    throw new Error(
      `The database connection for '${expected}' runs as '${role?.name ?? '?'}', which is not the plain role '${expected}' ` +
        '(it must be no superuser, no owner, no member of another role and without BYPASSRLS). Refusing to start.',
    );
  }
}
