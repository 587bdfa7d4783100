// To the issuer. A link and not a form: our policy lets no form end at another site, and nothing of a person changes.
import { redirect } from '@sveltejs/kit';
import { attempt } from '#lib/server/api.ts';
import { safeReturn } from '#lib/server/return-path.ts';
import { keepWaiting } from '#lib/server/short-cookies.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, cookies, url }) => {
  const back = safeReturn(url.searchParams.get('terug'));
  const { done, refused } = await attempt(locals.api.signing.startAtIssuer.mutate({ issuer: params.issuer }));
  if (refused)
    redirect(
      303,
      `/inloggen/terug?mis=${encodeURIComponent(refused.code)}&terug=${encodeURIComponent(back)}`,
    );
  keepWaiting(cookies, 'dienst', { secret: done.step, expiresAt: done.expiresAt }, back);
  return new Response(null, { status: 303, headers: { location: done.url } });
};
