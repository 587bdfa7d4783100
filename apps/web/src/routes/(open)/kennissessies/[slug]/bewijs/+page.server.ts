// A certificate of participation on paper, for who was there according to the host.
import { handleIn } from '#lib/format.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

const missing = 'session.not_there';

export const load: PageServerLoad = async ({ locals, params }) => {
  const handle = handleIn(params.slug);
  if (!handle || !locals.me.account) error(404, missing, { code: missing });
  const { card, registration } = await locals.api.knowledgeSessions.get.query({ handle });
  if (!registration?.attended) error(404, missing, { code: missing });
  return { card, name: locals.me.account.name };
};
