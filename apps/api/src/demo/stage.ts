// What the loader works with: the demo people signed in, the year, and the wall's one way to move a date into the past.
import {
  type FileStore,
  backdatePublication,
  backdateQuestions,
  backdateThread,
  backdateWithdrawal,
  createDemoPeople,
  demoPassword,
  holdDemoSession,
  type Router,
} from '@kansenplein/core';
import { roles, type Database, type Owner } from '@kansenplein/db';
import type { TRPCClient } from '@trpc/client';
import { organisations, people } from '../../demo/people.ts';
import type { DemoMembership } from '../../demo/types.ts';
import type { Request } from '../caller.ts';

/** A functional mailbox in a text is why the guard asks; the demo answers as an editor would. */
export const personalDataReason = 'Functionele adressen, geen personen.';

export type Client = TRPCClient<Router>;

export interface Stage {
  readonly database: Database;
  readonly files: FileStore;
  readonly thisYear: number;
  /** Signed in as the person with this address. */
  as(address: string): Promise<Client>;
  /** Signed in as a publisher of this municipality. */
  publisherOf(code: string): Promise<Client>;
  backdate(id: string, version: number, daysAgo: number): Promise<void>;
  /** Of what was asked and not yet told: it was told so long ago, and reminded when that is more than two weeks. */
  backdateQuestions(id: string, daysAgo: number): Promise<void>;
  backdateWithdrawal(id: string, daysAgo: number): Promise<void>;
  /** A session that was published so long ago and is over, with these people having been there. */
  holdSession(id: string, daysAgo: number, attendees: readonly string[]): Promise<void>;
  /** A conversation that began so long ago, spread over the days since. */
  backdateThread(id: string, daysAgo: number): Promise<void>;
}

function membershipOf(membership: DemoMembership) {
  const role = roles.findLast((rank) => (membership.roles as readonly string[]).includes(rank)) ?? 'reader';
  return {
    role,
    municipality: membership.kind === 'municipality' ? membership.municipality : null,
    organisation:
      membership.kind === 'organisation'
        ? (organisations.find(({ key }) => key === membership.organisation)?.name ?? membership.organisation)
        : null,
  };
}

export async function setStage(
  { database, files }: Pick<Stage, 'database' | 'files'>,
  owner: Owner,
  localClient: (request: Request) => Client,
): Promise<Stage> {
  const demoPeople = people.map(({ address, displayName, memberships }) => ({
    address,
    name: displayName,
    memberships: memberships.map(membershipOf),
  }));
  await owner.run((tx) => createDemoPeople(tx, demoPeople));
  const signedIn = new Map<string, Promise<Client>>();
  const signIn = async (address: string): Promise<Client> => {
    // Each from a place of their own, so that the limit on attempts does not take them for one.
    const origin = `demo ${address}`;
    const { secret } = await localClient({ secret: null, origin }).accounts.signIn.mutate({
      address,
      password: demoPassword,
    });
    return localClient({ secret, origin });
  };
  const as = (address: string): Promise<Client> => {
    const client = signedIn.get(address) ?? signIn(address);
    signedIn.set(address, client);
    return client;
  };
  /** Somebody with two memberships acts for the first; for the other the loader asks to act as that one. */
  const publisherOf = async (code: string): Promise<Client> => {
    const person = people.find(({ memberships }) =>
      memberships.some(
        (each) =>
          each.kind === 'municipality' && each.municipality === code && each.roles.includes('publisher'),
      ),
    );
    if (!person) throw new Error(`the demo has no publisher for ${code}`);
    const first = person.memberships[0];
    if (first?.kind === 'municipality' && first.municipality === code) return as(person.address);
    const client = await signIn(person.address);
    const { memberships } = await client.accounts.me.query();
    const membership = memberships.find(({ key }) => key === code)?.id ?? '';
    const { secret } = await client.accounts.actAs.mutate({ membership });
    return localClient({ secret, origin: `demo ${code}` });
  };
  return {
    database,
    files,
    thisYear: new Date().getFullYear(),
    as,
    publisherOf,
    backdate: (id, version, daysAgo) => owner.run((tx) => backdatePublication(tx, id, version, daysAgo)),
    backdateQuestions: (id, daysAgo) => owner.run((tx) => backdateQuestions(tx, id, daysAgo)),
    backdateThread: (id, daysAgo) => owner.run((tx) => backdateThread(tx, id, daysAgo)),
    backdateWithdrawal: (id, daysAgo) => owner.run((tx) => backdateWithdrawal(tx, id, daysAgo)),
    holdSession: (id, daysAgo, attendees) => owner.run((tx) => holdDemoSession(tx, id, daysAgo, attendees)),
  };
}
