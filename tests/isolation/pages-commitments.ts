// The pages of people, consultations and commitments, for the table of all pages.
import { own, stranger, type Alliance } from '../support/alliance.ts';
import { recordBy, signFor } from './matrix-commitments.ts';
import { fullProfile, makeProfile } from './matrix-directory.ts';
import { nowhere, publishers, readers, type Actor } from './matrix-world.ts';

type Status = 200 | 303 | 403 | 404 | 410;

interface Case {
  readonly about: string;
  readonly path: string;
  expected(actor: Actor): Status;
}

const has = ({ role }: Actor, roles: readonly string[]) => role !== null && roles.includes(role);
/** Behind the door: sent to sign in, or told that another role is needed. */
const behind = (roles: readonly string[], answer: (actor: Actor) => Status = () => 200) => {
  return (actor: Actor): Status => {
    if (!actor.signedIn) return 303;
    return has(actor, roles) ? answer(actor) : 403;
  };
};
const seen = (sees: boolean): Status => (sees ? 200 : 404);
const still = (path: string, expected: Case['expected']): readonly Case[] => [
  { about: path, path, expected },
];

const members = [...readers, 'partner', 'coordinator'];
const insiders = [...readers, 'coordinator'];
const coordinators = ['coordinator'];

export async function pagesOfCommitments(alliance: Alliance): Promise<Record<string, readonly Case[]>> {
  const forColleagues = await makeProfile(alliance, 'agreedEditor', fullProfile('own'));
  const forAll = await makeProfile(alliance, 'statedPublisher', fullProfile('alliance'));
  await signFor(alliance, own, 'consultation');
  const [ours, theirs] = [
    await recordBy(alliance, 'publisher', own),
    await recordBy(alliance, 'strangerPublisher', stranger),
  ];
  return {
    '/mensen': still('/mensen?thema=armoede', behind(members)),
    '/mensen/[handle]': [
      { about: 'not existing', path: '/mensen/zzzzzzzzzz', expected: behind(members, () => 404) },
      {
        about: 'for colleagues',
        path: `/mensen/${forColleagues}`,
        expected: behind(members, ({ municipality }) => seen(municipality === 'gm0917')),
      },
      { about: 'for every member', path: `/mensen/${forAll}`, expected: behind(members) },
    ],
    '/mijn/profiel': still('/mijn/profiel', behind(members)),
    '/mijn/afspraken': still('/mijn/afspraken', behind(readers)),
    '/mijn/overleggen/nieuw': still(
      `/mijn/overleggen/nieuw?gemeente=${own}`,
      behind([...publishers, ...coordinators]),
    ),
    '/mijn/overleggen/[id]': [
      { about: 'not existing', path: `/mijn/overleggen/${nowhere}`, expected: behind(insiders, () => 404) },
      ...(
        [
          ['ours', ours, own],
          ['theirs', theirs, stranger],
        ] as const
      ).map(([about, id, municipality]): Case => ({
        about,
        path: `/mijn/overleggen/${id}`,
        expected: behind(insiders, (actor) =>
          seen(has(actor, coordinators) || actor.municipality === municipality),
        ),
      })),
    ],
    '/coordinatie/afspraken': still('/coordinatie/afspraken', behind(coordinators)),
    // Not existing, rather than forbidden, for who may not read it.
    '/coordinatie/afspraken/afspraken.csv': [
      {
        about: 'not existing',
        path: '/coordinatie/afspraken/niet/gevonden',
        expected: (actor) => (actor.signedIn ? 404 : 303),
      },
      {
        about: 'the table',
        path: '/coordinatie/afspraken/afspraken.csv',
        expected: (actor) => {
          if (!actor.signedIn) return 303;
          return has(actor, coordinators) ? 200 : 404;
        },
      },
    ],
    '/coordinatie/afspraken/[slug]': [
      {
        about: 'not existing',
        path: '/coordinatie/afspraken/nergens',
        expected: behind(coordinators, () => 404),
      },
      ...still('/coordinatie/afspraken/brunssum', behind(coordinators)),
    ],
  };
}
