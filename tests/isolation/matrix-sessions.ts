// The matrix of knowledge sessions: the programme by its audience, the rest by who registered and who holds it.
import { randomBytes } from 'node:crypto';
import { agreed, own, stranger, type Alliance, type PersonName } from '../support/alliance.ts';
import { makeCommunity, type MadeCommunity } from '../support/communities.ts';
import {
  allianceDesk,
  fullSession,
  letItBeOver,
  makeSession,
  registerFor,
  type MadeSession,
  type SessionContent,
  type SessionState,
} from '../support/sessions.ts';
import { asSuperuser, hashOf } from '../support/sql.ts';
import { ownDesk, strangerDesk, type Desk } from '../support/writing.ts';
import type { Part } from './matrix-run.ts';
import {
  editors,
  nowhere,
  publishers,
  readers,
  type Actor,
  type Case,
  type Entry,
  type Role,
} from './matrix-world.ts';

type Host = typeof own | typeof stranger | 'alliance' | 'community';
interface SessionKind {
  readonly host: Host;
  readonly state: SessionState;
  readonly visibility: SessionContent['visibility'];
}
const kind = (host: Host, state: SessionState, visibility: SessionContent['visibility'] = 'public') => ({
  ...{ host, state, visibility },
});

/** Heerlen is invited where it is by invitation. */
export const sessionKinds: Readonly<Record<string, SessionKind>> = {
  'own proposal': kind(own, 'proposal'),
  'proposal of another': kind(stranger, 'proposal'),
  'planned by us': kind(own, 'planned'),
  'open to everybody': kind(own, 'open'),
  'open to the alliance': kind(own, 'open', 'alliance'),
  'by invitation': kind(own, 'open', 'invited'),
  'of another, by invitation': kind(stranger, 'open', 'invited'),
  'of the alliance': kind('alliance', 'open', 'alliance'),
  reported: kind(own, 'reported'),
  'does not go on': kind(stranger, 'cancelled'),
  'proposal of a community': kind('community', 'proposal', 'community'),
  'of a community, for its members': kind('community', 'open', 'community'),
};

/** By invitation, so that nobody else knows of it. */
const cast = { moderator: 'partner', member: 'reader' } as const satisfies Record<string, PersonName>;
const communityDesk: Desk = { editor: cast.moderator, publisher: cast.moderator };
const communities = new WeakMap<Alliance, Promise<MadeCommunity>>();
function communityOf(alliance: Alliance): Promise<MadeCommunity> {
  const known = communities.get(alliance);
  if (known) return known;
  const { moderator, member } = cast;
  const founded = makeCommunity(alliance, { joining: 'invitation', by: moderator, members: [member] });
  communities.set(alliance, founded);
  return founded;
}

const desks: Readonly<Record<Host, Desk>> = {
  [own]: ownDesk,
  [stranger]: strangerDesk,
  alliance: allianceDesk,
  community: communityDesk,
};

const makeOfKind = async (alliance: Alliance, { host, state, visibility }: SessionKind) =>
  makeSession(alliance, {
    desk: desks[host],
    state,
    ...(host === 'community' ? { community: (await communityOf(alliance)).id } : {}),
    content: {
      visibility,
      guests: visibility === 'public',
      invited: { municipalities: visibility === 'invited' ? [agreed] : [], organisations: [] },
    },
  });

function isHost({ person, role, municipality }: Actor, host: Host, roles: readonly Role[] = readers) {
  if (host === 'alliance') return role === 'coordinator';
  if (host === 'community') return person === cast.moderator;
  return municipality === host && role !== null && roles.includes(role);
}
const isMember = ({ role }: Actor) => role !== null && role !== 'operator';

/** 'Public programme, places left: by its audience.' */
function seesPage(actor: Actor, { host, state, visibility }: SessionKind): boolean {
  if (state === 'proposal') return false;
  if (isHost(actor, host) || visibility === 'public') return true;
  if (visibility === 'community') return actor.person === cast.member;
  return visibility === 'alliance' ? isMember(actor) : actor.municipality === agreed;
}

/** Somebody's registration at an open session of ours, made for the occasion. */
async function registrationOf(alliance: Alliance, person: PersonName, session: MadeSession) {
  const { id } = await registerFor(alliance, person, session.id);
  return id;
}

/** The secret of a link as it stands in a mail about that registration. */
async function linkTo(alliance: Alliance, registration: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const set = 'update session_registration set link_hashes = array[$2] || link_hashes where id = $1';
  await asSuperuser(alliance.urls.superuserUrl, set, [registration, hashOf(token)], {
    withoutTriggers: true,
  });
  return token;
}

/** A guest who did not open the mail yet. */
async function guestOf(alliance: Alliance, session: MadeSession): Promise<string> {
  const address = `gast${randomBytes(4).toString('hex')}@voorbeeld.example`;
  await alliance.visitor().knowledgeSessions.registerGuest.mutate({
    session: session.id,
    name: 'Gast',
    address,
    choices: [],
    answer: '',
  });
  const [row] = await asSuperuser<{ id: string }>(
    alliance.urls.superuserUrl,
    'select id from session_registration where guest_address = $1',
    [address],
  );
  return row?.id ?? '';
}

/** Sessions of both municipalities and the alliance, with who comes, what is only for them, and what came of it. */
export async function fillSessions(alliance: Alliance): Promise<void> {
  for (const each of Object.values(sessionKinds)) await makeOfKind(alliance, each);
  for (const desk of [ownDesk, strangerDesk, allianceDesk]) {
    const session = await makeSession(alliance, {
      desk,
      content: {
        // What came of one of them is for members only.
        ...(desk === strangerDesk && { visibility: 'alliance', guests: false }),
        report: {
          text: 'Wat wij leerden.',
          outcomes: [
            { key: 'uitkomst', kind: 'question', text: 'Hoe nu?', intervention: null, municipality: null },
          ],
        },
      },
    });
    const links = [{ kind: 'joining' as const, title: 'Meedoen', url: 'https://bellen.example/1' }];
    await (await alliance.as(desk.editor)).knowledgeSessions.saveLinks.mutate({ id: session.id, links });
    const registered = await registerFor(alliance, 'partner', session.id);
    for (const person of ['agreedEditor', 'reader'] as const) await registerFor(alliance, person, session.id);
    if (desk !== strangerDesk) await guestOf(alliance, session);
    await mailTo(alliance, desk, session);
    await letItBeOver(alliance, session.id);
    const partner = await alliance.as('partner');
    await partner.knowledgeSessions.giveFeedback.mutate({
      id: registered.id,
      score: 5,
      useful: '',
      better: '',
    });
    const publisher = await alliance.as(desk.publisher);
    const { revision } = await publisher.knowledgeSessions.workingSession.query({ id: session.id });
    const published = { id: session.id, revision, note: '', personalDataReason: null, report: true };
    await publisher.knowledgeSessions.publish.mutate(published);
  }
  const ofCommunity = await makeOfKind(alliance, kind('community', 'open', 'community'));
  await registerFor(alliance, cast.member, ofCommunity.id);
  await mailTo(alliance, communityDesk, ofCommunity);
}

const message = ({ id }: { id: string }) => ({ id, subject: 'De zaal', text: 'Wij zitten in zaal twee.' });
const mailTo = async (alliance: Alliance, desk: Desk, session: MadeSession) =>
  (await alliance.as(desk.editor)).knowledgeSessions.mailParticipants.mutate(message(session));

/** The door: whoever may hold sessions somewhere, and a moderator of a community is anybody of the alliance. */
const hosts = [...readers, 'partner', 'coordinator'] as const;

export async function sessionMatrix(alliance: Alliance): Promise<Part> {
  const made = new Map<string, MadeSession>();
  for (const [name, each] of Object.entries(sessionKinds)) made.set(name, await makeOfKind(alliance, each));
  const of = (name: string) => made.get(name) as MadeSession;
  const open = await makeSession(alliance);
  const held = await makeSession(alliance);
  const registration = await registrationOf(alliance, 'partner', open);
  const ofHeld = await registrationOf(alliance, 'partner', held);
  await letItBeOver(alliance, held.id);
  const token = await linkTo(alliance, registration);
  const missing = { token: 'A'.repeat(43) };
  const always = (standing: unknown): Case[] => [{ name: 'always', standing, outcome: () => 'ok' }];

  /** About each kind of page. */
  const pages = (input: (session: MadeSession) => unknown): Case[] => [
    {
      name: 'not existing',
      standing: input({ id: nowhere, handle: 'aaaaaaaaaa', title: '' }),
      outcome: () => 'session.not_found',
    },
    ...Object.entries(sessionKinds).map(([name, each]): Case => ({
      name,
      standing: input(of(name)),
      outcome: (actor) => (seesPage(actor, each) ? 'ok' : 'session.not_found'),
    })),
  ];
  /** About working copies: `kinds` of them, refused by a code to who reads along without one of the roles. */
  const copies = (
    kinds: readonly string[],
    input: (session: MadeSession) => unknown,
    may: (actor: Actor, host: Host) => string,
    {
      roles = readers,
      refusal = '',
      makes = true,
    }: { roles?: readonly Role[]; refusal?: string; makes?: boolean } = {},
  ): Case[] => [
    {
      name: 'not existing',
      standing: input({ id: nowhere, handle: '', title: '' }),
      outcome: () => 'session.not_found',
    },
    ...kinds.map((name): Case => {
      const each = sessionKinds[name] as SessionKind;
      return {
        name,
        standing: input(of(name)),
        ...(makes ? { fresh: async () => input(await makeOfKind(alliance, each)) } : {}),
        outcome: (actor) => {
          if (!isHost(actor, each.host)) return 'session.not_found';
          return isHost(actor, each.host, roles) ? may(actor, each.host) : refusal;
        },
      };
    }),
  ];
  const ok = () => 'ok';
  const entry = (who: Entry['for'], type: Entry['kind'], cases: () => readonly Case[]): Entry => ({
    for: who,
    kind: type,
    cases: async () => cases(),
  });
  const content = fullSession('Herschreven');
  const register = (session: string) => ({ session, choices: [], answer: '' });
  const guest = (session: string) => ({
    ...register(session),
    name: 'Gast',
    address: `gast${randomBytes(4).toString('hex')}@voorbeeld.example`,
  });
  /** One registration: its own person's, or its host's. */
  const registered = (
    input: (id: string) => unknown,
    outcome: Case['outcome'],
    fresh: () => Promise<string>,
  ): Case[] => [
    { name: 'not existing', standing: input(nowhere), outcome: () => 'registration.not_found' },
    { name: 'of a partner', standing: input(registration), fresh: async () => input(await fresh()), outcome },
  ];
  const anew = async () => registrationOf(alliance, 'partner', await makeSession(alliance));
  const isPartner: Case['outcome'] = ({ person }) => (person === 'partner' ? 'ok' : 'registration.not_found');
  const isEditor: Case['outcome'] = (actor) =>
    isHost(actor, own, editors) ? 'ok' : 'registration.not_found';
  const links = (input: (secret: string) => unknown, fresh: () => Promise<string>): Case[] => [
    {
      name: 'not existing',
      standing: input(missing.token),
      outcome: () => 'registration.not_found',
    },
    { name: 'living', standing: undefined, fresh: async () => input(await fresh()), outcome: ok },
  ];
  const kinds = ['own proposal', 'proposal of another', 'of the alliance', 'proposal of a community'];
  const edits = (refusal: string) => ({ roles: editors, refusal });
  const publishes = (refusal: string) => ({ roles: publishers, refusal });
  const community = await communityOf(alliance);
  const begins = { title: 'Nieuw', community: null };
  return {
    standing: [...[...made.values(), open, held].map(({ id }) => id)],
    table: {
      'knowledgeSessions.list': entry('everybody', 'query', () => always({})),
      'knowledgeSessions.get': entry('everybody', 'query', () => pages(({ handle }) => ({ handle }))),
      'knowledgeSessions.mine': entry('signedIn', 'query', () => always(undefined)),
      'knowledgeSessions.register': entry('signedIn', 'mutation', () => [
        { name: 'not existing', standing: register(nowhere), outcome: () => 'session.not_found' },
        ...[
          ...['open to everybody', 'open to the alliance', 'by invitation', 'of another, by invitation'],
          'of a community, for its members',
        ].map((name): Case => ({
          name,
          standing: register(of(name).id),
          fresh: async () => register((await makeOfKind(alliance, sessionKinds[name] as SessionKind)).id),
          outcome: (actor) =>
            seesPage(actor, sessionKinds[name] as SessionKind) ? 'ok' : 'session.not_found',
        })),
      ]),
      'knowledgeSessions.withdraw': entry('signedIn', 'mutation', () =>
        registered((id) => ({ id }), isPartner, anew),
      ),
      'knowledgeSessions.acceptSeat': entry('signedIn', 'mutation', () =>
        registered((id) => ({ id, part: '' }), isPartner, anew),
      ),
      'knowledgeSessions.giveFeedback': entry('signedIn', 'mutation', () =>
        registered(
          (id) => ({ id, score: 4, useful: '', better: '' }),
          isPartner,
          async () => {
            const session = await makeSession(alliance);
            const made = await registrationOf(alliance, 'partner', session);
            await letItBeOver(alliance, session.id);
            return made;
          },
        ),
      ),
      'knowledgeSessions.registerGuest': entry('everybody', 'mutation', () => [
        { name: 'not existing', standing: guest(nowhere), outcome: () => 'session.not_found' },
        {
          name: 'open to everybody',
          standing: guest(open.id),
          fresh: async () => guest((await makeSession(alliance)).id),
          outcome: ok,
        },
      ]),
      'knowledgeSessions.link': entry('link', 'query', () => [
        { name: 'not existing', standing: missing, outcome: () => 'registration.not_found' },
        { name: 'living', standing: { token }, outcome: ok },
      ]),
      'knowledgeSessions.confirmByLink': entry('link', 'mutation', () =>
        links(
          (secret) => ({ token: secret }),
          async () => linkTo(alliance, await guestOf(alliance, open)),
        ),
      ),
      'knowledgeSessions.withdrawByLink': entry('link', 'mutation', () =>
        links(
          (secret) => ({ token: secret }),
          async () => linkTo(alliance, await anew()),
        ),
      ),
      'knowledgeSessions.acceptByLink': entry('link', 'mutation', () =>
        links(
          (secret) => ({ token: secret, part: '' }),
          async () => linkTo(alliance, await anew()),
        ),
      ),
      'knowledgeSessions.feedbackByLink': entry('link', 'mutation', () =>
        links(
          (secret) => ({ token: secret, score: 3, useful: '', better: '' }),
          async () => {
            const forget = 'update session_registration set feedback_at = null where id = $1';
            await asSuperuser(alliance.urls.superuserUrl, forget, [ofHeld], { withoutTriggers: true });
            return linkTo(alliance, ofHeld);
          },
        ),
      ),
      'knowledgeSessions.workingSessions': entry(hosts, 'query', () => always(undefined)),
      'knowledgeSessions.workingSession': entry(hosts, 'query', () =>
        copies(Object.keys(sessionKinds), ({ id }) => ({ id }), ok, { makes: false }),
      ),
      'knowledgeSessions.create': entry(hosts, 'mutation', () => [
        {
          name: 'not existing',
          standing: { ...begins, community: nowhere },
          outcome: () => 'community.not_found',
        },
        {
          name: 'for who one acts for',
          standing: begins,
          fresh: async () => begins,
          outcome: ({ role }) =>
            role === 'coordinator' || editors.some((each) => each === role) ? 'ok' : 'session.cannot_create',
        },
        {
          name: 'for a community',
          standing: { ...begins, community: community.id },
          fresh: async () => ({ ...begins, community: community.id }),
          outcome: ({ person }) => (person === cast.moderator ? 'ok' : 'community.not_found'),
        },
      ]),
      'knowledgeSessions.save': entry(hosts, 'mutation', () =>
        copies(
          ['own proposal', 'proposal of another', 'proposal of a community'],
          ({ id }) => ({ id, revision: 2, content }),
          ok,
          edits('session.read_only'),
        ),
      ),
      'knowledgeSessions.saveLinks': entry(hosts, 'mutation', () =>
        copies(kinds, ({ id }) => ({ id, links: [] }), ok, edits('session.read_only')),
      ),
      'knowledgeSessions.discard': entry(hosts, 'mutation', () =>
        copies(
          kinds,
          ({ id }) => ({ id }),
          (_, host) => (host === 'alliance' ? 'session.cannot_discard' : 'ok'),
          edits('session.cannot_discard'),
        ),
      ),
      'knowledgeSessions.publish': entry(hosts, 'mutation', () =>
        copies(
          ['own proposal', 'proposal of another', 'proposal of a community'],
          ({ id }) => ({ id, revision: 2, note: '', personalDataReason: null, report: false }),
          ok,
          publishes('session.cannot_publish'),
        ),
      ),
      'knowledgeSessions.move': entry(hosts, 'mutation', () =>
        copies(
          ['own proposal', 'proposal of another', 'planned by us'],
          ({ id }) => ({ id, to: 'open' }),
          (actor) => (actor.municipality === own ? 'ok' : 'session.cannot_move'),
          publishes('session.cannot_move'),
        ).map((each) =>
          each.name === 'own proposal'
            ? {
                ...each,
                outcome: (actor) => (isHost(actor, own) ? 'session.cannot_move' : 'session.not_found'),
              }
            : each,
        ),
      ),
      'knowledgeSessions.cancel': entry(hosts, 'mutation', () =>
        copies(
          ['planned by us', 'open to everybody', 'of the alliance', 'proposal of another'],
          ({ id }) => ({ id, reason: 'Ziek.' }),
          (_, host) => (host === stranger ? 'session.cannot_cancel' : 'ok'),
          publishes('session.cannot_cancel'),
        ),
      ),
      'knowledgeSessions.registrations': entry(hosts, 'query', () =>
        copies(Object.keys(sessionKinds), ({ id }) => ({ id }), ok, {
          ...edits('session.not_found'),
          makes: false,
        }),
      ),
      'knowledgeSessions.mailParticipants': entry(hosts, 'mutation', () => [
        ...copies(
          [
            'open to everybody',
            'of another, by invitation',
            'of the alliance',
            'of a community, for its members',
          ],
          message,
          () => 'session.nobody',
          edits('session.not_found'),
        ),
        {
          name: 'with a participant',
          standing: message(open),
          fresh: async () => {
            const session = await makeSession(alliance);
            await registrationOf(alliance, 'partner', session);
            return message(session);
          },
          outcome: (actor) => {
            if (!isHost(actor, own)) return 'session.not_found';
            return isHost(actor, own, editors) ? 'ok' : 'session.not_found';
          },
        },
      ]),
      'knowledgeSessions.decide': entry(hosts, 'mutation', () =>
        registered((id) => ({ id, yes: true }), isEditor, anew),
      ),
      'knowledgeSessions.checkIn': entry(hosts, 'mutation', () =>
        registered((id) => ({ id, there: true }), isEditor, anew),
      ),
    },
  };
}
