// Signing in through an issuer: to go there and to come back, for each thing it can be for. Found by issuer and subject only.
import { type Actor, type Tx, visitorCaller } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import {
  leaveNoEvent,
  conflict,
  type Context,
  forbidden,
  type Identity,
  notFound,
  recordEvent,
  Refusal,
} from '../kernel/index.ts';
import type { Outcome } from './contract-signing.ts';
import { mailAccount, mails } from './mails.ts';
import { getInvitation, openInvitation } from './service-inviting.ts';
import { renewLoginSession } from './service-login-sessions.ts';
import { hasOwnFactor, meansOf, recordOfAccount } from './service-means.ts';
import { acceptFor, askSecondFactor, letIn } from './service-second-factor.ts';
import {
  callerOf,
  findStep,
  limitAttempts,
  type NewStep,
  openStep,
  sendOn,
  type Step,
  stepOver,
  useStep,
} from './service-steps.ts';

type Going = Step<'issuer'>;
type Then = Going['holds']['then'];

/** To the issuer: outside any transaction, because its address is asked over the network. */
async function go(
  ctx: Context,
  id: string,
  then: Then,
  about: Omit<NewStep<'issuer'>, 'holds'> & { name?: string },
) {
  await limitAttempts(ctx, 'begin', null);
  const { url, expected } = await ctx.issuers.begin(id, then === 'confirm');
  const { name = '', ...step } = about;
  return ctx.database.asActor(visitorCaller, 'write', async (tx) => {
    const opened = await openStep(tx, 'issuer', { ...step, holds: { id, then, name, expected } });
    return { step: opened.secret, expiresAt: opened.expiresAt, url };
  });
}

export const signInAtIssuer = (ctx: Context, issuer: string) => go(ctx, issuer, 'sign_in', {});

export async function acceptAtIssuer(ctx: Context, input: { token: string; issuer: string; name: string }) {
  const { caller } = await openInvitation(ctx, input.token);
  return go(ctx, input.issuer, 'accept', { link: caller.link, name: input.name });
}

/** For who is signed in: to prove it again, or to link the identity there. */
export const goSignedIn = (ctx: Context, actor: Actor, issuer: string, then: 'confirm' | 'link') =>
  go(ctx, issuer, then, { account: actor.account, login: ctx.caller.login });

const unknownPerson = () => new Refusal('unauthenticated', 'account.issuer_unknown_person');

async function accountOf(tx: Tx, { issuer, subject }: Identity): Promise<string | null> {
  const { rows } = await tx.execute<{ account: string | null }>(
    sql`select wall.identity_candidate(${issuer}, ${subject}) as account`,
  );
  return rows[0]?.account ?? null;
}

const wayOf = ({ issuer }: Identity) => `issuer ${issuer}`;

/** One factor was proved at the issuer; ours is asked when it does not say that it asked two. */
async function withSecondFactor(
  tx: Tx,
  identity: Identity,
  account: string,
  step: NewStep<'second_factor'>,
  enough: () => Promise<Outcome>,
): Promise<Outcome> {
  if (identity.multiFactor) return enough();
  const asked = await askSecondFactor(tx, account, step);
  if (!asked) throw forbidden('account.issuer_too_weak');
  return asked;
}

async function signIn(tx: Tx, ctx: Context, identity: Identity): Promise<Outcome> {
  const account = await accountOf(tx, identity);
  if (account === null) throw unknownPerson();
  return withSecondFactor(tx, identity, account, { holds: { then: 'sign_in' } }, () =>
    letIn(tx, ctx, account, wayOf(identity)),
  );
}

async function accept(tx: Tx, ctx: Context, identity: Identity, { link, holds }: Going): Promise<Outcome> {
  const { known, address } = await getInvitation(tx);
  const linked = await accountOf(tx, identity);
  if (known) {
    const { rows } = await tx.execute<{ invited: string | null }>(
      sql`select wall.account_at(${address}) as invited`,
    );
    if (linked === null || linked !== rows[0]?.invited) throw unknownPerson();
    return withSecondFactor(tx, identity, linked, { link, holds: { then: 'accept' } }, () =>
      acceptFor(tx, ctx, linked, wayOf(identity)),
    );
  }
  if (linked !== null) throw conflict('account.issuer_linked_elsewhere');
  if (!identity.multiFactor) {
    const { issuer, subject } = identity;
    return sendOn(tx, 'enrol', {
      link,
      holds: {
        then: 'accept',
        name: holds.name,
        passwordHash: null,
        identity: { issuer, subject },
        app: true,
      },
    });
  }
  const { rows } = await tx.execute<{ account: string; membership: string }>(
    sql`select * from wall.accept_invitation(${holds.name}, null)`,
  );
  const accepted = rows[0];
  if (!accepted) throw notFound('invitation');
  await keepIdentity(tx, accepted.account, identity);
  return letIn(tx, ctx, accepted.account, wayOf(identity), accepted.membership);
}

async function keepIdentity(tx: Tx, account: string, identity: Identity): Promise<void> {
  const { issuer, subject } = identity;
  const { rows } = await tx.execute<{ kept: boolean }>(
    sql`select wall.keep_identity(${account}, ${issuer}, ${subject}) as kept`,
  );
  if (!rows[0]?.kept) throw conflict('account.issuer_linked_elsewhere');
  await recordOfAccount(tx, account, 'issuer_linked', issuer);
}

async function link(tx: Tx, identity: Identity, account: string, login: string): Promise<Outcome> {
  if (!identity.multiFactor && !hasOwnFactor(await meansOf(tx, account)))
    throw conflict('factor.needed_first');
  await keepIdentity(tx, account, identity);
  await mailAccount(tx, account, mails.factorAdded('het account van uw organisatie'));
  return { next: 'signed_in', ...(await renewLoginSession(tx, login, false)) };
}

async function confirm(tx: Tx, identity: Identity, account: string, login: string): Promise<Outcome> {
  if ((await accountOf(tx, identity)) !== account) throw unknownPerson();
  return withSecondFactor(tx, identity, account, { login, holds: { then: 'confirm' } }, async () => {
    await recordOfAccount(tx, account, 'confirmed', wayOf(identity));
    return { next: 'signed_in', ...(await renewLoginSession(tx, login, true)) };
  });
}

async function arrive(tx: Tx, ctx: Context, step: Going, identity: Identity): Promise<Outcome> {
  const { account, login, holds } = step;
  if (holds.then === 'sign_in') return signIn(tx, ctx, identity);
  if (holds.then === 'accept') return accept(tx, ctx, identity, step);
  if (!account || !login) throw stepOver();
  return holds.then === 'link' ? link(tx, identity, account, login) : confirm(tx, identity, account, login);
}

/** Back from the issuer. The step is used before the issuer is asked: nothing that came back works a second time. */
export async function finishAtIssuer(ctx: Context, input: { step: string; query: string }): Promise<Outcome> {
  const step = await findStep(ctx, 'issuer', input.step);
  await ctx.database.asActor(visitorCaller, 'write', async (tx) => {
    leaveNoEvent(tx, 'who it is, the issuer says next');
    await useStep(tx, step.id);
  });
  const { id, then, expected } = step.holds;
  try {
    const identity = await ctx.issuers.finish(id, input.query, expected, then === 'confirm');
    return await ctx.database.asActor(callerOf(step), 'write', (tx) => arrive(tx, ctx, step, identity));
  } catch (error) {
    if (error instanceof Refusal) {
      await ctx.database.asActor(visitorCaller, 'write', (tx) =>
        recordEvent(tx, {
          action: 'account.issuer_refused',
          object: id,
          municipality: null,
          reason: error.code,
        }),
      );
    }
    throw error;
  }
}
