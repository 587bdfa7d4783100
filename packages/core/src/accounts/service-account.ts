// My account: with what I sign in, where I am signed in, and every change to that. Each change is mailed and recorded.
import type { Actor, Caller, Tx } from '@kansenplein/db';
import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { conflict, type Context, notFound, queueMail } from '../kernel/index.ts';
import type { Overview } from './contract-signing.ts';
import { mailAccount, mails } from './mails.ts';
import { hashNewPassword } from './passwords.ts';
import { endOtherLoginSessions, hashSecret, newSecret } from './service-login-sessions.ts';
import {
  hasOwnFactor,
  type Means,
  meansOf,
  opensInFull,
  recordOfAccount,
  replaceRecoveryCodes,
} from './service-means.ts';
import { account } from './tables.ts';

type OverviewView = z.infer<typeof Overview>;
const done = { done: true as const };

interface PasskeyRow extends Record<string, unknown> {
  id: string;
  name: string;
  created_at: string;
  last_used_at: string | null;
  backed_up: boolean;
}
interface IdentityRow extends Record<string, unknown> {
  id: string;
  issuer: string;
  created_at: string;
}
interface SessionRow extends Record<string, unknown> {
  handle: string;
  browser: string;
  created_at: string;
  last_seen: string;
  expires_at: string;
  current: boolean;
}

const iso = (text: string) => new Date(text).toISOString();

function confirmBy(means: Means, { issuers, settings }: Context): OverviewView['confirmBy'] {
  const linked = issuers.choices.filter(({ issuer }) => means.issuers.includes(issuer));
  const ways: OverviewView['confirmBy'] = [];
  if (means.password && means.totpSince) ways.push('password_and_code');
  if (means.password && settings.demo && !hasOwnFactor(means)) ways.push('password');
  if (means.passkeys > 0) ways.push('passkey');
  if (linked.some(({ multiFactor }) => multiFactor || hasOwnFactor(means))) ways.push('issuer');
  return ways;
}

async function rowsOf<Row extends Record<string, unknown>>(
  tx: Tx,
  query: ReturnType<typeof sql>,
): Promise<Row[]> {
  return (await tx.execute(query)).rows as Row[];
}

export async function getOverview(tx: Tx, actor: Actor, ctx: Context): Promise<OverviewView> {
  const id = actor.account ?? '';
  const [person] = await tx.select().from(account).where(eq(account.id, id));
  if (!person) throw notFound('account');
  const means = await meansOf(tx, id);
  const passkeys = await rowsOf<PasskeyRow>(tx, sql`select * from wall.passkeys_of(${id})`);
  const identities = await rowsOf<IdentityRow>(tx, sql`select * from wall.my_identities()`);
  const sessions = await rowsOf<SessionRow>(
    tx,
    sql`select * from wall.my_login_sessions(${ctx.caller.login})`,
  );
  const [pending] = await rowsOf<{ address: string | null }>(
    tx,
    sql`select wall.pending_address() as address`,
  );
  return {
    confirmed: actor.confirmed,
    confirmBy: confirmBy(means, ctx),
    name: person.name,
    address: person.address,
    pendingAddress: pending?.address ?? null,
    password: means.password,
    totp: means.totpSince ? { since: means.totpSince } : null,
    recoveryCodesLeft: means.recoveryCodes,
    passkeys: passkeys.map((row) => ({
      id: row.id,
      name: row.name,
      createdAt: iso(row.created_at),
      lastUsedAt: row.last_used_at ? iso(row.last_used_at) : null,
      backedUp: row.backed_up,
    })),
    linkedIssuers: identities.map((row) => {
      const known = ctx.issuers.choices.find(({ issuer }) => issuer === row.issuer);
      return {
        id: row.id,
        issuer: known?.id ?? '',
        name: known?.name ?? new URL(row.issuer).host,
        since: iso(row.created_at),
      };
    }),
    issuers: ctx.issuers.choices.map(({ id: issuer, name }) => ({ id: issuer, name })),
    loginSessions: sessions.map((row) => ({
      id: row.handle,
      browser: row.browser,
      createdAt: iso(row.created_at),
      lastSeen: iso(row.last_seen),
      expiresAt: iso(row.expires_at),
      current: row.current,
    })),
  };
}

/** Taking something away never shuts the person out: the transaction is rolled back when nothing opens in full any more. */
async function keepAWayIn(tx: Tx, ctx: Context, id: string): Promise<void> {
  const means = await meansOf(tx, id);
  const passwordAlone = means.password && !hasOwnFactor(means) && !ctx.settings.demo;
  if (!opensInFull(means, ctx) || passwordAlone) throw conflict('factor.last');
}

async function taken(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  event: string,
  what: string,
  why: string | null = null,
) {
  const id = actor.account ?? '';
  await keepAWayIn(tx, ctx, id);
  await recordOfAccount(tx, id, event, why);
  await mailAccount(tx, id, mails.factorRemoved(what));
  return done;
}

export async function removeTotp(tx: Tx, ctx: Context, actor: Actor) {
  const [row] = await rowsOf<{ dropped: boolean }>(
    tx,
    sql`select wall.drop_totp(${actor.account}) as dropped`,
  );
  if (!row?.dropped) throw notFound('factor');
  return taken(tx, ctx, actor, 'app_removed', 'de app met codes, en de herstelcodes');
}

export async function removePasskey(tx: Tx, ctx: Context, actor: Actor, id: string) {
  const [row] = await rowsOf<{ dropped: boolean }>(tx, sql`select wall.drop_passkey(${id}) as dropped`);
  if (!row?.dropped) throw notFound('factor');
  return taken(tx, ctx, actor, 'passkey_removed', 'een passkey');
}

export async function unlinkIssuer(tx: Tx, ctx: Context, actor: Actor, id: string) {
  const [row] = await rowsOf<{ issuer: string | null }>(tx, sql`select wall.drop_identity(${id}) as issuer`);
  if (!row?.issuer) throw notFound('factor');
  return taken(tx, ctx, actor, 'issuer_unlinked', 'het account van uw organisatie', row.issuer);
}

export async function changeName(tx: Tx, actor: Actor, name: string) {
  await tx.execute(sql`select wall.rename_account(${name.trim()})`);
  await recordOfAccount(tx, actor.account ?? '', 'renamed');
  return done;
}

export async function renamePasskey(tx: Tx, actor: Actor, input: { id: string; name: string }) {
  const [row] = await rowsOf<{ renamed: boolean }>(
    tx,
    sql`select wall.rename_passkey(${input.id}, ${input.name}) as renamed`,
  );
  if (!row?.renamed) throw notFound('factor');
  await recordOfAccount(tx, actor.account ?? '', 'passkey_renamed');
  return done;
}

/** Shown once; the old ones are dead. Only with an app: without one they open nothing. */
export async function renewRecoveryCodes(tx: Tx, actor: Actor) {
  const id = actor.account ?? '';
  if (!(await meansOf(tx, id)).totpSince) throw conflict('factor.needed_first');
  const recoveryCodes = await replaceRecoveryCodes(tx, id);
  await recordOfAccount(tx, id, 'recovery_codes_renewed');
  await mailAccount(tx, id, mails.recoveryCodesRenewed());
  return { recoveryCodes };
}

/** Also the first one of somebody who had none. Whoever else is signed in with the old one is signed out. */
export async function changePassword(ctx: Context, actor: Actor, password: string) {
  const id = actor.account ?? '';
  // argon2 takes its time outside any transaction.
  const hash = await hashNewPassword(password);
  return ctx.database.asActor(ctx.caller, 'write', async (tx) => {
    if (!ctx.settings.demo && !hasOwnFactor(await meansOf(tx, id))) throw conflict('factor.needed_first');
    await tx.execute(sql`select wall.keep_password(${id}, ${hash})`);
    await endOtherLoginSessions(tx, id, ctx.caller.login);
    await recordOfAccount(tx, id, 'password_changed');
    await mailAccount(tx, id, mails.passwordChanged());
    return done;
  });
}

/** A link to the new address and a notice to the old; the answer is the same when somebody has that address already. */
export async function changeAddress(tx: Tx, ctx: Context, actor: Actor, address: string) {
  const id = actor.account ?? '';
  const [row] = await rowsOf<{ holder: string | null }>(
    tx,
    sql`select wall.account_at(${address}) as holder`,
  );
  if (row?.holder) {
    await queueMail(tx, { recipient: address, ...mails.addressTaken() });
  } else {
    const secret = newSecret();
    await tx.execute(
      sql`select wall.open_mailed_link(${hashSecret(secret)}, 'new_address', ${id}, ${address}, 72)`,
    );
    const link = `${ctx.settings.origin}/nieuw-adres/${secret}`;
    await queueMail(tx, { recipient: address, ...mails.newAddress(link) });
  }
  await mailAccount(tx, id, mails.addressAsked());
  await recordOfAccount(tx, id, 'address_asked');
  return done;
}

export async function endOneLoginSession(tx: Tx, actor: Actor, id: string) {
  const [row] = await rowsOf<{ ended: boolean }>(tx, sql`select wall.end_my_login_session(${id}) as ended`);
  if (!row?.ended) throw notFound('login_session');
  await recordOfAccount(tx, actor.account ?? '', 'login_session_ended');
  return done;
}

export async function endOthers(tx: Tx, actor: Actor, caller: Caller) {
  await endOtherLoginSessions(tx, actor.account ?? '', caller.login);
  await recordOfAccount(tx, actor.account ?? '', 'login_sessions_ended');
  return done;
}
