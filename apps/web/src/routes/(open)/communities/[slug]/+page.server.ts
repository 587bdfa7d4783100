import { communityHref } from '#lib/communities.ts';
import { kindLabels } from '#lib/messages/communities.ts';
import { handleOf, send } from '#lib/server/community-pages.ts';
import { readText } from '#lib/server/intervention-form.ts';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** From where the list goes on, as its own link said it. */
function placeIn(search: URLSearchParams) {
  const [pinned, at, id] = ['vast', 'tot', 'id'].map((name) => search.get(name) ?? '');
  return at && id && moment.test(at) && uuid.test(id) ? { pinned: pinned === 'ja', at, id } : null;
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const handle = handleOf(params.slug, 'community');
  const { api, me } = locals;
  const wanted = url.searchParams.get('soort') ?? '';
  const kind = Object.hasOwn(kindLabels, wanted) ? (wanted as keyof typeof kindLabels) : null;
  const unanswered = url.searchParams.has('zonder-antwoord');
  const after = placeIn(url.searchParams);
  const [community, { threads, next }] = await Promise.all([
    api.communities.get.query({ handle }),
    api.communities.threads.query({ handle, kind, unanswered, after }),
  ]);
  if (url.pathname !== communityHref(community)) redirect(301, communityHref(community));
  // Who reads what is said, can be told of it.
  const follow =
    me.acting && community.can.read
      ? await api.notifications.followed.query({ kind: 'community', key: community.id })
      : null;
  const kept = { ...(kind && { soort: kind }), ...(unanswered && { 'zonder-antwoord': '' }) };
  const path = communityHref(community);
  return {
    community,
    follow,
    threads,
    kind,
    unanswered,
    next:
      next &&
      `${path}?${new URLSearchParams({ ...kept, vast: next.pinned ? 'ja' : 'nee', tot: next.at, id: next.id })}`,
    start: after ? `${path}?${new URLSearchParams(kept)}` : null,
    did: url.searchParams.get('gedaan'),
  };
};

const idIn = (form: FormData): string => readText(form, 'id');

export const actions: Actions = {
  lid: (event) =>
    send(
      event,
      (form) =>
        event.locals.api.communities.join.mutate({ id: idIn(form), note: readText(form, 'note').trim() }),
      ({ state }) => `${event.url.pathname}?gedaan=${state === 'member' ? 'lid' : 'gevraagd'}`,
    ),
  weg: (event) =>
    send(
      event,
      (form) => event.locals.api.communities.leave.mutate({ id: idIn(form) }),
      // What is by invitation does not exist any more for who left.
      (_, form) =>
        readText(form, 'joining') === 'invitation' ? '/communities' : `${event.url.pathname}?gedaan=weg`,
    ),
  afslaan: (event) =>
    send(
      event,
      (form) => event.locals.api.communities.declineInvitation.mutate({ id: idIn(form) }),
      () => '/communities',
    ),
};
