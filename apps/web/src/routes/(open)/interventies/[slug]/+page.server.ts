import { error, fail, redirect } from '@sveltejs/kit';
import { handleIn, interventionHref } from '#lib/format.ts';
import { attempt } from '#lib/server/api.ts';
import { promisedIn, promisedQuery } from '#lib/server/promised.ts';
import type { Actions, PageServerLoad } from './$types';

const notFound = 'intervention.not_found';

export const load: PageServerLoad = async ({ locals, params, setHeaders, url }) => {
  const handle = handleIn(params.slug);
  if (!handle) error(404, notFound, { code: notFound });
  const found = await locals.api.interventions.get.query({ handle });
  // Kit has no page that renders with another status than 200 without being an error; the hook reads this header.
  if (found.state === 'withdrawn') {
    setHeaders({ 'x-page-status': '410' });
    return { found, lineage: null, attachments: [], resembling: [], follow: null, promised: null };
  }
  // The words in an address may be old; only the handle counts.
  if (found.card.slug !== params.slug) redirect(301, interventionHref(found.card) + url.search);
  const { to, from } = found.relations.adapted_from;
  const hasLineage = to.length > 0 || from.length > 0 || found.workingCopy !== null;
  const key = found.card.id;
  const [lineage, { attachments }, { related: resembling }, follow, promised] = await Promise.all([
    hasLineage ? locals.api.adoptions.lineage.query({ handle }) : null,
    locals.api.interventions.attachments.query({ handle, number: null }),
    locals.api.finding.related.query({ handle }),
    locals.me.acting ? locals.api.notifications.followed.query({ kind: 'intervention', key }) : null,
    promisedIn(locals.api, url.searchParams, found.card.slug),
  ]);
  return { found, lineage, attachments, resembling, follow, promised };
};

export const actions = {
  overnemen: async ({ locals, params, request }) => {
    const form = await request.formData();
    const handle = handleIn(params.slug) ?? '';
    const { done, refused } = await attempt(locals.api.adoptions.adopt.mutate({ handle }));
    if (refused) return fail(refused.status, { code: refused.code });
    redirect(303, `/mijn/interventies/${done.id}?gedaan=overgenomen${promisedQuery(form)}`);
  },
} satisfies Actions;
