import { leadToSlug, loadVersions } from '#lib/server/versions-pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const list = await loadVersions(locals.api.interventions, params.slug);
  leadToSlug(url, params.slug, list.document.slug);
  return { list };
};
