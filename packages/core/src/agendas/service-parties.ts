// The agendas that name an organisation or a school, of those the reader may see.
import type { Tx } from '@kansenplein/db';
import { pagesNaming } from '../organisations/index.ts';
import { listAgendaCards } from './service.ts';

export async function listOfOrganisation(tx: Tx, handle: string) {
  const { ids, total } = await pagesNaming(tx, 'agenda', handle);
  const cards = await listAgendaCards(tx, ids);
  return { agendas: ids.flatMap((id) => cards.get(id) ?? []), total };
}
