import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

const notFound = 'person.not_found';

export const load: PageServerLoad = async ({ locals, params }) => {
  if (!/^[a-z0-9]{10}$/.test(params.handle)) error(404, notFound, { code: notFound });
  return { person: await locals.api.people.get.query({ handle: params.handle }) };
};
