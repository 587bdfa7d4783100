// Lucia as the engine of login sessions, behind this one file. The database keeps SHA-256 of the secret; the cookie
// carries the secret itself, so Lucia's cookie helper (which would send the stored id) is not used.
import { type Database, type Tx, visitorCaller } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { Lucia, TimeSpan, type Adapter, type DatabaseSession } from 'lucia';
import { createHash, randomBytes } from 'node:crypto';
import { type Context, Refusal } from '../kernel/index.ts';
import { browserOf } from './browsers.ts';

declare module 'lucia' {
  interface Register {
    Lucia: Lucia;
    DatabaseSessionAttributes: { membershipId: string | null; browser: string };
  }
}

const idle = new TimeSpan(8, 'h');

export const hashSecret = (secret: string) => createHash('sha256').update(secret).digest('hex');

/** 256 random bits as base64url. */
export const newSecret = () => randomBytes(32).toString('base64url');

interface SessionRow extends Record<string, unknown> {
  id: string;
  account_id: string;
  membership_id: string | null;
  expires_at: string;
}

const databaseSession = (row: SessionRow): DatabaseSession => ({
  id: row.id,
  userId: row.account_id,
  expiresAt: new Date(row.expires_at),
  attributes: { membershipId: row.membership_id, browser: '' },
});

/** Lucia's adapter on the functions of the wall: the table itself is sealed. */
function adapter(tx: Tx): Adapter {
  const run = (query: ReturnType<typeof sql>) => tx.execute<SessionRow>(query);
  return {
    getSessionAndUser: async (id) => {
      const { rows } = await run(sql`select * from wall.find_login_session(${id})`);
      const row = rows[0];
      return row ? [databaseSession(row), { id: row.account_id, attributes: {} }] : [null, null];
    },
    getUserSessions: async () => {
      throw new Error('login sessions are listed through the wall, not through Lucia');
    },
    setSession: async ({ id, userId, expiresAt, attributes }) => {
      const { rows } = await tx.execute<{ started: boolean }>(
        sql`select wall.start_login_session(${id}, ${userId}, ${attributes.membershipId}, ${expiresAt.toISOString()},
            ${attributes.browser}) as started`,
      );
      // Erased while signing in: nobody is there any more, as for an address nobody has.
      if (!rows[0]?.started) throw new Refusal('unauthenticated', 'account.sign_in_failed');
    },
    updateSessionExpiration: async (id, expiresAt) => {
      await run(sql`select wall.extend_login_session(${id}, ${expiresAt.toISOString()})`);
    },
    deleteSession: async (id) => {
      await run(sql`select wall.end_login_session(${id})`);
    },
    deleteUserSessions: async (account) => {
      await run(sql`select wall.end_login_sessions(${account})`);
    },
    deleteExpiredSessions: async () => {
      throw new Error('expired login sessions are ended by a job, see endExpiredLogins');
    },
  };
}

const engine = (tx: Tx) => new Lucia(adapter(tx), { sessionExpiresIn: idle });

export interface LoginSession {
  /** For the cookie; stored nowhere. */
  readonly secret: string;
  readonly expiresAt: string;
}

/**
 * Starts a login session; the secret is returned once and kept nowhere. `membership` null: the account's first. Throws
 * `account.sign_in_failed` when the account was erased meanwhile.
 */
export async function startLoginSession(
  tx: Tx,
  { browser }: Pick<Context, 'browser'>,
  account: string,
  membership: string | null,
): Promise<LoginSession> {
  const { rows } = await tx.execute<{ first: string | null }>(
    sql`select wall.first_membership(${account}) as first`,
  );
  const secret = newSecret();
  const session = await engine(tx).createSession(
    account,
    { membershipId: membership ?? rows[0]?.first ?? null, browser: browserOf(browser) },
    { sessionId: hashSecret(secret) },
  );
  return { secret, expiresAt: session.expiresAt.toISOString() };
}

/**
 * The same login session under another secret; the old one is dead. `proven`: who it is was proved in full just now.
 * Not a verb of Lucia: its sessions cannot change their id.
 */
export async function renewLoginSession(tx: Tx, loginHash: string, proven: boolean): Promise<LoginSession> {
  const secret = newSecret();
  const { rows } = await tx.execute<{ expires_at: string | null }>(
    sql`select wall.renew_login_session(${loginHash}, ${hashSecret(secret)}, ${proven}) as expires_at`,
  );
  const expires = rows[0]?.expires_at;
  if (!expires) throw new Refusal('unauthenticated', 'account.sign_in_first');
  return { secret, expiresAt: new Date(expires).toISOString() };
}

/**
 * Another membership under another secret; the old one is dead and the seven days go on. Null when the membership is
 * not the account's. Not a verb of Lucia: its sessions cannot change their id.
 */
export async function moveLoginSession(tx: Tx, loginHash: string, membership: string) {
  const secret = newSecret();
  const { rows } = await tx.execute<{ expires_at: string | null }>(
    sql`select wall.move_login_session(${loginHash}, ${hashSecret(secret)}, ${membership}) as expires_at`,
  );
  const expires = rows[0]?.expires_at;
  return expires ? { secret, expiresAt: new Date(expires).toISOString() } : null;
}

export const endLoginSession = (tx: Tx, loginHash: string) => engine(tx).invalidateSession(loginHash);

export const endLoginSessions = (tx: Tx, account: string) => engine(tx).invalidateUserSessions(account);

/** All login sessions of an account but one (null: all), because what opened them has changed. */
export async function endOtherLoginSessions(tx: Tx, account: string, but: string | null): Promise<void> {
  await tx.execute(sql`select wall.end_login_sessions_but(${account}, ${but})`);
}

/**
 * The hash of a cookie's secret, or null when it is none. Whether a login session lives behind it is asked by the wall
 * at every request.
 */
export const loginOf = (secret: string | null): string | null =>
  secret !== null && /^[A-Za-z0-9_-]{43}$/.test(secret) ? hashSecret(secret) : null;

/** Seen again, and extended when less than half of the eight idle hours is left; never beyond seven days in all. */
export async function keepLoginAlive(database: Database, loginHash: string): Promise<void> {
  await database.asActor(visitorCaller, 'write', (tx) => engine(tx).validateSession(loginHash));
}

/** Throws away login sessions, steps and mailed links that can never be used again. A job's work: no request may touch those of others. */
export function endExpiredLogins(database: Database): Promise<void> {
  return database.asJob('end-expired-logins', async (tx) => {
    await tx.execute(sql`select wall.end_expired_login_sessions()`);
  });
}
