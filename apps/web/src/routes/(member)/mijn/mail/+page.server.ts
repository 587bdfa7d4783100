import { fail, redirect } from '@sveltejs/kit';
import { attempt } from '#lib/server/api.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
  ...(await locals.api.notifications.undelivered.query()),
  again: url.searchParams.has('opnieuw'),
});

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const id = String((await request.formData()).get('id') ?? '');
    const { refused } = await attempt(locals.api.notifications.tryAgain.mutate({ id }));
    if (refused) return fail(refused.status, { code: refused.code });
    redirect(303, '/mijn/mail?opnieuw');
  },
};
