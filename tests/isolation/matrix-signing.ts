// The matrix of proving who one is: steps, factors, issuers, links by mail, and the own account.
import { demoPassword } from '@kansenplein/core';
import { makePeople } from '../support/owner.ts';
import { randomBytes } from 'node:crypto';
import { codeOf } from '../support/authenticator-app.ts';
import { makeAuthenticator } from '../support/authenticator.ts';
import { addressOf, own, stranger, type Alliance } from '../support/alliance.ts';
import { visitorOf } from '../support/newcomers.ts';
import { asSuperuser, hashOf } from '../support/sql.ts';
import { administrators, nowhere, type Case, type Entry, type For, type Table } from './matrix-world.ts';

const noSecret = 'A'.repeat(43);
const noAssertion = {
  id: 'AAAA',
  type: 'public-key' as const,
  response: { clientDataJSON: 'AAAA', authenticatorData: 'AAAA', signature: 'AAAA' },
};
const noCreation = {
  id: 'AAAA',
  type: 'public-key' as const,
  response: { clientDataJSON: 'AAAA', attestationObject: 'AAAA' },
};

const entry = (audience: For, kind: Entry['kind'], ...cases: Case[]): Entry => ({
  for: audience,
  kind,
  cases: async () => cases,
});
const same = (name: string, standing: unknown, outcome: string): Case => ({
  name,
  standing,
  outcome: () => outcome,
});
const fresh = (name: string, make: NonNullable<Case['fresh']>, outcome = 'ok'): Case => ({
  name,
  standing: undefined,
  fresh: make,
  outcome: () => outcome,
});

/** What the matrix cannot let succeed: it needs an issuer or a device of each actor. The journeys do. */
export const succeedsInJourneys = new Set([
  'accounts.signIn',
  'signing.startAtIssuer',
  'signing.finishAtIssuer',
  'signing.acceptAtIssuer',
  'signing.join',
  'signing.passkeyConfirm',
  'signing.confirmAtIssuer',
  'signing.linkIssuer',
  'signing.renamePasskey',
  'signing.removePasskey',
  'signing.removeTotp',
  'signing.renewRecoveryCodes',
  'signing.unlinkIssuer',
  'personalData.erase',
]);

export async function signingMatrix(alliance: Alliance): Promise<Table> {
  let count = 0;
  const newAddress = () => `bewijs${(count += 1)}@kansenplein.example`;
  const visitor = () => visitorOf(alliance);
  const sql = <Row extends Record<string, unknown>>(text: string, params: unknown[] = []) =>
    asSuperuser<Row>(alliance.urls.superuserUrl, text, params);

  // Made at once, for each actor one and more: hashing a password for each would take most of the time.
  const made = { [own]: 50, [stranger]: 20 };
  await makePeople(
    alliance.urls,
    Object.entries(made).flatMap(([municipality, number]) =>
      Array.from({ length: number }, () => ({
        address: newAddress(),
        name: 'Proef bewijs',
        memberships: [{ municipality, role: 'reader' as const, organisation: null }],
      })),
    ),
  );
  interface Member extends Record<string, unknown> {
    address: string;
    account: string;
    membership: string;
    municipality: string;
  }
  const waiting = await sql<Member>(
    `select a.address, a.id as account, m.id as membership, m.municipality
     from membership m join account a on a.id = m.account_id where a.name = 'Proef bewijs'`,
  );
  const newMember = (municipality = own): Member => {
    const at = waiting.findIndex((each) => each.municipality === municipality);
    const [member] = at < 0 ? [] : waiting.splice(at, 1);
    if (!member) throw new Error('the matrix needs more people');
    return member;
  };
  const signedIn = async () => {
    const member = newMember();
    return { ...member, client: alliance.client('local', await alliance.signIn(member.address)) };
  };

  /** As they would have been mailed; that they are mailed is asked in the journeys. */
  const links = async (purpose: 'new_password' | 'new_factor' | 'new_address', number: number) => {
    const tokens = Array.from({ length: number }, () => randomBytes(32).toString('base64url'));
    // Of several people: tries are counted for each.
    const people = Array.from({ length: 6 }, () => newMember().account);
    await sql(
      `insert into mailed_link (id, purpose, account_id, address, expires_at)
       select token, $2, account, address, now() + interval '1 hour'
       from unnest($1::text[], $3::uuid[], $4::text[]) t(token, account, address)`,
      [
        tokens.map(hashOf),
        purpose,
        tokens.map((_, nth) => people[nth % people.length]),
        tokens.map(newAddress),
      ],
    );
    return () => {
      const token = tokens.pop();
      if (!token) throw new Error('the matrix needs more links');
      return token;
    };
  };
  const passwordLink = await links('new_password', 20);
  const factorLink = await links('new_factor', 60);
  const addressLink = await links('new_address', 20);
  /** A step that may set up a second factor anew, by the link of an administrator. */
  const enrolStep = async () => {
    const token = factorLink();
    return (await visitor().signing.renewFactor.mutate({ token, password: demoPassword })).secret;
  };
  const withKey = async () => {
    const step = await enrolStep();
    const { key } = await visitor().signing.totpSetup.mutate({ step });
    return { step, code: codeOf(key) };
  };
  /** People with recovery codes, each of which answers one step. */
  const withCodes = await Promise.all(
    [1, 2].map(async () => {
      const { address, client } = await signedIn();
      const { secret: step } = await client.signing.addFactor.mutate();
      const { key } = await client.signing.totpSetup.mutate({ step });
      const { recoveryCodes } = await client.signing.totpConfirm.mutate({ step, code: codeOf(key) });
      return { address, codes: [...(recoveryCodes ?? [])] };
    }),
  );
  const secondFactor = async () => {
    const person = withCodes.find(({ codes }) => codes.length > 0);
    const code = person?.codes.pop();
    if (!person || !code) throw new Error('the matrix needs more recovery codes');
    const asked = await visitor().accounts.signIn.mutate({ address: person.address, password: demoPassword });
    return { step: asked.secret, code };
  };
  const registration = async () => {
    const step = await enrolStep();
    const options = await visitor().signing.passkeyCreation.mutate({ step });
    return { step, name: 'Proef', response: makeAuthenticator(alliance.origin).create(options) };
  };
  const device = makeAuthenticator(alliance.origin);
  const owner = await signedIn();
  const { secret: adding } = await owner.client.signing.addFactor.mutate();
  const options = await owner.client.signing.passkeyCreation.mutate({ step: adding });
  const registered = await owner.client.signing.passkeyRegister.mutate({
    step: adding,
    name: 'Proef',
    response: device.create(options),
  });
  const ownerNow = alliance.client('local', registered.secret);
  const { passkeys, loginSessions } = await ownerNow.signing.overview.query();
  const theirPasskey = { id: passkeys[0]?.id ?? '' };
  const theirSession = { id: loginSessions[0]?.id ?? '' };
  const { secret: theirStep } = await ownerNow.signing.addFactor.mutate();
  const assertion = async () => {
    const request = await visitor().signing.passkeyRequest.mutate();
    return { step: request.step, response: device.get(request.options) };
  };

  const standingLink = passwordLink();
  const standingStep = await enrolStep();
  const foreign = newMember(stranger);

  const over = (input: unknown) => same('not existing', input, 'account.step_over');
  const noLink = (input: unknown) => same('not existing', input, 'link.not_found');
  const elsewhere = (input: unknown) =>
    same('of the login session of somebody else', input, 'account.step_over');
  const gone = (input: unknown, noun: string) => same('not existing', input, `${noun}.not_found`);
  const theirs = (input: unknown, noun: string) => same('of somebody else', input, `${noun}.not_found`);
  const noIssuer = { issuer: 'nergens' };

  return {
    'signing.ways': entry('everybody', 'query', same('always', undefined, 'ok')),
    'signing.step': entry(
      'everybody',
      'query',
      over({ step: noSecret }),
      elsewhere({ step: theirStep }),
      same('of a link', { step: standingStep }, 'ok'),
    ),
    'signing.secondFactor': entry(
      'everybody',
      'mutation',
      over({ step: noSecret, code: '123456' }),
      same('for something else', { step: standingStep, code: '123456' }, 'account.step_over'),
      fresh('after a password', secondFactor),
    ),
    'signing.passkeyRequest': entry('everybody', 'mutation', same('always', undefined, 'ok')),
    'signing.passkeySignIn': entry(
      'everybody',
      'mutation',
      over({ step: noSecret, response: noAssertion }),
      fresh('of a device', assertion),
    ),
    'signing.startAtIssuer': entry('everybody', 'mutation', gone(noIssuer, 'issuer')),
    'signing.finishAtIssuer': entry('everybody', 'mutation', over({ step: noSecret, query: 'code=x' })),
    'signing.forgotPassword': entry(
      'everybody',
      'mutation',
      fresh('known or not', async () => ({
        address: (count += 1) % 2 === 0 ? newMember().address : newAddress(),
      })),
    ),
    'signing.totpSetup': entry(
      'everybody',
      'mutation',
      over({ step: noSecret }),
      elsewhere({ step: theirStep }),
      same('of a link', { step: standingStep }, 'ok'),
    ),
    'signing.totpConfirm': entry(
      'everybody',
      'mutation',
      over({ step: noSecret, code: '123456' }),
      elsewhere({ step: theirStep, code: '123456' }),
      fresh('of a link', withKey),
    ),
    'signing.passkeyCreation': entry(
      'everybody',
      'mutation',
      over({ step: noSecret }),
      elsewhere({ step: theirStep }),
      same('of a link', { step: standingStep }, 'ok'),
    ),
    'signing.passkeyRegister': entry(
      'everybody',
      'mutation',
      over({ step: noSecret, name: 'x', response: noCreation }),
      elsewhere({ step: theirStep, name: 'x', response: noCreation }),
      fresh('of a link', registration),
    ),

    // A link stands alone: whoever else is signed in, it opens exactly what it was sent for.
    'signing.acceptAtIssuer': entry(
      'link',
      'mutation',
      same('not existing', { token: noSecret, name: 'x', ...noIssuer }, 'invitation.not_found'),
      same('another kind of link', { token: standingLink, name: 'x', ...noIssuer }, 'invitation.not_found'),
    ),
    'signing.link': entry(
      'link',
      'query',
      noLink({ token: noSecret }),
      same('open', { token: standingLink }, 'ok'),
    ),
    'signing.confirmAddress': entry(
      'link',
      'mutation',
      noLink({ token: noSecret }),
      same('for something else', { token: standingLink }, 'link.not_found'),
      fresh('open', async () => ({ token: addressLink() })),
    ),
    'signing.choosePassword': entry(
      'link',
      'mutation',
      noLink({ token: noSecret, password: demoPassword }),
      fresh('open', async () => ({ token: passwordLink(), password: demoPassword })),
    ),
    'signing.renewFactor': entry(
      'link',
      'mutation',
      noLink({ token: noSecret, password: demoPassword }),
      same('for something else', { token: standingLink, password: demoPassword }, 'link.not_found'),
      fresh('open', async () => ({ token: factorLink(), password: demoPassword })),
    ),

    'signing.overview': entry('signedIn', 'query', same('of oneself', undefined, 'ok')),
    'signing.join': entry('signedIn', 'mutation', gone({ token: noSecret }, 'invitation')),
    'signing.confirm': entry(
      'signedIn',
      'mutation',
      same('with the own password', { password: demoPassword, code: null }, 'ok'),
    ),
    'signing.passkeyConfirm': entry('signedIn', 'mutation', over({ step: noSecret, response: noAssertion })),
    'signing.confirmAtIssuer': entry('signedIn', 'mutation', gone(noIssuer, 'issuer')),
    'signing.changeName': entry('signedIn', 'mutation', same('of oneself', { name: 'Proef zelf' }, 'ok')),
    'signing.renamePasskey': entry(
      'signedIn',
      'mutation',
      gone({ id: nowhere, name: 'x' }, 'factor'),
      theirs({ ...theirPasskey, name: 'x' }, 'factor'),
    ),
    'signing.endLoginSession': entry(
      'signedIn',
      'mutation',
      gone({ id: nowhere }, 'login_session'),
      theirs(theirSession, 'login_session'),
      {
        ...fresh('the own, in another browser', async ({ person, signedIn: isSignedIn }) => {
          if (!person || !isSignedIn) return { id: nowhere };
          const other = alliance.client('local', await alliance.signIn(addressOf(person)));
          const all = (await other.signing.overview.query()).loginSessions;
          return { id: all.find(({ current }) => current)?.id ?? '' };
        }),
      },
    ),
    'signing.endOtherLoginSessions': entry('signedIn', 'mutation', same('the own', undefined, 'ok')),

    'signing.addFactor': entry('signedIn', 'mutation', same('to oneself', undefined, 'ok')),
    'signing.removeTotp': entry('signedIn', 'mutation', gone(undefined, 'factor')),
    'signing.removePasskey': entry(
      'signedIn',
      'mutation',
      gone({ id: nowhere }, 'factor'),
      theirs(theirPasskey, 'factor'),
    ),
    'signing.renewRecoveryCodes': entry(
      'signedIn',
      'mutation',
      same('without an app', undefined, 'factor.needed_first'),
    ),
    'signing.changePassword': entry(
      'signedIn',
      'mutation',
      same('to what it was', { password: demoPassword }, 'ok'),
    ),
    'signing.changeAddress': entry(
      'signedIn',
      'mutation',
      fresh('to a new one', async () => ({ address: newAddress() })),
    ),
    'signing.linkIssuer': entry('signedIn', 'mutation', gone(noIssuer, 'issuer')),
    'signing.unlinkIssuer': entry('signedIn', 'mutation', gone({ id: nowhere }, 'factor')),
    'signing.resetFactor': entry(
      administrators,
      'mutation',
      gone({ membership: nowhere }, 'membership'),
      {
        name: 'in the own municipality',
        standing: { membership: newMember().membership },
        fresh: async () => ({ membership: newMember().membership }),
        outcome: ({ municipality }) => (municipality === own ? 'ok' : 'membership.not_found'),
      },
      {
        name: 'in another',
        standing: { membership: foreign.membership },
        fresh: async () => ({ membership: newMember(stranger).membership }),
        outcome: ({ municipality }) => (municipality === stranger ? 'ok' : 'membership.not_found'),
      },
    ),
  };
}
