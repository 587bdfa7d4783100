// A municipality that takes part keeps its own part up to date: nothing but that, and its answer stays what it was.
import type { Actor, Tx } from '@kansenplein/db';
import { conflict, forbidden, notFound, recordEvent } from '../kernel/index.ts';
import type { OwnPart } from './contract-participating.ts';
import { canAnswer } from './permissions.ts';
import { guardPart, takeTurn, thisOne, tidied } from './service-participating.ts';
import { markOf } from './service-questions.ts';
import { participation } from './tables-participating.ts';

/**
 * Changes pupils, schools, money, contact and the local form of the own municipality; where it is published, the page
 * says so from then on. Refuses who has not agreed (`participation.not_agreed`), who is asked again about another text
 * (`participation.answer_first`: a corrected number is no consent), and a part that changed since it was read
 * (`participation.changed_meanwhile`).
 */
export async function saveOwnPart(
  tx: Tx,
  actor: Actor,
  { id, seen, ...part }: Omit<OwnPart, 'commitment' | 'condition'> & { id: string; seen: string },
) {
  const own = actor.acting?.key ?? '';
  await takeTurn(tx, id);
  const [row] = await tx.select().from(participation).where(thisOne(id, own));
  if (!row) throw notFound('participation');
  if (!canAnswer(actor, { municipality: row.municipality, lead: row.lead === row.municipality }))
    throw forbidden('participation.cannot_answer');
  if (row.commitment === 'withdrawn' && row.agreedAt) throw conflict('participation.needs_new_invitation');
  if (!row.agreedAt) throw conflict('participation.not_agreed');
  if (row.askedAgainAt) throw conflict('participation.answer_first');
  if (markOf(row) !== seen) throw conflict('participation.changed_meanwhile');
  guardPart(part);
  await tx.update(participation).set(tidied(part)).where(thisOne(id, own));
  await recordEvent(tx, { action: 'participation.corrected', object: id, municipality: own });
  return { done: true as const };
}
