import { absentUnless, demandLogin, handleOf } from '#lib/server/community-pages.ts';
import type { PageServerLoad } from './$types';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

export const load: PageServerLoad = async (event) => {
  demandLogin(event);
  const { locals, params, url } = event;
  const handle = handleOf(params.slug, 'community');
  const [at, id] = [url.searchParams.get('na') ?? '', url.searchParams.get('id') ?? ''];
  const after = moment.test(at) && uuid.test(id) ? { at, id } : null;
  const community = await locals.api.communities.get.query({ handle });
  absentUnless(community.can.read, event);
  const { members, next } = await locals.api.communities.members.query({ handle, after });
  return {
    community,
    members,
    next: next && `${url.pathname}?${new URLSearchParams({ na: next.at, id: next.id })}`,
    start: after ? url.pathname : null,
  };
};
