import { fail, redirect } from '@sveltejs/kit';
import { hrefOf, pairsOf } from '#lib/find-query.ts';
import { attempt, type Refused } from '#lib/server/api.ts';
import { alertFrom, nameFrom, placeNames, wordsOf } from '#lib/server/questions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { searches, room } = await locals.api.savedSearches.list.query();
  const names = await placeNames(
    locals.api,
    searches.map(({ question }) => question),
  );
  return {
    room,
    done: url.searchParams.get('gedaan'),
    searches: searches.map(({ question, ...search }) => ({
      ...search,
      words: wordsOf(question, names),
      href: hrefOf('/zoeken', pairsOf(question)),
    })),
  };
};

const idIn = (form: FormData): string => String(form.get('id') ?? '');
/** What was typed comes back with the refusal, at its own question; what was done is told on a page one can go back to. */
function told(refused: Refused | null, done: string, typed: { id: string; name?: string }) {
  if (refused) return fail(refused.status, { code: refused.code, fields: [...refused.fields], typed });
  redirect(303, `/mijn/zoekvragen?gedaan=${done}`);
}

export const actions: Actions = {
  wijzigen: async ({ request, locals }) => {
    const form = await request.formData();
    const [id, name] = [idIn(form), nameFrom(form)];
    const { refused } = await attempt(
      locals.api.savedSearches.change.mutate({ id, name, alert: alertFrom(form) }),
    );
    return told(refused, 'gewijzigd', { id, name });
  },
  weggooien: async ({ request, locals }) => {
    const id = idIn(await request.formData());
    const { refused } = await attempt(locals.api.savedSearches.remove.mutate({ id }));
    return told(refused, 'weggegooid', { id });
  },
};
