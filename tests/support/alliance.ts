// A small alliance: five municipalities and somebody for every role. Names say what they are, nobody exists.
import { demoPassword, type DemoPerson } from '@kansenplein/core';
import { makePeople } from './owner.ts';
import { goOnWith, start } from './prepared.ts';
import { startPlatform, type Client, type Door, type Platform, type PlatformOptions } from './platform.ts';

/** Brunssum leads; Heerlen agrees, Kerkrade is merely named, Landgraaf joins in conditionally; Midden-Groningen is the stranger. */
export const own = 'gm0899';
export const agreed = 'gm0917';
export const stated = 'gm0928';
export const conditional = 'gm0882';
export const stranger = 'gm1952';

type Role = DemoPerson['memberships'][number]['role'];

const inMunicipality = (municipality: string, role: Role) => ({ municipality, role, organisation: null });

const everybody = {
  reader: [inMunicipality(own, 'reader')],
  editor: [inMunicipality(own, 'editor')],
  publisher: [inMunicipality(own, 'publisher')],
  administrator: [inMunicipality(own, 'administrator')],
  agreedEditor: [inMunicipality(agreed, 'editor')],
  agreedPublisher: [inMunicipality(agreed, 'publisher')],
  statedPublisher: [inMunicipality(stated, 'publisher')],
  conditionalPublisher: [inMunicipality(conditional, 'publisher')],
  strangerEditor: [inMunicipality(stranger, 'editor')],
  strangerPublisher: [inMunicipality(stranger, 'publisher')],
  strangerAdministrator: [inMunicipality(stranger, 'administrator')],
  partner: [{ municipality: null, role: 'partner', organisation: 'Kinderopvang De Proefballon' }],
  coordinator: [{ municipality: null, role: 'coordinator', organisation: null }],
  operator: [{ municipality: null, role: 'operator', organisation: null }],
  /** Reads in the own municipality, publishes in another. */
  twice: [inMunicipality(own, 'reader'), inMunicipality(stranger, 'publisher')],
  /** Belongs nowhere any more: the administrator ended it. */
  memberless: [inMunicipality(own, 'editor')],
  /** Signed out everywhere; the cookie is still there. */
  revoked: [inMunicipality(own, 'publisher')],
} as const satisfies Record<string, DemoPerson['memberships']>;

export type PersonName = keyof typeof everybody;
export const personNames = Object.keys(everybody) as PersonName[];

/** What their names say becomes true when their secret is asked for the first time. */
export const changing: readonly PersonName[] = ['memberless', 'revoked'];

export const addressOf = (name: PersonName) => `${name.toLowerCase()}@kansenplein.example`;

export interface Alliance extends Platform {
  /** The secret of a living login session (dead for `revoked`). */
  secretOf(name: PersonName): Promise<string>;
  as(name: PersonName, door?: Door): Promise<Client>;
  visitor(door?: Door): Client;
  /** A fresh sign-in, from a place nobody else comes from. */
  signIn(address: string, password?: string): Promise<string>;
}

export async function makeAlliance(options?: PlatformOptions): Promise<Alliance> {
  const made = start().alliance;
  const platform = await startPlatform(made ? { ...options, ...(await goOnWith(made)) } : options);
  if (!made)
    await makePeople(
      platform.urls,
      personNames.map((name) => ({
        address: addressOf(name),
        name: `Proef ${name}`,
        memberships: everybody[name],
      })),
    );
  let places = 0;
  const signIn = async (address: string, password = demoPassword) => {
    const place = `10.0.${Math.floor((places += 1) / 250)}.${places % 250}`;
    const { secret } = await platform
      .client('local', null, place)
      .accounts.signIn.mutate({ address, password });
    return secret;
  };

  const special: Partial<Record<PersonName, () => Promise<string>>> = {
    memberless: async () => {
      const secret = await signIn(addressOf('memberless'));
      const administrator = platform.client('local', await signIn(addressOf('administrator')));
      const { people } = await administrator.accounts.people.query();
      const found = people.find(({ address }) => address === addressOf('memberless'));
      if (found) await administrator.accounts.endMembership.mutate({ membership: found.membership });
      return secret;
    },
    revoked: async () => {
      const secret = await signIn(addressOf('revoked'));
      const elsewhere = platform.client('local', await signIn(addressOf('revoked')));
      await elsewhere.accounts.signOut.mutate({ everywhere: true });
      return secret;
    },
  };
  const secrets = new Map<PersonName, Promise<string>>();
  for (const name of personNames) {
    const secret = made?.secrets[name];
    if (secret !== undefined) secrets.set(name, Promise.resolve(secret));
  }
  const secretOf = (name: PersonName) => {
    const known = secrets.get(name) ?? special[name]?.() ?? signIn(addressOf(name));
    secrets.set(name, known);
    return known;
  };
  return {
    ...platform,
    secretOf,
    signIn,
    as: async (name, door = 'local') => platform.client(door, await secretOf(name)),
    visitor: (door = 'local') => platform.client(door, null),
  };
}
