import { fail, redirect } from '@sveltejs/kit';
import { attempt, uploadFile } from '#lib/server/api.ts';
import { readLogin } from '#lib/server/login-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

const MOST = 500_000;

export const load: PageServerLoad = async ({ locals }) => {
  if (!locals.me.account) return { imports: [] };
  return locals.api.imports.list.query();
};

export const actions: Actions = {
  default: async ({ request, locals, cookies, getClientAddress }) => {
    const form = await request.formData();
    const file = form.get('bestand');
    const pasted = String(form.get('tekst') ?? '').replace(/\r\n?/g, '\n');
    const refuse = (status: number, code: string) => fail(status, { code, text: pasted.slice(0, MOST) });
    if (!(file instanceof File && file.size > 0)) {
      if (pasted.trim() === '') return refuse(400, 'import.empty');
      if (pasted.length > MOST) return refuse(400, 'import.too_long');
      const start = { fileName: 'Geplakte tekst', text: pasted };
      const { done, refused } = await attempt(locals.api.imports.start.mutate(start));
      return refused ? refuse(refused.status, refused.code) : redirect(303, `/mijn/inlezen/${done.id}`);
    }
    const upload = await uploadFile({ ...readLogin(cookies), origin: getClientAddress() }, file);
    if (upload.refused) return refuse(upload.refused.status, upload.refused.code);
    const { done, refused } = await attempt(locals.api.imports.start.mutate({ file: upload.done.id }));
    return refused ? refuse(refused.status, refused.code) : redirect(303, `/mijn/inlezen/${done.id}`);
  },
};
