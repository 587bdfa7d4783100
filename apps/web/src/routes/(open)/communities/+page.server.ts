import { communityFacets, joiningsIn, themesIn } from '#lib/communities.ts';
import type { PageServerLoad } from './$types';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const load: PageServerLoad = async ({ locals, url }) => {
  const { searchParams } = url;
  const chosen = {
    themes: themesIn(searchParams.getAll('thema')),
    joinings: joiningsIn(searchParams.getAll('lid')),
  };
  const mine = locals.me.account !== null && searchParams.has('mijn');
  const [name, id] = [searchParams.get('na') ?? '', searchParams.get('id') ?? ''];
  const after = name !== '' && name.length <= 200 && uuid.test(id) ? { name, id } : null;
  const { communities, total, facets, next } = await locals.api.communities.list.query({
    ...chosen,
    mine,
    after,
  });
  const kept = new URLSearchParams([
    ...chosen.themes.map((value) => ['thema', value]),
    ...chosen.joinings.map((value) => ['lid', value]),
    ...(mine ? [['mijn', '']] : []),
  ]);
  const onward = new URLSearchParams(kept);
  for (const [key, value] of Object.entries({ na: next?.name ?? '', id: next?.id ?? '' }))
    onward.set(key, value);
  const role = locals.me.acting?.role;
  return {
    communities,
    total,
    groups: communityFacets(facets, chosen),
    mine,
    chosen: chosen.themes.length + chosen.joinings.length > 0,
    next: next && `/communities?${onward}`,
    start: after ? `/communities?${kept}` : null,
    canFound: role !== undefined && role !== 'reader' && role !== 'operator',
  };
};
