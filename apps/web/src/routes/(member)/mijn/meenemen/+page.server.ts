import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  leaving: await locals.api.leaving.overview.query(),
});
