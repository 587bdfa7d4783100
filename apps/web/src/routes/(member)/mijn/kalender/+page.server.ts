import { fail, redirect } from '@sveltejs/kit';
import { dayOf, monthIn, monthOf } from '#lib/calendar/month.ts';
import { OnServer } from '#lib/on-server.ts';
import { attempt, publicOrigin } from '#lib/server/api.ts';
import { markShown, setsShown, wasShown } from '#lib/server/shown-once.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, cookies }) => {
  const now = new Date();
  const month = monthIn(url.searchParams.get('maand') ?? '') ?? monthOf(now);
  const [view, address] = await Promise.all([
    locals.api.calendar.ownMonth.query({ month }),
    locals.api.calendar.address.query(),
  ]);
  return {
    month,
    today: dayOf(now),
    now: monthOf(now),
    list: new OnServer(view),
    since: address.since,
    done: url.searchParams.get('gedaan'),
    nextSet: setsShown(cookies) + 1,
  };
};

const nothing = { code: null, secretAddress: null, shownBefore: false };

export const actions: Actions = {
  /** The address stands in this answer only. Asked for anew it would be made anew, and end the one just copied. */
  maken: async ({ request, locals, cookies }) => {
    if (wasShown(cookies, await request.formData())) return fail(409, { ...nothing, shownBefore: true });
    const { done, refused } = await attempt(locals.api.calendar.makeAddress.mutate());
    if (refused) return fail(refused.status, { ...nothing, code: refused.code });
    markShown(cookies);
    return { ...nothing, secretAddress: `${publicOrigin()}/feeds/kalender/${done.secret}.ics` };
  },
  intrekken: async ({ locals }) => {
    const { refused } = await attempt(locals.api.calendar.dropAddress.mutate());
    if (refused) return fail(refused.status, { ...nothing, code: refused.code });
    redirect(303, '/mijn/kalender?gedaan=ingetrokken');
  },
};
