import { error, redirect } from '@sveltejs/kit';
import { attempt } from '#lib/server/api.ts';
import { failedWith, writtenFrom } from '#lib/server/consultation-form.ts';
import { readText } from '#lib/server/intervention-form.ts';
import type { Actions, PageServerLoad } from './$types';

/** A municipality records its own; a coordinator says which, by its code. */
const codeFrom = (text: string | null): string | null => (text && /^gm\d{4}$/.test(text) ? text : null);

export const load: PageServerLoad = async ({ locals, url, request }) => {
  const municipality = codeFrom(url.searchParams.get('gemeente'));
  const { done, refused } = await attempt(locals.api.consultations.choices.query({ municipality }));
  // A form sent after the login ran out: the page below hands its text back instead of an error.
  if (refused && !(refused.status === 401 && request.method === 'POST'))
    error(refused.status, refused.code, { code: refused.code });
  return { choices: done };
};

export const actions = {
  default: async ({ locals, request }) => {
    const form = await request.formData();
    const municipality = codeFrom(readText(form, 'municipality'));
    const { done, refused } = await attempt(
      locals.api.consultations.record.mutate({ municipality, ...writtenFrom(form) }),
    );
    if (refused) return failedWith(refused, form, '');
    redirect(303, `/mijn/overleggen/${done.id}?gedaan=vastgelegd`);
  },
} satisfies Actions;
