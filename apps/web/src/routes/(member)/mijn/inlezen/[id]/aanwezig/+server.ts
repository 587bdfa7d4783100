// Asked now and then by an open page: who else looks at this import, and how far it is.
import { attempt } from '#lib/server/api.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, params }) => {
  const { done, refused } = await attempt(locals.api.imports.present.mutate({ id: params.id }));
  return done ? Response.json(done) : Response.json({ code: refused.code }, { status: refused.status });
};
