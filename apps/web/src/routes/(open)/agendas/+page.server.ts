import { facetGroups } from '#lib/facets.ts';
import { pairsOf, queryFrom } from '#lib/find-query.ts';
import { OnServer } from '#lib/on-server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  const { text, municipalities, sort, after, literal } = queryFrom(url.searchParams);
  const query = { ...queryFrom(new URLSearchParams()), text, municipalities, sort, after, literal };
  const found = await locals.api.finding.find.query({ ...query, kinds: ['agenda'], limit: 20 });
  const groups = facetGroups(found, query).filter(({ name }) => name === 'gemeente');
  const { me } = await parent();
  return {
    list: new OnServer({ query, found, pairs: pairsOf(query), groups }),
    // For the alliance: whoever is signed in.
    share: me.account ? await locals.api.agendas.measured.query() : null,
  };
};
