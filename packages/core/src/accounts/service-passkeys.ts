// Signing in with a passkey alone, and proving with one who is signed in already. Its verification of the person makes it two factors.
import { type Actor, type Tx, visitorCaller } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { type Context, leaveNoEvent, recordEvent, Refusal } from '../kernel/index.ts';
import type { AnswerPasskey, Outcome } from './contract-signing.ts';
import { renewLoginSession } from './service-login-sessions.ts';
import { recordOfAccount } from './service-means.ts';
import { letIn } from './service-second-factor.ts';
import { findStep, limitAttempts, openStep, useStep } from './service-steps.ts';
import { requestOptions, verifyAssertion } from './webauthn.ts';

type Answer = z.infer<typeof AnswerPasskey>;

/** Whatever is wrong with it: unknown, of another origin, of another person, already used. */
const refused = () => new Refusal('unauthenticated', 'account.passkey_refused');

export async function requestPasskey(ctx: Context) {
  await limitAttempts(ctx, 'begin', null);
  const options = await requestOptions(ctx.settings.origin);
  return ctx.database.asActor(visitorCaller, 'write', async (tx) => {
    const { secret, expiresAt } = await openStep(tx, 'passkey', { holds: { challenge: options.challenge } });
    return { step: secret, expiresAt, options };
  });
}

interface Candidate extends Record<string, unknown> {
  id: string;
  account_id: string;
  public_key: string;
}

interface Proof {
  readonly account: string;
  /** Uses the passkey: false when its counter did not rise, which is that of a copy. */
  use(tx: Tx): Promise<boolean>;
}

/** The challenge is used up whatever the answer. Throws `account.passkey_refused` and leaves an event. */
async function prove(ctx: Context, { step: secret, response }: Answer): Promise<Proof> {
  const step = await findStep(ctx, 'passkey', secret);
  await limitAttempts(ctx, 'begin', null);
  const candidate = await ctx.database.asActor(visitorCaller, 'write', async (tx) => {
    await useStep(tx, step.id);
    leaveNoEvent(tx, 'what the passkey proves comes next');
    const { rows } = await tx.execute<Candidate>(sql`select * from wall.passkey_candidate(${response.id})`);
    return rows[0] ?? null;
  });
  const verified =
    candidate &&
    (await verifyAssertion(ctx.settings.origin, step.holds.challenge, candidate.public_key, response));
  if (!candidate || !verified) {
    await ctx.database.asActor(visitorCaller, 'write', (tx) =>
      candidate
        ? recordOfAccount(tx, candidate.account_id, 'passkey_refused')
        : recordEvent(tx, {
            action: 'account.passkey_unknown',
            object: ctx.vault.pseudonym(response.id),
            municipality: null,
          }),
    );
    throw refused();
  }
  return {
    account: candidate.account_id,
    async use(tx) {
      const { rows } = await tx.execute<{ used: boolean }>(
        sql`select wall.use_passkey(${candidate.id}, ${verified.counter}, ${verified.backedUp}) as used`,
      );
      if (!rows[0]?.used) await recordOfAccount(tx, candidate.account_id, 'passkey_counter_fell');
      return rows[0]?.used ?? false;
    },
  };
}

export async function signInWithPasskey(ctx: Context, input: Answer): Promise<Outcome> {
  const { account, use } = await prove(ctx, input);
  const outcome = await ctx.database.asActor(visitorCaller, 'write', async (tx) =>
    (await use(tx)) ? letIn(tx, ctx, account, 'passkey') : null,
  );
  if (!outcome) throw refused();
  return outcome;
}

/** Only a passkey of the account that is signed in. */
export async function confirmWithPasskey(ctx: Context, actor: Actor, input: Answer): Promise<Outcome> {
  const { account, use } = await prove(ctx, input);
  if (account !== actor.account) throw refused();
  const outcome = await ctx.database.asActor(ctx.caller, 'write', async (tx): Promise<Outcome | null> => {
    if (!(await use(tx))) return null;
    await recordOfAccount(tx, account, 'confirmed', 'passkey');
    return { next: 'signed_in', ...(await renewLoginSession(tx, ctx.caller.login ?? '', true)) };
  });
  if (!outcome) throw refused();
  return outcome;
}
