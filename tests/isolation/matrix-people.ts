// The matrix of people: signing in, acting, memberships, invitations, and what everybody may ask.
import { demoPassword } from '@kansenplein/core';
import { makePeople } from '../support/owner.ts';
import {
  addressOf,
  own,
  personNames,
  stranger,
  type Alliance,
  type PersonName,
} from '../support/alliance.ts';
import { asSuperuser } from '../support/sql.ts';
import {
  administrators,
  nowhere,
  type Actor,
  type Case,
  type Entry,
  type For,
  type Table,
} from './matrix-world.ts';

const password = 'een lange zin als wachtwoord';

export async function peopleMatrix(alliance: Alliance): Promise<Table> {
  let count = 0;
  const newAddress = () => `nieuw${(count += 1)}@kansenplein.example`;

  const inviteBy = async (person: PersonName) => {
    const address = newAddress();
    const administrator = await alliance.as(person);
    await administrator.accounts.invite.mutate({ address, role: 'reader' });
    const { invitations } = await administrator.accounts.people.query();
    const { mails } = await alliance.visitor().accounts.demoMail.query();
    const link = mails
      .find(({ recipient }) => recipient === address)
      ?.text.match(/\/uitnodiging\/(\S+)/)?.[1];
    return { id: invitations.find((each) => each.address === address)?.id ?? '', token: link ?? '' };
  };
  const accept = ({ token }: { token: string }) =>
    alliance.visitor().accounts.acceptInvitation.mutate({ token, name: 'Proef nieuw', password });

  const membershipOf = async (person: PersonName) => {
    const [row] = await asSuperuser<{ id: string }>(
      alliance.urls.superuserUrl,
      'select m.id from membership m join account a on a.id = m.account_id where a.address = $1 order by m.created_at limit 1',
      [addressOf(person)],
    );
    return row?.id ?? '';
  };
  const newMember = async (municipality: string) => {
    const address = newAddress();
    await makePeople(alliance.urls, [
      { address, name: 'Proef nieuw', memberships: [{ municipality, role: 'reader', organisation: null }] },
    ]);
    const [row] = await asSuperuser<{ id: string }>(
      alliance.urls.superuserUrl,
      'select m.id from membership m join account a on a.id = m.account_id where a.address = $1',
      [address],
    );
    return row?.id ?? '';
  };

  const open = await inviteBy('administrator');
  const foreign = await inviteBy('strangerAdministrator');
  const used = await inviteBy('administrator');
  await accept(used);
  const revoked = await inviteBy('administrator');
  await (await alliance.as('administrator')).accounts.revokeInvitation.mutate({ id: revoked.id });
  const members = {
    own: await newMember(own),
    foreign: await newMember(stranger),
    ended: await membershipOf('memberless'),
  };
  // Its membership is ended as soon as somebody is it.
  await alliance.secretOf('memberless');

  const entry = (audience: For, kind: Entry['kind'], cases: Entry['cases']): Entry => ({
    for: audience,
    kind,
    cases,
  });
  const same = (name: string, standing: unknown, outcome: string): Case => ({
    name,
    standing,
    outcome: () => outcome,
  });
  const question = (input?: unknown) =>
    entry('everybody', 'query', async () => [same('always', input, 'ok')]);
  const whose = (actor: Actor, municipality: string) =>
    actor.municipality === municipality ? 'ok' : 'membership.not_found';
  const anAdministratorOf = (actor: Actor) =>
    actor.municipality === own ? 'administrator' : 'strangerAdministrator';

  const onMembership = (input: (membership: string) => unknown): Entry =>
    entry(administrators, 'mutation', async () => [
      same('not existing', input(nowhere), 'membership.not_found'),
      same('ended', input(members.ended), 'membership.not_found'),
      {
        name: 'in the own municipality',
        standing: input(members.own),
        fresh: async () => input(await newMember(own)),
        outcome: (actor) => whose(actor, own),
      },
      {
        name: 'in another',
        standing: input(members.foreign),
        fresh: async () => input(await newMember(stranger)),
        outcome: (actor) => whose(actor, stranger),
      },
    ]);
  // Ten tries for an address and fifty for a place: each actor tries another address, known and unknown ones in turn.
  let tries = 0;
  const wrongPassword = async () => ({
    address: addressOf(personNames[(tries += 1) % personNames.length] ?? 'reader'),
    password: 'fout',
  });

  return {
    'accounts.me': question(),
    'accounts.demoAccounts': question(),
    'accounts.demoMail': question(),
    'municipalities.list': question(),
    'municipalities.regions': question(),
    'municipalities.get': entry('everybody', 'query', async () => [
      same('not existing', { slug: 'nergenshuizen' }, 'municipality.not_found'),
      same('Brunssum', { slug: 'brunssum' }, 'ok'),
    ]),
    'agendas.list': question({ municipality: own }),
    'finding.find': question({}),
    'finding.suggest': question({ text: 'lees' }),
    'finding.concepts': question(),
    'interventions.workingCopies': entry(
      ['reader', 'editor', 'publisher', 'administrator'],
      'query',
      async () => [same('always', undefined, 'ok')],
    ),
    'agendas.workingCopies': entry(['reader', 'editor', 'publisher', 'administrator'], 'query', async () => [
      same('always', undefined, 'ok'),
    ]),
    'imports.list': entry(['editor', 'publisher', 'administrator'], 'query', async () => [
      same('always', undefined, 'ok'),
    ]),
    'accounts.people': entry(administrators, 'query', async () => [same('always', undefined, 'ok')]),
    'accounts.signIn': entry('everybody', 'mutation', async () => [
      {
        ...same(
          'unknown address',
          { address: 'niemand@kansenplein.example', password: 'fout' },
          'account.sign_in_failed',
        ),
        standing: undefined,
        fresh: async () => ({ address: newAddress(), password: 'fout' }),
      },
      { ...same('known address', undefined, 'account.sign_in_failed'), fresh: wrongPassword },
    ]),
    'accounts.signOut': entry('everybody', 'mutation', async () => [
      same('of this browser only', { everywhere: false }, 'ok'),
    ]),
    'accounts.actAs': entry('signedIn', 'mutation', async () => [
      same('not existing', { membership: nowhere }, 'membership.not_found'),
      same('of somebody else', { membership: members.own }, 'membership.not_found'),
      {
        name: 'the own',
        standing: { membership: nowhere },
        fresh: async ({ person }) => ({ membership: await membershipOf(person ?? 'reader') }),
        outcome: (actor) => (actor.role === null ? 'membership.not_found' : 'ok'),
      },
    ]),
    'accounts.invite': entry(administrators, 'mutation', async () => [
      {
        ...same('new', { address: newAddress(), role: 'reader' }, 'ok'),
        fresh: async () => ({ address: newAddress(), role: 'reader' }),
      },
      // The answer does not tell whether the address has an account.
      {
        ...same('known', { address: addressOf('reader'), role: 'reader' }, 'ok'),
        fresh: async () => ({ address: addressOf('reader'), role: 'reader' }),
      },
    ]),
    'accounts.revokeInvitation': entry(administrators, 'mutation', async () => [
      same('not existing', { id: nowhere }, 'invitation.not_found'),
      same('used', { id: used.id }, 'invitation.not_found'),
      {
        name: 'of the own municipality',
        standing: { id: open.id },
        fresh: async (actor) => ({ id: (await inviteBy(anAdministratorOf(actor))).id }),
        outcome: ({ municipality }) => (municipality === own ? 'ok' : 'invitation.not_found'),
      },
      {
        name: 'of another',
        standing: { id: foreign.id },
        fresh: async (actor) => ({ id: (await inviteBy(anAdministratorOf(actor))).id }),
        outcome: ({ municipality }) => (municipality === stranger ? 'ok' : 'invitation.not_found'),
      },
    ]),
    'accounts.changeRole': onMembership((membership) => ({ membership, role: 'editor' })),
    'accounts.endMembership': onMembership((membership) => ({ membership })),
  };
}

/** Procedures that end the login session they are called with: each call gets one of its own. */
export const endsLoginSession = new Set(['accounts.signOut', 'accounts.actAs', 'signing.confirm']);
export { demoPassword };
