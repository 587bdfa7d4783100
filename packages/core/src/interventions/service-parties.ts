// The interventions that name an organisation or a school, of those the reader may see.
import type { Tx } from '@kansenplein/db';
import { pagesNaming } from '../organisations/index.ts';
import { listCards } from './service.ts';

export async function listOfOrganisation(tx: Tx, handle: string) {
  const { ids, total } = await pagesNaming(tx, 'intervention', handle);
  const cards = await listCards(tx, ids);
  return { interventions: ids.flatMap((id) => cards.get(id) ?? []), total };
}
