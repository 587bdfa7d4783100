// The pages of organisations and schools, for the table of all pages.
import type { Alliance } from '../support/alliance.ts';
import { makeMerged, makeOrganisation, organisationKinds, seesOrganisation } from './matrix-organisations.ts';
import {
  agendaKinds,
  editors,
  interventionKinds,
  makeAgendaOfKind,
  makeOfKind,
  nowhere,
  readers,
  type Actor,
  type Kind,
} from './matrix-world.ts';

type Status = 200 | 301 | 302 | 303 | 403 | 404 | 410;

interface Case {
  readonly about: string;
  readonly path: string;
  expected(actor: Actor): Status;
}

const noHandle = 'zzzzzzzzzz';
const absent = () => 404 as const;
const seen = (sees: boolean): Status => (sees ? 200 : 404);
const signedIn = (actor: Actor): Status => (actor.signedIn ? 200 : 303);
const has = (actor: Actor, roles: readonly string[]) => actor.role !== null && roles.includes(actor.role);

/** Choosing is for who writes in the draft; for who only reads it there is nothing there. */
const choosing =
  (kind: Kind | null) =>
  (actor: Actor): Status => {
    if (!actor.signedIn) return 303;
    if (!has(actor, readers)) return 403;
    return seen(kind !== null && actor.municipality === kind.owner && has(actor, editors));
  };

/** One of each kind, made beforehand. */
export async function pagesOfOrganisations(alliance: Alliance): Promise<Record<string, readonly Case[]>> {
  const made = await Promise.all(
    Object.entries(organisationKinds).map(async ([about, each]) => ({
      about,
      each,
      ...(await makeOrganisation(alliance, each)),
    })),
  );
  const merged = await makeMerged(alliance);
  const [, draft] = Object.entries(interventionKinds)[0] ?? [];
  const [, agenda] = Object.entries(agendaKinds)[0] ?? [];
  if (!draft || !agenda) throw new Error('there are no kinds');
  const [intervention, agendaDraft] = [
    await makeOfKind(alliance, draft),
    await makeAgendaOfKind(alliance, agenda),
  ];
  const corrects = (actor: Actor, { owner, named }: (typeof made)[number]['each']) =>
    named === 'alliance' || named === 'public'
      ? has(actor, ['coordinator', 'operator'])
      : actor.municipality === owner && has(actor, editors);
  return {
    '/organisaties': [{ about: 'all', path: '/organisaties', expected: () => 200 }],
    '/scholen': [{ about: 'all', path: '/scholen', expected: () => 200 }],
    '/organisaties/[slug]': [
      { about: 'not existing', path: `/organisaties/${noHandle}`, expected: absent },
      ...made.map(({ about, each, handle }) => ({
        about,
        path: `/organisaties/${handle}`,
        expected: (actor: Actor) => seen(seesOrganisation(actor, each)),
      })),
      { about: 'merged', path: `/organisaties/${merged.handle}`, expected: () => 302 },
    ],
    // None of them is a school: those that are seen stand on the other shelf.
    '/scholen/[slug]': [{ about: 'not existing', path: `/scholen/${noHandle}`, expected: absent }],
    '/mijn/organisaties/zoeken': [
      { about: 'all', path: '/mijn/organisaties/zoeken?q=proefwerk', expected: signedIn },
    ],
    '/mijn/organisaties/dubbel': [
      {
        about: 'all',
        path: '/mijn/organisaties/dubbel',
        expected: (actor) => (actor.signedIn ? (has(actor, ['coordinator']) ? 200 : 403) : 303),
      },
    ],
    '/mijn/organisaties/[slug]': [
      {
        about: 'not existing',
        path: `/mijn/organisaties/${noHandle}`,
        expected: (actor) => (actor.signedIn ? 404 : 303),
      },
      ...made.map(({ about, each, handle }) => ({
        about,
        path: `/mijn/organisaties/${handle}`,
        expected: (actor: Actor): Status =>
          actor.signedIn ? seen(seesOrganisation(actor, each) && corrects(actor, each)) : 303,
      })),
    ],
    '/mijn/interventies/[id]/partijen': [
      { about: 'not existing', path: `/mijn/interventies/${nowhere}/partijen`, expected: choosing(null) },
      {
        about: 'own draft',
        path: `/mijn/interventies/${intervention.id}/partijen`,
        expected: choosing(draft),
      },
    ],
    '/mijn/agendas/[id]/partijen': [
      { about: 'not existing', path: `/mijn/agendas/${nowhere}/partijen`, expected: choosing(null) },
      { about: 'own draft', path: `/mijn/agendas/${agendaDraft.id}/partijen`, expected: choosing(agenda) },
    ],
  };
}
