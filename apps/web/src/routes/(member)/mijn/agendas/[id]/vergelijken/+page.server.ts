import { loadWorkingComparison, restoring } from '#lib/server/versions-pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
  loadWorkingComparison(locals.api.agendas, params.id, url);

export const actions = {
  terugzetten: (event) => restoring(event.locals.api.agendas, event),
} satisfies Actions;
