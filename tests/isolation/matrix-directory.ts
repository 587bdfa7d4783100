// The matrix of member pages: a page is there for whoever may see at least one field of it, and for nobody else.
import { addressOf, type Alliance, type PersonName } from '../support/alliance.ts';
import type { Client } from '../support/platform.ts';
import { asSuperuser } from '../support/sql.ts';
import type { Part } from './matrix-run.ts';
import { readers, type Actor, type Case, type Entry } from './matrix-world.ts';

export type ProfileFields = Parameters<Client['people']['save']['mutate']>[0];
type ShownTo = ProfileFields['work']['shownTo'];

/** Everything filled in, and all of it for the same readers. */
export const fullProfile = (shownTo: ShownTo, change: Partial<ProfileFields> = {}): ProfileFields => ({
  work: { text: 'Beleidsmedewerker onderwijs', shownTo },
  place: { shownTo },
  themes: { themes: ['taalontwikkeling', 'armoede'], shownTo },
  ask_me: { text: 'Leesmaatjes en hoe wij ouders bereiken.', shownTo },
  about: { text: '', shownTo: 'nobody' },
  telephone: { text: '045 123 45 67', shownTo },
  ...change,
});

/** The page of a person, made or changed; its handle as it is stored. */
export async function makeProfile(
  alliance: Alliance,
  person: PersonName,
  fields: ProfileFields,
): Promise<string> {
  await (await alliance.as(person)).people.save.mutate(fields);
  const [row] = await asSuperuser<{ handle: string }>(
    alliance.urls.superuserUrl,
    `select p.handle from profile p join account a on a.id = p.account_id where a.address = $1 order by 1`,
    [addressOf(person)],
  );
  return row?.handle ?? '';
}

const members = [...readers, 'partner', 'coordinator'] as const;
const entry = (kind: Entry['kind'], cases: () => readonly Case[]): Entry => ({
  for: members,
  kind,
  cases: async () => cases(),
});
const always = (input: unknown, fresh?: () => Promise<unknown>): Case => ({
  name: 'always',
  standing: input,
  ...(fresh && { fresh }),
  outcome: () => 'ok',
});

export async function directoryMatrix(alliance: Alliance): Promise<Part> {
  const pages: Record<string, { handle: string; sees: (actor: Actor) => boolean }> = {
    'for colleagues in a municipality': {
      handle: await makeProfile(alliance, 'agreedEditor', fullProfile('own')),
      sees: ({ municipality }) => municipality === 'gm0917',
    },
    'for colleagues of a partner': {
      handle: await makeProfile(alliance, 'partner', fullProfile('own')),
      sees: ({ role }) => role === 'partner',
    },
    'for every member': {
      handle: await makeProfile(alliance, 'conditionalPublisher', fullProfile('alliance')),
      sees: () => true,
    },
    'one line for every member, the rest for nobody': {
      handle: await makeProfile(
        alliance,
        'statedPublisher',
        fullProfile('nobody', {
          work: { text: 'Adviseur jeugd', shownTo: 'alliance' },
        }),
      ),
      sees: () => true,
    },
  };
  return {
    table: {
      'people.list': entry('query', () => [always({})]),
      'people.get': entry('query', () => [
        {
          name: 'not existing',
          standing: { handle: 'zzzzzzzzzz' },
          outcome: () => 'person.not_found',
        },
        ...Object.entries(pages).map(([name, { handle, sees }]): Case => ({
          name,
          standing: { handle },
          outcome: (actor) => (sees(actor) ? 'ok' : 'person.not_found'),
        })),
      ]),
      'people.mine': entry('query', () => [always(undefined)]),
      // Nobody writes the page of another: there is no way to say whose.
      'people.save': entry('mutation', () => [
        always(fullProfile('nobody'), async () => fullProfile('nobody')),
      ]),
    },
  };
}
