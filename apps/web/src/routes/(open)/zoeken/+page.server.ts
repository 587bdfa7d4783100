import { facetGroups, kindGroup } from '#lib/facets.ts';
import { pairsOf, queryFrom } from '#lib/find-query.ts';
import { OnServer } from '#lib/on-server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const query = queryFrom(url.searchParams);
  const asked = url.searchParams.size > 0;
  const found = asked ? await locals.api.finding.find.query({ ...query, limit: 20 }) : null;
  return {
    list: new OnServer({
      query,
      found,
      pairs: pairsOf(query),
      groups: found ? [...kindGroup(found, query), ...facetGroups(found, query)] : [],
    }),
  };
};
