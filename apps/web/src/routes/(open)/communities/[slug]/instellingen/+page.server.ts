import { communityHref } from '#lib/communities.ts';
import { absentUnless, communityFrom, demandLogin, handleOf, send } from '#lib/server/community-pages.ts';
import { readText } from '#lib/server/intervention-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  demandLogin(event);
  const handle = handleOf(event.params.slug, 'community');
  const community = await event.locals.api.communities.get.query({ handle });
  absentUnless(community.can.moderate, event);
  return { community };
};

export const actions: Actions = {
  default: (event) =>
    send(
      event,
      (form) =>
        event.locals.api.communities.change.mutate({
          id: readText(form, 'id'),
          revision: Number(readText(form, 'revision')) || 1,
          ...communityFrom(form),
        }),
      (changed) => `${communityHref(changed)}?gedaan=bewaard`,
    ),
};
