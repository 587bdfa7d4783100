import { fail, redirect } from '@sveltejs/kit';
import { attempt } from '#lib/server/api.ts';
import { dropLogin } from '#lib/server/login-cookie.ts';
import type { Actions } from './$types';

const refusedWith = (status: number, code: string) => fail(status, { code, own: null });

export const actions: Actions = {
  toon: async ({ locals }) => {
    const { done, refused } = await attempt(locals.api.personalData.mine.mutate());
    return refused ? refusedWith(refused.status, refused.code) : { code: '', own: done };
  },
  verwijder: async ({ request, locals, cookies }) => {
    const form = await request.formData();
    if (form.get('zeker') !== 'ja') return refusedWith(400, 'person.not_sure');
    const password = String(form.get('wachtwoord') ?? '');
    if (password === '') return refusedWith(400, 'person.wrong_password');
    const { refused } = await attempt(locals.api.personalData.erase.mutate({ password }));
    if (refused) return refusedWith(refused.status, refused.code);
    dropLogin(cookies);
    redirect(303, '/inloggen?uit=verwijderd');
  },
};
