import { fail, redirect } from '@sveltejs/kit';
import { attempt } from '#lib/server/api.ts';
import type { PageServerLoad, Actions } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
  ...(await locals.api.notifications.choices.query()),
  saved: url.searchParams.has('bewaard'),
});

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await request.formData();
    const { notifications } = locals.api;
    // Only what was changed: each choice is a change of its own, and an event.
    for (const { kind, way, possible } of (await notifications.choices.query()).choices) {
      const chosen = possible.find((each) => each === form.get(kind));
      if (chosen === undefined || chosen === way) continue;
      const { refused } = await attempt(notifications.choose.mutate({ kind, way: chosen }));
      if (refused) return fail(refused.status, { code: refused.code });
    }
    redirect(303, '/mijn/meldingen/instellingen?bewaard');
  },
};
