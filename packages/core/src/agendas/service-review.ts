// Handing an agenda in and sending it back: draft → in review → draft.
import type { Actor, Tx } from '@kansenplein/db';
import { forbidden, recordEvent, recordStep, sayWhyReturned } from '../kernel/index.ts';
import { canReturnAgenda, canSubmitAgenda } from './permissions.ts';
import { moveTo } from './service-writing.ts';
import { getAgenda } from './service.ts';

export async function submitAgenda(tx: Tx, actor: Actor, id: string) {
  const row = await getAgenda(tx, id);
  if (!canSubmitAgenda(actor, row)) throw forbidden('agenda.cannot_submit');
  await recordStep(tx, 'agenda', { document: id, what: 'submitted' });
  await recordEvent(tx, { action: 'agenda.submitted', object: id, municipality: row.municipality });
  return moveTo(tx, id, { state: 'in_review' });
}

/** With what must still change: in `remark`, or beside fields before. */
export async function returnAgenda(tx: Tx, actor: Actor, input: { id: string; remark: string }) {
  const row = await getAgenda(tx, input.id);
  if (!canReturnAgenda(actor, row)) throw forbidden('agenda.cannot_return');
  await sayWhyReturned(tx, 'agenda', input);
  await recordStep(tx, 'agenda', { document: input.id, what: 'returned' });
  await recordEvent(tx, { action: 'agenda.returned', object: input.id, municipality: row.municipality });
  return moveTo(tx, input.id, { state: 'draft' });
}
