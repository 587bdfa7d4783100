// Signing in and out, acting for one municipality at a time, and what nobody is told.
import { demoPassword, endExpiredLogins } from '@kansenplein/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf, makeAlliance, own, stranger, type Alliance } from '../support/alliance.ts';
import { doors } from '../support/platform.ts';
import { codeOf, refusalOf } from '../support/refusals.ts';
import { asSuperuser, hashOf } from '../support/sql.ts';
import { call, normalised } from '../support/wire.ts';

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance();
});
afterAll(async () => {
  expect(alliance.internalErrors).toEqual([]);
  await alliance.close();
});

let places = 0;
const elsewhere = () => `192.0.2.${(places += 1)}`;

/** As time would do it: only the wall may touch a login session. */
const age = (secret: string, change: string) =>
  asSuperuser(
    alliance.urls.superuserUrl,
    `set local role wall; update login_session set ${change} where id = '${hashOf(secret)}'`,
  );

describe.each(doors)('through the %s door', (door) => {
  const meOf = async (secret: string) =>
    (await alliance.client(door, secret).accounts.me.query()).account?.address ?? null;

  it('somebody signs in and is who it is, acting for one body', async () => {
    const { secret, expiresAt } = await alliance.client(door, null).accounts.signIn.mutate({
      address: ` ${addressOf('editor').toUpperCase()} `,
      password: demoPassword,
    });
    expect(secret).toMatch(/^[\w-]{43}$/);
    const hours = (Date.parse(expiresAt) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(7.9);
    expect(hours).toBeLessThan(8.1);
    expect(await alliance.client(door, secret).accounts.me.query()).toMatchObject({
      account: { address: addressOf('editor') },
      acting: { kind: 'municipality', key: own, label: 'Gemeente Brunssum', role: 'editor' },
      demo: true,
    });
    const stored = await asSuperuser(
      alliance.urls.superuserUrl,
      'select 1 from login_session where id = $1',
      [secret],
    );
    expect(stored).toEqual([]);
  });

  it('what is stored of a login opens nothing: the hash is no secret', async () => {
    const secret = await alliance.secretOf('editor');
    expect([await meOf(secret), await meOf(hashOf(secret))]).toEqual([addressOf('editor'), null]);
  });

  it('a wrong password and an unknown address get the same answer', async () => {
    const wrong = (address: string) =>
      refusalOf(
        alliance
          .client(door, null, elsewhere())
          .accounts.signIn.mutate({ address, password: 'niet het goede' }),
      );
    const known = await wrong(addressOf('reader'));
    expect(known).toEqual(await wrong(`onbekend-${door}@kansenplein.example`));
    expect(known).toMatchObject({ code: 'account.sign_in_failed', httpStatus: 401 });
  });

  it('signing out here leaves the other browser, signing out everywhere leaves none', async () => {
    const here = await alliance.signIn(addressOf('partner'));
    const there = await alliance.signIn(addressOf('partner'));
    await alliance.client(door, here).accounts.signOut.mutate({ everywhere: false });
    expect([await meOf(here), await meOf(there)]).toEqual([null, addressOf('partner')]);
    const again = await alliance.signIn(addressOf('partner'));
    await alliance.client(door, again).accounts.signOut.mutate({ everywhere: true });
    expect([await meOf(again), await meOf(there)]).toEqual([null, null]);
    // Somebody else stays signed in.
    expect(await meOf(await alliance.secretOf('coordinator'))).toBe(addressOf('coordinator'));
    // Nobody is signed out twice, and a visitor may ask.
    expect(await alliance.client(door, again).accounts.signOut.mutate({ everywhere: true })).toEqual({
      done: true,
    });
  });

  it('acting for another municipality gives a new secret and other rights, and the old secret is dead', async () => {
    const first = await alliance.signIn(addressOf('twice'));
    const reader = alliance.client(door, first);
    const { memberships, acting } = await reader.accounts.me.query();
    expect(memberships.map(({ key, role }) => [key, role])).toEqual([
      [own, 'reader'],
      [stranger, 'publisher'],
    ]);
    expect(acting).toMatchObject({ key: own });
    expect(await codeOf(reader.interventions.create.mutate({ title: 'Mag niet' }))).toBe(
      'account.other_role_needed',
    );
    const other = memberships.find(({ key }) => key === stranger)?.id ?? '';
    const { secret } = await reader.accounts.actAs.mutate({ membership: other });
    expect(secret).not.toBe(first);
    expect(await meOf(first)).toBeNull();
    const publisher = alliance.client(door, secret);
    const { id } = await publisher.interventions.create.mutate({ title: 'Mag nu wel' });
    expect(await publisher.interventions.workingCopy.query({ id })).toMatchObject({
      municipality: { code: stranger },
    });
    // One at a time: what the other employer sees is out of sight.
    const { interventions } = await publisher.interventions.workingCopies.query();
    expect(interventions.every(({ municipality }) => municipality.code === stranger)).toBe(true);
  });

  it('a login session ends after 8 idle hours and after 7 days in all', async () => {
    const idle = await alliance.signIn(addressOf('operator'));
    await age(idle, `expires_at = now() - interval '1 second'`);
    expect(await meOf(idle)).toBeNull();
    const old = await alliance.signIn(addressOf('operator'));
    await age(old, `created_at = now() - interval '7 days 1 second'`);
    expect(await meOf(old)).toBeNull();
    // Using it keeps it alive, never longer than the seven days.
    const used = await alliance.signIn(addressOf('operator'));
    await age(
      used,
      `created_at = now() - interval '6 days 23 hours', last_seen = now() - interval '4 hours',
       expires_at = now() + interval '10 minutes'`,
    );
    expect(await meOf(used)).toBe(addressOf('operator'));
    const [row] = await asSuperuser<{ minutes: number }>(
      alliance.urls.superuserUrl,
      `select extract(epoch from expires_at - now()) / 60 as minutes from login_session where id = $1`,
      [hashOf(used)],
    );
    expect(Number(row?.minutes)).toBeGreaterThan(50);
    expect(Number(row?.minutes)).toBeLessThanOrEqual(60);
  });

  it('a login session that has ended is thrown away by a job, a living one stays', async () => {
    const ended = await alliance.signIn(addressOf('operator'));
    const living = await alliance.signIn(addressOf('operator'));
    await age(ended, `expires_at = now() - interval '1 second'`);
    await endExpiredLogins(alliance.database);
    const kept = await asSuperuser<{ id: string }>(
      alliance.urls.superuserUrl,
      'select id from login_session where id = any($1)',
      [[hashOf(ended), hashOf(living)]],
    );
    expect(kept).toEqual([{ id: hashOf(living) }]);
  });

  it('acting for another municipality does not begin the seven days anew', async () => {
    const first = await alliance.signIn(addressOf('twice'));
    await age(first, `created_at = now() - interval '6 days'`);
    const client = alliance.client(door, first);
    const other =
      (await client.accounts.me.query()).memberships.find(({ key }) => key === stranger)?.id ?? '';
    const { secret } = await client.accounts.actAs.mutate({ membership: other });
    expect(await meOf(secret)).toBe(addressOf('twice'));
    await age(secret, `created_at = created_at - interval '1 day 1 second'`);
    expect(await meOf(secret)).toBeNull();
  });

  it('a cookie that is none opens nothing', async () => {
    for (const secret of ['', 'x', 'A'.repeat(43), `${await alliance.secretOf('editor')}x`, `' or true --`]) {
      expect(await meOf(secret)).toBeNull();
    }
  });
});

describe('attempts', () => {
  it('are ten for an address: the eleventh is refused, also with the right password, and others go on', async () => {
    const address = addressOf('conditionalPublisher');
    const attempt = (password: string) =>
      codeOf(alliance.client('local', null, elsewhere()).accounts.signIn.mutate({ address, password }));
    for (let nth = 1; nth <= 10; nth += 1) expect(await attempt('fout')).toBe('account.sign_in_failed');
    expect(await attempt('fout')).toBe('account.too_many_attempts');
    const refused = await refusalOf(
      alliance.client('http', null).accounts.signIn.mutate({ address, password: demoPassword }),
    );
    expect(refused).toMatchObject({ code: 'account.too_many_attempts', httpStatus: 429 });
    expect(await alliance.signIn(addressOf('agreedPublisher'))).toMatch(/^[\w-]{43}$/);
  });

  it('are counted alike for an address that nobody has', async () => {
    const address = 'niemand@kansenplein.example';
    const codes: string[] = [];
    for (let nth = 1; nth <= 11; nth += 1) {
      codes.push(
        await codeOf(
          alliance.client('local', null, elsewhere()).accounts.signIn.mutate({ address, password: 'fout' }),
        ),
      );
    }
    expect(codes).toEqual([...Array<string>(10).fill('account.sign_in_failed'), 'account.too_many_attempts']);
  });

  it('are fifty for a place', async () => {
    const place = '198.51.100.7';
    const attempt = (nth: number) =>
      codeOf(
        alliance
          .client('local', null, place)
          .accounts.signIn.mutate({ address: `p${nth}@kansenplein.example`, password: 'fout' }),
      );
    const codes = await Promise.all(Array.from({ length: 50 }, (_, nth) => attempt(nth)));
    expect(new Set(codes)).toEqual(new Set(['account.sign_in_failed']));
    expect(await attempt(51)).toBe('account.too_many_attempts');
  });

  it('answer a known and an unknown address with the same bytes', async () => {
    const answers = await Promise.all(
      [addressOf('publisher'), 'nog-niemand@kansenplein.example'].map((address) =>
        call(alliance, {
          procedure: 'accounts.signIn',
          kind: 'mutation',
          input: { address, password: 'fout' },
          secret: null,
        }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([401, 401]);
    expect(new Set(answers.map(normalised)).size).toBe(1);
  });
});

describe('outside demo mode', () => {
  it('a password alone opens nothing, and nothing of the demo is shown', async () => {
    const real = await makeAlliance({ demo: false });
    for (const door of doors) {
      const visitor = real.client(door, null);
      const right = { address: addressOf('editor'), password: demoPassword };
      expect(await refusalOf(visitor.accounts.signIn.mutate(right))).toMatchObject({
        code: 'account.second_factor_required',
        httpStatus: 403,
      });
      expect(await codeOf(visitor.accounts.demoAccounts.query())).toBe('page.not_found');
      expect(await codeOf(visitor.accounts.demoMail.query())).toBe('page.not_found');
      expect((await visitor.accounts.me.query()).demo).toBe(false);
    }
    expect(real.internalErrors).toEqual([]);
    await real.close();
  });
});
