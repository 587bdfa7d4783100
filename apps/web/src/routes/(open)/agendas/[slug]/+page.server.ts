import { error, redirect } from '@sveltejs/kit';
import { agendaHref, handleIn } from '#lib/format.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  const handle = handleIn(params.slug);
  if (!handle) error(404, 'agenda.not_found', { code: 'agenda.not_found' });
  const found = await locals.api.agendas.get.query({ handle });
  if (found.state === 'withdrawn') {
    setHeaders({ 'x-page-status': '410' });
    return { found, attachments: [] };
  }
  if (found.card.slug !== params.slug) redirect(301, agendaHref(found.card));
  const { attachments } = await locals.api.agendas.attachments.query({ handle, number: null });
  return { found, attachments };
};
