import { threadHref } from '#lib/communities.ts';
import { attempt } from '#lib/server/api.ts';
import { demandLogin, handleOf, reasonIn, send } from '#lib/server/community-pages.ts';
import { readText } from '#lib/server/intervention-form.ts';
import { error, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

const absent = (): never => error(404, 'post.not_found', { code: 'post.not_found' });

export const load: PageServerLoad = async (event) => {
  demandLogin(event);
  const { locals, params } = event;
  const number = /^\d{1,6}$/.test(params.number) ? Number(params.number) : -1;
  if (number < 0) absent();
  const handle = handleOf(params.thread, 'thread');
  const asked = locals.api.communities.thread.query({ handle, from: number, limit: 1 });
  // A post in a thread that one does not see is a post that is not there.
  const page = (await attempt(asked)).done ?? absent();
  const post = page.posts.find((each) => each.number === number);
  // What was typed before the login ran out is handed back, although the post itself is not seen now.
  if (!post && event.request.method === 'GET') absent();
  const readsEarlier = post && (post.removed === null || page.can.moderate);
  const { texts } = readsEarlier
    ? await locals.api.communities.earlier.query({ id: post.id })
    : { texts: [] };
  return { page, post: post ?? null, texts, back: threadHref(page.community, page.thread) };
};

type Event = RequestEvent<{ slug: string; thread: string; number: string }>;
const backTo = ({ params }: Event, did: string): string =>
  `/communities/${params.slug}/gesprekken/${params.thread}?vanaf=${Math.floor(Number(params.number) / 100) * 100}&gedaan=${did}#bericht-${params.number}`;

export const actions: Actions = {
  wijzig: (event) =>
    send(
      event,
      (form) =>
        event.locals.api.communities.editPost.mutate({
          id: readText(form, 'id'),
          body: readText(form, 'body'),
          personalDataReason: reasonIn(form),
        }),
      () => backTo(event, 'gewijzigd'),
    ),
  verwijder: (event) =>
    send(
      event,
      (form) =>
        event.locals.api.communities.removePost.mutate({
          id: readText(form, 'id'),
          reason: readText(form, 'reason').trim(),
        }),
      () => backTo(event, 'verwijderd'),
    ),
  meld: (event) =>
    send(
      event,
      (form) =>
        event.locals.api.communities.reportPost.mutate({
          id: readText(form, 'id'),
          reason: readText(form, 'reason').trim(),
        }),
      () => backTo(event, 'gemeld'),
    ),
};
