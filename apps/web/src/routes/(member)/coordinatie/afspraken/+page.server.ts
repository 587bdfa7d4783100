import { OnServer } from '#lib/on-server.ts';
import { chosenIn, commitmentFilterFrom } from '#lib/server/commitment-filter.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const filter = commitmentFilterFrom(url);
  const [overview, { consultations }] = await Promise.all([
    locals.api.commitments.overview.query(filter),
    locals.api.consultations.list.query({ waiting: true }),
  ]);
  const chosen = chosenIn(filter);
  const download = new URLSearchParams({ ...chosen, jaar: String(overview.year) });
  return {
    overview: new OnServer(overview),
    waiting: consultations,
    filter,
    chosen,
    download: `/coordinatie/afspraken/afspraken.csv?${download}`,
  };
};
