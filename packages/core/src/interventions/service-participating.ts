// A participation is stated by the lead and becomes agreed only by the participant; a trigger guards the same rule.
import type { Actor, Tx } from '@kansenplein/db';
import { and, eq, sql } from 'drizzle-orm';
import {
  conflict,
  findPersonalData,
  findPersonalDataInMarkdown,
  forbidden,
  guardPersonalData,
  invalid,
  notFound,
  recordEvent,
} from '../kernel/index.ts';
import { namesOf } from '../municipalities/index.ts';
import type { OwnPart, Part } from './contract-participating.ts';
import { canAnswer, canDecline, canEdit } from './permissions.ts';
import { getIntervention } from './service.ts';
import { participation } from './tables-participating.ts';

/** A part of which the rest is still unknown, as a document states it. */
type Stated = Pick<Part, 'commitment' | 'pupils' | 'schools'> & Partial<Part>;

/** What was sent, and nothing else of it. */
const partFrom = (input: Stated): Part => ({
  commitment: input.commitment,
  pupils: input.pupils,
  schools: input.schools,
  condition: input.condition ?? '',
  budgetEuros: input.budgetEuros ?? null,
  budgetPer: input.budgetPer ?? null,
  budgetShare: input.budgetShare ?? '',
  contactRole: input.contactRole ?? '',
  contactMailbox: input.contactMailbox ?? '',
});

const contactFields = new Set(['contactRole', 'contactMailbox']);

/**
 * What a municipality says of itself stands on the page at once, so it is guarded like a text that is published; and an
 * amount says what it is for.
 */
export function guardPart(part: Readonly<Partial<OwnPart>>): void {
  const { schools = '', condition = '', budgetShare = '', contactRole = '', contactMailbox = '' } = part;
  guardTexts({ schools, condition, budgetShare, contactRole, contactMailbox });
  guardPersonalData(findPersonalDataInMarkdown('localForm', part.localForm ?? ''), null);
  if ((part.budgetEuros ?? null) !== null && (part.budgetPer ?? null) === null)
    throw invalid('participation.budget_period_missing', [{ field: 'budgetPer', code: 'missing' }]);
}

function guardTexts(texts: Readonly<Record<string, string>>): void {
  const warnings = Object.entries(texts).flatMap(([field, text]) =>
    findPersonalData(field, text, contactFields.has(field)),
  );
  guardPersonalData(warnings, null);
}

/** A period belongs to an amount. */
export const tidied = <T extends Pick<Part, 'budgetEuros' | 'budgetPer'>>(part: T): T =>
  part.budgetEuros === null ? { ...part, budgetPer: null } : part;

export const thisOne = (id: string, municipality: string) =>
  and(eq(participation.interventionId, id), eq(participation.municipality, municipality));

/** Two who change who takes part wait for each other instead of blocking each other. */
export const takeTurn = (tx: Tx, id: string) => tx.execute(sql`select wall.take_turn(${id})`);

/** Names a municipality, changes what was stated of it, or invites again who withdrew. */
export async function stateParticipation(
  tx: Tx,
  actor: Actor,
  input: Stated & { id: string; municipality: string },
) {
  await takeTurn(tx, input.id);
  const row = await getIntervention(tx, input.id);
  if (!canEdit(actor, row)) throw forbidden('intervention.read_only');
  if (!(await namesOf(tx, [input.municipality])).has(input.municipality)) throw notFound('municipality');
  const part = tidied(partFrom(input));
  // Names of schools come out of documents: they are looked at when the whole is published.
  guardPart({ ...part, schools: '' });
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
  await takeTurn(tx, input.id);
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

/** Fields of a part that the lead may have stated otherwise. */
const correctable = [
  'pupils',
  'schools',
  'budgetEuros',
  'budgetPer',
  'budgetShare',
  'contactRole',
  'contactMailbox',
  'localForm',
] as const;

/**
 * The own municipality agrees, conditionally or not, corrects its part, or withdraws; what it leaves out stays as it
 * stands. What the lead stated stays beside it in the question, so that both see what was corrected.
 */
export async function answerParticipation(
  tx: Tx,
  actor: Actor,
  { id, ...answer }: Partial<OwnPart> & { id: string; commitment: Part['commitment'] },
) {
  const own = actor.acting?.key ?? '';
  await takeTurn(tx, id);
  const [row] = await tx.select().from(participation).where(thisOne(id, own));
  if (!row) throw notFound('participation');
  if (!canAnswer(actor, { municipality: row.municipality, lead: row.lead === row.municipality })) {
    throw forbidden('participation.cannot_answer');
  }
  if (row.commitment === 'withdrawn' && row.agreedAt) throw conflict('participation.needs_new_invitation');
  if (!row.agreedAt && answer.commitment === 'withdrawn') throw conflict('participation.decline_instead');
  const part = tidied({ ...partFrom(row), localForm: row.localForm, ...answer });
  if (part.commitment === 'conditional' && part.condition.trim() === '')
    throw invalid('participation.condition_missing', [{ field: 'condition', code: 'empty' }]);
  guardPart(part);
  const corrected = correctable.some((field) => row[field] !== part[field]);
  await tx
    .update(participation)
    .set({ ...part, agreedAt: new Date() })
    .where(thisOne(id, own));
  await recordEvent(tx, { action: `participation.${answer.commitment}`, object: id, municipality: own });
  if (corrected) await recordEvent(tx, { action: 'participation.corrected', object: id, municipality: own });
  return { done: true as const };
}

/** Who was named says no. The naming is gone at once, from the page too; the lead hears it, with the reason if any. */
export async function declineParticipation(tx: Tx, actor: Actor, input: { id: string; reason: string }) {
  const own = actor.acting?.key ?? '';
  await takeTurn(tx, input.id);
  const [row] = await tx.select().from(participation).where(thisOne(input.id, own));
  if (!row) throw notFound('participation');
  const standing = { municipality: row.municipality, lead: row.lead === row.municipality };
  if (!canAnswer(actor, standing)) throw forbidden('participation.cannot_answer');
  if (!canDecline(actor, { ...standing, agreed: row.agreedAt !== null }))
    throw conflict('participation.withdraw_instead');
  guardTexts({ reason: input.reason });
  const { rows } = await tx.execute<{ declined: boolean }>(
    sql`select wall.decline_participation(${input.id}, ${own}, ${input.reason.trim()}) as declined`,
  );
  // Somebody else of the own municipality was quicker.
  if (!rows[0]?.declined) throw notFound('participation');
  await recordEvent(tx, { action: 'participation.declined', object: input.id, municipality: own });
  return { done: true as const };
}
