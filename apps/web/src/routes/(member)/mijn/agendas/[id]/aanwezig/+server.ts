// Asked every few seconds by a page on which an agenda is open: who else has it open.
import { attempt } from '#lib/server/api.ts';
import { hereFrom, partName } from '#lib/server/presence.ts';
import { presentSaid } from '#lib/messages/presence.ts';
import type { RequestHandler } from './$types';
import { remarkLabel } from '../fields.ts';

export const POST: RequestHandler = async ({ request, locals, params }) => {
  const { agendas } = locals.api;
  const here = await hereFrom(request, params.id);
  const { done, refused } = await attempt(agendas.present.mutate(here));
  if (refused) return Response.json({ code: refused.code }, { status: refused.status });
  // The text is read only when somebody is in a part that is named after it.
  const isItem = done.others.some(({ place }) => place.includes('-'));
  const copy = isItem ? (await attempt(agendas.workingCopy.query({ id: params.id }))).done : null;
  const nameOf = (field: string) => (copy ? remarkLabel(field, copy.content) : '');
  return Response.json(presentSaid(done.others, (place) => partName(place, nameOf)));
};
