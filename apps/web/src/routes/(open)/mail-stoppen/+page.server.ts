// One press in a mail stops it. The link stops what that mail was about and does nothing else; nobody need be signed in.
import { fail } from '@sveltejs/kit';
import { attempt } from '#lib/server/api.ts';
import { secretOfLink } from '#lib/server/mail-link.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, cookies, setHeaders }) => {
  const token = secretOfLink(cookies);
  if (!token) return { link: null, over: false };
  const { done } = await attempt(locals.api.notifications.link.query({ token }));
  if (!done) setHeaders({ 'x-page-status': '404' });
  return { link: done, over: done === null };
};

export const actions: Actions = {
  default: async ({ locals, cookies }) => {
    const { refused } = await attempt(
      locals.api.notifications.stop.mutate({ token: secretOfLink(cookies) ?? '' }),
    );
    return refused ? fail(refused.status, { code: 'stop.not_found' }) : { code: '' };
  },
};
