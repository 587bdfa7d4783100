// Links by mail: a forgotten password, a new address, a second factor to set up anew. Each works once and tells nothing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf as appCode, earlierCode } from '../support/authenticator-app.ts';
import { makeAuthenticator } from '../support/authenticator.ts';
import {
  age,
  eventsOf,
  linkTo,
  mailTo,
  newAddress,
  newcomerWithApp,
  newcomerWithPasskey,
  password,
  unconfirm,
  visitorOf,
  type WithApp,
} from '../support/newcomers.ts';
import { doors, startPlatform, type Door, type Platform } from '../support/platform.ts';
import { codeOf, refusalOf } from '../support/refusals.ts';
import { asSuperuser, hashOf } from '../support/sql.ts';
import { call, normalised } from '../support/wire.ts';

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform({ demo: false });
});
afterAll(async () => {
  expect(platform.internalErrors).toEqual([]);
  await platform.close();
});

const next = 'een heel andere lange zin';
const expire = (token: string) =>
  age(platform, `update mailed_link set expires_at = now() - interval '1 second' where id = $1`, [
    hashOf(token),
  ]);
const isIn = async (secret: string) =>
  (await platform.client('http', secret).accounts.me.query()).account !== null;

async function forgotten(address: string, door: Door = 'local') {
  await visitorOf(platform, door).signing.forgotPassword.mutate({ address });
  return linkTo(platform, address, 'nieuw-wachtwoord');
}

describe.each(doors)('through the %s door', (door) => {
  it('a forgotten password is replaced by a link and a code of the app, and everybody else is out', async () => {
    const person = await newcomerWithApp(platform);
    const visitor = visitorOf(platform, door);
    const token = await forgotten(person.address, door);
    expect(await visitor.signing.link.query({ token })).toMatchObject({
      purpose: 'new_password',
      address: person.address,
      password: true,
    });
    const choose = () => visitor.signing.choosePassword.mutate({ token, password: next });
    const asked = await choose();
    expect(asked.next).toBe('second_factor');
    // Until the code is there nothing changed.
    expect((await visitor.accounts.signIn.mutate({ address: person.address, password })).next).toBe(
      'second_factor',
    );
    expect(await isIn(person.secret)).toBe(true);
    const inside = await visitor.signing.secondFactor.mutate({
      step: asked.secret ?? '',
      code: appCode(person.key),
    });
    expect(inside.next).toBe('signed_in');
    expect([await isIn(inside.secret), await isIn(person.secret)]).toEqual([true, false]);
    expect(await codeOf(visitor.accounts.signIn.mutate({ address: person.address, password }))).toBe(
      'account.sign_in_failed',
    );
    expect(await codeOf(choose())).toBe('link.not_found');
    expect(await mailTo(platform, person.address)).toMatchObject({ subject: 'Uw wachtwoord is gewijzigd' });
    expect((await eventsOf(platform, person.address)).slice(2)).toEqual([
      'account.password_asked',
      'account.password_changed',
      'account.signed_in',
    ]);
  });

  it('another address is confirmed by a link to the new one, and the old one is told', async () => {
    const person = await newcomerWithApp(platform);
    const me = platform.client(door, person.secret);
    const address = newAddress();
    await me.signing.changeAddress.mutate({ address: ` ${address.toUpperCase()} ` });
    expect(await mailTo(platform, person.address)).toMatchObject({
      subject: 'Er is een nieuw mailadres gevraagd',
      body: expect.not.stringContaining('http'),
    });
    expect(await me.signing.overview.query()).toMatchObject({
      address: person.address,
      pendingAddress: address,
    });
    const visitor = visitorOf(platform, door);
    const token = await linkTo(platform, address, 'nieuw-adres');
    expect(await visitor.signing.link.query({ token })).toMatchObject({ purpose: 'new_address', address });
    await visitor.signing.confirmAddress.mutate({ token });
    expect(await codeOf(visitor.signing.confirmAddress.mutate({ token }))).toBe('link.not_found');
    expect(await me.signing.overview.query()).toMatchObject({ address, pendingAddress: null });
    expect(await mailTo(platform, person.address)).toMatchObject({ subject: 'Uw mailadres is gewijzigd' });
    expect((await visitor.accounts.signIn.mutate({ address, password })).next).toBe('second_factor');
    expect(await codeOf(visitor.accounts.signIn.mutate({ address: person.address, password }))).toBe(
      'account.sign_in_failed',
    );
  });
});

describe('a forgotten password', () => {
  it('is answered with the same bytes and in the same time whoever has the address', async () => {
    const known = await newcomerWithApp(platform);
    const passkey = await newcomerWithPasskey(platform);
    const timed = async (address: string) => {
      const began = performance.now();
      const answer = await call(platform, {
        procedure: 'signing.forgotPassword',
        kind: 'mutation',
        input: { address },
        secret: null,
      });
      return { answer: normalised(answer), took: performance.now() - began };
    };
    const answers = [await timed(known.address), await timed(newAddress()), await timed(passkey.address)];
    expect(new Set(answers.map(({ answer }) => answer)).size).toBe(1);
    // Nobody is answered before the work for somebody would be done.
    for (const { took } of answers) expect(took).toBeGreaterThan(245);
    expect(await mailTo(platform, passkey.address)).toMatchObject({
      subject: 'U logt in zonder wachtwoord',
      body: expect.not.stringContaining('http'),
    });
  });

  it('asked four times in a quarter of an hour is enough, also for an address nobody has', async () => {
    const person = await newcomerWithApp(platform);
    for (const address of [person.address, newAddress()]) {
      const ask = () => visitorOf(platform).signing.forgotPassword.mutate({ address });
      await Promise.all([ask(), ask(), ask(), ask()]);
      expect(await codeOf(ask())).toBe('account.too_many_attempts');
    }
  });

  it('has a link that lasts an hour, is replaced by the next, and does nothing else', async () => {
    const { address } = await newcomerWithApp(platform);
    const visitor = visitorOf(platform);
    const first = await forgotten(address);
    const second = await forgotten(address);
    expect(await codeOf(visitor.signing.link.query({ token: first }))).toBe('link.not_found');
    for (const refused of [
      () => visitor.signing.confirmAddress.mutate({ token: second }),
      () => visitor.signing.renewFactor.mutate({ token: second, password }),
      () => visitor.accounts.acceptInvitation.mutate({ token: second, name: 'x', password }),
    ]) {
      expect(await codeOf(refused())).toMatch(/^(link|invitation)\.not_found$/);
    }
    const { expiresAt } = await visitor.signing.link.query({ token: second });
    expect((Date.parse(expiresAt) - Date.now()) / 60_000).toBeCloseTo(60, 0);
    expect(
      await codeOf(visitor.signing.choosePassword.mutate({ token: second, password: 'Wachtwoord123' })),
    ).toBe('account.password_common');
    await expire(second);
    expect(await codeOf(visitor.signing.choosePassword.mutate({ token: second, password: next }))).toBe(
      'link.not_found',
    );
  });

  it('of who has a password and a passkey is replaced by the link, and the passkey is asked at signing in', async () => {
    const person = await newcomerWithPasskey(platform);
    await platform.client('local', person.secret).signing.changePassword.mutate({ password });
    const visitor = visitorOf(platform);
    const token = await forgotten(person.address);
    expect((await visitor.signing.choosePassword.mutate({ token, password: next })).next).toBe('sign_in');
    expect(await isIn(person.secret)).toBe(false);
    const asked = await visitor.accounts.signIn.mutate({ address: person.address, password: next });
    expect(asked.next).toBe('second_factor');
    expect((await visitor.signing.step.query({ step: asked.secret })).ways).toEqual(['passkey']);
    expect(await codeOf(visitor.signing.secondFactor.mutate({ step: asked.secret, code: '000000' }))).toBe(
      'account.code_wrong',
    );
  });
});

describe('another address', () => {
  it('that somebody has already is answered like any other, and nothing changes', async () => {
    const one = await newcomerWithApp(platform);
    const other = await newcomerWithApp(platform);
    const me = platform.client('local', one.secret);
    expect(await me.signing.changeAddress.mutate({ address: other.address })).toEqual({ done: true });
    expect(await mailTo(platform, other.address)).toMatchObject({
      subject: 'Dit mailadres heeft al een account',
      body: expect.not.stringContaining('http'),
    });
    expect((await me.signing.overview.query()).address).toBe(one.address);
  });

  it('that two want goes to who opens the link first', async () => {
    const address = newAddress();
    const people = [await newcomerWithApp(platform), await newcomerWithApp(platform)];
    const tokens: string[] = [];
    for (const { secret } of people) {
      await platform.client('local', secret).signing.changeAddress.mutate({ address });
      tokens.push(await linkTo(platform, address, 'nieuw-adres'));
    }
    const confirm = (token: string) => visitorOf(platform).signing.confirmAddress.mutate({ token });
    await confirm(tokens[1] ?? '');
    expect(await codeOf(confirm(tokens[0] ?? ''))).toBe('link.not_found');
    const addresses = await Promise.all(
      people.map(
        async ({ secret }) => (await platform.client('local', secret).signing.overview.query()).address,
      ),
    );
    expect(addresses).toEqual([people[0]?.address, address]);
  });

  it('has a link that lasts 72 hours', async () => {
    const { secret } = await newcomerWithApp(platform);
    const address = newAddress();
    await platform.client('local', secret).signing.changeAddress.mutate({ address });
    const token = await linkTo(platform, address, 'nieuw-adres');
    const { expiresAt } = await visitorOf(platform).signing.link.query({ token });
    expect((Date.parse(expiresAt) - Date.now()) / 3_600_000).toBeCloseTo(72, 1);
    await expire(token);
    expect(await codeOf(visitorOf(platform).signing.confirmAddress.mutate({ token }))).toBe('link.not_found');
  });
});

describe('a second factor that was lost', () => {
  const membershipOf = async (administrator: WithApp, address: string) => {
    const { people } = await platform.client('local', administrator.secret).accounts.people.query();
    const found = people.find((each) => each.address === address);
    expect(found?.secondFactor).toBe(true);
    return found?.membership ?? '';
  };

  it('is set up anew with a link of the administrator, the own password and an app; what there was is dead', async () => {
    const administrator = await newcomerWithApp(platform, { role: 'administrator' });
    const member = await newcomerWithApp(platform);
    const membership = await membershipOf(administrator, member.address);
    const admin = platform.client('http', administrator.secret);
    await admin.signing.resetFactor.mutate({ membership });
    const token = await linkTo(platform, member.address, 'nieuwe-factor');
    // Sent is not reset: until it is used everything stays.
    expect(await isIn(member.secret)).toBe(true);
    const visitor = visitorOf(platform);
    expect(await visitor.signing.link.query({ token })).toMatchObject({
      purpose: 'new_factor',
      password: true,
    });
    const renew = (attempt: string | null) =>
      visitor.signing.renewFactor.mutate({ token, password: attempt });
    expect(await codeOf(renew('niet het goede'))).toBe('account.sign_in_failed');
    expect(await codeOf(renew(null))).toBe('account.sign_in_failed');
    const { next: what, secret: step } = await renew(password);
    expect(what).toBe('enrol');
    const { key } = await visitor.signing.totpSetup.mutate({ step });
    const enrolled = await visitor.signing.totpConfirm.mutate({ step, code: await earlierCode(key) });
    expect([await isIn(enrolled.secret), await isIn(member.secret)]).toEqual([true, false]);
    expect(await codeOf(renew(password))).toBe('link.not_found');
    const asked = await visitor.accounts.signIn.mutate({ address: member.address, password });
    const answer = (code: string) => visitor.signing.secondFactor.mutate({ step: asked.secret, code });
    expect(await codeOf(answer(appCode(member.key)))).toBe('account.code_wrong');
    expect(await codeOf(answer(member.recoveryCodes[0] ?? ''))).toBe('account.code_wrong');
    expect((await answer(appCode(key))).next).toBe('signed_in');
    const sent = await asSuperuser<{ municipality: string; by: string }>(
      platform.urls.superuserUrl,
      `select e.municipality, a.address as by from audit_event e join audit_person p on p.pseudonym = e.pseudonym join account a on a.id = p.account_id
       where e.action = 'account.factor_reset_sent' and e.object = $1`,
      [membership],
    );
    expect(sent).toEqual([{ municipality: 'gm0899', by: administrator.address }]);
    expect(await eventsOf(platform, member.address)).toContain('account.factors_renewed');
  });

  it('of who has only a passkey is set up anew as a passkey', async () => {
    const administrator = await newcomerWithApp(platform, { role: 'administrator' });
    const member = await newcomerWithPasskey(platform);
    const membership = await membershipOf(administrator, member.address);
    await platform.client('local', administrator.secret).signing.resetFactor.mutate({ membership });
    const token = await linkTo(platform, member.address, 'nieuwe-factor');
    const visitor = visitorOf(platform);
    const { secret: step } = await visitor.signing.renewFactor.mutate({ token, password: null });
    expect((await visitor.signing.step.query({ step })).ways).toEqual(['passkey']);
    const options = await visitor.signing.passkeyCreation.mutate({ step });
    const device = makeAuthenticator(platform.origin);
    await visitor.signing.passkeyRegister.mutate({ step, name: 'Nieuw', response: device.create(options) });
    const signIn = async (used: typeof device) => {
      const request = await visitor.signing.passkeyRequest.mutate();
      return visitor.signing.passkeySignIn.mutate({
        step: request.step,
        response: used.get(request.options),
      });
    };
    expect((await signIn(device)).next).toBe('signed_in');
    expect(await codeOf(signIn(member.device))).toBe('account.passkey_refused');
  });

  it('is no business of administrators elsewhere, of editors, or of who did not confirm', async () => {
    const member = await newcomerWithApp(platform);
    const administrator = await newcomerWithApp(platform, { role: 'administrator' });
    const membership = await membershipOf(administrator, member.address);
    const reset = (secret: string, which = membership) =>
      platform.client('http', secret).signing.resetFactor.mutate({ membership: which });
    const elsewhere = await newcomerWithApp(platform, { role: 'administrator', municipality: 'gm1952' });
    expect(await refusalOf(reset(elsewhere.secret))).toEqual(
      await refusalOf(reset(elsewhere.secret, '00000000-0000-4000-8000-000000000000')),
    );
    expect(await codeOf(reset(member.secret))).toBe('account.other_role_needed');
    await unconfirm(platform, administrator.address);
    expect(await codeOf(reset(administrator.secret))).toBe('account.confirm_first');
    expect((await mailTo(platform, member.address))?.subject).toMatch(/^Uitnodiging/);
  });
});
