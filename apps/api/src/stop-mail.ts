// The link of a mail that stops it: posted to by a mail program it stops at once (RFC 8058), opened by a person it leads to
// a page with one button, because mail filters open links too. Posting asks for no cookie and for no Origin: the secret in
// the address is the proof, and stopping mail is all that it can do.
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { TRPCClientError } from '@trpc/client';
import type { localClientOf } from './local-client.ts';

type Web = { Bindings: HttpBindings };

const smallest = 10 * 1024;
const plain = { 'content-type': 'text/plain; charset=utf-8', 'referrer-policy': 'no-referrer' };

export function stopRoutes(
  localClient: ReturnType<typeof localClientOf>,
  originOf: (c: Context<Web>) => string,
): Hono<Web> {
  const routes = new Hono<Web>();
  const tooLarge = bodyLimit({ maxSize: smallest, onError: (c) => c.text('Te groot', 413, plain) });

  routes.get('/:token', (c) => {
    c.header('referrer-policy', 'no-referrer');
    return c.redirect(`/mail-stoppen/${encodeURIComponent(c.req.param('token'))}`, 303);
  });
  routes.post('/:token', tooLarge, async (c) => {
    const client = localClient({ secret: null, origin: originOf(c) });
    try {
      await client.notifications.stop.mutate({ token: c.req.param('token') });
    } catch (error) {
      // What is no link and what was one are answered alike.
      if (!(error instanceof TRPCClientError) || error.data?.httpStatus >= 500) throw error;
      return c.text('Deze link werkt niet meer.', 404, plain);
    }
    return c.text('U krijgt hierover geen mail meer.', 200, plain);
  });
  return routes;
}
