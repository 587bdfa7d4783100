// The matrix of communities: of each way of joining one, with a moderator, members, somebody who is invited and somebody
// who is blocked. What is by invitation does not exist for anybody else (domain.md, 'What may be seen by whom').
import { own, stranger, type Alliance, type PersonName } from '../support/alliance.ts';
import {
  accountOf,
  breathe,
  bringIn,
  described,
  makeCommunity,
  makeReply,
  makeThread,
  type Joining,
  type MadeCommunity,
} from '../support/communities.ts';
import { asSuperuser } from '../support/sql.ts';
import type { Part } from './matrix-run.ts';
import {
  editors,
  nowhere,
  publishers,
  type Actor,
  type Case,
  type Entry,
  type Table,
} from './matrix-world.ts';

/** Who has which part in each of them. */
export const cast = {
  moderator: 'coordinator',
  author: 'editor',
  replier: 'partner',
  invited: 'agreedEditor',
  blocked: 'statedPublisher',
} as const satisfies Record<string, PersonName>;

export const joinings: readonly Joining[] = ['open', 'request', 'invitation'];

const isOfAlliance = ({ role }: Actor) => role !== null && role !== 'operator';
const isPart =
  (...parts: (keyof typeof cast)[]) =>
  ({ person }: Actor) =>
    parts.some((part) => cast[part] === person);
const moderates = isPart('moderator');
const belongs = isPart('moderator', 'author', 'replier');

export const seesCommunity = (actor: Actor, joining: Joining) =>
  joining !== 'invitation' || isPart('moderator', 'author', 'replier', 'invited')(actor);
/** Titles of an open community are public. */
export const seesTitles = (actor: Actor, joining: Joining) => joining === 'open' || belongs(actor);
export const readsSaid = (actor: Actor, joining: Joining) =>
  joining === 'open' ? isOfAlliance(actor) : belongs(actor);

/** One community with everything in it that a procedure is about. */
export interface Peopled {
  readonly community: MadeCommunity;
  readonly thread: { readonly id: string; readonly handle: string };
  /** By who replied. */
  readonly post: string;
  readonly report: string;
  readonly invitation: string;
  readonly item: string;
}

export async function makePeopled(alliance: Alliance, joining: Joining): Promise<Peopled> {
  const { moderator: by, author, replier, invited, blocked } = cast;
  const members = [author, replier, blocked];
  const community = await makeCommunity(alliance, { joining, by, members });
  const moderator = (await alliance.as(by)).communities;
  const { id, handle } = community;
  await moderator.decide.mutate({ id, account: await accountOf(alliance, blocked), what: 'block' });
  const { account } = await (await alliance.as(invited)).accounts.me.query();
  await moderator.invite.mutate({ id, address: account?.address ?? '' });
  const thread = await makeThread(alliance, community, { by: author });
  const post = await makeReply(alliance, thread, { by: replier });
  await (
    await alliance.as(author)
  ).communities.reportPost.mutate({ id: post, reason: 'Kijk hier eens naar.' });
  await moderator.keepInLibrary.mutate({ id, address: `/communities/x/gesprekken/${thread.slug}`, note: '' });
  const desk = await moderator.moderation.query({ handle });
  const { items } = await moderator.library.query({ handle });
  const open = desk.invitations.find(({ state }) => state === 'open');
  // What stands now is not touched any more by what is written later.
  await breathe(alliance);
  return {
    community,
    thread,
    post,
    report: desk.reports[0]?.id ?? '',
    invitation: open?.id ?? '',
    item: items[0]?.id ?? '',
  };
}

const missing: Peopled = {
  community: { id: nowhere, handle: 'aaaaaaaaaa', slug: 'aaaaaaaaaa', joining: 'open' },
  thread: { id: nowhere, handle: 'aaaaaaaaaa' },
  post: nowhere,
  report: nowhere,
  invitation: nowhere,
  item: nowhere,
};

type Rule = (actor: Actor, joining: Joining) => string;
type Input = (one: Peopled) => unknown;

const text = { title: 'Een ander onderwerp', body: 'Wij deden het zo.' };
let made = 0;

export async function communityMatrix(alliance: Alliance): Promise<Part> {
  const standing: Peopled[] = [];
  for (const joining of joinings) standing.push(await makePeopled(alliance, joining));
  /** Where those write who may: what is said there is nobody's control, so that not each needs one of its own. */
  const grounds = new Map<Joining, Peopled>();
  for (const joining of joinings) grounds.set(joining, await makePeopled(alliance, joining));
  const ground = (joining: Joining) => grounds.get(joining) ?? missing;
  const replier = await accountOf(alliance, cast.replier);

  const about =
    (noun: string, input: Input, rule: Rule, fresh?: (joining: Joining) => Promise<unknown>) =>
    async (): Promise<Case[]> => [
      { name: 'not existing', standing: input(missing), outcome: () => `${noun}.not_found` },
      ...standing.map((one): Case => ({
        name: one.community.joining,
        standing: input(one),
        ...(fresh && { fresh: () => fresh(one.community.joining) }),
        outcome: (actor) => rule(actor, one.community.joining),
      })),
    ];
  const always = (input?: unknown) => async () => [{ name: 'always', standing: input, outcome: () => 'ok' }];
  const entry = (who: Entry['for'], kind: Entry['kind'], cases: Entry['cases']): Entry => ({
    for: who,
    kind,
    cases,
  });
  const asked = (cases: Entry['cases'], who: Entry['for'] = 'signedIn') => entry(who, 'query', cases);
  const changed = (cases: Entry['cases'], who: Entry['for'] = 'signedIn') => entry(who, 'mutation', cases);

  const may =
    (noun: string, sees: typeof seesCommunity, then: Rule): Rule =>
    (actor, joining) =>
      sees(actor, joining) ? then(actor, joining) : `${noun}.not_found`;
  const inCommunity = (then: Rule) => may('community', seesCommunity, then);
  const inThread = (then: Rule) => may('thread', seesTitles, then);
  const onPost = (then: Rule) => may('post', readsSaid, then);
  const ok = () => 'ok';
  const ifOr =
    (fits: (actor: Actor) => boolean, otherwise: string): Rule =>
    (actor) =>
      fits(actor) ? 'ok' : otherwise;

  const atHandle: Input = ({ community: { handle } }) => ({ handle });
  const ofCommunity: Input = ({ community: { id } }) => ({ id });
  const fresh = (input: Input) => async (joining: Joining) => input(await makePeopled(alliance, joining));
  const freshly = (noun: string, input: Input, rule: Rule) => changed(about(noun, input, rule, fresh(input)));
  const onGround = (noun: string, input: Input, rule: Rule) =>
    changed(
      about(noun, input, rule, async (joining) => {
        await breathe(alliance);
        return input(ground(joining));
      }),
    );
  /** A reply of its own, and what is asked about it. */
  const onReply = (input: (post: string) => unknown, rule: Rule) =>
    changed(
      about(
        'post',
        ({ post }) => input(post),
        rule,
        async (joining) => input(await makeReply(alliance, ground(joining).thread, { by: cast.replier })),
      ),
    );
  const toEmpty = async (joining: Joining) => {
    const { id } = await makeCommunity(alliance, { joining, by: cast.moderator });
    const { account } = await (await alliance.as(cast.invited)).accounts.me.query();
    const moderator = await alliance.as(cast.moderator);
    await moderator.communities.invite.mutate({ id, address: account?.address ?? '' });
    return { id };
  };
  const joins: Rule = (actor, joining) => {
    if (!isOfAlliance(actor) || isPart('blocked')(actor)) return 'community.cannot_join';
    if (belongs(actor)) return 'community.member_already';
    return joining === 'invitation' && !isPart('invited')(actor) ? 'community.not_found' : 'ok';
  };
  const leaves: Rule = (actor) => {
    if (moderates(actor)) return 'community.last_moderator';
    return belongs(actor) ? 'ok' : 'community.no_member';
  };
  const moderating = ifOr(moderates, 'community.cannot_moderate');
  const withTarget: Input = ({ thread: { id } }) => ({ id, to: standing[1]?.community.id ?? nowhere });
  const ofThread: Input = ({ thread: { id } }) => ({ id });
  const ofPost: Input = ({ post: id }) => ({ id });

  const table: Table = {
    'communities.list': asked(always({}), 'everybody'),
    'communities.get': asked(about('community', atHandle, inCommunity(ok)), 'everybody'),
    'communities.threads': asked(about('community', atHandle, inCommunity(ok)), 'everybody'),
    'communities.library': asked(about('community', atHandle, inCommunity(ok)), 'everybody'),
    'communities.nicknames': asked(about('community', atHandle, inCommunity(ok))),
    'communities.waiting': asked(always()),
    'communities.members': asked(
      about(
        'community',
        atHandle,
        inCommunity((actor, joining) => (readsSaid(actor, joining) ? 'ok' : 'community.cannot_read')),
      ),
    ),
    'communities.moderation': asked(about('community', atHandle, inCommunity(moderating))),
    'communities.thread': asked(
      about('thread', ({ thread: { handle } }) => ({ handle }), inThread(ok)),
      'everybody',
    ),
    'communities.earlier': asked(about('post', ofPost, onPost(ok))),
    'communities.found': changed(
      async () => [
        { name: 'always', standing: described('open'), fresh: async () => described('request'), outcome: ok },
      ],
      [...editors, 'partner', 'coordinator'],
    ),
    'communities.change': freshly(
      'community',
      ({ community: { id, joining } }) => ({ id, revision: 1, ...described(joining) }),
      inCommunity(moderating),
    ),
    'communities.join': changed(about('community', ofCommunity, inCommunity(joins), toEmpty)),
    'communities.leave': freshly('community', ofCommunity, inCommunity(leaves)),
    'communities.declineInvitation': freshly(
      'community',
      ofCommunity,
      inCommunity(ifOr(isPart('invited'), 'community.not_invited')),
    ),
    'communities.invite': onGround(
      'community',
      ({ community: { id } }) => ({ id, address: `gast-${(made += 1)}@elders.example` }),
      inCommunity(moderating),
    ),
    'communities.withdrawInvitation': freshly(
      'invitation',
      ({ invitation: id }) => ({ id }),
      ifOr(moderates, 'invitation.not_found'),
    ),
    'communities.decide': freshly(
      'community',
      ({ community: { id } }) => ({ id, account: replier, what: 'make_moderator' }),
      inCommunity(moderating),
    ),
    'communities.keepInLibrary': changed(
      about(
        'community',
        ({ community: { id }, thread: { handle } }) => ({ id, address: `/gesprekken/${handle}` }),
        inCommunity(moderating),
        async (joining) => {
          const { id } = ground(joining).community;
          const { handle } = await makeThread(alliance, { id }, { by: cast.author });
          return { id, address: `/gesprekken/${handle}` };
        },
      ),
    ),
    'communities.removeFromLibrary': freshly(
      'library',
      ({ item: id }) => ({ id }),
      may('library', readsSaid, moderating),
    ),
    'communities.startThread': onGround(
      'community',
      ({ community: { id } }) => ({ id, kind: 'question', ...text }),
      inCommunity(ifOr(belongs, 'community.cannot_write')),
    ),
    // Still a question: later procedures ask about its answer.
    'communities.renameThread': onGround(
      'thread',
      ({ thread: { id } }) => ({ id, kind: 'question', title: text.title }),
      inThread(ifOr(isPart('moderator', 'author'), 'thread.cannot_change')),
    ),
    'communities.arrangeThread': onGround(
      'thread',
      ({ thread: { id } }) => ({ id, what: 'pin' }),
      inThread(moderating),
    ),
    'communities.moveThread': freshly(
      'thread',
      withTarget,
      inThread((actor, joining) => (joining === 'open' && moderates(actor) ? 'ok' : 'thread.cannot_move')),
    ),
    'communities.reply': onGround(
      'thread',
      ({ thread: { id } }) => ({ id, body: text.body }),
      inThread(ifOr(belongs, 'community.cannot_write')),
    ),
    'communities.editPost': onGround(
      'post',
      ({ post: id }) => ({ id, body: 'Iets anders.' }),
      onPost(ifOr(isPart('replier'), 'post.cannot_change')),
    ),
    'communities.removePost': onReply(
      (id) => ({ id }),
      onPost(ifOr(isPart('replier', 'moderator'), 'post.cannot_change')),
    ),
    'communities.markAnswer': onGround(
      'post',
      ({ post: id }) => ({ id, answer: true }),
      onPost(ifOr(isPart('author', 'moderator'), 'post.cannot_answer')),
    ),
    'communities.react': onGround(
      'post',
      ({ post: id }) => ({ id, kind: 'useful', on: true }),
      onPost(ifOr(belongs, 'community.cannot_write')),
    ),
    'communities.reportPost': onReply(
      (id) => ({ id, reason: 'Niet aardig.' }),
      onPost((actor) => (isPart('replier')(actor) ? 'post.cannot_report' : 'ok')),
    ),
    'communities.settleReport': freshly(
      'report',
      ({ report: id }) => ({ id, outcome: 'kept' }),
      may('report', (actor) => isPart('moderator', 'author')(actor), moderating),
    ),
    'communities.offerQuestion': onGround(
      'thread',
      ({ thread: { id } }) => ({ id, themes: ['taalontwikkeling'] }),
      inThread((actor, joining) =>
        joining === 'open' && isPart('moderator', 'author')(actor) ? 'ok' : 'thread.cannot_offer',
      ),
    ),
    'communities.setAside': changed(
      async () => [
        { name: 'not existing', standing: { id: nowhere }, outcome: () => 'thread.not_found' },
        ...[own, stranger].map((municipality): Case => ({
          name: `offered to ${municipality === own ? 'the own municipality' : 'another'}`,
          standing: ofThread(standing[0] ?? missing),
          fresh: () => offeredTo(alliance, municipality),
          outcome: (actor) => (actor.municipality === municipality ? 'ok' : 'thread.not_found'),
        })),
      ],
      editors,
    ),
    'communities.chooseOffers': changed(
      async () => [
        { name: 'always', standing: { wanted: true }, fresh: async () => ({ wanted: true }), outcome: ok },
      ],
      publishers,
    ),
  };
  return {
    table,
    standing: standing.flatMap(({ community, thread, post }) => [community.id, thread.id, post]),
  };
}

/** A question that the wall offered to one municipality. */
export async function offeredTo(alliance: Alliance, municipality: string): Promise<{ id: string }> {
  const { moderator: by, author } = cast;
  const community = await makeCommunity(alliance, { joining: 'open', by });
  await bringIn(alliance, community, { by, person: author });
  const { id } = await makeThread(alliance, community, { by: author });
  await asSuperuser(
    alliance.urls.superuserUrl,
    'insert into community_offer (thread_id, municipality) values ($1, $2)',
    [id, municipality],
  );
  return { id };
}
