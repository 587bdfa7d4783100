import { error, fail, redirect } from '@sveltejs/kit';
import { handleIn } from '#lib/format.ts';
import { organisationHref } from '#lib/organisations.ts';
import { attempt } from '#lib/server/api.ts';
import { fieldsOf, numberOrNull, readText } from '#lib/server/intervention-form.ts';
import { describedBy, typedOrganisation } from '#lib/server/picking.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const code = 'organisation.not_found';
  const handle = handleIn(params.slug);
  if (!handle) error(404, code, { code });
  const page = await locals.api.organisations.get.query({ handle });
  if (page.state === 'merged') redirect(302, organisationHref(page));
  // Who may not correct it has nothing to do here.
  if (!page.can.correct) error(404, code, { code });
  const { municipalities } = await locals.api.municipalities.list.query();
  return { page, places: municipalities.map(({ code: of, name }) => ({ code: of, name })) };
};

export const actions = {
  default: async ({ locals, request }) => {
    const form = await request.formData();
    const typed = typedOrganisation(form);
    const { done, refused } = await attempt(
      locals.api.organisations.correct.mutate({
        id: readText(form, 'id'),
        revision: numberOrNull(readText(form, 'revision')) ?? 0,
        ...describedBy(typed),
      }),
    );
    if (refused) return fail(refused.status, { code: refused.code, fields: fieldsOf(refused.fields), typed });
    redirect(303, organisationHref({ slug: done.slug, kind: describedBy(typed).kind }));
  },
} satisfies Actions;
