// The pages of communities, for the table of all pages: what is by invitation is the page that does not exist.
import type { Alliance } from '../support/alliance.ts';
import type { Joining } from '../support/communities.ts';
import { cast, joinings, makePeopled, readsSaid, seesCommunity, seesTitles } from './matrix-communities.ts';
import { editors, type Actor } from './matrix-world.ts';

type Status = 200 | 302 | 303 | 403 | 404 | 410;

interface Case {
  readonly about: string;
  readonly path: string;
  expected(actor: Actor): Status;
}

const noHandle = 'zzzzzzzzzz';
const belongs = ({ person }: Actor) =>
  [cast.moderator, cast.author, cast.replier].some((each) => each === person);

/** Behind the door: who is not signed in is led to where one signs in, whatever the address. */
const behind =
  (answer: (actor: Actor) => Status) =>
  (actor: Actor): Status =>
    actor.signedIn ? answer(actor) : 303;

export async function pagesOfCommunities(alliance: Alliance): Promise<Record<string, readonly Case[]>> {
  const made: { joining: Joining; home: string; thread: string; full: { home: string; thread: string } }[] =
    [];
  for (const joining of joinings) {
    const { community, thread } = await makePeopled(alliance, joining);
    const { communities } = await alliance.as(cast.moderator);
    const page = await communities.thread.query({ handle: thread.handle });
    const bare = { home: `/communities/${community.handle}`, thread: thread.handle };
    const full = { home: `/communities/${community.slug}`, thread: page.thread.slug };
    made.push({ joining, ...bare, full });
  }
  const nowhere = { home: `/communities/${noHandle}`, thread: noHandle };
  const nothing = { ...nowhere, full: nowhere };
  const each = (
    path: (one: typeof nothing) => string,
    expected: (actor: Actor, joining: Joining) => Status,
    door: (answer: (actor: Actor) => Status) => Case['expected'] = (answer) => answer,
  ): readonly Case[] => [
    {
      about: 'not existing',
      path: path(nothing),
      expected: door(() => 404),
    },
    ...made.map(({ joining, ...one }) => ({
      about: joining,
      path: path(one),
      expected: door((actor) => expected(actor, joining)),
    })),
  ];
  const inside =
    (answer: (actor: Actor, joining: Joining) => Status) =>
    (actor: Actor, joining: Joining): Status =>
      seesCommunity(actor, joining) ? answer(actor, joining) : 404;
  const moderators = inside((actor) => (actor.person === cast.moderator ? 200 : 404));
  return {
    '/communities': [{ about: 'all', path: '/communities', expected: () => 200 }],
    '/communities/nieuw': [
      {
        about: 'all',
        path: '/communities/nieuw',
        expected: behind(({ role }) =>
          [...editors, 'partner', 'coordinator'].some((one) => one === role) ? 200 : 403,
        ),
      },
    ],
    '/communities/[slug]': each(
      ({ home }) => home,
      inside(() => 200),
    ),
    '/communities/[slug]/bibliotheek': each(
      ({ home }) => `${home}/bibliotheek`,
      inside(() => 200),
      behind,
    ),
    '/communities/[slug]/leden': each(
      ({ home }) => `${home}/leden`,
      inside((actor, joining) => (readsSaid(actor, joining) ? 200 : 404)),
      behind,
    ),
    '/communities/[slug]/beheer': each(({ home }) => `${home}/beheer`, moderators, behind),
    '/communities/[slug]/instellingen': each(({ home }) => `${home}/instellingen`, moderators, behind),
    '/communities/[slug]/gesprekken/nieuw': each(
      ({ home }) => `${home}/gesprekken/nieuw`,
      inside((actor) => (belongs(actor) ? 200 : 404)),
      behind,
    ),
    '/communities/[slug]/gesprekken/[thread]': each(
      // Who may see it would be sent on to its full address.
      ({ full }) => `${full.home}/gesprekken/${full.thread}`,
      (actor, joining) => (seesTitles(actor, joining) ? 200 : 404),
    ),
    '/communities/[slug]/gesprekken/[thread]/berichten/[number]': each(
      ({ home, thread }) => `${home}/gesprekken/${thread}/berichten/1`,
      (actor, joining) => (readsSaid(actor, joining) ? 200 : 404),
      behind,
    ),
    '/mijn/communities': [{ about: 'all', path: '/mijn/communities', expected: behind(() => 200) }],
  };
}
