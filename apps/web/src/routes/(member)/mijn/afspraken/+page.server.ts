import { OnServer } from '#lib/on-server.ts';
import { yearFrom } from '#lib/server/year.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const year = yearFrom(url);
  const [standing, { consultations }] = await Promise.all([
    locals.api.commitments.mine.query({ year }),
    locals.api.consultations.list.query({}),
  ]);
  const publishes = ['publisher', 'administrator'].includes(locals.me.acting?.role ?? '');
  return { standing: new OnServer(standing), consultations, publishes };
};
