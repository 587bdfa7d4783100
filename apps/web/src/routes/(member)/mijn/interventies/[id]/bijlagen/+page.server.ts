import { attachmentActions, loadAttachments } from '#lib/server/attachment-pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadAttachments(event.locals.api, 'interventions', event);

export const actions = attachmentActions('interventions') satisfies Actions;
