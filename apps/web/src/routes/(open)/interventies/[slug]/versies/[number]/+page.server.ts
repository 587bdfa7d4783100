import { handleOf, leadToSlug, numberIn } from '#lib/server/versions-pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const asked = { handle: handleOf(params.slug), number: numberIn(params.number) };
  const found = await locals.api.interventions.version.query(asked);
  leadToSlug(url, params.slug, found.page.card.slug);
  const { attachments } = await locals.api.interventions.attachments.query(asked);
  return { found, attachments };
};
