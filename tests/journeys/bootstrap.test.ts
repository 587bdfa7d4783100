// From an empty installation outside demo mode to a municipality at work: the operator's own command, and nothing else.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { codeOf as appCode, earlierCode } from '../support/authenticator-app.ts';
import { makeAuthenticator } from '../support/authenticator.ts';
import { linkTo, mailTo, newcomerWithApp, password, visitorOf } from '../support/newcomers.ts';
import { startPlatform, type Platform } from '../support/platform.ts';
import { codeOf } from '../support/refusals.ts';
import { asSuperuser } from '../support/sql.ts';

const root = join(import.meta.dirname, '../..');

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform({ demo: false });
});
afterAll(async () => {
  expect(platform.internalErrors).toEqual([]);
  await platform.close();
});

type Environment = Readonly<Record<string, string>>;

/** A command of the operator, as it is run beside a host on the same database. */
const commandWith = (owner: Environment, name: string, ...options: string[]) =>
  promisify(execFile)(process.execPath, [join(root, `apps/api/src/${name}.ts`), ...options], {
    env: {
      ...owner,
      DATABASE_URL: platform.urls.appUrl,
      DATABASE_WORKER_URL: platform.urls.workerUrl,
      DEMO: '0',
      ORIGIN: platform.origin,
      SMTP_URL: 'smtp://127.0.0.1:1',
      MAIL_FROM: 'plein@kansenplein.example',
      SECRET_KEY: Buffer.alloc(32, 1).toString('base64'),
      FILES_DIR: platform.filesFolder,
    },
  });

const command = (...given: [name: string, ...options: string[]]) =>
  commandWith({ DATABASE_OWNER_URL: platform.urls.ownerUrl }, ...given);

const operatorInvite = (...options: string[]) => command('operator-invite', ...options);

it('an operator comes by a command, a municipality by another, and its administrator invites the rest', async () => {
  const [empty] = await asSuperuser<{ accounts: number }>(
    platform.urls.superuserUrl,
    'select count(*)::int as accounts from account',
  );
  expect(empty).toEqual({ accounts: 0 });
  const visitor = visitorOf(platform, 'http');

  // The installation: with an app.
  const operator = 'beheer@kansenplein.example';
  const { stdout } = await operatorInvite('--address', operator, '--role', 'operator');
  expect(stdout).toContain('het beheer van Kansenplein');
  const operatorToken = await linkTo(platform, operator, 'uitnodiging');
  const { next, secret: step } = await visitor.accounts.acceptInvitation.mutate({
    token: operatorToken,
    name: 'Proef beheer',
    password,
  });
  expect(next).toBe('enrol');
  const { key } = await visitor.signing.totpSetup.mutate({ step });
  await visitor.signing.totpConfirm.mutate({ step, code: await earlierCode(key) });
  const asked = await visitor.accounts.signIn.mutate({ address: operator, password });
  const inside = await visitor.signing.secondFactor.mutate({ step: asked.secret, code: appCode(key) });
  expect(await platform.client('http', inside.secret).accounts.me.query()).toMatchObject({
    acting: { kind: 'installation', role: 'operator' },
    demo: false,
  });

  // A municipality: with a passkey.
  const first = 'eerste@kansenplein.example';
  await operatorInvite('--address', first, '--role', 'administrator', '--municipality', 'gm0899');
  const token = await linkTo(platform, first, 'uitnodiging');
  const accepted = await visitor.accounts.acceptInvitation.mutate({
    token,
    name: 'Proef eerste',
    password: null,
  });
  const options = await visitor.signing.passkeyCreation.mutate({ step: accepted.secret });
  const { secret } = await visitor.signing.passkeyRegister.mutate({
    step: accepted.secret,
    name: 'Werk',
    response: makeAuthenticator(platform.origin).create(options),
  });
  const administrator = platform.client('http', secret);
  expect(await visitor.municipalities.get.query({ slug: 'brunssum' })).toMatchObject({ joined: true });

  // And from there without the command.
  await administrator.accounts.invite.mutate({ address: 'tweede@kansenplein.example', role: 'editor' });
  expect(await mailTo(platform, 'tweede@kansenplein.example')).toMatchObject({
    subject: 'Uitnodiging voor Kansenplein: gemeente Brunssum',
  });
  const { people } = await administrator.accounts.people.query();
  expect(people).toMatchObject([{ address: first, role: 'administrator', secondFactor: true, self: true }]);
});

it('an only administrator who lost everything is helped by a command, with the own address and password', async () => {
  const { address, secret } = await newcomerWithApp(platform, {
    role: 'administrator',
    municipality: 'gm0917',
  });
  await command('operator-reset-factor', '--address', address.toUpperCase());
  const token = await linkTo(platform, address, 'nieuwe-factor');
  const visitor = visitorOf(platform);
  expect(await codeOf(visitor.signing.renewFactor.mutate({ token, password: null }))).toBe(
    'account.sign_in_failed',
  );
  const { secret: step } = await visitor.signing.renewFactor.mutate({ token, password });
  const { key } = await visitor.signing.totpSetup.mutate({ step });
  const enrolled = await visitor.signing.totpConfirm.mutate({ step, code: await earlierCode(key) });
  expect((await platform.client('http', enrolled.secret).accounts.me.query()).acting).toMatchObject({
    key: 'gm0917',
  });
  expect((await platform.client('http', secret).accounts.me.query()).account).toBeNull();
  await expect(command('operator-reset-factor', '--address', 'niemand@kansenplein.example')).rejects.toThrow(
    /geen account/,
  );
});

it('the command says what is wrong with it, and invites nobody', async () => {
  await expect(
    operatorInvite('--address', 'x@kansenplein.example', '--role', 'administrator'),
  ).rejects.toThrow(/Een gemeente hoort bij een rol in een gemeente/);
  await expect(operatorInvite('--role', 'operator')).rejects.toThrow(/Gebruik: npm run operator:invite/);
  const invite = ['operator-invite', '--address', 'x@kansenplein.example', '--role', 'operator'] as const;
  await expect(commandWith({}, ...invite)).rejects.toThrow(/DATABASE_OWNER_URL ontbreekt/);
  const elsewhere = { DATABASE_OWNER_URL: 'postgresql://niemand:x@127.0.0.1:1/kansenplein' };
  await expect(commandWith(elsewhere, ...invite)).rejects.toThrow(/De database is niet te bereiken/);
  expect(await mailTo(platform, 'x@kansenplein.example')).toBeNull();
});
