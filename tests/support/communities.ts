// Communities for tests: one of each way of joining, with people in it, and conversations.
import type { Alliance, PersonName } from './alliance.ts';
import { asSuperuser } from './sql.ts';
import { handleOf } from './writing.ts';

export type Joining = 'open' | 'request' | 'invitation';

export interface MadeCommunity {
  readonly id: string;
  readonly handle: string;
  readonly slug: string;
  readonly joining: Joining;
}

export interface MadeThread {
  readonly id: string;
  readonly handle: string;
  readonly slug: string;
}

let made = 0;

export const described = (joining: Joining, name = `Proefcommunity ${(made += 1)}`) => ({
  name,
  purpose: 'Samen leren over **taal**.',
  guidelines: 'Wees vriendelijk.',
  themes: ['taalontwikkeling' as const],
  joining,
});

/** Founded by `by`; the others come in by the way that it has. */
export async function makeCommunity(
  alliance: Alliance,
  { joining, by, members = [] }: { joining: Joining; by: PersonName; members?: readonly PersonName[] },
): Promise<MadeCommunity> {
  const founder = await alliance.as(by);
  const { id, slug } = await founder.communities.found.mutate(described(joining));
  const community = { id, slug, handle: handleOf(slug), joining };
  for (const person of members) await bringIn(alliance, community, { by, person });
  return community;
}

export const accountOf = async (alliance: Alliance, person: PersonName): Promise<string> => {
  const { account } = await (await alliance.as(person)).accounts.me.query();
  if (!account) throw new Error(`${person} is nobody`);
  return account.id;
};

/** Joins, asks and is approved, or is invited and comes. */
export async function bringIn(
  alliance: Alliance,
  { id, joining }: MadeCommunity,
  { by, person }: { by: PersonName; person: PersonName },
): Promise<void> {
  const [moderator, client] = [await alliance.as(by), await alliance.as(person)];
  const { account } = await client.accounts.me.query();
  if (!account) throw new Error(`${person} is nobody`);
  if (joining === 'invitation') await moderator.communities.invite.mutate({ id, address: account.address });
  await client.communities.join.mutate({ id });
  if (joining === 'request')
    await moderator.communities.decide.mutate({ id, account: account.id, what: 'approve' });
}

/** Nobody in a test types as fast as a flood: what was written before was written an hour ago. */
export const breathe = (alliance: Alliance) =>
  asSuperuser(
    alliance.urls.superuserUrl,
    `update community_post set created_at = created_at - interval '2 hours' where created_at > now() - interval '1 hour'`,
    [],
    { withoutTriggers: true },
  );

export async function makeThread(
  alliance: Alliance,
  { id }: { readonly id: string },
  {
    by,
    kind = 'question',
    title = `Proefgesprek ${(made += 1)}`,
  }: { by: PersonName; kind?: 'question' | 'experience' | 'announcement'; title?: string },
): Promise<MadeThread> {
  await breathe(alliance);
  const client = await alliance.as(by);
  const thread = await client.communities.startThread.mutate({ id, kind, title, body: 'Wie weet raad?' });
  return { ...thread, handle: handleOf(thread.slug) };
}

/** A reply, by its id. */
export async function makeReply(
  alliance: Alliance,
  { id }: { readonly id: string },
  { by, body = 'Wij deden het zo.' }: { by: PersonName; body?: string },
): Promise<string> {
  await breathe(alliance);
  const client = await alliance.as(by);
  return (await client.communities.reply.mutate({ id, body })).id;
}
