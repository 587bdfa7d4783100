import { error, fail, redirect } from '@sveltejs/kit';
import { attempt } from '#lib/server/api.ts';
import { readText, revisionFrom } from '#lib/server/intervention-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { done, refused } = await attempt(locals.api.imports.compare.query({ id: params.id }));
  if (refused) error(refused.status, refused.code, { code: refused.code });
  const { fileName } = await locals.api.imports.get.query({ id: params.id });
  return { compared: done, fileName, id: params.id, did: url.searchParams.get('gedaan') };
};

export const actions = {
  overnemen: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const { refused } = await attempt(
      locals.api.imports.takeOver.mutate({
        id: params.id,
        draft: readText(form, 'draft'),
        revision: revisionFrom(form),
        field: readText(form, 'field'),
        number: readText(form, 'number'),
      }),
    );
    if (refused) return fail(refused.status, { code: refused.code });
    redirect(303, `${url.pathname}?gedaan=overgenomen#verschillen`);
  },
  concept: async ({ locals, params, request, url }) => {
    const position = Number(readText(await request.formData(), 'position'));
    const { refused } = await attempt(locals.api.imports.draftOne.mutate({ id: params.id, position }));
    if (refused) return fail(refused.status, { code: refused.code });
    redirect(303, `${url.pathname}?gedaan=concept#verschillen`);
  },
} satisfies Actions;
