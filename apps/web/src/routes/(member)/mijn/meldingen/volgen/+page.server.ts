// What somebody follows; the buttons on the pages that can be followed send their forms here.
import { fail, redirect } from '@sveltejs/kit';
import { themeLabels } from '#lib/messages/labels.ts';
import { followNouns } from '#lib/messages/notifying.ts';
import { attempt } from '#lib/server/api.ts';
import { safeReturn } from '#lib/server/return-path.ts';
import type { FollowKind } from '#lib/wire.ts';
import type { Actions, PageServerLoad } from './$types';

const here = '/mijn/meldingen/volgen';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { follows, room } = await locals.api.notifications.follows.query();
  const followed = new Set(follows.flatMap(({ kind, key }) => (kind === 'theme' ? [key] : [])));
  const themes = Object.entries(themeLabels).filter(([theme]) => !followed.has(theme));
  return { follows, room, themes, done: url.searchParams.get('gedaan') };
};

const textIn = (form: FormData, name: string): string => String(form.get(name) ?? '');
const kindIn = (form: FormData): FollowKind =>
  Object.keys(followNouns).find((kind): kind is FollowKind => kind === form.get('soort')) ?? 'theme';
/** Back to where the button stood; here it is said what was done. */
const back = (form: FormData, done: string): never =>
  redirect(303, form.has('terug') ? safeReturn(textIn(form, 'terug'), here) : `${here}?gedaan=${done}`);

export const actions: Actions = {
  volg: async ({ request, locals }) => {
    const form = await request.formData();
    const target = { kind: kindIn(form), key: textIn(form, 'sleutel') };
    const { refused } = await attempt(locals.api.notifications.follow.mutate(target));
    return refused ? fail(refused.status, { code: refused.code }) : back(form, 'gevolgd');
  },
  stop: async ({ request, locals }) => {
    const form = await request.formData();
    const { refused } = await attempt(locals.api.notifications.unfollow.mutate({ id: textIn(form, 'id') }));
    return refused ? fail(refused.status, { code: refused.code }) : back(form, 'gestopt');
  },
};
