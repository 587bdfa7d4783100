import { communityHref } from '#lib/communities.ts';
import { communityFrom, demandLogin, send } from '#lib/server/community-pages.ts';
import { error } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  demandLogin(event);
  const role = event.locals.me.acting?.role;
  const code = 'account.other_role_needed';
  if (event.locals.me.account && (!role || role === 'reader' || role === 'operator'))
    error(403, code, { code });
};

export const actions: Actions = {
  default: (event) =>
    send(
      event,
      (form) => event.locals.api.communities.found.mutate(communityFrom(form)),
      (founded) => `${communityHref(founded)}?gedaan=begonnen`,
    ),
};
