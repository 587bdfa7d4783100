import { fail, redirect } from '@sveltejs/kit';
import { attempt } from '#lib/server/api.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const cursor = url.searchParams.get('vanaf');
  const { done } = await attempt(locals.api.notifications.list.query(cursor ? { cursor } : {}));
  // An address that somebody changed by hand begins at the beginning.
  const { groups, next } = done ?? (await locals.api.notifications.list.query({}));
  return {
    groups,
    next: next && `/mijn/meldingen?vanaf=${encodeURIComponent(next)}`,
    start: cursor ? '/mijn/meldingen' : null,
    here: cursor ? `vanaf=${encodeURIComponent(cursor)}` : '',
    seenAt: new Date().toISOString(),
  };
};

export const actions: Actions = {
  gelezen: async ({ request, locals, url }) => {
    const form = await request.formData();
    const ids = form.getAll('id').map(String);
    const until = String(form.get('tot') ?? '');
    const { refused } = await attempt(
      locals.api.notifications.markRead.mutate(ids.length > 0 ? { ids } : { until }),
    );
    if (refused) return fail(refused.status, { code: refused.code });
    const from = url.searchParams.get('vanaf');
    redirect(303, from ? `/mijn/meldingen?vanaf=${encodeURIComponent(from)}` : '/mijn/meldingen');
  },
};
