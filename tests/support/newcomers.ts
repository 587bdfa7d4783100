// People of an installation outside demo mode: invited by the operator's command, and in by a way of their choice.
import { randomBytes } from 'node:crypto';
import { earlierCode } from './authenticator-app.ts';
import { makeAuthenticator, type Authenticator } from './authenticator.ts';
import { inviteAsOperator } from './owner.ts';
import type { Door, Platform } from './platform.ts';
import { asSuperuser } from './sql.ts';

export const password = 'een lange zin als wachtwoord';

export interface Newcomer {
  readonly address: string;
  /** Of the login cookie. */
  secret: string;
}
export interface WithApp extends Newcomer {
  /** The seed in the app. */
  readonly key: string;
  /** The code it was set up with. */
  readonly usedCode: string;
  readonly recoveryCodes: readonly string[];
}
export interface WithPasskey extends Newcomer {
  readonly device: Authenticator;
}

let places = 0;
/** A visitor from a place nobody else comes from, so that the limits on attempts do not take everybody for one. */
export const visitorOf = (platform: Platform, door: Door = 'local') =>
  platform.client(door, null, `10.1.${Math.floor((places += 1) / 250)}.${places % 250}`);

/** An address nobody else in this test has. */
export const newAddress = () => `iemand-${randomBytes(5).toString('hex')}@kansenplein.example`;

/** The newest mail to an address; mail is queued, and outside demo mode nobody shows it. */
export async function mailTo(platform: Platform, address: string) {
  const rows = await asSuperuser<{ subject: string; body: string }>(
    platform.urls.superuserUrl,
    'select subject, body from outgoing_mail where recipient = $1 order by created_at desc, id limit 1',
    [address],
  );
  return rows[0] ?? null;
}

/** The secret of the link in the newest mail to an address. */
export async function linkTo(platform: Platform, address: string, path: string): Promise<string> {
  const mail = await mailTo(platform, address);
  const token = mail?.body.match(new RegExp(`/${path}/([\\w-]{43})`))?.[1];
  if (!token) throw new Error(`no link ${path} for ${address}: ${mail?.subject ?? 'no mail'}`);
  return token;
}

interface Invited {
  readonly address?: string;
  readonly role?: 'reader' | 'editor' | 'publisher' | 'administrator' | 'operator';
  readonly municipality?: string | null;
}

/** Invites as whoever runs the installation does; answers the address and the secret in the link. */
export async function invited(
  platform: Platform,
  { address = newAddress(), role = 'editor', municipality = 'gm0899' }: Invited = {},
) {
  await inviteAsOperator(platform, { address, role, municipality, organisation: null });
  return { address, token: await linkTo(platform, address, 'uitnodiging') };
}

/** A step for somebody new: `secret` null for a passkey only. */
export async function enrolling(platform: Platform, token: string, chosen: string | null = password) {
  const visitor = visitorOf(platform);
  const outcome = await visitor.accounts.acceptInvitation.mutate({
    token,
    name: 'Proef nieuw',
    password: chosen,
  });
  if (outcome.next !== 'enrol') throw new Error(`expected to enrol, got ${outcome.next}`);
  return outcome.secret;
}

/** Somebody with a password and an app, whose codes of now and of the next thirty seconds were not used yet. */
export async function newcomerWithApp(platform: Platform, who: Invited = {}): Promise<WithApp> {
  const { address, token } = await invited(platform, who);
  const step = await enrolling(platform, token);
  const visitor = visitorOf(platform);
  const { key } = await visitor.signing.totpSetup.mutate({ step });
  const usedCode = await earlierCode(key);
  const { secret, recoveryCodes } = await visitor.signing.totpConfirm.mutate({ step, code: usedCode });
  return { address, secret, key, usedCode, recoveryCodes: recoveryCodes ?? [] };
}

/** Somebody with a passkey and no password. */
export async function newcomerWithPasskey(platform: Platform, who: Invited = {}): Promise<WithPasskey> {
  const { address, token } = await invited(platform, who);
  const step = await enrolling(platform, token, null);
  const visitor = visitorOf(platform);
  const device = makeAuthenticator(platform.origin);
  const options = await visitor.signing.passkeyCreation.mutate({ step });
  const response = device.create(options);
  const { secret } = await visitor.signing.passkeyRegister.mutate({ step, name: 'Proefsleutel', response });
  return { address, secret, device };
}

/** As time would do it: only the wall may touch what is sealed. */
export const age = (platform: Platform, statement: string, params: unknown[] = []) =>
  asSuperuser(platform.urls.superuserUrl, statement, params);

/** Makes it long ago that somebody proved who it is. */
export const unconfirm = (platform: Platform, address: string) =>
  age(
    platform,
    `update login_session s set confirmed_at = now() - interval '6 minutes'
     from account a where a.id = s.account_id and a.address = $1`,
    [address],
  );

/** The actions in the audit about an account, oldest first. */
export async function eventsOf(platform: Platform, address: string): Promise<string[]> {
  const rows = await asSuperuser<{ action: string }>(
    platform.urls.superuserUrl,
    `select e.action from audit_event e join account a on e.object = a.id::text where a.address = $1 order by e.id`,
    [address],
  );
  return rows.map(({ action }) => action);
}
