// Every page of the web app × every actor × every kind of thing: what may not be seen is the page that does not exist.
import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAlliance, own, type Alliance } from '../support/alliance.ts';
import { servePages, type Pages } from '../support/pages.ts';
import type { Answer } from '../support/wire.ts';
import { isNamed } from './matrix-consent.ts';
import { pagesOfCommunities } from './pages-communities.ts';
import { pagesOfNotifications } from './pages-notifications.ts';
import { pagesOfCommitments } from './pages-commitments.ts';
import { pagesOfSearching } from './pages-searching.ts';
import { pagesOfSessions } from './pages-sessions.ts';
import { pagesOfSigningIn } from './pages-signing.ts';
import { pagesOfOrganisations } from './pages-organisations.ts';
import { pagesOfVersions } from './pages-versions.ts';
import {
  actors,
  administrators,
  agendaKinds,
  editors,
  interventionKinds,
  makeAgendaOfKind,
  makeImport,
  makeOfKind,
  nowhere,
  readers,
  seesPage,
  seesWorkingCopy,
  type Actor,
} from './matrix-world.ts';

type Status = 200 | 303 | 403 | 404 | 410;

interface Case {
  readonly about: string;
  readonly path: string;
  expected(actor: Actor): Status;
}

const routes = join(import.meta.dirname, '../../apps/web/src/routes');

/** What the web app really serves: the folders that hold a page or an endpoint. */
const served = readdirSync(routes, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\+(page\.svelte|server\.ts)$/.test(path))
  .map(
    (path) =>
      `/${path
        .split(sep)
        .slice(0, -1)
        .filter((part) => !part.startsWith('('))
        .join('/')}`,
  )
  .sort();

const everybody = () => 200 as const;
const seen = (sees: boolean): Status => (sees ? 200 : 404);
/** Behind the door of `/mijn`: who is not signed in is sent to sign in, whatever the address. */
const behindTheDoor = (roles: readonly string[], answer: (actor: Actor) => Status) => (actor: Actor) => {
  if (!actor.signedIn) return 303;
  return actor.role !== null && roles.includes(actor.role) ? answer(actor) : 403;
};

/** The trail: of the own municipality for its administrators, of the installation for operators. */
const readsTrail = (actor: Actor): Status => {
  if (!actor.signedIn) return 303;
  return actor.role === 'administrator' || actor.role === 'operator' ? 200 : 404;
};

const signedInNowhere = (actor: Actor): Status => (actor.signedIn ? 404 : 303);

const noHandle = 'zzzzzzzzzz';
let alliance: Alliance;
let pages: Pages;
let table: Record<string, readonly Case[]>;

async function interventionCases() {
  const made = await Promise.all(
    Object.entries(interventionKinds).map(async ([about, kind]) => ({
      about,
      kind,
      ...(await makeOfKind(alliance, kind)),
    })),
  );
  const published: Case[] = made.map(({ about, kind, handle }) => ({
    about,
    path: `/interventies/${handle}`,
    expected: (actor) =>
      seesPage(actor, kind) && kind.state === 'withdrawn' ? 410 : seen(seesPage(actor, kind)),
  }));
  const written: Case[] = made.map(({ about, kind, id }) => ({
    about,
    path: `/mijn/interventies/${id}`,
    expected: behindTheDoor(readers, (actor) => seen(seesWorkingCopy(actor, kind))),
  }));
  const asked: Case[] = made.map(({ about, kind, id }) => ({
    about,
    path: `/mijn/deelnames/${id}`,
    expected: behindTheDoor(readers, (actor) => seen(isNamed(actor, kind))),
  }));
  return { published, written, asked };
}

async function agendaCases() {
  const made = await Promise.all(
    Object.entries(agendaKinds).map(async ([about, kind]) => ({
      about,
      kind,
      ...(await makeAgendaOfKind(alliance, kind)),
    })),
  );
  const published: Case[] = made.map(({ about, kind, handle }) => ({
    about,
    path: `/agendas/${handle}`,
    expected: (actor) =>
      seesPage(actor, kind) && kind.state === 'withdrawn' ? 410 : seen(seesPage(actor, kind)),
  }));
  const written: Case[] = made.map(({ about, kind, id }) => ({
    about,
    path: `/mijn/agendas/${id}`,
    expected: behindTheDoor(readers, (actor) => seen(seesWorkingCopy(actor, kind))),
  }));
  return { published, written };
}

const nothing = (path: string, expected: Case['expected']): Case => ({
  about: 'not existing',
  path,
  expected,
});
const still = (path: string, expected: Case['expected'] = everybody): readonly Case[] => [
  { about: path, path, expected },
];

beforeAll(async () => {
  alliance = await makeAlliance();
  pages = await servePages(alliance.origin);
  const interventions = await interventionCases();
  const agendas = await agendaCases();
  const ownImport = await makeImport(alliance, 'read');
  const draftedImport = await makeImport(alliance, 'drafted');
  const otherImport = await makeImport(alliance, 'read', 'strangerEditor');
  const importOf = (about: string, id: string, owner: string | null): Case => ({
    about,
    path: `/mijn/inlezen/${id}`,
    expected: behindTheDoor(editors, (actor) => seen(actor.municipality === owner)),
  });
  const absent = () => 404 as const;
  const signedIn = (actor: Actor): Status => (actor.signedIn ? 200 : 303);
  table = {
    '/': still('/'),
    '/interventies': still('/interventies'),
    '/interventies/[slug]': [nothing(`/interventies/${noHandle}`, absent), ...interventions.published],
    '/agendas': still('/agendas'),
    '/agendas/[slug]': [nothing(`/agendas/${noHandle}`, absent), ...agendas.published],
    '/gemeenten': still('/gemeenten'),
    '/gemeenten/[slug]': [nothing('/gemeenten/nergens', absent), ...still('/gemeenten/brunssum')],
    '/zoeken': still('/zoeken?q=leesmaatjes'),
    '/begrippen': still('/begrippen?q=verzuim'),
    '/begrippen/[notation]': still('/begrippen/schoolverzuim'),
    '/begrippen.jsonld': still('/begrippen.jsonld'),
    '/over': still('/over'),
    '/kwetsbaarheid-melden': still('/kwetsbaarheid-melden'),
    '/privacy': still('/privacy'),
    '/toegankelijkheid': still('/toegankelijkheid'),
    '/inloggen': still('/inloggen?terug=/over'),
    '/uitloggen': [],
    // The API of this test runs as a demo, so its outbox is open to all.
    '/demo/postvak': still('/demo/postvak'),
    ...pagesOfSigningIn(signedIn),
    ...pagesOfSearching(signedIn),
    ...(await pagesOfSessions(alliance, signedIn)),
    ...pagesOfNotifications(signedIn),
    ...(await pagesOfVersions(alliance)),
    ...(await pagesOfOrganisations(alliance)),
    ...(await pagesOfCommunities(alliance)),
    ...(await pagesOfCommitments(alliance)),
    '/mijn': still('/mijn', signedIn),
    '/mijn/interventies/[id]': [
      nothing(`/mijn/interventies/${nowhere}`, behindTheDoor(readers, absent)),
      ...interventions.written,
    ],
    '/mijn/deelnames/[id]': [
      nothing(`/mijn/deelnames/${nowhere}`, behindTheDoor(readers, absent)),
      ...interventions.asked,
    ],
    '/mijn/agendas/[id]': [
      nothing(`/mijn/agendas/${nowhere}`, behindTheDoor(readers, absent)),
      ...agendas.written,
    ],
    '/mijn/interventies/[id]/bron': [
      nothing(`/mijn/interventies/${nowhere}/bron`, behindTheDoor(readers, absent)),
      ...interventions.written.map((each) => ({ ...each, path: `${each.path}/bron` })),
    ],
    // They take a text and answer only POST; the procedure behind them is in the matrix.
    '/mijn/interventies/[id]/bewaren': [],
    '/mijn/interventies/[id]/aanwezig': [],
    '/mijn/agendas/[id]/aanwezig': [],
    '/mijn/toestel': still('/mijn/toestel', signedIn),
    '/mijn/agendas/[id]/bewaren': [],
    '/mijn/inlezen': still('/mijn/inlezen', behindTheDoor(editors, everybody)),
    '/mijn/inlezen/[id]/vergelijken': [
      { ...importOf('not existing', nowhere, null), path: `/mijn/inlezen/${nowhere}/vergelijken` },
      { ...importOf('own document', draftedImport, own), path: `/mijn/inlezen/${draftedImport}/vergelijken` },
    ],
    '/mijn/inlezen/[id]/bewaren': [],
    '/mijn/inlezen/[id]/aanwezig': [],
    '/mijn/inlezen/[id]': [
      importOf('not existing', nowhere, null),
      importOf('own document', ownImport, own),
      importOf('document of another', otherImport, 'gm1952'),
    ],
    // Not existing, rather than forbidden, for who may not read it.
    '/mijn/logboek': [nothing('/mijn/nergens', signedInNowhere), ...still('/mijn/logboek', readsTrail)],
    '/mijn/logboek/logboek.csv': [
      nothing('/mijn/logboek/nergens', signedInNowhere),
      ...still('/mijn/logboek/logboek.csv', readsTrail),
    ],
    '/mijn/mensen': still('/mijn/mensen', behindTheDoor(administrators, everybody)),
    '/mijn/gegevens': still('/mijn/gegevens', signedIn),
    '/mijn/meenemen': still('/mijn/meenemen', behindTheDoor(administrators, everybody)),
    // Files, answered to POST only.
    '/mijn/gegevens/download': [],
    '/mijn/meenemen/zip': [],
    '/mijn/mensen/tweede-factor': [
      nothing(`/mijn/mensen/tweede-factor?wie=${nowhere}`, behindTheDoor(administrators, absent)),
    ],
  };
}, 120_000);
afterAll(async () => {
  await pages?.stop();
  await alliance?.close();
});

/** What two pages are compared by: everything but the date, the nonce, and the address somebody asked for. */
const normalised = ({ status, headers, body }: Answer, path: string): string => {
  const asked = [
    // Where somebody is to return to after signing in.
    encodeURIComponent(path),
    path.split('/').at(-1) ?? '',
    ...(path.match(/[0-9a-f]{8}-[0-9a-f-]{27}|(?<=\/)[a-z0-9]{10}(?=\/)/g) ?? []),
  ];
  const plain = (text: string) =>
    asked
      .reduce((rest, each) => rest.replaceAll(each, '<asked>'), text)
      .replace(/nonce[-="']+[\w+/=-]+/g, 'nonce');
  return JSON.stringify({
    status,
    headers: headers.filter(([name]) => name !== 'date').map(([name, value]) => [name, plain(value)]),
    body: plain(body),
  });
};

/** Only the handle counts in an address: who may see the page is sent on to its full address. */
async function asShown(path: string, secret: string | null): Promise<Answer> {
  const answer = await pages.get(path, secret);
  const [, moved] = answer.headers.find(([name]) => name === 'location') ?? [];
  return answer.status === 301 && moved ? pages.get(moved, secret) : answer;
}

describe('the pages', () => {
  it('are all in the table, and nothing else is', () => {
    expect(Object.keys(table).sort()).toEqual(served);
  });

  it.each(served)(
    '%s shows each actor what may be seen, and the rest like what does not exist',
    async (route) => {
      const wrong: unknown[] = [];
      const answers = new Set<number>();
      for (const [name, actor] of Object.entries(actors)) {
        const secret = actor.person === null ? null : await alliance.secretOf(actor.person);
        let notExisting: string | null = null;
        for (const { about, path, expected } of table[route] ?? []) {
          const answer = await asShown(path, secret);
          answers.add(answer.status);
          const wanted = expected(actor);
          if (answer.status !== wanted) wrong.push({ actor: name, about, wanted, status: answer.status });
          const denied = wanted === 404 || wanted === 403 || wanted === 303;
          const plain = normalised(answer, path);
          notExisting ??= plain;
          if (denied && about !== 'not existing' && plain !== notExisting)
            wrong.push({ actor: name, about, plain, notExisting });
        }
      }
      expect(wrong).toEqual([]);
      // Somebody sees something, or the refusals would prove nothing.
      const shows = table[route]?.some(({ about }) => about !== 'not existing') ?? false;
      expect(answers.has(200)).toBe(shows);
    },
  );
});
