// Signing in and out, and acting as somebody else of oneself.
import { type Actor, type Caller, type Tx, visitorCaller } from '@kansenplein/db';
import { eq, sql } from 'drizzle-orm';
import { createHash } from 'node:crypto';
import {
  type Context,
  forbidden,
  leaveNoEvent,
  notFound,
  recordAtDoor,
  recordEvent,
  Refusal,
} from '../kernel/index.ts';
import { verifyPassword } from './passwords.ts';
import {
  endLoginSession,
  endLoginSessions,
  moveLoginSession,
  startLoginSession,
} from './service-login-sessions.ts';
import { membership } from './tables.ts';

const keyed = (...parts: string[]) => createHash('sha256').update(parts.join('\n')).digest('hex');

/** Ten tries a quarter of an hour for an address, fifty for a place they come from. */
async function limitAttempts(ctx: Context, address: string): Promise<void> {
  const byAddress = await ctx.database.attempt('sign-in-address', keyed(address), {
    points: 10,
    seconds: 900,
  });
  const byOrigin = await ctx.database.attempt('sign-in-origin', keyed(ctx.origin), {
    points: 50,
    seconds: 900,
  });
  if (!byAddress || !byOrigin) throw new Refusal('tooMany', 'account.too_many_attempts');
}

/** Outside demo mode a password alone opens nothing: the second factor comes first. */
export function refusePasswordOutsideDemo(ctx: Pick<Context, 'settings'>): void {
  if (!ctx.settings.demo) throw forbidden('account.second_factor_required');
}

interface Candidate extends Record<string, unknown> {
  account: string;
  password_hash: string;
}

/** The account behind an address when the password is right; known and unknown addresses answer and last alike. */
export async function checkPassword(
  ctx: Context,
  input: { address: string; password: string },
): Promise<string | null> {
  await limitAttempts(ctx, input.address);
  const candidate = await ctx.database.asActor(visitorCaller, 'read', async (tx) => {
    const { rows } = await tx.execute<Candidate>(sql`select * from wall.sign_in_candidate(${input.address})`);
    return rows[0] ?? null;
  });
  // argon2 takes its time outside any transaction.
  const right = await verifyPassword(candidate?.password_hash ?? null, input.password);
  if (right && candidate) return candidate.account;
  await ctx.database.asActor(visitorCaller, 'write', (tx) =>
    recordAtDoor(tx, {
      account: candidate?.account ?? null,
      action: 'account.sign_in_failed',
      outcome: 'failed',
    }),
  );
  return null;
}

export async function signIn(ctx: Context, input: { address: string; password: string }) {
  refusePasswordOutsideDemo(ctx);
  const account = await checkPassword(ctx, input);
  if (account === null) throw new Refusal('unauthenticated', 'account.sign_in_failed');
  return ctx.database.asActor(visitorCaller, 'write', async (tx) => {
    const { rows } = await tx.execute<{ membership: string | null }>(
      sql`select wall.first_membership(${account}) as membership`,
    );
    await recordAtDoor(tx, { account, action: 'account.signed_in', outcome: 'done' });
    return startLoginSession(tx, account, rows[0]?.membership ?? null);
  });
}

export async function signOut(tx: Tx, actor: Actor, caller: Caller, input: { everywhere: boolean }) {
  const everywhere = input.everywhere && actor.account !== null;
  if (actor.account !== null) {
    const municipality = actor.acting?.kind === 'municipality' ? actor.acting.key : null;
    const action = everywhere ? 'account.signed_out_everywhere' : 'account.signed_out';
    await recordEvent(tx, { action, object: '', municipality });
  } else {
    leaveNoEvent(tx, 'a cookie that opened nothing any more is thrown away');
  }
  if (everywhere && actor.account) await endLoginSessions(tx, actor.account);
  else if (caller.login) await endLoginSession(tx, caller.login);
  return { done: true as const };
}

/** Another membership means other rights, and other rights mean another secret. */
export async function actAs(tx: Tx, caller: Caller, id: string) {
  const moved = caller.login ? await moveLoginSession(tx, caller.login, id) : null;
  if (!moved) throw notFound('membership');
  const [row] = await tx
    .select({ municipality: membership.municipality })
    .from(membership)
    .where(eq(membership.id, id));
  await recordEvent(tx, { action: 'account.acts_as', object: id, municipality: row?.municipality ?? null });
  return moved;
}
