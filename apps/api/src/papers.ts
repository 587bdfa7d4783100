// Papers over HTTP: `/papier/…/docx` and `/papier/…/pdf`. The procedure tells what the reader may see, in its own
// transaction; of that the paper is written, in a process apart (documents/decisions/0003 and 0004).
import {
  type AnyPaper,
  dayOf,
  type Paper,
  type PaperContent,
  type PaperFormat,
  PaperTooHeavy,
} from '@kansenplein/core';
import type { HttpBindings } from '@hono/node-server';
import { TRPCClientError } from '@trpc/client';
import { Hono, type Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Logger } from 'pino';
import type { Request, Services } from './caller.ts';
import { downloadHeaders } from './headers.ts';
import { localClientOf } from './local-client.ts';
import { DeskBusy, PaperDesk } from './paper-desk.ts';
import { refusal } from './refusal.ts';

type Web = { Bindings: HttpBindings };
type Client = ReturnType<ReturnType<typeof localClientOf>>;

/** Papers that one address may have written in ten minutes; those that lie ready do not count. */
const mostFrom = { points: 120, seconds: 600 };

interface Wanted {
  ask(client: Client): Promise<Paper>;
  readonly format: PaperFormat;
  /** Address of the page it is of. */
  readonly page: string;
}

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const address = new RegExp(
  `^(?:/(?<noun>interventies|agendas)/(?<slug>[a-z0-9-]{0,100}?(?<handle>[a-z0-9]{10}))(?:/versies/(?<number>[1-9]\\d{0,5}))?` +
    `|/mijn/(?<own>interventies|agendas)/(?<id>${uuid}))(?:/aanvullingen/(?<addendum>[a-z0-9]{6,12}))?/(?<format>docx|pdf)$`,
);

/** What an address asks for; null for one that is none. */
export function wantedAt(path: string): Wanted | null {
  const { noun, slug, handle, number, own, id, addendum = null, format } = address.exec(path)?.groups ?? {};
  const isIntervention = (noun ?? own) === 'interventies';
  if (!format || (isIntervention && addendum !== null)) return null;
  const known = { format: format as PaperFormat };
  if (id) {
    const page = `/mijn/${own}/${id}`;
    return isIntervention
      ? { ...known, page, ask: (client) => client.papers.interventionDraft.query({ id }) }
      : { ...known, page, ask: (client) => client.papers.agendaDraft.query({ id, addendum }) };
  }
  if (!handle) return null;
  const version = number === undefined ? null : Number(number);
  const page = `/${noun}/${slug}${version === null ? '' : `/versies/${version}`}`;
  return isIntervention
    ? { ...known, page, ask: (client) => client.papers.intervention.query({ handle, version }) }
    : { ...known, page, ask: (client) => client.papers.agenda.query({ handle, version, addendum }) };
}

/** `interventie-warme-overdracht-k7m2p9xqhr-2026-03-12.docx`; of a working copy 'CONCEPT' before it, and today. */
export function nameOf({ content, slug, publishedOn }: Paper, format: PaperFormat, today: string): string {
  const nouns = { intervention: 'interventie', agenda: 'agenda', addendum: 'addendum' };
  const concept = publishedOn === null ? 'CONCEPT-' : '';
  return `${concept}${nouns[content.kind]}-${slug}-${publishedOn ?? today}.${format}`;
}

/** The content with the day on which it is written. */
function onDay<One extends PaperContent>({ kind, paper }: One, writtenOn: string): AnyPaper {
  return { kind, paper: { ...paper, provenance: { ...paper.provenance, writtenOn } } } as AnyPaper;
}

interface Refused {
  readonly code: string;
  readonly status: ContentfulStatusCode;
}

const busy: Refused = { code: 'paper.busy', status: 503 };
const missing: Refused = { code: 'paper.not_found', status: 404 };

/** What is unseen, withdrawn or never was is one answer; anything that is no refusal is a fault of ours. */
function refusedBy(error: unknown): Refused | null {
  if (error instanceof DeskBusy) return busy;
  if (error instanceof PaperTooHeavy) return { code: 'paper.too_heavy', status: 422 };
  if (!(error instanceof TRPCClientError)) return null;
  const { code, httpStatus } = (error.data ?? {}) as { code?: string; httpStatus?: number };
  if (!code || !httpStatus || httpStatus >= 500) return null;
  return httpStatus === 404 ? missing : { code, status: httpStatus as ContentfulStatusCode };
}

/** What the page says when somebody who clicked is led back to it. */
const toldOnPage: Readonly<Record<string, string>> = {
  'paper.busy': 'druk',
  'paper.too_many': 'veel',
  'paper.too_heavy': 'zwaar',
  'paper.too_many_interventions': 'zwaar',
};

/** A person who clicked is led to the page, which says what is the matter; a program gets the code. */
function refuse(c: Context<Web>, { code, status }: Refused, page: string | null): Response {
  if (code === busy.code) c.header('retry-after', '30');
  if (page === null || !(c.req.header('accept') ?? '').includes('text/html'))
    return c.json(refusal(code, status), status);
  const told = toldOnPage[code];
  return c.redirect(told ? `${page}?papier=${told}#papier` : page, 303);
}

/** `GET /papier/<page>/<docx|pdf>` answers the file of that page; see `wantedAt`. */
export function paperRoutes(
  services: Services,
  log: Logger,
  requestOf: (c: Context<Web>) => Request,
  desk = new PaperDesk(),
): Hono<Web> {
  const routes = new Hono<Web>();
  const clientOf = localClientOf(services, log);

  routes.get('/*', async (c) => {
    const wanted = wantedAt(c.req.path.slice('/papier'.length));
    if (!wanted) return refuse(c, missing, null);
    const request = requestOf(c);
    const today = dayOf(new Date());
    try {
      const told = await wanted.ask(clientOf(request));
      const paper = onDay(told.content, today);
      const headers = downloadHeaders(nameOf(told, wanted.format, today));
      if (c.req.method === 'HEAD') return c.body(null, 200, headers);
      const wish = { paper, format: wanted.format };
      const ready = desk.find(wish);
      if (!ready && !(await services.database.attempt('paper', request.origin, mostFrom)))
        return refuse(c, { code: 'paper.too_many', status: 429 }, wanted.page);
      const keep = told.publishedOn !== null;
      const asked = { ...wish, asker: request.origin, keep, gone: c.req.raw.signal };
      return c.body(new Uint8Array(ready ?? (await desk.write(asked))), 200, headers);
    } catch (error) {
      const refused = refusedBy(error);
      if (!refused) throw error;
      return refuse(c, refused, wanted.page);
    }
  });
  return routes;
}
