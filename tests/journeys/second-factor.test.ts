// Outside demo mode: a password, then a code of an app or a recovery code. Each works once, and only for whom it is.
import { createVault } from '@kansenplein/core';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf as appCode, earlierCode, wrongCodeOf } from '../support/authenticator-app.ts';
import {
  age,
  enrolling,
  eventsOf,
  invited,
  mailTo,
  newAddress,
  newcomerWithApp,
  newcomerWithPasskey,
  password,
  visitorOf,
} from '../support/newcomers.ts';
import { doors, startPlatform, type Platform } from '../support/platform.ts';
import { codeOf, refusalOf } from '../support/refusals.ts';
import { asSuperuser, hashOf } from '../support/sql.ts';

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform({ demo: false, keys: [randomBytes(32), Buffer.alloc(32, 2)] });
});
afterAll(async () => {
  expect(platform.internalErrors).toEqual([]);
  await platform.close();
});

const stepFor = async (address: string) => {
  const outcome = await visitorOf(platform).accounts.signIn.mutate({ address, password });
  expect(outcome.next).toBe('second_factor');
  return outcome.secret;
};
const answer = (step: string, code: string) =>
  visitorOf(platform).signing.secondFactor.mutate({ step, code });
const addressOf = async (secret: string) =>
  (await platform.client('http', secret).accounts.me.query()).account?.address ?? null;

describe.each(doors)('through the %s door', (door) => {
  it('an invitation is accepted with a password and an app, and signing in asks both', async () => {
    const visitor = visitorOf(platform, door);
    const { address, token } = await invited(platform, { role: 'publisher' });
    const outcome = await visitor.accounts.acceptInvitation.mutate({ token, name: 'Proef nieuw', password });
    expect(outcome.next).toBe('enrol');
    const step = outcome.secret;
    // A step is no login, and a login cookie with it opens nothing.
    expect((await platform.client(door, step).accounts.me.query()).account).toBeNull();
    expect(await visitor.signing.step.query({ step })).toMatchObject({
      purpose: 'enrol',
      ways: ['totp', 'passkey'],
      address,
    });
    const { uri, key } = await visitor.signing.totpSetup.mutate({ step });
    expect(uri).toContain('otpauth://totp/Kansenplein');
    expect(uri).toContain(`secret=${key}`);
    // Loaded again it is the same, or the app that scanned it would show codes of something else.
    expect((await visitor.signing.totpSetup.mutate({ step })).key).toBe(key);
    expect(await codeOf(visitor.signing.totpConfirm.mutate({ step, code: wrongCodeOf(key) }))).toBe(
      'account.code_wrong',
    );
    const code = await earlierCode(key);
    const enrolled = await visitor.signing.totpConfirm.mutate({
      step,
      code: ` ${code.slice(0, 3)} ${code.slice(3)}`,
    });
    expect(enrolled.recoveryCodes).toHaveLength(10);
    expect(new Set(enrolled.recoveryCodes).size).toBe(10);
    expect(await platform.client(door, enrolled.secret).accounts.me.query()).toMatchObject({
      account: { address, name: 'Proef nieuw' },
      acting: { key: 'gm0899', role: 'publisher' },
    });
    expect(await codeOf(visitor.accounts.invitation.query({ token }))).toBe('invitation.not_found');

    const asked = await visitor.accounts.signIn.mutate({ address, password });
    expect(asked.next).toBe('second_factor');
    expect(await visitor.signing.step.query({ step: asked.secret })).toMatchObject({
      purpose: 'second_factor',
      ways: ['totp', 'recovery_code'],
    });
    const inside = await visitor.signing.secondFactor.mutate({ step: asked.secret, code: appCode(key) });
    expect(inside.next).toBe('signed_in');
    expect((await platform.client(door, inside.secret).accounts.me.query()).account?.address).toBe(address);
    const events = await eventsOf(platform, address);
    expect(events).toEqual(['account.app_added', 'account.signed_in', 'account.signed_in']);
  });
});

describe('a code of the app', () => {
  it('works once, and not when an older one is tried after it', async () => {
    const { address, key, usedCode } = await newcomerWithApp(platform);
    expect(await codeOf(answer(await stepFor(address), usedCode))).toBe('account.code_wrong');
    const code = appCode(key);
    expect((await answer(await stepFor(address), code)).next).toBe('signed_in');
    expect(await codeOf(answer(await stepFor(address), code))).toBe('account.code_wrong');
    expect((await answer(await stepFor(address), appCode(key, 1))).next).toBe('signed_in');
    expect(await codeOf(answer(await stepFor(address), code))).toBe('account.code_wrong');
  });

  it('used by two at the same moment lets one in', async () => {
    const { address, key } = await newcomerWithApp(platform);
    const steps = [await stepFor(address), await stepFor(address)];
    const both = await Promise.allSettled(steps.map((step) => answer(step, appCode(key))));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('of minutes ago or of later does not work', async () => {
    const { address, key } = await newcomerWithApp(platform);
    const step = await stepFor(address);
    for (const periods of [-4, 4])
      expect(await codeOf(answer(step, appCode(key, periods)))).toBe('account.code_wrong');
  });

  it('of somebody else does not work', async () => {
    const one = await newcomerWithApp(platform);
    const other = await newcomerWithApp(platform);
    expect(await codeOf(answer(await stepFor(one.address), appCode(other.key)))).toBe('account.code_wrong');
  });

  it('wrong five times ends the step, also for the right one', async () => {
    const { address, key } = await newcomerWithApp(platform);
    const step = await stepFor(address);
    for (let nth = 1; nth <= 5; nth += 1) {
      expect(await codeOf(answer(step, wrongCodeOf(key)))).toBe('account.code_wrong');
    }
    expect(await refusalOf(answer(step, appCode(key)))).toMatchObject({
      code: 'account.step_over',
      httpStatus: 401,
    });
  });

  it('wrong ten times for an account is too many, from wherever, and a new step does not help', async () => {
    const { address, key } = await newcomerWithApp(platform);
    const codes: string[] = [];
    for (let nth = 0; nth < 11; nth += 1) {
      // Every five a new step; signing in itself is counted apart.
      const step = nth % 5 === 0 ? await stepFor(address) : steps.at(-1);
      steps.push(step ?? '');
      codes.push(await codeOf(answer(step ?? '', nth === 10 ? appCode(key) : wrongCodeOf(key))));
    }
    expect(codes).toEqual([...Array<string>(10).fill('account.code_wrong'), 'account.too_many_attempts']);
  });
  const steps: string[] = [];

  it('is not kept: neither the seed nor a recovery code can be read in the database', async () => {
    const { address, key, recoveryCodes } = await newcomerWithApp(platform);
    const [row] = await asSuperuser<{ all: string }>(
      platform.urls.superuserUrl,
      `select concat_ws(' ', (select string_agg(t::text, ' ') from totp t), (select string_agg(r::text, ' ') from recovery_code r),
         (select string_agg(s::text, ' ') from sign_in_step s)) as all`,
    );
    expect(row?.all.length).toBeGreaterThan(500);
    for (const secret of [key, ...recoveryCodes, password]) expect(row?.all).not.toContain(secret);
    // And a seed that is copied to another account does not open there.
    const other = await newcomerWithApp(platform);
    await age(
      platform,
      `update totp set seed = (select seed from totp t join account a on a.id = t.account_id where a.address = $1)
       where account_id = (select id from account where address = $2)`,
      [address, other.address],
    );
    expect(await codeOf(answer(await stepFor(other.address), appCode(key)))).toBe('account.code_wrong');
  });
});

describe('the key of the installation', () => {
  const [lost, old] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
  const seedOf = async (address: string) => {
    const [row] = await asSuperuser<{ account: string; seed: string }>(
      platform.urls.superuserUrl,
      'select t.account_id as account, t.seed from totp t join account a on a.id = t.account_id where a.address = $1',
      [address],
    );
    return row ?? { account: '', seed: '' };
  };
  const sealWith = async (key: Buffer, { address, key: seed }: { address: string; key: string }) => {
    const { account } = await seedOf(address);
    const sealed = createVault([key]).seal(seed, `totp of ${account}`);
    await age(platform, 'update totp set seed = $2 where account_id = $1', [account, sealed]);
    return { account, sealed };
  };

  it('that was replaced still opens, and each seed is sealed anew when its code is used', async () => {
    const person = await newcomerWithApp(platform);
    const { account, sealed } = await sealWith(old, person);
    expect((await answer(await stepFor(person.address), appCode(person.key))).next).toBe('signed_in');
    const { seed } = await seedOf(person.address);
    expect(seed).not.toBe(sealed);
    expect(createVault([old]).open(seed, `totp of ${account}`)).toBeNull();
    expect((await answer(await stepFor(person.address), appCode(person.key, 1))).next).toBe('signed_in');
  });

  it('that was lost costs the app and nothing else', async () => {
    const person = await newcomerWithApp(platform);
    await sealWith(lost, person);
    const step = await stepFor(person.address);
    expect(await codeOf(answer(step, appCode(person.key)))).toBe('account.code_wrong');
    expect((await answer(step, person.recoveryCodes[0] ?? '')).next).toBe('signed_in');
  });
});

describe('a recovery code', () => {
  it('works once, in capitals and with spaces too, and the person is told', async () => {
    const { address, recoveryCodes } = await newcomerWithApp(platform);
    const [code = ''] = recoveryCodes;
    const inside = await answer(await stepFor(address), code.toUpperCase().replaceAll('-', ' '));
    expect(inside.next).toBe('signed_in');
    expect(await codeOf(answer(await stepFor(address), code))).toBe('account.code_wrong');
    expect(await mailTo(platform, address)).toMatchObject({
      subject: 'Er is een herstelcode gebruikt',
      body: expect.stringContaining('nog 9'),
    });
    expect(await eventsOf(platform, address)).toContain('account.recovery_code_used');
    expect((await answer(await stepFor(address), recoveryCodes[9] ?? '')).next).toBe('signed_in');
  });

  it('of somebody else, or of an older set, does not work', async () => {
    const one = await newcomerWithApp(platform);
    const other = await newcomerWithApp(platform);
    expect(await codeOf(answer(await stepFor(one.address), other.recoveryCodes[0] ?? ''))).toBe(
      'account.code_wrong',
    );
    const mine = platform.client('local', one.secret);
    const { recoveryCodes } = await mine.signing.renewRecoveryCodes.mutate();
    expect(await codeOf(answer(await stepFor(one.address), one.recoveryCodes[0] ?? ''))).toBe(
      'account.code_wrong',
    );
    expect((await answer(await stepFor(one.address), recoveryCodes[0] ?? '')).next).toBe('signed_in');
  });
});

describe('a step', () => {
  it('is used once, lasts ten minutes, and is for nothing else', async () => {
    const { address, key } = await newcomerWithApp(platform);
    const used = await stepFor(address);
    await answer(used, appCode(key));
    expect(await codeOf(answer(used, appCode(key, 1)))).toBe('account.step_over');

    const old = await stepFor(address);
    await age(platform, `update sign_in_step set expires_at = now() - interval '1 second' where id = $1`, [
      hashOf(old),
    ]);
    expect(await codeOf(answer(old, appCode(key, 1)))).toBe('account.step_over');
    expect(await codeOf(visitorOf(platform).signing.step.query({ step: old }))).toBe('account.step_over');

    const living = await stepFor(address);
    const visitor = visitorOf(platform);
    expect(await codeOf(visitor.signing.totpSetup.mutate({ step: living }))).toBe('account.step_over');
    expect(await codeOf(visitor.signing.passkeyCreation.mutate({ step: living }))).toBe('account.step_over');
    expect(await codeOf(visitor.signing.finishAtIssuer.mutate({ step: living, query: 'code=x' }))).toBe(
      'account.step_over',
    );
    expect(await codeOf(answer('A'.repeat(43), appCode(key, 1)))).toBe('account.step_over');
    expect((await answer(living, appCode(key, 1))).next).toBe('signed_in');
    const minutes = await asSuperuser<{ minutes: number }>(
      platform.urls.superuserUrl,
      'select distinct round(extract(epoch from expires_at - created_at) / 60) as minutes from sign_in_step where id = $1',
      [hashOf(living)],
    );
    expect(minutes.map((row) => Number(row.minutes))).toEqual([10]);
  });

  it('to enrol makes nothing until the factor is there, and the invitation stays open as long', async () => {
    const { address, token } = await invited(platform);
    await enrolling(platform, token);
    const again = await enrolling(platform, token);
    const accounts = () =>
      asSuperuser(platform.urls.superuserUrl, 'select 1 from account where address = $1', [address]);
    expect(await accounts()).toEqual([]);
    expect(await visitorOf(platform).accounts.invitation.query({ token })).toMatchObject({ known: false });
    const { key } = await visitorOf(platform).signing.totpSetup.mutate({ step: again });
    await visitorOf(platform).signing.totpConfirm.mutate({ step: again, code: appCode(key) });
    expect(await accounts()).toHaveLength(1);
  });

  it('to enrol that began twice with one invitation ends once, and never enrols for who exists by then', async () => {
    const { address, token } = await invited(platform);
    const steps = [await enrolling(platform, token), await enrolling(platform, token)];
    const keys = await Promise.all(
      steps.map(async (step) => (await visitorOf(platform).signing.totpSetup.mutate({ step })).key),
    );
    const confirm = (nth: number) =>
      visitorOf(platform).signing.totpConfirm.mutate({
        step: steps[nth] ?? '',
        code: appCode(keys[nth] ?? ''),
      });
    await confirm(0);
    expect(await codeOf(confirm(1))).toBe('invitation.not_found');
    // A second invitation to the same address, begun before the account was there.
    const late = newAddress();
    const first = await invited(platform, { address: late });
    const begun = await enrolling(platform, first.token);
    const { key } = await visitorOf(platform).signing.totpSetup.mutate({ step: begun });
    await newcomerWithPasskey(platform, { address: late });
    expect(
      await codeOf(visitorOf(platform).signing.totpConfirm.mutate({ step: begun, code: appCode(key) })),
    ).toBe('invitation.person_known');
    expect(address).not.toBe(late);
  });
});

describe('signing in', () => {
  it('with a wrong password, an unknown address and an account without password is answered alike', async () => {
    const { address } = await newcomerWithApp(platform);
    const passkey = await newcomerWithPasskey(platform);
    const wrong = (at: string) =>
      refusalOf(visitorOf(platform).accounts.signIn.mutate({ address: at, password: 'niet het goede' }));
    const answers = [await wrong(address), await wrong(passkey.address), await wrong(newAddress())];
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(answers[0]).toMatchObject({ code: 'account.sign_in_failed', httpStatus: 401 });
    const failed = await asSuperuser<{ event: string; outcome: string }>(
      platform.urls.superuserUrl,
      `select e::text as event, outcome from audit_event e where action = 'account.sign_in_failed'`,
    );
    expect(failed.length).toBeGreaterThanOrEqual(3);
    for (const { event, outcome } of failed) {
      expect(outcome).toBe('failed');
      expect(event).not.toContain('@');
    }
  });

  it('an invitation of somebody known is accepted with password and code', async () => {
    const { address, key } = await newcomerWithApp(platform);
    const { token } = await invited(platform, { address, municipality: 'gm0917', role: 'reader' });
    const visitor = visitorOf(platform);
    expect(await visitor.accounts.invitation.query({ token })).toMatchObject({ known: true });
    const accept = (attempt: string) =>
      visitor.accounts.acceptInvitation.mutate({ token, name: 'Dezelfde', password: attempt });
    expect(await codeOf(accept('een andere lange zin'))).toBe('account.sign_in_failed');
    const asked = await accept(password);
    expect(asked.next).toBe('second_factor');
    expect(await visitor.accounts.invitation.query({ token })).toMatchObject({ known: true });
    const inside = await answer(asked.secret, appCode(key));
    expect((await platform.client('local', inside.secret).accounts.me.query()).acting).toMatchObject({
      key: 'gm0917',
      role: 'reader',
    });
    expect(await codeOf(visitor.accounts.invitation.query({ token }))).toBe('invitation.not_found');
  });

  it('or by who is signed in with that address, and by nobody else', async () => {
    const one = await newcomerWithPasskey(platform);
    const other = await newcomerWithApp(platform);
    const { token } = await invited(platform, {
      address: one.address,
      municipality: 'gm0917',
      role: 'editor',
    });
    expect(await codeOf(platform.client('http', other.secret).signing.join.mutate({ token }))).toBe(
      'invitation.not_found',
    );
    expect(await codeOf(visitorOf(platform).signing.join.mutate({ token }))).toBe('account.sign_in_first');
    const joined = await platform.client('http', one.secret).signing.join.mutate({ token });
    // Other rights, another secret.
    expect(await addressOf(one.secret)).toBeNull();
    expect((await platform.client('http', joined.secret).accounts.me.query()).acting).toMatchObject({
      key: 'gm0917',
      role: 'editor',
    });
  });
});
