// The matrix of calendars: a month and a file show what the page shows, the feeds for everybody show the same to everybody,
// and the secret address is its person's; it opens that person's sessions and nothing else.
import { randomBytes } from 'node:crypto';
import { own, stranger, type Alliance, type PersonName } from '../support/alliance.ts';
import { makeSession, type SessionContent } from '../support/sessions.ts';
import { asSuperuser } from '../support/sql.ts';
import type { Part } from './matrix-run.ts';
import { readers, type Actor, type Case, type Entry } from './matrix-world.ts';

const members = { visibility: 'alliance', guests: false } as const;
const roles: readonly (Actor['role'] | null)[] = [...readers, 'partner', 'coordinator'];

interface Kind {
  readonly content: Partial<SessionContent>;
  sees(actor: Actor): boolean;
}

/** Rows 'session: programme' of the table: by its audience, and who holds it. */
const kinds: Readonly<Record<string, Kind>> = {
  'for everybody': { content: {}, sees: () => true },
  'for members': { content: members, sees: ({ role }) => roles.includes(role) },
  'by invitation': {
    content: {
      ...members,
      visibility: 'invited',
      invited: { municipalities: [stranger], organisations: [] },
    },
    sees: ({ municipality }) => municipality === own || municipality === stranger,
  },
};

/** Makes a secret address, also where there was one; gives its secret. */
export async function makeCalendarAddress(alliance: Alliance, person: PersonName): Promise<string> {
  const client = await alliance.as(person);
  return (await client.calendar.makeAddress.mutate()).secret;
}

const everybody = (standing: unknown): Entry => ({
  for: 'everybody',
  kind: 'query',
  cases: async () => [{ name: 'question', standing, outcome: () => 'ok' }],
});
const signedIn = (kind: Entry['kind'], cases: readonly Case[]): Entry => ({
  for: 'signedIn',
  kind,
  cases: async () => cases,
});

export async function calendarMatrix(alliance: Alliance): Promise<Part> {
  const month = { month: new Date().toISOString().slice(0, 7) };
  const made = new Map<string, string>();
  for (const [name, { content }] of Object.entries(kinds))
    made.set(name, (await makeSession(alliance, { title: `Kalender ${name}`, content })).handle);
  const proposal = await makeSession(alliance, { title: 'Kalender voorstel', state: 'proposal' });
  // Of people who ask nothing in the matrix: it makes and drops the addresses of those who do.
  const [living, over] = [
    await makeCalendarAddress(alliance, 'twice'),
    await makeCalendarAddress(alliance, 'conditionalPublisher'),
  ];
  await makeCalendarAddress(alliance, 'conditionalPublisher');
  const without = async ({ person }: Actor) => {
    if (person === null) return;
    const { account } = await (await alliance.as(person)).accounts.me.query();
    const text = `delete from calendar_address where account_id = (select id from account where address = $1)`;
    await asSuperuser(alliance.urls.superuserUrl, text, [account?.address ?? '']);
  };
  return {
    table: {
      'calendar.month': everybody(month),
      'calendar.publicFeed': everybody(undefined),
      'calendar.atom': everybody(undefined),
      'calendar.file': {
        for: 'everybody',
        kind: 'query',
        cases: async () => [
          { name: 'not existing', standing: { handle: 'aaaaaaaaaa' }, outcome: () => 'session.not_found' },
          {
            name: 'no page',
            standing: { handle: proposal.handle },
            outcome: () => 'session.not_found',
          },
          ...Object.entries(kinds).map(([name, { sees }]): Case => ({
            name,
            standing: { handle: made.get(name) },
            outcome: (actor) => (sees(actor) ? 'ok' : 'session.not_found'),
          })),
        ],
      },
      'calendar.ownMonth': signedIn('query', [{ name: 'always', standing: month, outcome: () => 'ok' }]),
      'calendar.address': signedIn('query', [{ name: 'always', standing: undefined, outcome: () => 'ok' }]),
      'calendar.makeAddress': signedIn('mutation', [
        { name: 'always', standing: undefined, outcome: () => 'ok' },
      ]),
      'calendar.dropAddress': signedIn('mutation', [
        {
          name: 'not existing',
          standing: undefined,
          fresh: async (actor) => void (await without(actor)),
          outcome: () => 'calendar.not_found',
        },
        {
          name: 'living',
          standing: undefined,
          fresh: async ({ person, signedIn: is }) => {
            if (person !== null && is) await makeCalendarAddress(alliance, person);
          },
          outcome: () => 'ok',
        },
      ]),
      'calendar.ownFeed': {
        for: 'link',
        kind: 'query',
        cases: async () => [
          {
            name: 'not existing',
            standing: { token: randomBytes(32).toString('base64url') },
            outcome: () => 'calendar.not_found',
          },
          { name: 'revoked', standing: { token: over }, outcome: () => 'calendar.not_found' },
          { name: 'living', standing: { token: living }, outcome: () => 'ok' },
        ],
      },
    },
  };
}
