// Files over HTTP: taken in as bytes, given out as an attachment that no browser opens by itself, each time through the
// rights of who asks.
import {
  type ErrorClass,
  largestFile,
  openFile,
  Refusal,
  storeFile,
  type UploadedFile,
} from '@kansenplein/core';
import type { Caller } from '@kansenplein/db';
import type { HttpBindings } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Services } from './caller.ts';
import { downloadHeaders } from './headers.ts';
import { refusal } from './refusal.ts';

type Web = { Bindings: HttpBindings };

const statuses: Record<ErrorClass, ContentfulStatusCode> = {
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  invalid: 400,
  tooMany: 429,
};

const mediaTypes = {
  txt: 'text/plain',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
};

const answer = (c: Context<Web>, code: string, httpStatus: ContentfulStatusCode) =>
  c.json(refusal(code, httpStatus), httpStatus);

/** The name as the sender gave it, percent-encoded because headers are Latin-1. */
function givenName(header: string | undefined): string {
  try {
    return decodeURIComponent(header ?? '').slice(0, 500);
  } catch {
    return '';
  }
}

/**
 * `POST /` with the bytes as body and the name in `x-file-name` keeps what is to be read in, `POST /attachment` what is to
 * go along with a page; both answer `{ id, tells }`, the kinds of personal data found in it. `GET /<id>` answers the bytes.
 * What may not be seen answers like what does not exist.
 */
export function fileRoutes(services: Services, callerOf: (c: Context<Web>) => Promise<Caller>): Hono<Web> {
  const routes = new Hono<Web>();
  routes.use(bodyLimit({ maxSize: largestFile, onError: (c) => answer(c, 'file.too_large', 413) }));

  const takeIn = async (c: Context<Web>, purpose: UploadedFile['purpose']) => {
    // A form of another site can send text, forms and nothing else without asking first (CORS-safelisted types).
    if (c.req.header('content-type') !== 'application/octet-stream') return answer(c, 'file.not_bytes', 415);
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    try {
      const name = givenName(c.req.header('x-file-name'));
      return c.json(await storeFile(services, await callerOf(c), { name, bytes, purpose }));
    } catch (error) {
      if (error instanceof Refusal) return answer(c, error.code, statuses[error.class]);
      throw error;
    }
  };
  routes.post('/', (c) => takeIn(c, 'import'));
  routes.post('/attachment', (c) => takeIn(c, 'attachment'));

  routes.get('/:id', async (c) => {
    const found = await openFile(services, await callerOf(c), c.req.param('id'));
    if (!found) return answer(c, 'file.not_found', 404);
    return c.body(new Uint8Array(found.bytes), 200, {
      ...downloadHeaders(found.name),
      // By content, whatever its name says.
      'content-type': mediaTypes[found.type],
    });
  });
  return routes;
}
