// Rights that are withdrawn end at once: over both doors, and in every process on the database.
import { openDatabase, type Database } from '@kansenplein/db';
import { createIssuers, createPostgresSearch } from '@kansenplein/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localClientOf } from '../../apps/api/src/start.ts';
import { newcomerWithApp, newcomerWithPasskey, type Newcomer, type WithApp } from '../support/newcomers.ts';
import { doors, startPlatform, type Client, type Platform } from '../support/platform.ts';
import { codeOf } from '../support/refusals.ts';

let platform: Platform;
let otherDatabase: Database;
let administrator: WithApp;
beforeAll(async () => {
  platform = await startPlatform({ demo: false });
  // A second host as another process would be: a pool, a search and a memory of its own.
  otherDatabase = await openDatabase({ ...platform.urls, poolSize: 4 });
  administrator = await newcomerWithApp(platform, { role: 'administrator' });
});
afterAll(async () => {
  expect(platform.internalErrors).toEqual([]);
  await otherDatabase.close();
  await platform.close();
});

const elsewhere = (secret: string): Client =>
  localClientOf(
    {
      database: otherDatabase,
      files: platform.files,
      search: createPostgresSearch(),
      settings: { demo: false, origin: platform.origin },
      vault: platform.vault,
      issuers: createIssuers([], platform.origin),
    },
    platform.log,
  )({ secret, origin: '192.0.2.1' });

/** Everywhere the person can knock. */
const everywhere = ({ secret }: Newcomer): Client[] => [
  ...doors.map((door) => platform.client(door, secret)),
  elsewhere(secret),
];
const outcomes = (clients: Client[], ask: (client: Client) => Promise<unknown>) =>
  Promise.all(
    clients.map((client) =>
      ask(client).then(
        () => 'ok',
        () => codeOf(ask(client)),
      ),
    ),
  );
const allOf = (outcome: string) => [outcome, outcome, outcome];

const membershipOf = async (address: string) => {
  const { people } = await platform.client('local', administrator.secret).accounts.people.query();
  return people.find((each) => each.address === address)?.membership ?? '';
};

describe('within a second', () => {
  const list = (client: Client) => client.interventions.workingCopies.query();
  const create = (client: Client) => client.interventions.create.mutate({ title: 'Proef' });
  const me = async (client: Client) =>
    (await client.accounts.me.query()).account ?? Promise.reject(new Error('out'));

  it('a membership that ended opens nothing of the municipality', async () => {
    const person = await newcomerWithPasskey(platform);
    const clients = everywhere(person);
    expect(await outcomes(clients, list)).toEqual(allOf('ok'));
    const membership = await membershipOf(person.address);
    const began = performance.now();
    await platform.client('http', administrator.secret).accounts.endMembership.mutate({ membership });
    expect(await outcomes(clients, list)).toEqual(allOf('account.other_role_needed'));
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it('a lower role writes nothing any more, and a higher one writes at once', async () => {
    const person = await newcomerWithPasskey(platform);
    const clients = everywhere(person);
    const membership = await membershipOf(person.address);
    const change = (role: 'reader' | 'editor') =>
      platform.client('http', administrator.secret).accounts.changeRole.mutate({ membership, role });
    const began = performance.now();
    await change('reader');
    expect(await outcomes(clients, create)).toEqual(allOf('account.other_role_needed'));
    expect(performance.now() - began).toBeLessThan(1000);
    await change('editor');
    expect(await outcomes(clients, create)).toEqual(allOf('ok'));
  });

  it('a login session that was ended elsewhere is nobody', async () => {
    const person = await newcomerWithApp(platform);
    const clients = everywhere(person);
    expect(await outcomes(clients, list)).toEqual(allOf('ok'));
    const [session] = (await clients[0]!.signing.overview.query()).loginSessions;
    const began = performance.now();
    await clients[2]!.signing.endLoginSession.mutate({ id: session?.id ?? '' });
    expect(await outcomes(clients, list)).toEqual(allOf('account.sign_in_first'));
    expect(await Promise.allSettled(clients.map(me))).toMatchObject(
      allOf('').map(() => ({ status: 'rejected' })),
    );
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it('a secret that was replaced is nobody', async () => {
    const person = await newcomerWithPasskey(platform);
    const clients = everywhere(person);
    const [here] = clients;
    const { step, options } = await here!.signing.passkeyRequest.mutate();
    const response = person.device.get(options);
    const { secret } = await here!.signing.passkeyConfirm.mutate({ step, response });
    expect(await outcomes(clients, list)).toEqual(allOf('account.sign_in_first'));
    expect(await outcomes(everywhere({ ...person, secret }), list)).toEqual(allOf('ok'));
  });
});
