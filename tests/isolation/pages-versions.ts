// The pages of versions, for the table of all pages: a version is seen as its page is, and what may not be seen is the page
// that does not exist.
import type { Alliance } from '../support/alliance.ts';
import { seesVersions } from './matrix-versions.ts';
import {
  agendaKinds,
  interventionKinds,
  makeAgendaOfKind,
  makeOfKind,
  nowhere,
  readers,
  seesWorkingCopy,
  type Actor,
  type Kind,
} from './matrix-world.ts';

type Status = 200 | 303 | 403 | 404 | 410;

interface Case {
  readonly about: string;
  readonly path: string;
  expected(actor: Actor): Status;
}

const absent = () => 404 as const;
const versions = (actor: Actor, kind: Kind): Status => (seesVersions(actor, kind) ? 200 : 404);

function besideDraft(actor: Actor, kind: Kind | null): Status {
  if (!actor.signedIn) return 303;
  if (actor.role === null || !(readers as readonly string[]).includes(actor.role)) return 403;
  return kind !== null && seesWorkingCopy(actor, kind) ? 200 : 404;
}

/** One of each kind, made beforehand. */
export async function pagesOfVersions(alliance: Alliance): Promise<Record<string, readonly Case[]>> {
  const rooms = {
    interventies: Object.entries(interventionKinds).map(([about, kind]) => ({
      about,
      kind: kind as Kind,
      made: () => makeOfKind(alliance, kind),
    })),
    agendas: Object.entries(agendaKinds).map(([about, kind]) => ({
      about,
      kind: kind as Kind,
      made: () => makeAgendaOfKind(alliance, kind),
    })),
  };
  const table: Record<string, readonly Case[]> = {};
  for (const [room, kinds] of Object.entries(rooms)) {
    const all = await Promise.all(kinds.map(async (each) => ({ ...each, made: await each.made() })));
    const pages = {
      versies: '',
      'versies/[number]': '/1',
      'versies/vergelijken': '/vergelijken?van=1&tot=1',
    };
    for (const [route, end] of Object.entries(pages))
      table[`/${room}/[slug]/${route}`] = [
        { about: 'not existing', path: `/${room}/zzzzzzzzzz/versies${end}`, expected: absent },
        ...all.map(({ about, kind, made }): Case => ({
          about,
          path: `/${room}/${made.handle}/versies${end}`,
          expected: (actor) => versions(actor, kind),
        })),
      ];
    for (const beside of ['vergelijken', 'bijlagen'])
      table[`/mijn/${room}/[id]/${beside}`] = [
        {
          about: 'not existing',
          path: `/mijn/${room}/${nowhere}/${beside}`,
          expected: (actor) => besideDraft(actor, null),
        },
        ...all.map(({ about, kind, made }): Case => ({
          about,
          path: `/mijn/${room}/${made.id}/${beside}`,
          expected: (actor) => besideDraft(actor, kind),
        })),
      ];
  }
  return table;
}
