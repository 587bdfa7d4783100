// The same at the end of a sequence, but as a browser asks: the pages as they are built and served, in both copies.
import type { Pages } from '../../support/pages.ts';
import type { Answer } from '../../support/wire.ts';
import { secretOf, type Person } from './cast.ts';
import type { Copy } from './copy.ts';
import type { Names } from './names.ts';
import type { Ending } from './perform.ts';
import { inTurn } from './questions.ts';
import { searched } from './words.ts';

/** Pages that anybody can ask for. */
function openPages(names: Names, turn: number): string[] {
  return [
    '/',
    '/interventies',
    `/zoeken?q=${encodeURIComponent(inTurn(searched, turn))}`,
    `/zoeken?q=${encodeURIComponent(inTurn(searched, turn + 1))}&soort=interventie`,
    '/gemeenten',
    '/gemeenten/brunssum',
    '/organisaties',
    '/begrippen?q=verzuim',
    ...names.organisations().map((name) => `/organisaties/${names.of(name).handle}`),
    ...names.things('intervention').map((name) => `/interventies/${names.of(name).handle}`),
    ...names.things('agenda').map((name) => `/agendas/${names.of(name).handle}`),
  ];
}

/** Pages of who works for B. */
function ownPages(names: Names): string[] {
  return [
    '/mijn',
    '/mijn/inlezen',
    '/mijn/mensen',
    '/mijn/meenemen',
    '/mijn/gegevens',
    ...names.things('intervention').flatMap((name) => {
      const { id } = names.of(name);
      return [`/mijn/interventies/${id}`, `/mijn/deelnames/${id}`];
    }),
    ...names.things('agenda').map((name) => `/mijn/agendas/${names.of(name).id}`),
    ...names.imports().map((name) => `/mijn/inlezen/${names.of(name).id}`),
    // Last, because it tells of the refusals before.
    '/mijn/logboek',
  ];
}

/** What is new in every answer (a nonce, and what follows from the body); a moment is compared as the attribute says it. */
function withoutTheNew({ status, headers, body }: Answer, origin: string): Answer {
  const plain = (text: string) =>
    text
      // The two hosts stand at different ports.
      .replaceAll(origin, 'http://host')
      .replace(/nonce[-="']+[\w+/=-]+/g, 'nonce')
      // The beginning of an id, which stands in full beside it.
      .replace(/nr\. [0-9a-f]{8}(?![a-z0-9])/g, 'nr.')
      .replace(/(<time [^>]*datetime="[^"]*T[^"]*"[^>]*>)[^<]*/g, '$1');
  return {
    status,
    headers: headers
      .filter(([name]) => !['etag', 'content-length'].includes(name))
      .map(([name, value]) => [name, plain(value)]),
    body: plain(body),
  };
}

/** Asks for the pages of B and of a visitor; who may see a page is sent on to its full address. */
export const lookAtPages =
  (pagesOf: (copy: Copy) => Pages): Ending =>
  async (copy, names, { turn }, hear) => {
    const pages = pagesOf(copy);
    const open = openPages(names, turn);
    const visit = async (who: Person | null, path: string) => {
      const secret = who === null ? null : secretOf(who);
      const answer = await pages.get(path, secret);
      hear(who, path, withoutTheNew(answer, pages.origin));
      const [, moved] = answer.headers.find(([name]) => name === 'location') ?? [];
      if (answer.status === 301 && moved)
        hear(who, path, withoutTheNew(await pages.get(moved, secret), pages.origin));
    };
    for (const path of [...open, ...ownPages(names)]) await visit('B', path);
    for (const path of open) await visit(null, path);
  };
