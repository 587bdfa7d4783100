// Adding a factor: the app or the passkey with which an invitation is accepted, that replaces a lost one, or stands beside.
import type { Actor, Caller, Tx } from '@kansenplein/db';
import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { conflict, type Context, invalid, notFound, Refusal } from '../kernel/index.ts';
import { newSeed, periodOf, setupUri, tidy } from './codes.ts';
import type { Enrolled, Outcome, RegisterPasskey } from './contract-signing.ts';
import { mailAccount, mails } from './mails.ts';
import { getInvitation } from './service-inviting.ts';
import { endOtherLoginSessions, renewLoginSession } from './service-login-sessions.ts';
import { meansOf, recordOfAccount, replaceRecoveryCodes, sealedFor } from './service-means.ts';
import { letIn } from './service-second-factor.ts';
import {
  callerOf,
  findStep,
  keepInStep,
  limitAttempts,
  sendOn,
  type Step,
  stepOver,
  tryStep,
  useStep,
} from './service-steps.ts';
import { account as accounts } from './tables.ts';
import { creationOptions, type NewPasskey, verifyCreation } from './webauthn.ts';

type Enrolling = Step<'enrol'>;

const sealedIn = (step: Enrolling) => `seed of ${step.id}`;

/** For who is signed in and confirmed it: a step that may add one factor. */
export async function addFactor(tx: Tx, actor: Actor, { login }: Caller): Promise<Outcome> {
  const id = actor.account ?? '';
  const [person] = await tx.select({ name: accounts.name }).from(accounts).where(eq(accounts.id, id));
  const means = await meansOf(tx, id);
  return sendOn(tx, 'enrol', {
    account: id,
    login,
    holds: {
      then: 'add',
      name: person?.name ?? '',
      passwordHash: null,
      identity: null,
      app: means.password || means.issuers.length > 0,
    },
  });
}

/** The seed for an app: made once for the step, so that a page that is loaded again shows the same code to scan. */
export async function setUpApp(ctx: Context, secret: string) {
  const step = await findStep(ctx, 'enrol', secret);
  if (!step.holds.app) throw stepOver();
  const kept = step.holds.seed ? ctx.vault.open(step.holds.seed, sealedIn(step)) : null;
  const seed = kept?.text ?? newSeed();
  if (!kept) {
    await ctx.database.asActor(callerOf(step), 'write', (tx) =>
      keepInStep(tx, step.id, { seed: ctx.vault.seal(seed, sealedIn(step)) }),
    );
  }
  return { uri: setupUri(seed, step.address), key: seed };
}

/** The account a step enrols for, made now when it accepts an invitation; nothing of it stays when what follows fails. */
async function openAccount(tx: Tx, step: Enrolling): Promise<{ account: string; membership: string | null }> {
  const { then, name, passwordHash, identity } = step.holds;
  if (then !== 'accept') {
    if (!step.account) throw stepOver();
    return { account: step.account, membership: null };
  }
  // An account that came to be since the step began proves itself with its own means.
  if ((await getInvitation(tx)).known) throw conflict('invitation.person_known');
  const { rows } = await tx.execute<{ account: string; membership: string }>(
    sql`select * from wall.accept_invitation(${name}, ${passwordHash})`,
  );
  const accepted = rows[0];
  if (!accepted) throw notFound('invitation');
  if (identity) {
    const kept = await tx.execute<{ kept: boolean }>(
      sql`select wall.keep_identity(${accepted.account}, ${identity.issuer}, ${identity.subject}) as kept`,
    );
    if (!kept.rows[0]?.kept) throw conflict('account.issuer_linked_elsewhere');
    await recordOfAccount(tx, accepted.account, 'issuer_linked', identity.issuer);
  }
  return accepted;
}

/** In the place of everything there was: by the link of an administrator, which is used with this. */
async function dropFactors(tx: Tx, account: string): Promise<void> {
  const { rows } = await tx.execute<{ used: boolean }>(
    sql`select wall.use_mailed_link('new_factor') as used`,
  );
  if (!rows[0]?.used) throw notFound('link');
  await tx.execute(sql`select wall.drop_totp(${account}), wall.drop_passkeys(${account})`);
  await endOtherLoginSessions(tx, account, null);
  await recordOfAccount(tx, account, 'factors_renewed');
}

/** Finishes an enrolment: `keep` stores the factor for the account. Answers with a login session. */
function finish(
  ctx: Context,
  step: Enrolling,
  what: { event: string; name: string },
  keep: (tx: Tx, account: string) => Promise<string[] | null>,
): Promise<Enrolled> {
  return ctx.database.asActor(callerOf(step), 'write', async (tx) => {
    await useStep(tx, step.id);
    const { account, membership } = await openAccount(tx, step);
    if (step.holds.then === 'renew') await dropFactors(tx, account);
    const recoveryCodes = await keep(tx, account);
    await recordOfAccount(tx, account, what.event);
    if (step.holds.then === 'add') {
      await mailAccount(tx, account, mails.factorAdded(what.name));
      if (!step.login) throw stepOver();
      return { next: 'signed_in', ...(await renewLoginSession(tx, step.login, false)), recoveryCodes };
    }
    if (step.holds.then === 'renew') await mailAccount(tx, account, mails.factorsRenewed(what.name));
    const outcome = await letIn(tx, ctx, account, what.event, membership);
    if (outcome.next !== 'signed_in') throw stepOver();
    return { ...outcome, recoveryCodes };
  });
}

/** The first code of the app proves that it was set up; recovery codes come with it, once. */
export async function confirmApp(ctx: Context, input: { step: string; code: string }): Promise<Enrolled> {
  const step = await findStep(ctx, 'enrol', input.step);
  await limitAttempts(ctx, 'code', step.account ?? step.link);
  await tryStep(ctx, step.id);
  const opened = step.holds.seed ? ctx.vault.open(step.holds.seed, sealedIn(step)) : null;
  const period = opened ? periodOf(opened.text, tidy(input.code)) : null;
  if (!opened || period === null) throw new Refusal('unauthenticated', 'account.code_wrong');
  return finish(ctx, step, { event: 'app_added', name: 'een app met codes' }, async (tx, account) => {
    const sealed = ctx.vault.seal(opened.text, sealedFor(account));
    await tx.execute(sql`select wall.keep_totp(${account}, ${sealed}, ${period})`);
    return replaceRecoveryCodes(tx, account);
  });
}

interface KnownPasskey extends Record<string, unknown> {
  credential_id: string;
  transports: string[];
}

export async function askPasskey(ctx: Context, secret: string) {
  const step = await findStep(ctx, 'enrol', secret);
  return ctx.database.asActor(callerOf(step), 'write', async (tx) => {
    const { rows } = step.account
      ? await tx.execute<KnownPasskey>(sql`select * from wall.passkeys_of(${step.account})`)
      : { rows: [] };
    const options = await creationOptions(
      ctx.settings.origin,
      { address: step.address, name: step.holds.name },
      // Who sets up anew has lost the old ones, perhaps not the device.
      step.holds.then === 'renew'
        ? []
        : rows.map(({ credential_id: id, transports }) => ({ id, transports })),
    );
    await keepInStep(tx, step.id, { challenge: options.challenge });
    return options;
  });
}

async function keepPasskey(tx: Tx, account: string, passkey: NewPasskey, name: string): Promise<void> {
  const { credentialId, publicKey, counter, transports, backedUp } = passkey;
  const { rows } = await tx.execute<{ kept: boolean }>(
    sql`select wall.keep_passkey(${account}, ${credentialId}, ${publicKey}, ${counter},
        array(select jsonb_array_elements_text(${JSON.stringify(transports)}::jsonb)), ${backedUp}, ${name}) as kept`,
  );
  if (!rows[0]?.kept) throw invalid('account.passkey_not_accepted');
}

export async function registerPasskey(
  ctx: Context,
  input: z.infer<typeof RegisterPasskey>,
): Promise<Enrolled> {
  const step = await findStep(ctx, 'enrol', input.step);
  await tryStep(ctx, step.id);
  const { challenge } = step.holds;
  const passkey = challenge ? await verifyCreation(ctx.settings.origin, challenge, input.response) : null;
  if (!passkey) throw invalid('account.passkey_not_accepted');
  return finish(ctx, step, { event: 'passkey_added', name: 'een passkey' }, async (tx, account) => {
    await keepPasskey(tx, account, passkey, input.name);
    return null;
  });
}
