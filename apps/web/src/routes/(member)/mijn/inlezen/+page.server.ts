import { fail, redirect } from '@sveltejs/kit';
import { attempt } from '#lib/server/api.ts';
import { decodeText } from '#lib/server/decode-text.ts';
import type { Actions, PageServerLoad } from './$types';

const MOST = 500_000;

export const load: PageServerLoad = async ({ locals }) => {
  if (!locals.me.account) return { imports: [] };
  return locals.api.imports.list.query();
};

/** What is wrong with a document before anybody tries to read it; null when nothing is. */
function problemWith(fileName: string, text: string | null): string | null {
  if (/\.(docx?|pdf|odt)$/i.test(fileName)) return 'type';
  if (text === null) return 'binary';
  if (text.trim() === '') return 'empty';
  return text.length > MOST ? 'large' : null;
}

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await request.formData();
    const file = form.get('bestand');
    const pasted = String(form.get('tekst') ?? '').replace(/\r\n?/g, '\n');
    const chosen = file instanceof File && file.size > 0 ? file : null;
    const fileName = (chosen?.name ?? 'Geplakte tekst').replace(/\p{Cc}/gu, '').slice(-200) || 'document.txt';
    const text = chosen ? decodeText(new Uint8Array(await chosen.arrayBuffer())) : pasted;
    const problem = problemWith(fileName, text);
    if (problem || text === null)
      return fail(400, { problem: problem ?? 'binary', code: '', text: pasted.slice(0, MOST) });
    const { done, refused } = await attempt(locals.api.imports.start.mutate({ fileName, text }));
    if (refused) return fail(refused.status, { problem: '', code: refused.code, text: pasted });
    redirect(303, `/mijn/inlezen/${done.id}`);
  },
};
