// People come by invitation, get a role, and lose it: each takes effect at the next request.
import { demoPassword } from '@kansenplein/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf, makeAlliance, own, type Alliance } from '../support/alliance.ts';
import { inviteAsOperator } from '../support/owner.ts';
import { doors, type Client } from '../support/platform.ts';
import { codeOf, refusalOf } from '../support/refusals.ts';
import { asSuperuser } from '../support/sql.ts';

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance();
});
afterAll(async () => {
  expect(alliance.internalErrors).toEqual([]);
  await alliance.close();
});

const password = 'een lange zin als wachtwoord';

async function tokenFor(address: string): Promise<string> {
  const { mails } = await alliance.visitor().accounts.demoMail.query();
  const link = mails
    .find(({ recipient }) => recipient === address)
    ?.text.match(/https?:\S+\/uitnodiging\/(\S+)/)?.[1];
  if (!link) throw new Error(`no invitation for ${address}`);
  return link;
}

const personIn = async (administrator: Client, address: string) =>
  (await administrator.accounts.people.query()).people.find((each) => each.address === address);

describe.each(doors)('through the %s door', (door) => {
  it('somebody is invited by mail, accepts, works, gets another role and leaves', async () => {
    const administrator = await alliance.as('administrator', door);
    const visitor = alliance.visitor(door);
    const address = `collega-${door}@kansenplein.example`;
    await administrator.accounts.invite.mutate({ address: ` ${address.toUpperCase()}`, role: 'reader' });
    const { invitations } = await administrator.accounts.people.query();
    const waiting = invitations.find((each) => each.address === address);
    expect(waiting).toMatchObject({ role: 'reader' });
    expect(Date.parse(waiting?.expiresAt ?? '') - Date.parse(waiting?.invitedAt ?? '')).toBeCloseTo(
      72 * 3_600_000,
      -4,
    );

    // the mail and its link
    const { mails } = await visitor.accounts.demoMail.query();
    const mail = mails.find(({ recipient }) => recipient === address);
    expect(mail?.subject).toBe('Uitnodiging voor Kansenplein: gemeente Brunssum');
    expect(mail?.text).toContain(`${alliance.origin}/uitnodiging/`);
    const token = await tokenFor(address);
    expect(await visitor.accounts.invitation.query({ token })).toMatchObject({
      address,
      label: 'gemeente Brunssum',
      role: 'reader',
      known: false,
    });

    // accepted once
    const tooShort = visitor.accounts.acceptInvitation.mutate({
      token,
      name: 'Nieuwe collega',
      password: 'te kort',
    });
    expect(await codeOf(tooShort)).toBe('input.invalid');
    const common = visitor.accounts.acceptInvitation.mutate({
      token,
      name: 'Nieuwe collega',
      password: 'Wachtwoord123',
    });
    expect(await refusalOf(common)).toMatchObject({
      code: 'account.password_common',
      fields: [{ field: 'password' }],
    });
    const accepted = await visitor.accounts.acceptInvitation.mutate({
      token,
      name: 'Nieuwe collega',
      password,
    });
    expect((await alliance.client(door, accepted.secret).accounts.me.query()).acting).toMatchObject({
      key: own,
      role: 'reader',
    });
    const twice = visitor.accounts.acceptInvitation.mutate({ token, name: 'Nieuwe collega', password });
    expect(await codeOf(twice)).toBe('invitation.not_found');
    expect(await codeOf(visitor.accounts.invitation.query({ token }))).toBe('invitation.not_found');

    // signed in with the chosen password; the role changes without signing in again
    const colleague = alliance.client(door, await alliance.signIn(address, password));
    expect(await codeOf(colleague.interventions.create.mutate({ title: 'Nog niet' }))).toBe(
      'account.other_role_needed',
    );
    const membership = (await personIn(administrator, address))?.membership ?? '';
    await administrator.accounts.changeRole.mutate({ membership, role: 'editor' });
    const { id } = await colleague.interventions.create.mutate({ title: 'Nu wel' });
    await administrator.accounts.changeRole.mutate({ membership, role: 'reader' });
    expect(await codeOf(colleague.interventions.discard.mutate({ id }))).toBe('account.other_role_needed');
    expect((await colleague.interventions.workingCopy.query({ id })).can.edit).toBe(false);

    // ended: the next request has no rights, the account stays
    await administrator.accounts.endMembership.mutate({ membership });
    expect(await codeOf(colleague.interventions.workingCopy.query({ id }))).toBe('account.other_role_needed');
    expect(await colleague.accounts.me.query()).toMatchObject({
      account: { address },
      acting: null,
      memberships: [],
    });
    expect(await personIn(administrator, address)).toBeUndefined();
    expect(await codeOf(administrator.accounts.changeRole.mutate({ membership, role: 'editor' }))).toBe(
      'membership.not_found',
    );
    expect(
      await alliance.client(door, await alliance.signIn(address, password)).accounts.me.query(),
    ).toMatchObject({ acting: null });
  });

  it('inviting a known address answers alike, and its own password is asked', async () => {
    const administrator = await alliance.as('administrator', door);
    const visitor = alliance.visitor(door);
    const address = addressOf(door === 'local' ? 'coordinator' : 'partner');
    const invite = (to: string) => administrator.accounts.invite.mutate({ address: to, role: 'reader' });
    expect(await invite(address)).toEqual(await invite(`onbekend-${door}@kansenplein.example`));
    const token = await tokenFor(address);
    expect(await visitor.accounts.invitation.query({ token })).toMatchObject({ known: true });
    const accept = (attempt: string) =>
      visitor.accounts.acceptInvitation.mutate({ token, name: 'Dezelfde', password: attempt });
    expect(await codeOf(accept('iets anders dan het eigen'))).toBe('account.sign_in_failed');
    const { secret } = await accept(demoPassword);
    const me = await alliance.client(door, secret).accounts.me.query();
    expect(me).toMatchObject({ account: { address }, acting: { key: own, role: 'reader' } });
    expect(me.memberships.length).toBe(2);
  });

  it('who belongs to the municipality already gets the role of the invitation, and no second membership', async () => {
    const administrator = await alliance.as('administrator', door);
    const address = addressOf('reader');
    const role = door === 'local' ? 'editor' : 'publisher';
    await administrator.accounts.invite.mutate({ address, role });
    const token = await tokenFor(address);
    const { secret } = await alliance
      .visitor(door)
      .accounts.acceptInvitation.mutate({ token, name: 'Dezelfde', password: demoPassword });
    const { memberships } = await alliance.client(door, secret).accounts.me.query();
    expect(memberships).toMatchObject([{ key: own, role }]);
  });

  it('an invitation that was revoked or is older than 72 hours opens nothing', async () => {
    const administrator = await alliance.as('administrator', door);
    const visitor = alliance.visitor(door);
    const invite = async (name: string) => {
      const address = `${name}-${door}@kansenplein.example`;
      await administrator.accounts.invite.mutate({ address, role: 'editor' });
      const { invitations } = await administrator.accounts.people.query();
      return {
        id: invitations.find((each) => each.address === address)?.id ?? '',
        token: await tokenFor(address),
      };
    };
    const revoked = await invite('ingetrokken');
    await administrator.accounts.revokeInvitation.mutate({ id: revoked.id });
    const old = await invite('verlopen');
    await asSuperuser(
      alliance.urls.superuserUrl,
      `set local role wall; update invitation set expires_at = now() - interval '1 second' where id = '${old.id}'`,
    );
    for (const { token } of [revoked, old]) {
      expect(await codeOf(visitor.accounts.invitation.query({ token }))).toBe('invitation.not_found');
      expect(
        await codeOf(visitor.accounts.acceptInvitation.mutate({ token, name: 'Te laat', password })),
      ).toBe('invitation.not_found');
    }
    const { invitations } = await administrator.accounts.people.query();
    expect(invitations.filter(({ id }) => id === revoked.id || id === old.id)).toEqual([]);
  });

  it('an invitation opened by two at once is used once', async () => {
    const administrator = await alliance.as('administrator', door);
    const address = `snel-${door}@kansenplein.example`;
    await administrator.accounts.invite.mutate({ address, role: 'reader' });
    const token = await tokenFor(address);
    const both = await Promise.allSettled(
      ['Eerste', 'Tweede'].map((name) =>
        alliance.visitor(door).accounts.acceptInvitation.mutate({ token, name, password }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(
      (await administrator.accounts.people.query()).people.filter((each) => each.address === address).length,
    ).toBe(1);
  });

  it('the last administrator stays, also when two leave at the same moment', async () => {
    const administrator = await alliance.as('strangerAdministrator', door);
    const self =
      (await administrator.accounts.people.query()).people.find((each) => each.self)?.membership ?? '';
    const leave = () => administrator.accounts.endMembership.mutate({ membership: self });
    expect(await codeOf(leave())).toBe('membership.last_administrator');
    expect(await codeOf(administrator.accounts.changeRole.mutate({ membership: self, role: 'reader' }))).toBe(
      'membership.last_administrator',
    );
    const editor = (await personIn(administrator, addressOf('strangerEditor')))?.membership ?? '';
    await administrator.accounts.changeRole.mutate({ membership: editor, role: 'administrator' });
    const both = await Promise.allSettled([
      administrator.accounts.changeRole.mutate({ membership: self, role: 'publisher' }),
      (await alliance.as('strangerEditor', door)).accounts.changeRole.mutate({
        membership: editor,
        role: 'publisher',
      }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    // Back to how it was, by whoever is left.
    const left = await alliance.as(
      both[0].status === 'fulfilled' ? 'strangerEditor' : 'strangerAdministrator',
      door,
    );
    await left.accounts.changeRole.mutate({ membership: self, role: 'administrator' });
    await (
      await alliance.as('strangerAdministrator', door)
    ).accounts.changeRole.mutate({ membership: editor, role: 'editor' });
  });
});

describe('the first administrator', () => {
  it('of a municipality that has nobody yet is invited by the operator, and with it the municipality joins', async () => {
    const entry = async () => alliance.visitor().municipalities.get.query({ slug: 'emmen' });
    expect(await entry()).toMatchObject({ joined: false, joinedAt: null });
    const address = 'eerste@kansenplein.example';
    const invited = await inviteAsOperator(alliance, {
      address,
      role: 'administrator',
      municipality: 'gm0114',
      organisation: null,
    });
    expect(invited).toEqual({ label: 'gemeente Emmen' });
    const token = await tokenFor(address);
    const { secret } = await alliance
      .visitor()
      .accounts.acceptInvitation.mutate({ token, name: 'Eerste', password });
    expect((await alliance.client('http', secret).accounts.people.query()).people).toMatchObject([
      { address, role: 'administrator', self: true },
    ]);
    expect(await entry()).toMatchObject({ joined: true });
    const unknown = inviteAsOperator(alliance, {
      address,
      role: 'administrator',
      municipality: 'gm9999',
      organisation: null,
    });
    await expect(unknown).rejects.toThrow('municipality.not_found');
  });
});
