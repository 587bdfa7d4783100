import { redirect } from '@sveltejs/kit';
import { afterConfirming } from '#lib/server/confirming.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  account: await locals.api.signing.overview.query(),
});

export const actions: Actions = {
  /** Asked before the new password is typed, so that it is typed once. */
  bevestigen: afterConfirming('bevestigen', async () => ({})),
  wachtwoord: afterConfirming('wachtwoord', async ({ signing }, form) => {
    await signing.changePassword.mutate({ password: String(form.get('wachtwoord') ?? '') });
    redirect(303, '/mijn/account?gedaan=wachtwoord');
  }),
};
