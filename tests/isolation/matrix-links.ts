// The matrix of secret links: open, used, revoked, expired, of another body, not existing. A link stands alone: whoever
// else is signed in, it opens exactly its own invitation, and one that opens nothing answers like one that never was.
import { inviteAsOperator } from '../support/owner.ts';
import type { Alliance, PersonName } from '../support/alliance.ts';
import { asSuperuser } from '../support/sql.ts';
import type { Part } from './matrix-run.ts';
import type { Case, Entry } from './matrix-world.ts';

/** Each procedure that takes a link is asked about each of these. */
export const linkStates = [
  'not existing',
  'used',
  'revoked',
  'expired',
  'open',
  'open, of another municipality',
  'open, of an organisation',
] as const;

const password = 'een lange zin als wachtwoord';
const answer = { name: 'Proef nieuw', password };

export async function linkMatrix(alliance: Alliance): Promise<Part> {
  const { superuserUrl } = alliance.urls;
  let count = 0;
  const newAddress = () => `link${(count += 1)}@kansenplein.example`;

  const mailedTo = async (address: string) => {
    const [row] = await asSuperuser<{ token: string }>(
      superuserUrl,
      `select substring(body from '/uitnodiging/([A-Za-z0-9_-]{43})') as token from outgoing_mail where recipient = $1`,
      [address],
    );
    return row?.token ?? '';
  };
  const invitedBy = async (person: PersonName) => {
    const address = newAddress();
    const administrator = await alliance.as(person);
    await administrator.accounts.invite.mutate({ address, role: 'reader' });
    return { address, token: await mailedTo(address) };
  };
  const invitedToOrganisation = async () => {
    const address = newAddress();
    const [partner] = await asSuperuser<{ id: string }>(superuserUrl, 'select id from organisation limit 1');
    const input = { address, role: 'partner', municipality: null, organisation: partner?.id ?? '' } as const;
    await inviteAsOperator(alliance, input);
    return { address, token: await mailedTo(address) };
  };

  const used = await invitedBy('administrator');
  await alliance.visitor().accounts.acceptInvitation.mutate({ token: used.token, ...answer });
  const revoked = await invitedBy('administrator');
  const administrator = await alliance.as('administrator');
  const { invitations } = await administrator.accounts.people.query();
  const { id } = invitations.find(({ address }) => address === revoked.address) ?? { id: '' };
  await administrator.accounts.revokeInvitation.mutate({ id });
  const expired = await invitedBy('administrator');
  // Nobody can move the date of an invitation, so the guard rests for a moment.
  await asSuperuser(
    superuserUrl,
    `set session_replication_role = replica;
     update invitation set expires_at = now() - interval '1 second' where address = '${expired.address}'`,
  );

  const nowhere = 'A'.repeat(43);
  const dead = (input: (token: string) => unknown): Case[] =>
    Object.entries({
      'not existing': nowhere,
      used: used.token,
      revoked: revoked.token,
      expired: expired.token,
    }).map(([name, token]) => ({ name, standing: input(token), outcome: () => 'invitation.not_found' }));
  const living = {
    open: () => invitedBy('administrator'),
    'open, of another municipality': () => invitedBy('strangerAdministrator'),
    'open, of an organisation': invitedToOrganisation,
  };
  const entry = (kind: Entry['kind'], cases: Entry['cases']): Entry => ({ for: 'link', kind, cases });
  const standing = new Map<string, string>();
  for (const [name, make] of Object.entries(living)) standing.set(name, (await make()).token);

  return {
    table: {
      'accounts.invitation': entry('query', async () => [
        ...dead((token) => ({ token })),
        ...[...standing].map(([name, token]): Case => ({ name, standing: { token }, outcome: () => 'ok' })),
      ]),
      'accounts.acceptInvitation': entry('mutation', async () => [
        ...dead((token) => ({ token, ...answer })),
        ...Object.entries(living).map(([name, make]): Case => ({
          name,
          standing: undefined,
          fresh: async () => ({ token: (await make()).token, ...answer }),
          outcome: () => 'ok',
        })),
      ]),
    },
  };
}
