import { error } from '@sveltejs/kit';
import { attempt } from '#lib/server/api.ts';
import { filterFrom, queryOf } from '#lib/server/trail-filter.ts';
import { OnServer } from '#lib/on-server.ts';
import type { PageServerLoad } from './$types';

const CURSOR = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z_\d{1,5}$/;

export const load: PageServerLoad = async ({ locals, url }) => {
  const filter = filterFrom(url.searchParams);
  const after = url.searchParams.get('na') ?? '';
  const cursor = CURSOR.test(after) ? after : undefined;
  const { done, refused } = await attempt(
    locals.api.audit.list.query({ ...filter, ...(cursor === undefined ? {} : { cursor }) }),
  );
  // For who may not read it this page does not exist.
  if (refused) error(refused.status, { message: `page.${refused.status}`, code: `page.${refused.status}` });
  const here = url.pathname;
  return {
    trail: new OnServer({
      ...done,
      filter,
      isFiltered: Object.keys(filter).length > 0,
      download: `${here}/logboek.csv${queryOf(filter)}`,
      next: done.next === null ? null : here + queryOf(filter, { na: done.next }),
      start: cursor === undefined ? null : here + queryOf(filter),
      /** The same filter, with this chosen as well. */
      with: {
        person: (person: string) => here + queryOf({ ...filter, person }),
        object: (object: string) => here + queryOf({ ...filter, object }),
      },
    }),
  };
};
