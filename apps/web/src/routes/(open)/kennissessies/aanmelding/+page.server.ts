// One registration, for who holds a link from a mail; nobody need be signed in.
import { attempt, type Refused } from '#lib/server/api.ts';
import { secretOfLink } from '#lib/server/mail-link.ts';
import { opinionIn, type Opinion } from '#lib/server/opinion.ts';
import { fail, redirect, type Cookies } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, cookies, url, setHeaders }) => {
  const token = secretOfLink(cookies);
  if (!token) return { linked: null, over: false, did: null };
  const { done } = await attempt(locals.api.knowledgeSessions.link.query({ token }));
  if (!done) setHeaders({ 'x-page-status': '404' });
  return { linked: done, over: done === null, did: url.searchParams.get('gedaan') };
};

const tokenOf = (cookies: Cookies): string => secretOfLink(cookies) ?? '';
function told(refused: Refused | null, did: string, opinion: Opinion | null = null) {
  if (refused) return fail(refused.status, { code: refused.code, opinion });
  redirect(303, `/kennissessies/aanmelding?gedaan=${did}`);
}

export const actions: Actions = {
  bevestigen: async ({ locals, cookies }) => {
    const token = tokenOf(cookies);
    return told(
      (await attempt(locals.api.knowledgeSessions.confirmByLink.mutate({ token }))).refused,
      'bevestigd',
    );
  },
  afmelden: async ({ locals, cookies }) => {
    const token = tokenOf(cookies);
    return told(
      (await attempt(locals.api.knowledgeSessions.withdrawByLink.mutate({ token }))).refused,
      'afgemeld',
    );
  },
  aannemen: async ({ request, locals, cookies }) => {
    const part = String((await request.formData()).get('deel') ?? '');
    const { refused } = await attempt(
      locals.api.knowledgeSessions.acceptByLink.mutate({ token: tokenOf(cookies), part }),
    );
    return told(refused, 'aangenomen');
  },
  mening: async ({ request, locals, cookies }) => {
    const opinion = opinionIn(await request.formData());
    const { refused } = await attempt(
      locals.api.knowledgeSessions.feedbackByLink.mutate({ token: tokenOf(cookies), ...opinion }),
    );
    return told(refused, 'mening', opinion);
  },
};
