// The new address proves itself: only its mailbox has this link. Opening it changes nothing, mail filters do that too.
import { error, fail, redirect } from '@sveltejs/kit';
import { attempt } from '#lib/server/api.ts';
import { forgetLink, secretOfLink } from '#lib/server/mail-link.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, cookies }) => {
  const token = secretOfLink(cookies);
  if (!token) return { link: null };
  const { done } = await attempt(locals.api.signing.link.query({ token }));
  if (done?.purpose !== 'new_address') error(404, 'link.not_found', { code: 'link.not_found' });
  return { link: done };
};

export const actions: Actions = {
  default: async ({ locals, cookies }) => {
    const { refused } = await attempt(
      locals.api.signing.confirmAddress.mutate({ token: secretOfLink(cookies) ?? '' }),
    );
    if (refused) return fail(refused.status, { code: refused.code });
    forgetLink(cookies);
    redirect(303, locals.me.account ? '/mijn/account?gedaan=nieuwadres' : '/inloggen?gedaan=adres');
  },
};
