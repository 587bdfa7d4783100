import { error } from '@sveltejs/kit';
import { afterConfirming, heldOn } from '#lib/server/confirming.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { locals, url } = event;
  const [{ people }, account] = await Promise.all([
    locals.api.accounts.people.query(),
    locals.api.signing.overview.query(),
  ]);
  const person = people.find(({ membership, self }) => membership === url.searchParams.get('wie') && !self);
  if (!person) error(404, 'membership.not_found', { code: 'membership.not_found' });
  return { person, account, held: heldOn(event) };
};

export const actions: Actions = {
  opnieuw: afterConfirming('opnieuw', async ({ signing }, form) => {
    await signing.resetFactor.mutate({ membership: String(form.get('lidmaatschap') ?? '') });
    return { done: 'verstuurd' };
  }),
};
