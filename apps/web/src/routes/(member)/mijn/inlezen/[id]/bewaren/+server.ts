// Saving while somebody changes a text: the same form, answered with the new revision instead of a page.
import { errorSentence } from '#lib/messages/errors.ts';
import { formatClock } from '#lib/format.ts';
import { attempt } from '#lib/server/api.ts';
import { unfinishedFrom } from '#lib/server/review-form.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, locals, params }) => {
  const decision = unfinishedFrom(await request.formData(), params.id);
  const { done, refused } = await attempt(locals.api.imports.decide.mutate(decision));
  if (done) return Response.json({ revision: done.revision, time: formatClock(done.at) });
  const sentence = `Nog niet bewaard. ${errorSentence(refused.code, refused.status).title}.`;
  return Response.json({ code: refused.code, sentence }, { status: refused.status });
};
