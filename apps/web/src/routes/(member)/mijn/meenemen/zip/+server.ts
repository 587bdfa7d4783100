// The export itself: written to the browser while it is read, so that its size does not matter.
import { Readable } from 'node:stream';
import { redirect } from '@sveltejs/kit';
import { attempt, downloadFile, downloadHeaders } from '#lib/server/api.ts';
import { readLogin } from '#lib/server/login-cookie.ts';
import { zipOfMunicipality } from '#lib/server/municipality-zip.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, cookies, getClientAddress }) => {
  const { done, refused } = await attempt(locals.api.leaving.start.mutate());
  // The page says why, like for everybody who may not be here.
  if (refused) redirect(303, '/mijn/meenemen');
  const asker = { ...readLogin(cookies), origin: getClientAddress() };
  const bytes = zipOfMunicipality(
    done,
    (input) => locals.api.leaving.part.query(input),
    (id) => downloadFile(asker, id),
  );
  const name = `kansenplein-${done.municipality.slug}-${done.startedAt.slice(0, 10)}.zip`;
  return new Response(Readable.toWeb(bytes) as ReadableStream<Uint8Array>, {
    headers: downloadHeaders(name),
  });
};
