import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  if (!locals.me.demo) error(404, 'page.not_found', { code: 'page.404' });
  return locals.api.accounts.demoMail.query();
};
