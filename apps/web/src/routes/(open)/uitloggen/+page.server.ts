// Signing out is a change, so it is a POST; whoever comes here by a link is asked.
import { redirect } from '@sveltejs/kit';
import { dropLogin } from '#lib/server/login-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  if (!locals.me.account) redirect(303, '/inloggen');
};

export const actions: Actions = {
  default: async ({ request, locals, cookies }) => {
    const everywhere = (await request.formData()).get('waar') === 'overal';
    if (locals.me.account) await locals.api.accounts.signOut.mutate({ everywhere });
    dropLogin(cookies);
    redirect(303, `/inloggen?uit=${everywhere ? 'overal' : 'hier'}`);
  },
};
