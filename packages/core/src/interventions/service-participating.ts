// A participation is stated by the lead and becomes agreed only by the participant; a trigger guards the same rule.
import type { Actor, Tx } from '@kansenplein/db';
import { and, eq } from 'drizzle-orm';
import { conflict, forbidden, notFound, recordEvent } from '../kernel/index.ts';
import { namesOf } from '../municipalities/index.ts';
import type { Participation } from './contract.ts';
import { canAnswer, canEdit } from './permissions.ts';
import { getIntervention } from './service.ts';
import { participation } from './tables.ts';

interface Part {
  readonly commitment: Participation['commitment'];
  readonly pupils: number | null;
  readonly schools: string;
}

const thisOne = (id: string, municipality: string) =>
  and(eq(participation.interventionId, id), eq(participation.municipality, municipality));

/** Names a municipality, changes what was stated of it, or invites again who withdrew. */
export async function stateParticipation(
  tx: Tx,
  actor: Actor,
  input: Part & { id: string; municipality: string },
) {
  const row = await getIntervention(tx, input.id);
  if (!canEdit(actor, row)) throw forbidden('intervention.read_only');
  if (!(await namesOf(tx, [input.municipality])).has(input.municipality)) throw notFound('municipality');
  const part = { commitment: input.commitment, pupils: input.pupils, schools: input.schools };
  const [known] = await tx.select().from(participation).where(thisOne(input.id, input.municipality));
  if (!known) {
    await tx.insert(participation).values({
      interventionId: input.id,
      municipality: input.municipality,
      lead: row.municipality,
      title: row.title,
      ...part,
    });
  } else if (known.municipality === row.municipality) {
    await tx
      .update(participation)
      .set({ ...part, commitment: 'confirmed' })
      .where(thisOne(input.id, input.municipality));
  } else if (known.agreedAt && known.commitment !== 'withdrawn') {
    throw conflict('participation.agreed_by_participant');
  } else {
    await tx
      .update(participation)
      .set({ ...part, agreedAt: null })
      .where(thisOne(input.id, input.municipality));
  }
  await recordEvent(tx, {
    action: 'participation.stated',
    object: `${input.id}/${input.municipality}`,
    municipality: row.municipality,
  });
  return { done: true as const };
}

export async function removeParticipation(tx: Tx, actor: Actor, input: { id: string; municipality: string }) {
  const row = await getIntervention(tx, input.id);
  if (!canEdit(actor, row)) throw forbidden('intervention.read_only');
  if (input.municipality === row.municipality) throw forbidden('participation.lead_stays');
  await tx.delete(participation).where(thisOne(input.id, input.municipality));
  await recordEvent(tx, {
    action: 'participation.removed',
    object: `${input.id}/${input.municipality}`,
    municipality: row.municipality,
  });
  return { done: true as const };
}

/** The own municipality agrees, conditionally or not, changes its part, or withdraws. */
export async function answerParticipation(tx: Tx, actor: Actor, input: Part & { id: string }) {
  const own = actor.acting?.key ?? '';
  const [row] = await tx.select().from(participation).where(thisOne(input.id, own));
  if (!row) throw notFound('participation');
  if (!canAnswer(actor, { municipality: row.municipality, lead: row.lead === row.municipality })) {
    throw forbidden('participation.cannot_answer');
  }
  if (row.commitment === 'withdrawn' && row.agreedAt) throw conflict('participation.needs_new_invitation');
  await tx
    .update(participation)
    .set({ commitment: input.commitment, pupils: input.pupils, schools: input.schools, agreedAt: new Date() })
    .where(thisOne(input.id, own));
  await recordEvent(tx, { action: `participation.${input.commitment}`, object: input.id, municipality: own });
  return { done: true as const };
}
