// The matrix of notifications: what somebody follows, is told and chooses is its own, also for who administers the same
// municipality; what is told is what may be seen; the link of a mail stops what that mail was about and does nothing else.
import { fanOutNext } from '@kansenplein/core';
import { randomBytes, randomUUID } from 'node:crypto';
import { addressOf, type Alliance, own, type PersonName, stranger } from '../support/alliance.ts';
import { makeCommunity, makeThread } from '../support/communities.ts';
import { asSuperuser, hashOf } from '../support/sql.ts';
import { makeIntervention, ownDesk, strangerDesk } from '../support/writing.ts';
import type { Part } from './matrix-run.ts';
import { makeKept } from './matrix-saved-searches.ts';
import {
  interventionKinds,
  makeOfKind,
  nowhere,
  seesPage,
  type Actor,
  type Case,
  type Entry,
} from './matrix-world.ts';

/** The job that tells what happened, until nothing waits. */
export async function tellEverybody(alliance: Alliance): Promise<void> {
  while (await fanOutNext(alliance.database));
}

/** Somebody follows the other municipality, has chosen how, and was told of a page; the ids of what it was told. */
export async function makeTold(alliance: Alliance, person: PersonName): Promise<string[]> {
  const client = await alliance.as(person);
  const other = person.startsWith('stranger') ? own : stranger;
  await client.notifications.follow.mutate({ kind: 'municipality', key: other });
  await client.notifications.choose.mutate({ kind: 'withdrawn', way: 'week' });
  await makeIntervention(alliance, { desk: other === own ? ownDesk : strangerDesk, state: 'published' });
  await tellEverybody(alliance);
  const { groups } = await client.notifications.list.query({});
  return groups.flatMap(({ items }) => items.map(({ id }) => id));
}

/** The secret of a link as it stands in a mail to somebody. */
export async function linkThatStops(
  alliance: Alliance,
  person: PersonName,
  { kinds = [], search = null }: { kinds?: readonly string[]; search?: string | null },
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await asSuperuser(
    alliance.urls.superuserUrl,
    'insert into stop_link (hash, account_id, kinds, search_id) select $1, id, $3, $4 from account where address = $2',
    [hashOf(token), addressOf(person), kinds, search],
  );
  return token;
}

/** A mail that the server refused. */
async function makeFailed(alliance: Alliance): Promise<string> {
  const id = randomUUID();
  await asSuperuser(
    alliance.urls.superuserUrl,
    `insert into outgoing_mail (id, recipient, subject, body, attempts, last_error, due_at, given_up_at)
     values ($1, 'iemand@elders.example', 'Onderwerp', 'Tekst', 1, '550 iemand@elders.example: no such mailbox', 'infinity', now())`,
    [id],
  );
  return id;
}

const signedIn = (kind: Entry['kind'], cases: Entry['cases']): Entry => ({ for: 'signedIn', kind, cases });
const link = (kind: Entry['kind'], cases: Entry['cases']): Entry => ({ for: 'link', kind, cases });
const operators = (kind: Entry['kind'], cases: Entry['cases']): Entry => ({
  for: ['operator'],
  kind,
  cases,
});
const always =
  (standing: unknown, name = 'always'): Entry['cases'] =>
  async () => [{ name, standing, fresh: async () => standing, outcome: () => 'ok' }];

export async function notificationMatrix(alliance: Alliance): Promise<Part> {
  const told = await makeTold(alliance, 'reader');
  await makeTold(alliance, 'strangerEditor');
  const search = await makeKept(alliance, 'reader');
  const kinds = ['published', 'new_version'];
  const pages: [string, (typeof interventionKinds)[string], string][] = [];
  for (const [name, each] of Object.entries(interventionKinds))
    pages.push([name, each, (await makeOfKind(alliance, each)).id]);
  const circle = await makeCommunity(alliance, {
    joining: 'invitation',
    by: 'coordinator',
    members: ['editor'],
  });
  const said = await makeThread(alliance, circle, { by: 'coordinator' });
  const belongs = ({ person }: Actor) => person === 'coordinator' || person === 'editor';
  const followIt = (key: string) => ({ kind: 'intervention', key });
  /** Who belongs nowhere follows nothing; what one does not see does not exist. */
  const followed = (sees: (actor: Actor) => boolean) => (actor: Actor) => {
    if (actor.role === null) return 'follow.cannot_follow';
    return sees(actor) ? 'ok' : 'follow.not_found';
  };
  const dead: Case = {
    name: 'not existing',
    standing: { token: 'A'.repeat(43) },
    outcome: () => 'stop.not_found',
  };
  const ofReader = async () =>
    (await (await alliance.as('reader')).notifications.follows.query()).follows[0]?.id ?? '';
  return {
    standing: [],
    table: {
      'notifications.unread': signedIn('query', always(undefined)),
      'notifications.list': signedIn('query', always({})),
      'notifications.follows': signedIn('query', always(undefined)),
      'notifications.choices': signedIn('query', always(undefined)),
      'notifications.followed': signedIn('query', always(followIt(pages[0]?.[2] ?? nowhere))),
      // What is not one's own is passed over without a word.
      'notifications.markRead': signedIn('mutation', always({ ids: told.slice(0, 1) })),
      'notifications.choose': signedIn('mutation', always({ kind: 'published', way: 'app' })),
      'notifications.follow': signedIn('mutation', async () => [
        { name: 'not existing', standing: followIt(nowhere), outcome: followed(() => false) },
        ...pages.map(([name, each, id]): Case => ({
          name,
          standing: followIt(id),
          fresh: async () => followIt(id),
          // Drafts have no page, and where a page was there is nothing to follow.
          outcome: followed((actor) => each.state === 'published' && seesPage(actor, each)),
        })),
        ...(
          [
            ['community', circle.id],
            ['thread', said.id],
          ] as const
        ).map(([kind, key]): Case => ({
          name: `a ${kind} of a circle`,
          standing: { kind, key },
          fresh: async () => ({ kind, key }),
          // Who does not belong there is told the same as of what does not exist.
          outcome: followed(belongs),
        })),
        {
          name: 'a municipality',
          standing: { kind: 'municipality', key: stranger },
          fresh: async () => ({ kind: 'municipality', key: stranger }),
          outcome: followed(() => true),
        },
      ]),
      'notifications.unfollow': signedIn('mutation', async () => [
        { name: 'not existing', standing: { id: nowhere }, outcome: () => 'follow.not_found' },
        {
          name: 'of a reader',
          standing: { id: await ofReader() },
          outcome: ({ person }) => (person === 'reader' ? 'ok' : 'follow.not_found'),
        },
      ]),
      'notifications.link': link('query', async () => [
        dead,
        {
          name: 'of kinds',
          standing: { token: await linkThatStops(alliance, 'reader', { kinds }) },
          outcome: () => 'ok',
        },
        {
          name: 'of a question',
          standing: { token: await linkThatStops(alliance, 'reader', { search }) },
          outcome: () => 'ok',
        },
        {
          // The question is somebody else's: a link of the one stops nothing of the other.
          name: 'of somebody else',
          standing: { token: await linkThatStops(alliance, 'strangerEditor', { search }) },
          outcome: () => 'stop.not_found',
        },
      ]),
      'notifications.stop': link('mutation', async () => [
        dead,
        {
          name: 'of kinds',
          standing: undefined,
          fresh: async () => ({ token: await linkThatStops(alliance, 'publisher', { kinds }) }),
          outcome: () => 'ok',
        },
        {
          name: 'of a question',
          standing: undefined,
          fresh: async () => ({
            token: await linkThatStops(alliance, 'publisher', {
              search: await makeKept(alliance, 'publisher'),
            }),
          }),
          outcome: () => 'ok',
        },
      ]),
      'notifications.undelivered': operators('query', always(undefined)),
      'notifications.tryAgain': operators('mutation', async () => [
        { name: 'not existing', standing: { id: nowhere }, outcome: () => 'mail.not_found' },
        {
          name: 'that failed',
          standing: undefined,
          fresh: async () => ({ id: await makeFailed(alliance) }),
          outcome: () => 'ok',
        },
      ]),
    },
  };
}
