import { error, fail, redirect } from '@sveltejs/kit';
import { attempt } from '#lib/server/api.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { done, refused } = await attempt(locals.api.imports.get.query({ id: params.id }));
  if (refused) error(refused.status, refused.code, { code: refused.code });
  return { found: done };
};

export const actions: Actions = {
  default: async ({ locals, params }) => {
    const { refused } = await attempt(locals.api.imports.makeDrafts.mutate({ id: params.id }));
    if (refused) return fail(refused.status, { code: refused.code });
    redirect(303, `/mijn/inlezen/${params.id}`);
  },
};
