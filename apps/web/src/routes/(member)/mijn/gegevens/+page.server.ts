import { fail, redirect } from '@sveltejs/kit';
import { attempt } from '#lib/server/api.ts';
import { afterConfirming, heldOn } from '#lib/server/confirming.ts';
import { dropLogin } from '#lib/server/login-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  account: await event.locals.api.signing.overview.query(),
  /** Back from an issuer that was asked who one is. */
  held: heldOn(event),
});

/** The person is gone, and so is the login: nothing is left to say on this page. */
const erase = afterConfirming('verwijder', async ({ personalData }) => {
  await personalData.erase.mutate();
  return { done: 'verwijderd' };
});

export const actions: Actions = {
  toon: async ({ locals }) => {
    const { done, refused } = await attempt(locals.api.personalData.mine.mutate());
    if (refused) return fail(refused.status, { code: refused.code, own: null });
    const { municipalities } = await locals.api.municipalities.list.query();
    const named = municipalities.map(({ code, name }): [string, string] => [code, name]);
    return { code: '', own: { ...done, municipalities: named } };
  },
  verwijder: async (event) => {
    const form = await event.request.clone().formData();
    if (form.get('zeker') !== 'ja') return fail(400, { code: 'person.not_sure', own: null });
    const told = await erase(event);
    if (!('done' in told) || told.done !== 'verwijderd') return told;
    dropLogin(event.cookies);
    redirect(303, '/inloggen?uit=verwijderd');
  },
};
