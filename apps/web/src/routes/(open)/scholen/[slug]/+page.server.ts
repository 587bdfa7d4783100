import { loadOrganisation } from '#lib/server/organisation-pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadOrganisation(event, event.params.slug);
