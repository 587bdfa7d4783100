// Feeds and calendar files over HTTP. What everybody may follow is asked as a visitor, whoever is signed in, so that it may
// be kept on the way; what is somebody's is asked with that person's rights and kept nowhere.
import type { HttpBindings } from '@hono/node-server';
import { TRPCClientError } from '@trpc/client';
import { Hono, type Context } from 'hono';
import type { Logger } from 'pino';
import type { Request, Services } from './caller.ts';
import { Editions, etagOf } from './editions.ts';
import { downloadHeaders } from './headers.ts';
import { localClientOf } from './local-client.ts';

type Web = { Bindings: HttpBindings };
type Client = ReturnType<ReturnType<typeof localClientOf>>;

const publicFeeds: Readonly<
  Record<string, { type: string; ask(client: Client): Promise<{ text: string }> }>
> = {
  'kennissessies.atom': {
    type: 'application/atom+xml; charset=utf-8',
    ask: (client) => client.calendar.atom.query(),
  },
  'kennissessies.ics': {
    type: 'text/calendar; charset=utf-8',
    ask: (client) => client.calendar.publicFeed.query(),
  },
};

/** Five minutes: a session that does not go on is known soon enough, and a thousand readers ask once. */
const shared = 'public, max-age=300';

const handleIn = (name: string) => /(?:^|-)([a-z0-9]{10})\.ics$/.exec(name)?.[1];
const secretIn = (name: string) => /^([A-Za-z0-9_-]{43})\.ics$/.exec(name)?.[1];

const isRefused = (error: unknown): boolean =>
  error instanceof TRPCClientError &&
  ((error.data as { httpStatus?: number } | undefined)?.httpStatus ?? 500) < 500;

/** What was asked; null when it is not there for who asks, for whatever reason: all of them are one answer. */
const unlessRefused = (asked: Promise<{ text: string }>) =>
  asked.catch((error: unknown) => {
    if (isRefused(error)) return null;
    throw error;
  });

/**
 * `GET /kennissessies.atom` and `/kennissessies.ics`: public sessions. `/kennissessies/<slug>.ics`: one session, for who may
 * see it. `/kalender/<secret>.ics`: the sessions of the person whose secret it is.
 */
export function feedRoutes(
  services: Services,
  log: Logger,
  requestOf: (c: Context<Web>) => Request,
): Hono<Web> {
  const routes = new Hono<Web>();
  const editions = new Editions();
  const clientOf = localClientOf(services, log);
  const asVisitor = (c: Context<Web>) => clientOf({ ...requestOf(c), secret: null });

  for (const [name, feed] of Object.entries(publicFeeds)) {
    routes.get(`/${name}`, async (c) => {
      const { text } = await feed.ask(asVisitor(c));
      const { headers, isKnown } = editions.of(name, text, {
        ifNoneMatch: c.req.header('if-none-match'),
        ifModifiedSince: c.req.header('if-modified-since'),
      });
      const known = { ...headers, 'cache-control': shared };
      return isKnown ? c.body(null, 304, known) : c.body(text, 200, { ...known, 'content-type': feed.type });
    });
  }

  routes.get('/kennissessies/:name', async (c) => {
    const name = c.req.param('name');
    const handle = handleIn(name);
    const found = handle && (await unlessRefused(clientOf(requestOf(c)).calendar.file.query({ handle })));
    return found ? c.body(found.text, 200, downloadHeaders(`kennissessie-${name}`)) : c.notFound();
  });

  routes.get('/kalender/:name', async (c) => {
    const token = secretIn(c.req.param('name'));
    const found = token && (await unlessRefused(asVisitor(c).calendar.ownFeed.query({ token })));
    if (!found) return c.notFound();
    const etag = etagOf(found.text);
    if (c.req.header('if-none-match') === etag) return c.body(null, 304, { etag });
    return c.body(found.text, 200, { ...downloadHeaders('kennissessies.ics'), etag });
  });
  return routes;
}
