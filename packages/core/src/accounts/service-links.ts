// Links by mail: a forgotten password, a new address, and a second factor that an administrator lets set up anew.
import { type Actor, type OwnerTx, type Tx, visitorCaller } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { setTimeout } from 'node:timers/promises';
import type { z } from 'zod';
import { type Context, notFound, recordEvent, Refusal, type Settings } from '../kernel/index.ts';
import type { Chosen, LinkView, Outcome } from './contract-signing.ts';
import { mailAccount, mails } from './mails.ts';
import { hashNewPassword, verifyPassword } from './passwords.ts';
import { hashSecret, newSecret } from './service-login-sessions.ts';
import { meansOf, recordOfAccount } from './service-means.ts';
import { replacePassword } from './service-second-factor.ts';
import { limitAttempts, sendOn } from './service-steps.ts';

const done = { done: true as const };

/** Longer than the work for a known address takes, so that an unknown one is not quicker. */
const patience = 250;

/** Answers alike, in text and in time, whoever has the address or nobody. */
export async function forgotPassword(ctx: Context, address: string) {
  await limitAttempts(ctx, 'mail', address);
  const waited = setTimeout(patience);
  await ctx.database.asActor(visitorCaller, 'write', async (tx) => {
    const { rows } = await tx.execute<{ account: string | null }>(
      sql`select wall.account_at(${address}) as account`,
    );
    const account = rows[0]?.account;
    if (!account) return;
    if ((await meansOf(tx, account)).password) {
      const secret = newSecret();
      await tx.execute(
        sql`select wall.open_mailed_link(${hashSecret(secret)}, 'new_password', ${account}, ${address}, 1)`,
      );
      await mailAccount(tx, account, mails.newPassword(`${ctx.settings.origin}/nieuw-wachtwoord/${secret}`));
    } else {
      await mailAccount(tx, account, mails.noPassword());
    }
    await recordOfAccount(tx, account, 'password_asked');
  });
  await waited;
  return done;
}

interface OpenedLink extends Record<string, unknown> {
  purpose: z.infer<typeof LinkView>['purpose'];
  account_id: string;
  address: string;
  expires_at: string;
}

/** The living link the transaction holds; used, expired and never existing are the same. */
async function getLink(tx: Tx): Promise<OpenedLink> {
  const { rows } = await tx.execute<OpenedLink>(sql`select * from wall.opened_link()`);
  if (!rows[0]) throw notFound('link');
  return rows[0];
}

export async function viewLink(tx: Tx): Promise<z.infer<typeof LinkView>> {
  const { purpose, account_id, address, expires_at } = await getLink(tx);
  const { password } = await meansOf(tx, account_id);
  return { purpose, address, password, expiresAt: new Date(expires_at).toISOString() };
}

async function openLink(ctx: Context, token: string, purpose: OpenedLink['purpose']) {
  const caller = { login: null, link: hashSecret(token) };
  const { link, means } = await ctx.database.asActor(caller, 'read', async (tx) => {
    const found = await getLink(tx);
    if (found.purpose !== purpose) throw notFound('link');
    return { link: found, means: await meansOf(tx, found.account_id) };
  });
  return { caller, account: link.account_id, address: link.address, means };
}

/** The mailbox is one factor. Where there is an app its code is asked before the password changes. */
export async function choosePassword(
  ctx: Context,
  input: { token: string; password: string },
): Promise<Chosen> {
  const { caller, account, means } = await openLink(ctx, input.token, 'new_password');
  const passwordHash = await hashNewPassword(input.password);
  return ctx.database.asActor(caller, 'write', async (tx) => {
    if (means.totpSince) {
      const holds = { then: 'new_password' as const, passwordHash };
      return sendOn(tx, 'second_factor', { account, link: caller.link, holds });
    }
    await replacePassword(tx, account, passwordHash);
    return { next: 'sign_in', secret: null, expiresAt: null };
  });
}

/** The link of an administrator and the own password; who has none has a passkey to set up, and nothing else. */
export async function renewFactor(
  ctx: Context,
  input: { token: string; password: string | null },
): Promise<Outcome> {
  const { caller, account, address, means } = await openLink(ctx, input.token, 'new_factor');
  if (means.password) {
    await limitAttempts(ctx, 'sign-in', address);
    const stored = await ctx.database.asActor(caller, 'read', async (tx) => {
      const { rows } = await tx.execute<{ hash: string | null }>(
        sql`select wall.password_of(${account}) as hash`,
      );
      return rows[0]?.hash ?? null;
    });
    if (!(await verifyPassword(stored, input.password ?? ''))) {
      await ctx.database.asActor(caller, 'write', (tx) =>
        recordOfAccount(tx, account, 'confirmation_failed'),
      );
      throw new Refusal('unauthenticated', 'account.sign_in_failed');
    }
  }
  return ctx.database.asActor(caller, 'write', (tx) =>
    sendOn(tx, 'enrol', {
      account,
      link: caller.link,
      holds: {
        then: 'renew',
        name: address,
        passwordHash: null,
        identity: null,
        app: means.password || means.issuers.length > 0,
      },
    }),
  );
}

/** Of a member of the own municipality. Nothing changes until the member uses it. */
export async function resetFactor(tx: Tx, ctx: Context, actor: Actor, membership: string) {
  const secret = newSecret();
  const { subject, body } = mails.newFactor(`${ctx.settings.origin}/nieuwe-factor/${secret}`);
  const { rows } = await tx.execute<{ sent: boolean }>(
    sql`select wall.send_factor_link(${hashSecret(secret)}, ${membership}, 72, ${subject}, ${body}) as sent`,
  );
  if (!rows[0]?.sent) throw notFound('membership');
  await recordEvent(tx, {
    action: 'account.factor_reset_sent',
    object: membership,
    municipality: actor.acting?.key ?? null,
  });
  return done;
}

/** The same by whoever runs the installation. False when nobody has the address. */
export async function resetFactorByOperator(
  tx: OwnerTx,
  settings: Pick<Settings, 'origin'>,
  address: string,
): Promise<boolean> {
  const secret = newSecret();
  const { subject, body } = mails.newFactor(`${settings.origin}/nieuwe-factor/${secret}`);
  const { rows } = await tx.execute<{ sent: boolean }>(
    sql`select wall.operator_factor_link(${hashSecret(secret)}, ${address}, 72, ${subject}, ${body}) as sent`,
  );
  return rows[0]?.sent ?? false;
}

export async function confirmAddress(tx: Tx) {
  const { purpose, account_id: account } = await getLink(tx);
  if (purpose !== 'new_address') throw notFound('link');
  // Before the change, so that it goes to the old address.
  await mailAccount(tx, account, mails.addressChanged());
  const { rows } = await tx.execute<{ taken: boolean }>(sql`select wall.take_address() as taken`);
  if (!rows[0]?.taken) throw notFound('link');
  await recordOfAccount(tx, account, 'address_changed');
  return done;
}
