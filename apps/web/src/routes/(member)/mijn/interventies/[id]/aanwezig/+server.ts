// Asked every few seconds by a page on which a draft is open: who else has it open.
import { attempt } from '#lib/server/api.ts';
import { fieldName, hereFrom } from '#lib/server/presence.ts';
import { presentSaid } from '#lib/messages/presence.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, locals, params }) => {
  const here = await hereFrom(request, params.id);
  const { done, refused } = await attempt(locals.api.interventions.present.mutate(here));
  if (refused) return Response.json({ code: refused.code }, { status: refused.status });
  return Response.json(presentSaid(done.others, fieldName));
};
