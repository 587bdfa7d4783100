import { error, fail, redirect } from '@sveltejs/kit';
import { addressOf, inOrder, nextOpen } from '#lib/review/order.ts';
import { attempt, type Refused } from '#lib/server/api.ts';
import { entriesOf, readText } from '#lib/server/intervention-form.ts';
import { decisionFrom } from '#lib/server/review-form.ts';
import type { Actions, PageServerLoad } from './$types';

/** What was chosen for the paper of an addendum: `new`, an agenda, or an agenda and the addendum it replaces. */
function intoFrom(form: FormData) {
  const [agenda = '', addendum = null] = readText(form, 'into').split(' ');
  if (agenda === '') return {};
  return { into: agenda === 'new' ? ('new' as const) : { agenda, addendum } };
}

export const load: PageServerLoad = async ({ locals, params, request, url }) => {
  const { imports } = locals.api;
  const { done: found, refused } = await attempt(imports.get.query({ id: params.id }));
  // A form sent after the login ran out: the page below hands its text back instead of an error.
  if (refused && !(refused.status === 401 && request.method === 'POST'))
    error(refused.status, refused.code, { code: refused.code });
  const reviewable = found?.draft && !found.otherMunicipality;
  const review = reviewable ? await imports.review.query({ id: params.id }) : null;
  const present = reviewable ? await imports.present.mutate({ id: params.id }) : null;
  // Only before its drafts are made can a document follow an earlier one.
  const fresh = review !== null && found?.state === 'read' && !found.follows;
  const asksWhere = fresh && found.draft?.form?.paper === 'addendum';
  return {
    earlier: fresh ? (await imports.earlier.query({ id: params.id })).imports : [],
    belonging: asksWhere ? await imports.belonging.query({ id: params.id }) : null,
    found,
    review,
    colleagues: present?.colleagues ?? [],
    wanted: url.searchParams.get('veld'),
    did: url.searchParams.get('gedaan'),
    count: Number(url.searchParams.get('aantal') ?? 0),
  };
};

function failed(refused: Refused, form: FormData, path: string) {
  const item = readText(form, 'item');
  // Nothing was typed in a button alone: signing in is all there is to do.
  if (refused.status === 401 && item === '') redirect(303, `/inloggen?terug=${encodeURIComponent(path)}`);
  return fail(refused.status, {
    code: refused.code,
    fields: [...refused.fields],
    item,
    entries: entriesOf(form),
  });
}

export const actions = {
  bewaren: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const decision = decisionFrom(form, params.id);
    const { refused } = await attempt(locals.api.imports.decide.mutate(decision));
    if (refused) return failed(refused, form, url.pathname);
    const items = inOrder(await locals.api.imports.review.query({ id: params.id }));
    const next = decision.verdict === 'open' ? { key: decision.item } : nextOpen(items, decision.item);
    redirect(303, next ? addressOf(next.key) : `${url.pathname}?gedaan=alles`);
  },
  deel: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const group = readText(form, 'group');
    const verdict = readText(form, 'verdict') === 'left' ? ('left' as const) : ('accepted' as const);
    const { done, refused } = await attempt(
      locals.api.imports.decideGroup.mutate({ id: params.id, group, verdict }),
    );
    return refused
      ? failed(refused, form, url.pathname)
      : redirect(303, `${url.pathname}?gedaan=deel&aantal=${done.decided}`);
  },
  concepten: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const { refused } = await attempt(
      locals.api.imports.makeDrafts.mutate({ id: params.id, ...intoFrom(form) }),
    );
    return refused ? failed(refused, form, url.pathname) : redirect(303, url.pathname);
  },
  versie: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const earlier = readText(form, 'earlier');
    const { done, refused } = await attempt(locals.api.imports.follow.mutate({ id: params.id, earlier }));
    return refused
      ? failed(refused, form, url.pathname)
      : redirect(303, `${url.pathname}?gedaan=versie&aantal=${done.carried}`);
  },
} satisfies Actions;
