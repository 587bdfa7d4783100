// Keeping the question of a search page: its address comes along, so that nothing is typed twice.
import { fail, redirect } from '@sveltejs/kit';
import { hrefOf, pairsOf, queryFrom } from '#lib/find-query.ts';
import { attempt } from '#lib/server/api.ts';
import { alertFrom, nameFrom, placeNames, wordsOf } from '#lib/server/questions.ts';
import type { Actions, PageServerLoad } from './$types';

const questionIn = (url: URL) => {
  const { after: _after, ...question } = queryFrom(url.searchParams);
  return question;
};

export const load: PageServerLoad = async ({ locals, url }) => {
  const question = questionIn(url);
  const words = wordsOf(question, await placeNames(locals.api, [question]));
  return { words, back: hrefOf('/zoeken', pairsOf(question)), suggestion: words.join(', ').slice(0, 100) };
};

export const actions: Actions = {
  default: async ({ request, locals, url }) => {
    const form = await request.formData();
    const [name, alert] = [nameFrom(form), alertFrom(form)];
    const { refused } = await attempt(
      locals.api.savedSearches.save.mutate({ name, alert, question: questionIn(url) }),
    );
    if (refused)
      return fail(refused.status, { code: refused.code, fields: [...refused.fields], name, alert });
    redirect(303, '/mijn/zoekvragen?gedaan=bewaard');
  },
};
