import { OnServer } from '#lib/on-server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const [newest, places] = await Promise.all([
    locals.api.finding.find.query({ kinds: ['intervention'], sort: 'newest', limit: 5 }),
    locals.api.municipalities.list.query(),
  ]);
  const slugs = new Map(places.municipalities.map((place) => [place.code, place.slug]));
  return {
    list: new OnServer({
      newest: newest.hits.flatMap((hit) => (hit.kind === 'intervention' ? [hit.card] : [])),
      total: newest.total,
      themes: (newest.facets?.themes ?? []).toSorted((a, b) => b.count - a.count).slice(0, 8),
      active: (newest.facets?.municipalities ?? [])
        .slice(0, 8)
        .map((count) => ({ name: count.label, slug: slugs.get(count.value) ?? '', count: count.count })),
      joined: places.municipalities.filter((place) => place.joined).length,
    }),
  };
};
