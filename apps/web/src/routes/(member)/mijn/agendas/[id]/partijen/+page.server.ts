import { loadPicking, pickingActions } from '#lib/server/picking.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadPicking(event, 'agendas');

export const actions = pickingActions('agendas') satisfies Actions;
