import { attempt } from '#lib/server/api.ts';
import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { api, me } = locals;
  const { sessions } = await api.knowledgeSessions.mine.query();
  const { acting } = me;
  const isMember = acting !== null && acting.kind !== 'installation';
  const hosts = acting?.kind === 'municipality' || acting?.kind === 'alliance';
  const { communities } = isMember ? await api.communities.list.query({ mine: true }) : { communities: [] };
  const moderated = communities.filter(({ standing }) => standing === 'moderator');
  const held = isMember ? (await api.knowledgeSessions.workingSessions.query()).sessions : [];
  return {
    sessions,
    held: hosts || moderated.length > 0 || held.length > 0 ? held : null,
    /** For whom one may begin a session: who one acts for, and the communities one moderates. */
    holders: [
      ...(acting !== null && hosts && acting.role !== 'reader' ? [{ id: '', name: acting.label }] : []),
      ...moderated.map(({ id, name }) => ({ id, name: `Community ${name}` })),
    ],
    now: Date.now(),
    did: url.searchParams.get('gedaan'),
  };
};

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await request.formData();
    const title = String(form.get('titel') ?? '').trim();
    const community = String(form.get('voor') ?? '');
    const { done, refused } = await attempt(
      locals.api.knowledgeSessions.create.mutate({ title, community: community || null }),
    );
    if (refused) return fail(refused.status, { code: refused.code, title, community });
    redirect(303, `/mijn/kennissessies/${done.id}`);
  },
};
