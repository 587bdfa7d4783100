import { error, fail, redirect } from '@sveltejs/kit';
import { attempt } from '#lib/server/api.ts';
import { keepLogin } from '#lib/server/login-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  // The address is a secret: it must not travel on to other sites.
  setHeaders({ 'x-robots-tag': 'noindex' });
  const { done, refused } = await attempt(locals.api.accounts.invitation.query({ token: params.token }));
  if (refused) error(404, 'invitation.not_found', { code: 'invitation.not_found' });
  return { invitation: done };
};

export const actions: Actions = {
  default: async ({ request, locals, params, cookies }) => {
    const form = await request.formData();
    const name = String(form.get('naam') ?? '').slice(0, 120);
    const password = String(form.get('wachtwoord') ?? '');
    const { done, refused } = await attempt(
      locals.api.accounts.acceptInvitation.mutate({ token: params.token, name, password }),
    );
    if (refused) return fail(refused.status, { name, code: refused.code, fields: [...refused.fields] });
    keepLogin(cookies, done);
    redirect(303, '/mijn');
  },
};
