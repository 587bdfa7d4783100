// What the editor offers while somebody types the name of a party: the same list as the search page, as JSON.
import { attempt } from '#lib/server/api.ts';
import { organisationDetail } from '#lib/organisations.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
  const text = (url.searchParams.get('q') ?? '').trim().slice(0, 100);
  const { done, refused } = await attempt(locals.api.organisations.list.query({ text, limit: 10 }));
  if (refused) return Response.json({ code: refused.code }, { status: refused.status });
  const found = done.organisations.map((one) => ({
    id: one.id,
    name: one.name,
    detail: organisationDetail(one),
  }));
  return Response.json({ found, total: done.total });
};
