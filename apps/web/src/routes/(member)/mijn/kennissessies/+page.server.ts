import { attempt } from '#lib/server/api.ts';
import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { api, me } = locals;
  const { sessions } = await api.knowledgeSessions.mine.query();
  const hosts = me.acting?.kind === 'municipality' || me.acting?.role === 'coordinator';
  return {
    sessions,
    held: hosts ? (await api.knowledgeSessions.workingSessions.query()).sessions : null,
    writes: hosts && me.acting?.role !== 'reader',
    did: url.searchParams.get('gedaan'),
  };
};

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const title = String((await request.formData()).get('titel') ?? '').trim();
    const { done, refused } = await attempt(locals.api.knowledgeSessions.create.mutate({ title }));
    if (refused) return fail(refused.status, { code: refused.code, title });
    redirect(303, `/mijn/kennissessies/${done.id}`);
  },
};
