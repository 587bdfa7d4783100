// Everything that is kept of whoever asks, as one file.
import { redirect } from '@sveltejs/kit';
import { attempt, downloadHeaders } from '#lib/server/api.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals }) => {
  const { done, refused } = await attempt(locals.api.personalData.mine.mutate());
  if (refused) redirect(303, '/mijn/gegevens');
  const madeAt = new Date().toISOString();
  return new Response(`${JSON.stringify({ madeAt, ...done }, null, 2)}\n`, {
    headers: downloadHeaders(`mijn-gegevens-${madeAt.slice(0, 10)}.json`),
  });
};
