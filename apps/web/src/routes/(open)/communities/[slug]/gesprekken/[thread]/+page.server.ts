import { threadHref } from '#lib/communities.ts';
import { reactionLabels } from '#lib/messages/communities.ts';
import { handleOf, linksIn, reasonIn, send } from '#lib/server/community-pages.ts';
import { readText } from '#lib/server/intervention-form.ts';
import { threadTools } from '#lib/server/thread-tools.ts';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

/** How much one page shows; more is a link away. */
const most = 100;

const numberIn = (url: URL, name: string, highest: number): number | null => {
  const text = url.searchParams.get(name) ?? '';
  return /^\d{1,10}$/.test(text) && Number(text) <= highest ? Number(text) : null;
};

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const handle = handleOf(params.thread, 'thread');
  const from = numberIn(url, 'vanaf', 1_000_000) ?? 0;
  // What the script of the page asks for when there is news: only that, in the same page.
  const since = numberIn(url, 'sinds', 2_000_000_000);
  const page = await locals.api.communities.thread.query({ handle, from, since, limit: most });
  // Moved, or renamed: its address is that of where it is now.
  const own = threadHref(page.community, page.thread);
  if (url.pathname !== own) redirect(302, own + url.search);
  const { names } =
    page.can.reply && since === null
      ? await locals.api.communities.nicknames.query({ handle: page.community.slug.slice(-10) })
      : { names: [] };
  const { communities } =
    page.can.move && since === null
      ? await locals.api.communities.list.query({ mine: true, limit: 100 })
      : { communities: [] };
  const follow =
    locals.me.acting && page.can.read && since === null
      ? await locals.api.notifications.followed.query({ kind: 'thread', key: page.thread.id })
      : null;
  return {
    page,
    follow,
    names,
    from,
    next: page.next === null ? null : `${own}?vanaf=${page.next}`,
    targets: communities.filter(({ id, standing }) => standing === 'moderator' && id !== page.community.id),
    did: url.searchParams.get('gedaan'),
  };
};

/** Where a post stands: on a later page of a long conversation too. */
function placeOf({ url }: { readonly url: URL }, number: number, did = ''): string {
  const from = Math.floor(number / most) * most;
  const query = new URLSearchParams({
    ...(from > 0 && { vanaf: String(from) }),
    ...(did && { gedaan: did }),
  });
  return `${url.pathname}${query.size > 0 ? `?${query}` : ''}#bericht-${number}`;
}
const numberOf = (form: FormData): number => Number(/^\d{1,7}$/.exec(readText(form, 'number'))?.[0] ?? 0);

const idIn = (form: FormData): string => readText(form, 'id');
/** Which of them was pressed, and whether it is given or taken back. */
const reactionIn = (form: FormData) => {
  const [kind = '', on] = readText(form, 'reaction').split(':');
  const known = Object.hasOwn(reactionLabels, kind) ? (kind as keyof typeof reactionLabels) : 'thanks';
  return { kind: known, on: on === 'ja' };
};

export const actions: Actions = {
  antwoord: (event) =>
    send(
      event,
      (form) =>
        event.locals.api.communities.reply.mutate({
          id: idIn(form),
          body: readText(form, 'body'),
          links: linksIn(form),
          personalDataReason: reasonIn(form),
        }),
      ({ number }) => placeOf(event, number, 'geplaatst'),
    ),
  waardering: (event) =>
    send(
      event,
      (form) =>
        event.locals.api.communities.react.mutate({
          id: idIn(form),
          ...reactionIn(form),
        }),
      (_, form) => placeOf(event, numberOf(form)),
    ),
  kies: (event) =>
    send(
      event,
      (form) =>
        event.locals.api.communities.markAnswer.mutate({
          id: idIn(form),
          answer: readText(form, 'answer') === 'ja',
        }),
      (_, form) => placeOf(event, numberOf(form), 'antwoord'),
    ),
  ...threadTools,
};
