// A passkey alone is enough: it is of this site, of this moment, of this person, and no copy.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAuthenticator, type Wrongly } from '../support/authenticator.ts';
import {
  age,
  enrolling,
  eventsOf,
  invited,
  mailTo,
  newcomerWithApp,
  newcomerWithPasskey,
  unconfirm,
  visitorOf,
  type WithPasskey,
} from '../support/newcomers.ts';
import { doors, startPlatform, type Platform } from '../support/platform.ts';
import { codeOf, refusalOf } from '../support/refusals.ts';
import { asSuperuser, hashOf } from '../support/sql.ts';

let platform: Platform;
let person: WithPasskey;
beforeAll(async () => {
  platform = await startPlatform({ demo: false });
  person = await newcomerWithPasskey(platform);
});
afterAll(async () => {
  expect(platform.internalErrors).toEqual([]);
  await platform.close();
});

const signInWith = async ({ device }: WithPasskey, wrongly?: Wrongly) => {
  const visitor = visitorOf(platform);
  const { step, options } = await visitor.signing.passkeyRequest.mutate();
  return visitor.signing.passkeySignIn.mutate({ step, response: device.get(options, wrongly) });
};

describe.each(doors)('through the %s door', (door) => {
  it('an invitation is accepted with a passkey and nothing else, and it signs in', async () => {
    const visitor = visitorOf(platform, door);
    const { address, token } = await invited(platform, { role: 'administrator' });
    const { next, secret: step } = await visitor.accounts.acceptInvitation.mutate({
      token,
      name: 'Proef nieuw',
      password: null,
    });
    expect(next).toBe('enrol');
    expect((await visitor.signing.step.query({ step })).ways).toEqual(['passkey']);
    expect(await codeOf(visitor.signing.totpSetup.mutate({ step }))).toBe('account.step_over');
    const options = await visitor.signing.passkeyCreation.mutate({ step });
    expect(options).toMatchObject({
      rp: { id: '127.0.0.1' },
      user: { name: address, displayName: 'Proef nieuw' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      attestation: 'none',
    });
    const device = makeAuthenticator(platform.origin);
    const enrolled = await visitor.signing.passkeyRegister.mutate({
      step,
      name: 'Mijn telefoon',
      response: device.create(options),
    });
    expect(enrolled.recoveryCodes).toBeNull();
    const request = await visitor.signing.passkeyRequest.mutate();
    expect(request.options).toEqual({
      challenge: expect.any(String),
      rpId: '127.0.0.1',
      timeout: 300_000,
      userVerification: 'required',
    });
    const inside = await visitor.signing.passkeySignIn.mutate({
      step: request.step,
      response: device.get(request.options),
    });
    const me = platform.client(door, inside.secret);
    expect((await me.accounts.me.query()).account?.address).toBe(address);
    expect((await me.signing.overview.query()).passkeys).toMatchObject([
      { name: 'Mijn telefoon', backedUp: false, lastUsedAt: expect.any(String) },
    ]);
    expect(await eventsOf(platform, address)).toEqual([
      'account.passkey_added',
      'account.signed_in',
      'account.signed_in',
    ]);
  });
});

describe('an answer to the question for a passkey', () => {
  it.each<[string, Wrongly]>([
    ['of another site', { origin: 'https://kansenplein.example.evil.example' }],
    ['of the same host over another port', { origin: 'http://127.0.0.1:1' }],
    ['for another site', { rpId: 'evil.example' }],
    ['to another question', { challenge: 'A'.repeat(43) }],
    ['without the person', { unverified: true }],
    ['of making one', { type: 'webauthn.create' }],
    ['with another signature', { forged: true }],
  ])('%s is refused, and the audit says so', async (_name, wrongly) => {
    const before = (await eventsOf(platform, person.address)).length;
    expect(await refusalOf(signInWith(person, wrongly))).toMatchObject({
      code: 'account.passkey_refused',
      httpStatus: 401,
    });
    expect((await eventsOf(platform, person.address)).slice(before)).toEqual(['account.passkey_refused']);
    expect((await signInWith(person)).next).toBe('signed_in');
  });

  it('with a counter that did not rise is that of a copy: refused, and the audit says so', async () => {
    await signInWith(person, { counter: 1000 });
    for (const counter of [1000, 999, 0]) {
      expect(await codeOf(signInWith(person, { counter }))).toBe('account.passkey_refused');
    }
    expect((await eventsOf(platform, person.address)).slice(-3)).toEqual(
      Array<string>(3).fill('account.passkey_counter_fell'),
    );
    expect((await signInWith(person, { counter: 1001 })).next).toBe('signed_in');
  });

  it('of a device that does not count is believed each time', async () => {
    const { token } = await invited(platform);
    const step = await enrolling(platform, token, null);
    const visitor = visitorOf(platform);
    const device = makeAuthenticator(platform.origin, { counts: false });
    const options = await visitor.signing.passkeyCreation.mutate({ step });
    await visitor.signing.passkeyRegister.mutate({
      step,
      name: 'Telt niet',
      response: device.create(options),
    });
    const someone = { address: '', secret: '', device };
    expect([(await signInWith(someone)).next, (await signInWith(someone)).next]).toEqual([
      'signed_in',
      'signed_in',
    ]);
  });

  it('works once, within five minutes, and only for the question it was given to', async () => {
    const visitor = visitorOf(platform);
    const { step, options } = await visitor.signing.passkeyRequest.mutate();
    const response = person.device.get(options, { counter: 2000 });
    expect((await visitor.signing.passkeySignIn.mutate({ step, response })).next).toBe('signed_in');
    expect(await codeOf(visitor.signing.passkeySignIn.mutate({ step, response }))).toBe('account.step_over');
    const other = await visitor.signing.passkeyRequest.mutate();
    expect(await codeOf(visitor.signing.passkeySignIn.mutate({ step: other.step, response }))).toBe(
      'account.passkey_refused',
    );
    const old = await visitor.signing.passkeyRequest.mutate();
    await age(platform, `update sign_in_step set expires_at = now() - interval '1 second' where id = $1`, [
      hashOf(old.step),
    ]);
    const late = person.device.get(old.options, { counter: 2001 });
    expect(await codeOf(visitor.signing.passkeySignIn.mutate({ step: old.step, response: late }))).toBe(
      'account.step_over',
    );
  });

  it('of a device that nobody registered is refused like any other', async () => {
    const stranger = { address: '', secret: '', device: makeAuthenticator(platform.origin) };
    const known = await refusalOf(signInWith(person, { forged: true, counter: 3000 }));
    expect(await refusalOf(signInWith(stranger))).toEqual(known);
    const rows = await asSuperuser(
      platform.urls.superuserUrl,
      `select 1 from audit_event where action = 'account.passkey_unknown' and pseudonym is null`,
    );
    expect(rows).toHaveLength(1);
  });
});

describe('registering a passkey', () => {
  it.each<[string, Wrongly]>([
    ['of another site', { origin: 'https://evil.example' }],
    ['for another site', { rpId: 'evil.example' }],
    ['to another question', { challenge: 'B'.repeat(43) }],
    ['without the person', { unverified: true }],
    ['of using one', { type: 'webauthn.get' }],
  ])('%s is refused, and nothing is made', async (_name, wrongly) => {
    const { address, token } = await invited(platform);
    const step = await enrolling(platform, token, null);
    const visitor = visitorOf(platform);
    const options = await visitor.signing.passkeyCreation.mutate({ step });
    const register = (how: Wrongly) =>
      visitor.signing.passkeyRegister.mutate({
        step,
        name: 'Sleutel',
        response: makeAuthenticator(platform.origin).create(options, how),
      });
    expect(await codeOf(register(wrongly))).toBe('account.passkey_not_accepted');
    expect(
      await asSuperuser(platform.urls.superuserUrl, 'select 1 from account where address = $1', [address]),
    ).toEqual([]);
    // The step lives on: the person tries once more.
    expect((await register({})).next).toBe('signed_in');
  });

  it('that another account has already is refused', async () => {
    const { token } = await invited(platform);
    const step = await enrolling(platform, token, null);
    const visitor = visitorOf(platform);
    const options = await visitor.signing.passkeyCreation.mutate({ step });
    const response = person.device.create(options);
    expect(await codeOf(visitor.signing.passkeyRegister.mutate({ step, name: 'Gestolen', response }))).toBe(
      'account.passkey_not_accepted',
    );
    // Refused as a whole: the invitation still stands.
    expect(await visitor.accounts.invitation.query({ token })).toMatchObject({ known: false });
  });

  it('when signed in asks to be confirmed, is mailed, and can be used to confirm', async () => {
    const someone = await newcomerWithApp(platform);
    await unconfirm(platform, someone.address);
    const me = platform.client('http', someone.secret);
    expect(await codeOf(me.signing.addFactor.mutate())).toBe('account.confirm_first');
    // A code is wanted beside the password, and it is this person's passkey or none.
    const { step, options } = await me.signing.passkeyRequest.mutate();
    expect(
      await codeOf(
        me.signing.passkeyConfirm.mutate({ step, response: person.device.get(options, { counter: 4000 }) }),
      ),
    ).toBe('account.passkey_refused');
    await age(platform, `update login_session set confirmed_at = now() where id = $1`, [
      hashOf(someone.secret),
    ]);
    const { secret: adding } = await me.signing.addFactor.mutate();
    const device = makeAuthenticator(platform.origin);
    const creation = await me.signing.passkeyCreation.mutate({ step: adding });
    // Only in the login session that began it.
    expect(
      await codeOf(
        visitorOf(platform).signing.passkeyRegister.mutate({
          step: adding,
          name: 'x',
          response: device.create(creation),
        }),
      ),
    ).toBe('account.step_over');
    const added = await me.signing.passkeyRegister.mutate({
      step: adding,
      name: 'Laptop',
      response: device.create(creation),
    });
    expect(added.recoveryCodes).toBeNull();
    expect(await mailTo(platform, someone.address)).toMatchObject({
      subject: 'Er is een manier van inloggen toegevoegd',
    });
    await unconfirm(platform, someone.address);
    const now = platform.client('http', added.secret);
    expect((await now.signing.overview.query()).confirmed).toBe(false);
    const request = await now.signing.passkeyRequest.mutate();
    const again = await now.signing.passkeyConfirm.mutate({
      step: request.step,
      response: device.get(request.options),
    });
    const after = platform.client('http', again.secret);
    expect(await after.signing.overview.query()).toMatchObject({
      confirmed: true,
      confirmBy: ['password_and_code', 'passkey'],
    });
    // The old secrets are dead.
    for (const secret of [someone.secret, added.secret]) {
      expect((await platform.client('http', secret).accounts.me.query()).account).toBeNull();
    }
  });
});
