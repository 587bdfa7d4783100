import { error } from '@sveltejs/kit';
import { dayOf, monthIn, monthOf } from '#lib/calendar/month.ts';
import { OnServer } from '#lib/on-server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const month = monthIn(params.month);
  if (!month) error(404, 'page.not_found', { code: 'page.404' });
  const now = new Date();
  const view = await locals.api.calendar.month.query({ month });
  return { month, today: dayOf(now), now: monthOf(now), list: new OnServer(view) };
};
