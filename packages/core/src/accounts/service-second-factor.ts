// The second factor after a password or an issuer: what was waiting for it happens, once.
import { type Tx, visitorCaller } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { type Context, notFound, Refusal } from '../kernel/index.ts';
import type { Outcome, StepView } from './contract-signing.ts';
import { mailAccount, mails } from './mails.ts';
import { endOtherLoginSessions, renewLoginSession, startLoginSession } from './service-login-sessions.ts';
import { hasOwnFactor, meansOf, recordOfAccount, useCode } from './service-means.ts';
import {
  callerOf,
  findStep,
  getStep,
  limitAttempts,
  purposeOf,
  sendOn,
  type Step,
  stepOver,
  tryStep,
  useStep,
} from './service-steps.ts';

/** Starts a login session and says so in the audit. */
export async function letIn(
  tx: Tx,
  ctx: Context,
  account: string,
  way: string,
  membership: string | null = null,
): Promise<Outcome> {
  const session = await startLoginSession(tx, ctx, account, membership);
  await recordOfAccount(tx, account, 'signed_in', way);
  return { next: 'signed_in', ...session };
}

/** Uses the invitation whose link the transaction holds, for an account that exists. */
export async function acceptFor(tx: Tx, ctx: Context, account: string, way: string): Promise<Outcome> {
  const { rows } = await tx.execute<{ account: string; membership: string }>(
    sql`select * from wall.accept_invitation('', null)`,
  );
  const accepted = rows[0];
  // Used in the meantime, or the address of the account has changed.
  if (!accepted || accepted.account !== account) throw notFound('invitation');
  return letIn(tx, ctx, account, way, accepted.membership);
}

/** What was waiting happens: `way` says for the audit with what it was proved. */
export async function proceed(
  tx: Tx,
  ctx: Context,
  step: Step<'second_factor'>,
  way: string,
): Promise<Outcome> {
  const { account, login, holds } = step;
  if (!account) throw stepOver();
  await useStep(tx, step.id);
  switch (holds.then) {
    case 'sign_in':
      return letIn(tx, ctx, account, way);
    case 'accept':
      return acceptFor(tx, ctx, account, way);
    case 'confirm': {
      if (!login) throw stepOver();
      await recordOfAccount(tx, account, 'confirmed', way);
      return { next: 'signed_in', ...(await renewLoginSession(tx, login, true)) };
    }
    case 'new_password': {
      await replacePassword(tx, account, holds.passwordHash);
      return letIn(tx, ctx, account, way);
    }
  }
}

/** By the link the transaction holds: the new password, and an end to whatever the old one opened. */
export async function replacePassword(tx: Tx, account: string, passwordHash: string): Promise<void> {
  const { rows } = await tx.execute<{ used: boolean }>(
    sql`select wall.use_mailed_link('new_password') as used`,
  );
  if (!rows[0]?.used) throw notFound('link');
  await tx.execute(sql`select wall.keep_password(${account}, ${passwordHash})`);
  await endOtherLoginSessions(tx, account, null);
  await recordOfAccount(tx, account, 'password_changed', 'link');
  await mailAccount(tx, account, mails.passwordChanged());
}

/** One factor is right: with a second one of ours the step waits for it; null when the account has none. */
export async function askSecondFactor(
  tx: Tx,
  account: string,
  step: Omit<Parameters<typeof sendOn<'second_factor'>>[2], 'account'>,
): Promise<Outcome | null> {
  if (!hasOwnFactor(await meansOf(tx, account))) return null;
  return sendOn(tx, 'second_factor', { account, ...step });
}

/** What a step waits for, for the page that asks it. */
export function viewStep(ctx: Context, secret: string): Promise<StepView> {
  return ctx.database.asActor(visitorCaller, 'read', async (tx) => {
    const purpose = await purposeOf(tx, secret);
    if (purpose === 'second_factor') {
      const { account, address, expiresAt } = await getStep(tx, ctx.caller, purpose, secret);
      const means = await meansOf(tx, account ?? '');
      const ways: StepView['ways'] = [];
      if (means.totpSince) ways.push('totp');
      if (means.recoveryCodes > 0) ways.push('recovery_code');
      if (means.passkeys > 0) ways.push('passkey');
      return { purpose, ways, address, expiresAt };
    }
    const { holds, address, expiresAt } = await getStep(tx, ctx.caller, 'enrol', secret);
    return { purpose: 'enrol', ways: holds.app ? ['totp', 'passkey'] : ['passkey'], address, expiresAt };
  });
}

/** A code of an app or a recovery code. A wrong one leaves the step alive for four more tries. */
export async function answerStep(ctx: Context, input: { step: string; code: string }): Promise<Outcome> {
  const step = await findStep(ctx, 'second_factor', input.step);
  const { account } = step;
  if (!account) throw stepOver();
  await limitAttempts(ctx, 'code', account);
  await tryStep(ctx, step.id);
  const outcome = await ctx.database.asActor(callerOf(step), 'write', async (tx) => {
    const way = await useCode(tx, ctx.vault, account, input.code);
    if (way === null) {
      await recordOfAccount(tx, account, 'code_refused');
      return null;
    }
    if (way === 'recovery_code') await saySpent(tx, account);
    return proceed(tx, ctx, step, way);
  });
  // After the commit: the refusal must not undo the event.
  if (!outcome) throw new Refusal('unauthenticated', 'account.code_wrong');
  return outcome;
}

/** A recovery code was used: whoever did not do that should know at once. */
export async function saySpent(tx: Tx, account: string): Promise<void> {
  const { recoveryCodes } = await meansOf(tx, account);
  await recordOfAccount(tx, account, 'recovery_code_used');
  await mailAccount(tx, account, mails.recoveryCodeUsed(recoveryCodes));
}
