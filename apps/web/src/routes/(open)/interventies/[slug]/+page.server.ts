import { error, redirect } from '@sveltejs/kit';
import { handleIn, interventionHref } from '#lib/format.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  const handle = handleIn(params.slug);
  if (!handle) error(404, 'intervention.not_found', { code: 'intervention.not_found' });
  const found = await locals.api.interventions.get.query({ handle });
  // Kit has no page that renders with another status than 200 without being an error; the hook reads this header.
  if (found.state === 'withdrawn') setHeaders({ 'x-page-status': '410' });
  // The words in an address may be old; only the handle counts.
  else if (found.card.slug !== params.slug) redirect(301, interventionHref(found.card));
  return { found };
};
