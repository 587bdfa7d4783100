import { failed } from '#lib/server/community-pages.ts';
import { attempt } from '#lib/server/api.ts';
import { readText } from '#lib/server/intervention-form.ts';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
  waiting: await locals.api.communities.waiting.query(),
  did: url.searchParams.get('gedaan'),
});

export const actions: Actions = {
  terzijde: async ({ request, locals }) => {
    const form = await request.formData();
    const { refused } = await attempt(locals.api.communities.setAside.mutate({ id: readText(form, 'id') }));
    if (refused) return failed(refused, form);
    redirect(303, '/mijn/communities?gedaan=geregeld');
  },
  vragen: async ({ request, locals }) => {
    const form = await request.formData();
    const wanted = readText(form, 'wanted') === 'ja';
    const { refused } = await attempt(locals.api.communities.chooseOffers.mutate({ wanted }));
    if (refused) return failed(refused, form);
    redirect(303, '/mijn/communities?gedaan=bewaard');
  },
};
