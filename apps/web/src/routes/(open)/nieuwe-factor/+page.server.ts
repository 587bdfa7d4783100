// An administrator had somebody's second factor set anew: that person chooses another, by a link from the mail.
import { error, fail } from '@sveltejs/kit';
import { attempt } from '#lib/server/api.ts';
import { forgetLink, secretOfLink } from '#lib/server/mail-link.ts';
import { follow } from '#lib/server/outcome.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, cookies }) => {
  const token = secretOfLink(cookies);
  if (!token) return { link: null };
  const { done } = await attempt(locals.api.signing.link.query({ token }));
  if (done?.purpose !== 'new_factor') error(404, 'link.not_found', { code: 'link.not_found' });
  return { link: done };
};

export const actions: Actions = {
  default: async ({ request, locals, cookies }) => {
    const password = String((await request.formData()).get('wachtwoord') ?? '') || null;
    const { done, refused } = await attempt(
      locals.api.signing.renewFactor.mutate({ token: secretOfLink(cookies) ?? '', password }),
    );
    if (refused) return fail(refused.status, { code: refused.code });
    forgetLink(cookies);
    return follow(cookies, done, '/mijn');
  },
};
