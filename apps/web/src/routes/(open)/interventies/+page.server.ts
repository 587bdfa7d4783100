import { facetGroups } from '#lib/facets.ts';
import { pairsOf, queryFrom } from '#lib/find-query.ts';
import { OnServer } from '#lib/on-server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const query = { ...queryFrom(url.searchParams), kinds: [] };
  const found = await locals.api.finding.find.query({ ...query, kinds: ['intervention'], limit: 20 });
  return { list: new OnServer({ query, found, pairs: pairsOf(query), groups: facetGroups(found, query) }) };
};
