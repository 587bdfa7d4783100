import { leadToSlug, loadComparison } from '#lib/server/versions-pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const found = await loadComparison(locals.api.agendas, params.slug, url);
  leadToSlug(url, params.slug, found.compared.document.slug);
  return found;
};
