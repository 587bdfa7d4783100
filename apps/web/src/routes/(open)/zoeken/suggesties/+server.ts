// What the search field offers while somebody types: titles and words that begin so, of what this person may see.
import { typedFrom } from '#lib/find-query.ts';
import { attempt } from '#lib/server/api.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
  const text = typedFrom(url.searchParams.get('q')).slice(0, 100).toWellFormed();
  const { done, refused } = await attempt(locals.api.finding.suggest.query({ text }));
  if (refused) return Response.json({ code: refused.code }, { status: refused.status });
  return Response.json(done);
};
