import { attachmentActions, loadAttachments } from '#lib/server/attachment-pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadAttachments(event.locals.api, 'agendas', event);

export const actions = attachmentActions('agendas') satisfies Actions;
