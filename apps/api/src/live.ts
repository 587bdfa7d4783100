// Streams of events (Server-Sent Events): a conversation as it goes on. What is told is a number; whoever is told reads
// the page anew. Unseen and not existing are the same answer, as everywhere.
import type { Live } from '@kansenplein/core';
import type { Caller } from '@kansenplein/db';
import { Hono, type Context } from 'hono';
import { refusal } from './refusal.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Bytes that may wait for a reader; who is slower than that comes back and is told what it missed. */
const mostWaiting = 64 * 1024;

function changeIn(text: string | undefined): number | null {
  const change = Number(text);
  return text !== undefined && /^\d{1,10}$/.test(text) ? Math.min(change, 2_000_000_000) : null;
}

/** The last event a browser had, which it says itself when it comes back; else what the page was made with. */
const afterIn = (c: Context): number | null =>
  changeIn(c.req.header('last-event-id')) ?? changeIn(c.req.query('na'));

export function liveRoutes(live: Live, callerOf: (c: Context) => Promise<Caller>): Hono {
  const routes = new Hono();
  routes.get('/gesprekken/:id', async (c) => {
    const thread = c.req.param('id');
    const absent = () => c.json(refusal('thread.not_found', 404), 404);
    if (!uuid.test(thread)) return absent();
    let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
    let leave: (() => void) | null = null;
    const body = new ReadableStream<Uint8Array>(
      {
        start(own) {
          controller = own;
        },
        cancel() {
          controller = null;
          leave?.();
        },
      },
      new ByteLengthQueuingStrategy({ highWaterMark: mostWaiting }),
    );
    const stream = {
      write(event: Uint8Array) {
        if (controller === null || (controller.desiredSize ?? 0) <= 0) return false;
        controller.enqueue(event);
        return true;
      },
      end() {
        controller?.close();
        controller = null;
      },
    };
    // How long to wait before coming back, a little different for each, so that not all come at once.
    stream.write(new TextEncoder().encode(`retry: ${1000 + Math.floor(Math.random() * 2000)}\n\n`));
    try {
      leave = await live.follow(await callerOf(c), { thread, after: afterIn(c) }, stream);
    } catch (error) {
      if (error instanceof RangeError) return c.json(refusal('request.too_many', 429), 429);
      throw error;
    }
    if (leave === null) return absent();
    return c.body(body, 200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // A proxy that gathers answers would keep the news to itself.
      'x-accel-buffering': 'no',
    });
  });
  return routes;
}
