import { absentUnless, demandLogin, handleOf, send } from '#lib/server/community-pages.ts';
import { readText } from '#lib/server/intervention-form.ts';
import type { Actions, PageServerLoad } from './$types';

const decisions = [
  'approve',
  'decline',
  'remove',
  'block',
  'unblock',
  'make_moderator',
  'make_member',
] as const;
const whatIn = (form: FormData) => decisions.find((each) => each === readText(form, 'what')) ?? 'decline';

export const load: PageServerLoad = async (event) => {
  demandLogin(event);
  const { locals, params, url } = event;
  const handle = handleOf(params.slug, 'community');
  const { api } = locals;
  const community = await api.communities.get.query({ handle });
  absentUnless(community.can.moderate, event);
  const moderation = await api.communities.moderation.query({ handle });
  const { members } = await api.communities.members.query({ handle, limit: 100 });
  const chosen = url.searchParams.get('lid');
  return {
    community,
    moderation,
    members,
    chosen: members.find(({ id }) => id === chosen) ?? null,
    did: url.searchParams.get('gedaan'),
  };
};

export const actions: Actions = {
  besluit: (event) =>
    send(
      event,
      (form) =>
        event.locals.api.communities.decide.mutate({
          id: readText(form, 'id'),
          account: readText(form, 'account'),
          what: whatIn(form),
          reason: readText(form, 'reason').trim(),
        }),
      (_, form) =>
        // Who steps back as a moderator has nothing to do on this page any more.
        readText(form, 'account') === event.locals.me.account?.id
          ? `/communities/${event.params.slug}?gedaan=geregeld`
          : `${event.url.pathname}?gedaan=geregeld`,
    ),
  nodig: (event) =>
    send(
      event,
      (form) =>
        event.locals.api.communities.invite.mutate({
          id: readText(form, 'id'),
          address: readText(form, 'address'),
        }),
      () => `${event.url.pathname}?gedaan=uitgenodigd`,
    ),
  intrekken: (event) =>
    send(
      event,
      (form) => event.locals.api.communities.withdrawInvitation.mutate({ id: readText(form, 'id') }),
      () => `${event.url.pathname}?gedaan=geregeld`,
    ),
  melding: (event) =>
    send(
      event,
      (form) =>
        event.locals.api.communities.settleReport.mutate({
          id: readText(form, 'id'),
          outcome: readText(form, 'outcome') === 'removed' ? 'removed' : 'kept',
          reason: readText(form, 'reason').trim(),
        }),
      () => `${event.url.pathname}?gedaan=geregeld`,
    ),
};
