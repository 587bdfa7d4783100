import { fail, redirect } from '@sveltejs/kit';
import { attempt } from '#lib/server/api.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({ sent: url.searchParams.has('verstuurd') });

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const address = String((await request.formData()).get('adres') ?? '').slice(0, 200);
    const { refused } = await attempt(locals.api.signing.forgotPassword.mutate({ address }));
    // Known or not is answered alike.
    if (refused) return fail(refused.status, { address, code: refused.code });
    redirect(303, '/wachtwoord-vergeten?verstuurd');
  },
};
