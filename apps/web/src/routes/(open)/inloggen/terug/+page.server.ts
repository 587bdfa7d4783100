// Back from the issuer. What it says travels in the address, so the address is left again at once.
import { redirect } from '@sveltejs/kit';
import { attempt } from '#lib/server/api.ts';
import { follow } from '#lib/server/outcome.ts';
import { safeReturn } from '#lib/server/return-path.ts';
import { dropWaiting, readWaiting } from '#lib/server/short-cookies.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, cookies, url }) => {
  const told = url.searchParams.get('mis');
  if (told !== null) {
    return { code: told.slice(0, 60), back: safeReturn(url.searchParams.get('terug')) };
  }
  const waiting = readWaiting(cookies, 'dienst');
  const back = waiting?.back ?? '/mijn';
  const leave = (code: string): never =>
    redirect(303, `/inloggen/terug?mis=${encodeURIComponent(code)}&terug=${encodeURIComponent(back)}`);
  if (!waiting) return leave('account.step_over');
  const { done, refused } = await attempt(
    locals.api.signing.finishAtIssuer.mutate({ step: waiting.secret, query: url.search.slice(1, 8000) }),
  );
  dropWaiting(cookies, 'dienst');
  return refused ? leave(refused.code) : follow(cookies, done, back);
};
