// Signing in with a password and out, proving it again, and acting as somebody else of oneself.
import { type Actor, type Caller, type Tx, visitorCaller } from '@kansenplein/db';
import { eq, sql } from 'drizzle-orm';
import {
  type Context,
  forbidden,
  leaveNoEvent,
  notFound,
  recordAtDoor,
  recordEvent,
  Refusal,
} from '../kernel/index.ts';
import type { Outcome } from './contract-signing.ts';
import { verifyPassword } from './passwords.ts';
import {
  endLoginSession,
  endLoginSessions,
  moveLoginSession,
  renewLoginSession,
} from './service-login-sessions.ts';
import { hasOwnFactor, meansOf, recordOfAccount, useCode } from './service-means.ts';
import { askSecondFactor, letIn, saySpent } from './service-second-factor.ts';
import { limitAttempts } from './service-steps.ts';
import { membership } from './tables.ts';

interface Candidate extends Record<string, unknown> {
  account: string;
  password_hash: string;
}

const signInFailed = () => new Refusal('unauthenticated', 'account.sign_in_failed');

/**
 * The account behind an address when the password is right; throws `account.sign_in_failed` otherwise. Known and unknown
 * addresses answer and last alike, and leave the same event, in which the address is a pseudonym.
 */
export async function checkPassword(
  ctx: Context,
  input: { address: string; password: string },
): Promise<string> {
  await limitAttempts(ctx, 'sign-in', input.address);
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
  throw signInFailed();
}

/**
 * A password alone opens nothing but the question for the second factor. Only demo mode lets an account in that has
 * none; outside it such an account cannot come to be, and is refused all the same.
 */
export async function signIn(ctx: Context, input: { address: string; password: string }): Promise<Outcome> {
  const account = await checkPassword(ctx, input);
  return ctx.database.asActor(visitorCaller, 'write', async (tx) => {
    const asked = await askSecondFactor(tx, account, { holds: { then: 'sign_in' } });
    if (asked) return asked;
    if (!ctx.settings.demo) throw forbidden('account.second_factor_required');
    return letIn(tx, ctx, account, 'password');
  });
}

/** Who is signed in proves it again: with the password and, where there is a second factor, a code. */
export async function confirm(
  ctx: Context,
  actor: Actor,
  input: { password: string; code: string | null },
): Promise<Outcome> {
  const account = actor.account ?? '';
  const login = ctx.caller.login ?? '';
  await limitAttempts(ctx, 'code', account);
  const stored = await ctx.database.asActor(ctx.caller, 'read', async (tx) => {
    const { rows } = await tx.execute<{ hash: string | null }>(
      sql`select wall.password_of(${account}) as hash`,
    );
    return rows[0]?.hash ?? null;
  });
  const right = await verifyPassword(stored, input.password);
  const outcome = await ctx.database.asActor(ctx.caller, 'write', async (tx): Promise<Outcome | string> => {
    const means = await meansOf(tx, account);
    const way = !right
      ? null
      : input.code !== null
        ? await useCode(tx, ctx.vault, account, input.code)
        : hasOwnFactor(means) || !ctx.settings.demo
          ? null
          : 'password';
    if (way === null) {
      await recordOfAccount(tx, account, 'confirmation_failed');
      return right ? 'account.code_wrong' : 'account.sign_in_failed';
    }
    if (way === 'recovery_code') await saySpent(tx, account);
    await recordOfAccount(tx, account, 'confirmed', way);
    return { next: 'signed_in', ...(await renewLoginSession(tx, login, true)) };
  });
  // After the commit: the refusal must not undo the event.
  if (typeof outcome === 'string') throw new Refusal('unauthenticated', outcome);
  return outcome;
}

export async function signOut(tx: Tx, actor: Actor, caller: Caller, input: { everywhere: boolean }) {
  if (actor.account)
    await recordOfAccount(tx, actor.account, input.everywhere ? 'signed_out_everywhere' : 'signed_out');
  else leaveNoEvent(tx, 'a cookie that opened nothing any more is thrown away');
  if (input.everywhere && actor.account) await endLoginSessions(tx, actor.account);
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
