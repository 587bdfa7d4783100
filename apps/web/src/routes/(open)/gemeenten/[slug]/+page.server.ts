import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { api, me } = locals;
  const municipality = await api.municipalities.get.query({ slug: params.slug });
  const [{ agendas }, found, alike, follow] = await Promise.all([
    api.agendas.list.query({ municipality: municipality.code }),
    api.finding.find.query({
      kinds: ['intervention'],
      municipalities: [municipality.code],
      sort: 'newest',
      limit: 20,
      facets: false,
    }),
    api.municipalities.alike.query({ slug: params.slug }),
    me.acting ? api.notifications.followed.query({ kind: 'municipality', key: municipality.code }) : null,
  ]);
  return {
    municipality,
    agendas,
    interventions: found.hits.flatMap((hit) => (hit.kind === 'intervention' ? [hit.card] : [])),
    total: found.total,
    alike,
    follow,
  };
};
