import { demandLogin, handleOf, send } from '#lib/server/community-pages.ts';
import { readText } from '#lib/server/intervention-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  demandLogin(event);
  const { locals, params, url } = event;
  const handle = handleOf(params.slug, 'community');
  const [community, library] = await Promise.all([
    locals.api.communities.get.query({ handle }),
    locals.api.communities.library.query({ handle }),
  ]);
  return { community, ...library, did: url.searchParams.get('gedaan') };
};

export const actions: Actions = {
  bewaar: (event) =>
    send(
      event,
      (form) =>
        event.locals.api.communities.keepInLibrary.mutate({
          id: readText(form, 'id'),
          address: readText(form, 'address').trim(),
          note: readText(form, 'note').trim(),
        }),
      () => `${event.url.pathname}?gedaan=toegevoegd`,
    ),
  weg: (event) =>
    send(
      event,
      (form) => event.locals.api.communities.removeFromLibrary.mutate({ id: readText(form, 'id') }),
      () => `${event.url.pathname}?gedaan=weggehaald`,
    ),
};
