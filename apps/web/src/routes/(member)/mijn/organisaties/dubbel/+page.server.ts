import { fail, redirect } from '@sveltejs/kit';
import { attempt, type Refused } from '#lib/server/api.ts';
import { readMany, readText } from '#lib/server/intervention-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  if (!locals.me.account) return { groups: [], merges: [], text: '', found: [], did: null };
  const { organisations } = locals.api;
  const text = (url.searchParams.get('q') ?? '').trim().slice(0, 100);
  const [{ groups }, { merges }, found] = await Promise.all([
    organisations.doubles.query(),
    organisations.merges.query(),
    text === '' ? null : organisations.list.query({ text, limit: 10 }),
  ]);
  return { groups, merges, text, found: found?.organisations ?? [], did: url.searchParams.get('gedaan') };
};

/** `about`: the form it was typed in. */
const failed = (refused: Pick<Refused, 'status' | 'code'>, reason: string, about: string) =>
  fail(refused.status, { code: refused.code, reason, about });

export const actions = {
  samenvoegen: async ({ locals, request }) => {
    const form = await request.formData();
    const [into, reason, about] = ['into', 'reason', 'about'].map((name) => readText(form, name));
    const going = readMany(form, 'same').filter((id) => id !== into);
    const stays = into ?? '';
    const chosen = { reason: reason ?? '', about: about ?? '' };
    if (stays === '' || going.length === 0)
      return failed({ status: 400, code: 'organisation.nothing_chosen' }, chosen.reason, chosen.about);
    for (const id of going) {
      const merging = locals.api.organisations.merge.mutate({ id, into: stays, reason: chosen.reason });
      const { refused } = await attempt(merging);
      if (refused) return failed(refused, chosen.reason, chosen.about);
    }
    redirect(303, '/mijn/organisaties/dubbel?gedaan=samengevoegd');
  },
  uitelkaar: async ({ locals, request }) => {
    const form = await request.formData();
    const [id, reason] = [readText(form, 'id'), readText(form, 'reason')];
    const { refused } = await attempt(locals.api.organisations.undoMerge.mutate({ id, reason }));
    if (refused) return failed(refused, reason, id);
    redirect(303, '/mijn/organisaties/dubbel?gedaan=uitelkaar');
  },
} satisfies Actions;
