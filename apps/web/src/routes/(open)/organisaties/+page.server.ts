import { loadShelf } from '#lib/server/organisation-pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadShelf(event, 'others');
