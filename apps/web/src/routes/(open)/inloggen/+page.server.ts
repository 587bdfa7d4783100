import { fail, redirect } from '@sveltejs/kit';
import { attempt } from '#lib/server/api.ts';
import { keepLogin } from '#lib/server/login-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

/** Only a path of our own: an address elsewhere would make our sign-in page somebody's trap. */
function safeReturn(wanted: string | null): string {
  return wanted && /^\/(?![/\\])[^\s\\]*$/.test(wanted) ? wanted : '/mijn';
}

export const load: PageServerLoad = async ({ locals, url }) => {
  const back = safeReturn(url.searchParams.get('terug'));
  if (locals.me.account && !url.searchParams.has('terug')) redirect(303, '/mijn');
  return {
    back,
    signedOut: url.searchParams.get('uit'),
    accounts: locals.me.demo ? await locals.api.accounts.demoAccounts.query() : null,
  };
};

export const actions: Actions = {
  default: async ({ request, locals, cookies, url }) => {
    const form = await request.formData();
    const address = String(form.get('adres') ?? '').slice(0, 200);
    const password = String(form.get('wachtwoord') ?? '');
    if (!address.trim() || !password) return fail(400, { address, code: 'account.sign_in_failed' });
    const { done, refused } = await attempt(locals.api.accounts.signIn.mutate({ address, password }));
    // A malformed address is answered like a wrong one: the form tells nothing about who exists.
    if (refused) {
      const code = refused.code === 'input.invalid' ? 'account.sign_in_failed' : refused.code;
      return fail(refused.status, { address, code });
    }
    keepLogin(cookies, done);
    redirect(303, safeReturn(url.searchParams.get('terug')));
  },
};
