// The host's surface over HTTP: procedures, health, and the checks every answer passes.
import { router, searchLag } from '@kansenplein/core';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { visitorCaller } from '@kansenplein/db';
import type { HttpBindings } from '@hono/node-server';
import { Hono, type Context as HonoContext } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Logger } from 'pino';
import { addressOf, contextFor, cookieName, readCookie, type Services } from './caller.ts';
import type { Config } from './config.ts';
import { feedRoutes } from './feeds.ts';
import { fileRoutes } from './files.ts';
import { disarm, headersOfEveryAnswer } from './headers.ts';
import { liveRoutes } from './live.ts';
import { paperRoutes } from './papers.ts';
import { localClientOf } from './local-client.ts';
import { refusal } from './refusal.ts';
import { stopRoutes } from './stop-mail.ts';

type Web = { Bindings: HttpBindings };

const kilobytes = 1024;
const small = 100 * kilobytes;
/** A document that is brought in is a file, not a form. */
const file = 2048 * kilobytes;
/** A whole agenda is one document: a hundred goals and three hundred actions must fit. */
const wholeAgenda = 1000 * kilobytes;
const largerThanSmall: Readonly<Record<string, number>> = {
  '/trpc/imports.start': file,
  '/trpc/agendas.save': wholeAgenda,
};

/** Another site cannot make a signed-in browser change anything: browsers always tell where a request comes from. */
function comesFromElsewhere(c: HonoContext<Web>, origin: string): boolean {
  const site = c.req.header('sec-fetch-site');
  const from = c.req.header('origin');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  return from !== undefined && from !== origin;
}

export function createApp(services: Services, config: Config, log: Logger): Hono<Web> {
  const app = new Hono<Web>();
  const cookie = cookieName(config.origin);

  const everyAnswer = headersOfEveryAnswer(config.origin);
  app.use(async (c, next) => {
    await next();
    disarm(c.res.headers);
    for (const [name, value] of everyAnswer) if (!c.res.headers.has(name)) c.header(name, value);
  });

  app.use('/trpc/*', async (c, next) => {
    if (c.req.method !== 'GET' && comesFromElsewhere(c, config.origin))
      return c.json(refusal('request.from_elsewhere', 403), 403);
    const maxSize = largerThanSmall[c.req.path] ?? small;
    return bodyLimit({ maxSize, onError: () => c.json(refusal('request.too_large', 413), 413) })(c, next);
  });

  app.all('/trpc/*', (c) =>
    fetchRequestHandler({
      endpoint: '/trpc',
      req: c.req.raw,
      router,
      // Each procedure of a batch takes a connection of its own.
      maxBatchSize: 10,
      createContext: () =>
        contextFor(services, {
          secret: readCookie(c.req.header('cookie'), cookie),
          origin: addressOf(c.env.incoming, config),
          browser: c.req.header('user-agent') ?? null,
        }),
      onError: ({ error, path }) => {
        if (error.code === 'INTERNAL_SERVER_ERROR')
          log.error({ path, err: error.cause ?? error }, 'procedure failed');
      },
    }),
  );

  app.use('/files/*', async (c, next) =>
    c.req.method !== 'GET' && comesFromElsewhere(c, config.origin)
      ? c.json(refusal('request.from_elsewhere', 403), 403)
      : next(),
  );
  const requestOf = (c: HonoContext<Web>) => ({
    secret: readCookie(c.req.header('cookie'), cookie),
    origin: addressOf(c.env.incoming, config),
  });
  const callerOf = async (c: HonoContext<Web>) => contextFor(services, requestOf(c)).caller;
  app.route('/files', fileRoutes(services, callerOf));
  app.route('/live', liveRoutes(services.live, callerOf));
  app.route('/papier', paperRoutes(services, log, requestOf));
  app.route('/feeds', feedRoutes(services, log, requestOf));
  app.route(
    '/stop',
    stopRoutes(localClientOf(services, log), (c) => addressOf(c.env.incoming, config)),
  );

  app.get('/health', async (c) => {
    try {
      const search = await services.database.asActor(visitorCaller, 'read', (tx) =>
        searchLag(tx, services.search),
      );
      return c.json({ status: 'ok', ...(search && { search }) });
    } catch {
      return c.json({ status: 'database_unreachable' }, 503);
    }
  });

  app.notFound((c) => c.json(refusal('page.not_found', 404), 404));
  app.onError((error, c) => {
    log.error({ err: error }, 'request failed');
    return c.json(refusal('internal', 500), 500);
  });
  return app;
}
