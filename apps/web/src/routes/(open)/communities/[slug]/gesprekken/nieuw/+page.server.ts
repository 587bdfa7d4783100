import { kindLabels } from '#lib/messages/communities.ts';
import { absentUnless, demandLogin, handleOf, linksIn, reasonIn, send } from '#lib/server/community-pages.ts';
import { readText } from '#lib/server/intervention-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  demandLogin(event);
  const { locals, params } = event;
  const handle = handleOf(params.slug, 'community');
  const community = await locals.api.communities.get.query({ handle });
  absentUnless(community.can.write, event);
  const { names } = locals.me.account
    ? await locals.api.communities.nicknames.query({ handle })
    : { names: [] };
  return { community, names };
};

export const actions: Actions = {
  default: (event) =>
    send(
      event,
      (form) => {
        const kind = readText(form, 'kind');
        return event.locals.api.communities.startThread.mutate({
          id: readText(form, 'id'),
          kind: Object.hasOwn(kindLabels, kind) ? (kind as keyof typeof kindLabels) : 'question',
          title: readText(form, 'title').trim(),
          body: readText(form, 'body'),
          links: linksIn(form),
          personalDataReason: reasonIn(form),
        });
      },
      ({ slug }) => `/communities/${event.params.slug}/gesprekken/${slug}?gedaan=geplaatst`,
    ),
};
