import { threadHref } from '#lib/communities.ts';
import { reactionLabels } from '#lib/messages/communities.ts';
import { handleOf, linksIn, reasonIn, send } from '#lib/server/community-pages.ts';
import { readText } from '#lib/server/intervention-form.ts';
import { threadTools } from '#lib/server/thread-tools.ts';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

/** How much one page shows; more is a link away. */
const most = 100;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const handle = handleOf(params.thread, 'thread');
  const asked = Number(url.searchParams.get('vanaf') ?? 0);
  const from = Number.isInteger(asked) && asked >= 0 && asked <= 1_000_000 ? asked : 0;
  const page = await locals.api.communities.thread.query({ handle, from, limit: most });
  // Moved, or renamed: its address is that of where it is now.
  const own = threadHref(page.community, page.thread);
  if (url.pathname !== own) redirect(302, own + url.search);
  const { names } = page.can.reply
    ? await locals.api.communities.nicknames.query({ handle: page.community.slug.slice(-10) })
    : { names: [] };
  const { communities } = page.can.move
    ? await locals.api.communities.list.query({ mine: true, limit: 100 })
    : { communities: [] };
  const follow =
    locals.me.acting && page.can.read
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

const idIn = (form: FormData): string => readText(form, 'id');
const kindIn = (form: FormData) => {
  const kind = readText(form, 'kind');
  return Object.hasOwn(reactionLabels, kind) ? (kind as keyof typeof reactionLabels) : ('thanks' as const);
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
      ({ number }) => {
        const from = Math.floor(number / most) * most;
        return `${event.url.pathname}?${from > 0 ? `vanaf=${from}&` : ''}gedaan=geplaatst#bericht-${number}`;
      },
    ),
  waardering: (event) =>
    send(
      event,
      (form) =>
        event.locals.api.communities.react.mutate({
          id: idIn(form),
          kind: kindIn(form),
          on: readText(form, 'on') === 'ja',
        }),
      (_, form) =>
        `${event.url.pathname}${event.url.search.replace(/\?\/waardering/, '')}#bericht-${readText(form, 'number')}`,
    ),
  kies: (event) =>
    send(
      event,
      (form) =>
        event.locals.api.communities.markAnswer.mutate({
          id: idIn(form),
          answer: readText(form, 'answer') === 'ja',
        }),
      (_, form) => `${event.url.pathname}?gedaan=antwoord#bericht-${readText(form, 'number')}`,
    ),
  ...threadTools,
};
