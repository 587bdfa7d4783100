import { fail, redirect } from '@sveltejs/kit';
import { attempt } from '#lib/server/api.ts';
import { follow } from '#lib/server/outcome.ts';
import { passkeyProof } from '#lib/server/passkey-form.ts';
import { safeReturn } from '#lib/server/return-path.ts';
import { readWaiting } from '#lib/server/short-cookies.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const back = safeReturn(url.searchParams.get('terug'));
  if (locals.me.account && !url.searchParams.has('terug')) redirect(303, '/mijn');
  const [{ issuers }, accounts] = await Promise.all([
    locals.api.signing.ways.query(),
    locals.me.demo ? locals.api.accounts.demoAccounts.query() : null,
  ]);
  return {
    back,
    issuers,
    accounts,
    signedOut: url.searchParams.get('uit'),
    done: url.searchParams.get('gedaan'),
  };
};

export const actions: Actions = {
  wachtwoord: async ({ request, locals, cookies, url }) => {
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
    return follow(cookies, done, safeReturn(url.searchParams.get('terug')));
  },
  passkey: async ({ request, locals, cookies, url }) => {
    const response = passkeyProof(await request.formData());
    const asked = readWaiting(cookies, 'sleutel');
    if (!response) return fail(400, { address: '', code: 'account.passkey_needs_script' });
    if (!asked) return fail(401, { address: '', code: 'account.step_over' });
    const { done, refused } = await attempt(
      locals.api.signing.passkeySignIn.mutate({ step: asked.secret, response }),
    );
    if (refused) return fail(refused.status, { address: '', code: refused.code });
    return follow(cookies, done, safeReturn(url.searchParams.get('terug')));
  },
};
