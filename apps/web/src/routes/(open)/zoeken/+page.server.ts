import { MOST_TYPED, pairsOf, queryFrom, viewFrom, viewPairs } from '#lib/find-query.ts';
import { OnServer } from '#lib/on-server.ts';
import { attempt } from '#lib/server/api.ts';
import { look } from './looking.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
  const query = queryFrom(url.searchParams);
  const view = viewFrom(url.searchParams);
  const asked = url.searchParams.size > 0;
  const { done, refused } = asked
    ? await attempt(look(locals.api, query, view))
    : { done: null, refused: null };
  // What cannot be asked is said on the page itself, with everything that was typed and chosen still there.
  if (refused) setHeaders({ 'x-page-status': String(refused.status) });
  return {
    list: new OnServer({
      query,
      view,
      looked: done,
      refused: refused?.code ?? null,
      pairs: [...pairsOf(query), ...viewPairs(view)],
      isCut: (url.searchParams.get('q') ?? '').trim().length > MOST_TYPED,
    }),
  };
};
