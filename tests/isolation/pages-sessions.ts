// The pages of knowledge sessions, for the table of all pages: who comes in follows from what the procedures answer.
import type { Alliance } from '../support/alliance.ts';
import { makeSession } from '../support/sessions.ts';
import { strangerDesk } from '../support/writing.ts';
import { editors, readers, type Actor } from './matrix-world.ts';

type Status = 200 | 303 | 403 | 404 | 410;

interface Case {
  readonly about: string;
  readonly path: string;
  expected(actor: Actor): Status;
}

const still = (path: string, expected: Case['expected']): readonly Case[] => [
  { about: path, path, expected },
];
const everybody = (): Status => 200;
const has = ({ role }: Actor, roles: readonly string[]) => role !== null && roles.includes(role);

export async function pagesOfSessions(
  alliance: Alliance,
  signedIn: (actor: Actor) => Status,
): Promise<Record<string, readonly Case[]>> {
  const open = await makeSession(alliance);
  const hidden = await makeSession(alliance, {
    desk: strangerDesk,
    content: {
      visibility: 'invited',
      guests: false,
      invited: { municipalities: ['gm0917'], organisations: [] },
    },
  });
  const slugOf = async (person: 'editor' | 'strangerEditor', id: string) =>
    (await (await alliance.as(person)).knowledgeSessions.workingSession.query({ id })).slug;
  const [openSlug, hiddenSlug] = [await slugOf('editor', open.id), await slugOf('strangerEditor', hidden.id)];
  /** The door of the procedure first, then whose it is. */
  const desk =
    (roles: readonly string[], municipality: string | null) =>
    (actor: Actor): Status => {
      if (!actor.signedIn) return 303;
      if (!has(actor, [...readers, 'partner', 'coordinator'])) return 403;
      if (municipality === null || actor.municipality !== municipality) return 404;
      return has(actor, roles) ? 200 : 404;
    };
  const nowhere = '00000000-0000-4000-8000-000000000000';
  return {
    '/kennissessies': still('/kennissessies', everybody),
    '/kennissessies/[slug]': [
      { about: 'not existing', path: '/kennissessies/zzzzzzzzzz', expected: () => 404 },
      { about: 'open to everybody', path: `/kennissessies/${openSlug}`, expected: everybody },
      {
        about: 'of another, by invitation',
        path: `/kennissessies/${hiddenSlug}`,
        expected: ({ municipality }) => (municipality === 'gm1952' || municipality === 'gm0917' ? 200 : 404),
      },
    ],
    '/kennissessies/[slug]/bewijs': [
      { about: 'not existing', path: `/kennissessies/${openSlug}/bewijs`, expected: () => 404 },
    ],
    '/kennissessies/aanmelding': still('/kennissessies/aanmelding', everybody),
    '/kennissessies/aanmelding/[token]': [
      { about: 'not existing', path: `/kennissessies/aanmelding/${'x'.repeat(43)}`, expected: () => 303 },
    ],
    // Leads to the month it is, whoever asks.
    '/kennissessies/maand': [{ about: 'not existing', path: '/kennissessies/maand', expected: () => 303 }],
    '/kennissessies/maand/[month]': [
      { about: 'not existing', path: '/kennissessies/maand/2026-13', expected: () => 404 },
      { about: 'a month', path: '/kennissessies/maand/2026-11', expected: everybody },
    ],
    '/mijn/kalender': still('/mijn/kalender', signedIn),
    '/mijn/kennissessies': still('/mijn/kennissessies', signedIn),
    '/mijn/kennissessies/[id]': [
      { about: 'not existing', path: `/mijn/kennissessies/${nowhere}`, expected: desk(readers, null) },
      { about: 'own', path: `/mijn/kennissessies/${open.id}`, expected: desk(readers, 'gm0899') },
    ],
    '/mijn/kennissessies/[id]/deelnemers': [
      {
        about: 'not existing',
        path: `/mijn/kennissessies/${nowhere}/deelnemers`,
        expected: desk(editors, null),
      },
      { about: 'own', path: `/mijn/kennissessies/${open.id}/deelnemers`, expected: desk(editors, 'gm0899') },
    ],
  };
}
