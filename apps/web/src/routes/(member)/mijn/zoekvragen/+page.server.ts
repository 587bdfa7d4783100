import { fail } from '@sveltejs/kit';
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
    saved: url.searchParams.get('gedaan') === 'bewaard',
    searches: searches.map(({ question, ...search }) => ({
      ...search,
      words: wordsOf(question, names),
      href: hrefOf('/zoeken', pairsOf(question)),
    })),
  };
};

const idIn = (form: FormData): string => String(form.get('id') ?? '');
/** What was typed comes back with the refusal, at its own question. */
const told = (refused: Refused | null, done: string, typed: { id: string; name?: string }) =>
  refused
    ? fail(refused.status, { code: refused.code, done: '', fields: [...refused.fields], typed })
    : { code: '', done, fields: [], typed };

export const actions: Actions = {
  wijzigen: async ({ request, locals }) => {
    const form = await request.formData();
    const [id, name] = [idIn(form), nameFrom(form)];
    const { refused } = await attempt(
      locals.api.savedSearches.change.mutate({ id, name, alert: alertFrom(form) }),
    );
    return told(refused, `‘${name}’ is gewijzigd.`, { id, name });
  },
  weggooien: async ({ request, locals }) => {
    const id = idIn(await request.formData());
    const { refused } = await attempt(locals.api.savedSearches.remove.mutate({ id }));
    return told(refused, 'De zoekvraag is weggegooid.', { id });
  },
};
