// My account: what I sign in with and where I am signed in. Every change asks who it is, is mailed and is written down.
import { router } from '@kansenplein/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf as appCode, earlierCode, wrongCodeOf } from '../support/authenticator-app.ts';
import { makeAuthenticator } from '../support/authenticator.ts';
import {
  age,
  eventsOf,
  mailTo,
  newcomerWithApp,
  newcomerWithPasskey,
  password,
  unconfirm,
  visitorOf,
} from '../support/newcomers.ts';
import { doors, startPlatform, type Platform } from '../support/platform.ts';
import { codeOf, refusalOf } from '../support/refusals.ts';
import { hashOf } from '../support/sql.ts';
import { call, outcomeOf } from '../support/wire.ts';

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform({ demo: false });
});
afterAll(async () => {
  expect(platform.internalErrors).toEqual([]);
  await platform.close();
});

const nowhere = '00000000-0000-4000-8000-000000000000';
const noStep = 'A'.repeat(43);

const signInAgain = async ({ address, key }: { address: string; key: string }, periods: number) => {
  const visitor = visitorOf(platform);
  const { secret: step } = await visitor.accounts.signIn.mutate({ address, password });
  return (await visitor.signing.secondFactor.mutate({ step, code: appCode(key, periods) })).secret;
};
const isIn = async (secret: string) =>
  (await platform.client('http', secret).accounts.me.query()).account !== null;

describe('what asks for a fresh confirmation', () => {
  const declared = Object.entries(
    router._def.procedures as unknown as Record<string, { _def: { meta?: { confirmed?: boolean } } }>,
  ).flatMap(([name, { _def }]) => (_def.meta?.confirmed ? [name] : []));
  const inputs: Readonly<Record<string, unknown>> = {
    'signing.addFactor': undefined,
    'signing.removeTotp': undefined,
    'signing.removePasskey': { id: nowhere },
    'signing.renewRecoveryCodes': undefined,
    'signing.changePassword': { password: 'een heel andere lange zin' },
    'signing.changeAddress': { address: 'nieuw@kansenplein.example' },
    'signing.linkIssuer': { issuer: 'strong' },
    'signing.unlinkIssuer': { id: nowhere },
    'signing.resetFactor': { membership: nowhere },
    'personalData.erase': undefined,
  };

  it('is every change of address, password, factor, passkey, issuer and recovery codes, and being erased', () => {
    expect([...declared].sort()).toEqual(Object.keys(inputs).sort());
  });

  it.each(Object.keys(inputs))(
    '%s is refused six minutes after, and not refused for it just after',
    async (name) => {
      const { address, secret } = await newcomerWithApp(platform, { role: 'administrator' });
      const ask = async () =>
        outcomeOf(await call(platform, { procedure: name, kind: 'mutation', input: inputs[name], secret }));
      await unconfirm(platform, address);
      expect(await ask()).toBe('account.confirm_first');
      await age(platform, 'update login_session set confirmed_at = null where id = $1', [hashOf(secret)]);
      expect(await ask()).toBe('account.confirm_first');
      // Nothing happened: the last mail is still the invitation.
      expect((await mailTo(platform, address))?.subject).toMatch(/^Uitnodiging/);
      await age(platform, 'update login_session set confirmed_at = now() where id = $1', [hashOf(secret)]);
      expect(await ask()).not.toBe('account.confirm_first');
    },
  );
});

describe.each(doors)('through the %s door', (door) => {
  it('a person confirms with password and code, gets another secret, and five minutes to change things', async () => {
    const person = await newcomerWithApp(platform);
    await unconfirm(platform, person.address);
    const me = platform.client(door, person.secret);
    expect(await me.signing.overview.query()).toMatchObject({
      confirmed: false,
      confirmBy: ['password_and_code'],
      password: true,
      recoveryCodesLeft: 10,
      passkeys: [],
      linkedIssuers: [],
      pendingAddress: null,
    });
    const confirm = (attempt: string, code: string | null) =>
      me.signing.confirm.mutate({ password: attempt, code });
    expect(await codeOf(confirm('niet het goede', appCode(person.key)))).toBe('account.sign_in_failed');
    expect(await codeOf(confirm(password, wrongCodeOf(person.key)))).toBe('account.code_wrong');
    expect(await codeOf(confirm(password, null))).toBe('account.code_wrong');
    const { secret } = await confirm(password, appCode(person.key));
    expect(await isIn(person.secret)).toBe(false);
    const now = platform.client(door, secret);
    expect((await now.signing.overview.query()).confirmed).toBe(true);
    expect((await now.signing.renewRecoveryCodes.mutate()).recoveryCodes).toHaveLength(10);
    expect((await eventsOf(platform, person.address)).slice(2)).toEqual([
      'account.confirmation_failed',
      'account.confirmation_failed',
      'account.confirmation_failed',
      'account.confirmed',
      'account.recovery_codes_renewed',
    ]);
  });

  it('login sessions are listed without their secret, ended one by one, and all but this one', async () => {
    const person = await newcomerWithApp(platform);
    const other = await signInAgain(person, 0);
    const third = await signInAgain(person, 1);
    const me = platform.client(door, third);
    const { loginSessions } = await me.signing.overview.query();
    expect(loginSessions.map(({ browser, current }) => [browser, current])).toEqual([
      ['Firefox op Linux', true],
      ['Firefox op Linux', false],
      ['Firefox op Linux', false],
    ]);
    const told = JSON.stringify(loginSessions);
    for (const secret of [person.secret, other, third]) {
      expect(told).not.toContain(secret);
      expect(told).not.toContain(hashOf(secret));
    }
    // Somebody else cannot end it, nor learn that it exists.
    const id = loginSessions.find(({ current }) => !current)?.id ?? '';
    const stranger = platform.client(door, (await newcomerWithPasskey(platform)).secret);
    expect(await refusalOf(stranger.signing.endLoginSession.mutate({ id }))).toEqual(
      await refusalOf(stranger.signing.endLoginSession.mutate({ id: nowhere })),
    );
    await me.signing.endLoginSession.mutate({ id });
    expect([await isIn(person.secret), await isIn(other)].filter(Boolean)).toHaveLength(1);
    await me.signing.endOtherLoginSessions.mutate();
    expect([await isIn(person.secret), await isIn(other), await isIn(third)]).toEqual([false, false, true]);
    expect((await me.signing.overview.query()).loginSessions).toHaveLength(1);
  });
});

describe('a login session', () => {
  it('is seen again after five minutes, and extended when less than half of its eight hours is left', async () => {
    const { secret } = await newcomerWithPasskey(platform);
    const me = platform.client('http', secret);
    const session = async () => {
      const { loginSessions } = await me.signing.overview.query();
      const { lastSeen, expiresAt } = loginSessions.find(({ current }) => current) ?? {
        lastSeen: '',
        expiresAt: '',
      };
      const minutes = (from: string | number, to: string | number) =>
        Math.round((Number(new Date(to)) - Number(new Date(from))) / 60_000);
      return { seenAgo: minutes(lastSeen, Date.now()), expires: minutes(Date.now(), expiresAt) };
    };
    const set = (seen: string, expires: string) =>
      age(
        platform,
        `update login_session set last_seen = now() - $2::interval, expires_at = now() + $3::interval where id = $1`,
        [hashOf(secret), seen, expires],
      );
    await set('3 minutes', '7 hours 57 minutes');
    await me.accounts.me.query();
    expect(await session()).toEqual({ seenAgo: 3, expires: 477 });
    await set('6 minutes', '7 hours 54 minutes');
    await me.accounts.me.query();
    expect(await session()).toEqual({ seenAgo: 0, expires: 474 });
    await set('5 hours', '3 hours');
    await me.accounts.me.query();
    expect(await session()).toEqual({ seenAgo: 0, expires: 480 });
  });
});

describe('the last way in', () => {
  it('stays: an app beside a password, a passkey without one, and no password alone', async () => {
    const app = await newcomerWithApp(platform);
    const withApp = platform.client('local', app.secret);
    expect(await refusalOf(withApp.signing.removeTotp.mutate())).toMatchObject({
      code: 'factor.last',
      httpStatus: 409,
    });
    expect((await withApp.signing.overview.query()).totp).not.toBeNull();

    const passkey = await newcomerWithPasskey(platform);
    const withPasskey = platform.client('local', passkey.secret);
    const [only] = (await withPasskey.signing.overview.query()).passkeys;
    expect(await codeOf(withPasskey.signing.removePasskey.mutate({ id: only?.id ?? '' }))).toBe(
      'factor.last',
    );
    expect(await codeOf(withPasskey.signing.renewRecoveryCodes.mutate())).toBe('factor.needed_first');

    // With a second passkey the first can go; with a password and that passkey gone nothing would be left but the password.
    const { secret: step } = await withPasskey.signing.addFactor.mutate();
    const options = await withPasskey.signing.passkeyCreation.mutate({ step });
    expect(options.excludeCredentials.map(({ id }) => id)).toEqual([passkey.device.credentialId]);
    const response = makeAuthenticator(platform.origin).create(options);
    const { secret } = await withPasskey.signing.passkeyRegister.mutate({ step, name: 'Tweede', response });
    const now = platform.client('local', secret);
    await now.signing.removePasskey.mutate({ id: only?.id ?? '' });
    expect((await now.signing.overview.query()).passkeys).toMatchObject([{ name: 'Tweede' }]);
    await now.signing.changePassword.mutate({ password });
    const [left] = (await now.signing.overview.query()).passkeys;
    expect(await codeOf(now.signing.removePasskey.mutate({ id: left?.id ?? '' }))).toBe('factor.last');
    await now.signing.renamePasskey.mutate({ id: left?.id ?? '', name: 'Op kantoor' });
    expect((await now.signing.overview.query()).passkeys).toMatchObject([{ name: 'Op kantoor' }]);
  });

  it('of somebody else can be neither removed nor renamed', async () => {
    const mine = await newcomerWithPasskey(platform);
    const [row] = (await platform.client('local', mine.secret).signing.overview.query()).passkeys;
    const stranger = platform.client('local', (await newcomerWithPasskey(platform)).secret);
    const theirs = { id: row?.id ?? '' };
    expect(await codeOf(stranger.signing.removePasskey.mutate(theirs))).toBe('factor.not_found');
    expect(await codeOf(stranger.signing.renamePasskey.mutate({ ...theirs, name: 'x' }))).toBe(
      'factor.not_found',
    );
    expect((await platform.client('local', mine.secret).signing.overview.query()).passkeys).toEqual([row]);
  });
});

describe('changing a password', () => {
  it('ends the other login sessions, is mailed, and refuses what is common or short', async () => {
    const person = await newcomerWithApp(platform);
    const here = await signInAgain(person, 0);
    const me = platform.client('http', here);
    expect(await codeOf(me.signing.changePassword.mutate({ password: 'Wachtwoord123' }))).toBe(
      'account.password_common',
    );
    expect(await codeOf(me.signing.changePassword.mutate({ password: 'te kort' }))).toBe('input.invalid');
    const next = 'een heel andere lange zin';
    await me.signing.changePassword.mutate({ password: next });
    expect([await isIn(here), await isIn(person.secret)]).toEqual([true, false]);
    expect(await mailTo(platform, person.address)).toMatchObject({ subject: 'Uw wachtwoord is gewijzigd' });
    const visitor = visitorOf(platform);
    const { address } = person;
    expect(await codeOf(visitor.accounts.signIn.mutate({ address, password }))).toBe(
      'account.sign_in_failed',
    );
    expect((await visitor.accounts.signIn.mutate({ address, password: next })).next).toBe('second_factor');
  });
});

describe('an app', () => {
  it('that replaces another makes the old one and its recovery codes worthless', async () => {
    const person = await newcomerWithApp(platform);
    const me = platform.client('local', person.secret);
    const { secret: step } = await me.signing.addFactor.mutate();
    const { key } = await me.signing.totpSetup.mutate({ step });
    expect(key).not.toBe(person.key);
    // Until its first code the old one goes on.
    const stillIn = await signInAgain(person, 0);
    const added = await me.signing.totpConfirm.mutate({ step, code: await earlierCode(key) });
    expect(await isIn(stillIn)).toBe(true);
    const visitor = visitorOf(platform);
    const { secret: asked } = await visitor.accounts.signIn.mutate({ address: person.address, password });
    const answer = (code: string) => visitor.signing.secondFactor.mutate({ step: asked, code });
    expect(await codeOf(answer(appCode(person.key, 1)))).toBe('account.code_wrong');
    expect(await codeOf(answer(person.recoveryCodes[0] ?? ''))).toBe('account.code_wrong');
    expect((await answer(added.recoveryCodes?.[0] ?? '')).next).toBe('signed_in');
  });

  it('is of no use to who has no password, so it is not offered', async () => {
    const { secret } = await newcomerWithPasskey(platform);
    const me = platform.client('local', secret);
    const { secret: step } = await me.signing.addFactor.mutate();
    expect((await me.signing.step.query({ step })).ways).toEqual(['passkey']);
    expect(await codeOf(me.signing.totpSetup.mutate({ step }))).toBe('account.step_over');
    expect(await codeOf(me.signing.totpConfirm.mutate({ step: noStep, code: '000000' }))).toBe(
      'account.step_over',
    );
  });
});

it('a person changes the own name, and nobody else’s', async () => {
  const one = await newcomerWithPasskey(platform);
  const other = await newcomerWithPasskey(platform);
  await platform.client('http', one.secret).signing.changeName.mutate({ name: '  Nieuwe naam ' });
  expect((await platform.client('http', one.secret).accounts.me.query()).account?.name).toBe('Nieuwe naam');
  expect((await platform.client('http', other.secret).accounts.me.query()).account?.name).toBe('Proef nieuw');
});
