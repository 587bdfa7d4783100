// Reading who takes part and what was asked of whom. A named municipality sees the title, the lead and its own part.
import type { Actor, Tx } from '@kansenplein/db';
import { and, asc, desc, eq, isNull, ne, sql } from 'drizzle-orm';
import { createHash } from 'node:crypto';
import { notFound } from '../kernel/index.ts';
import { municipality, namesOf } from '../municipalities/index.ts';
import type { AskedMunicipality, OwnPart, Part, Question } from './contract-participating.ts';
import * as may from './permissions.ts';
import { participation, participationQuestion } from './tables-participating.ts';

type PartRow = typeof participation.$inferSelect;
type QuestionRow = typeof participationQuestion.$inferSelect;

const nameColumns = { code: municipality.code, name: municipality.name, slug: municipality.slug };

const partOf = (row: Part): Part => ({
  commitment: row.commitment,
  pupils: row.pupils,
  schools: row.schools,
  condition: row.condition,
  budgetEuros: row.budgetEuros,
  budgetPer: row.budgetPer,
  budgetShare: row.budgetShare,
  contactRole: row.contactRole,
  contactMailbox: row.contactMailbox,
});

/** Whoever sends a change of its part sends this mark along: another one means that somebody was quicker. */
export const markOf = (row: OwnPart): string =>
  createHash('sha256')
    .update(JSON.stringify([partOf(row), row.localForm]))
    .digest('base64url')
    .slice(0, 16);

const iso = (moment: Date | null) => moment?.toISOString() ?? null;

const askedOf = (row: QuestionRow) => ({
  round: row.round,
  // Written by the wall from a participation, so it has the shape of one.
  stated: row.stated as Part,
  changed: row.changed,
  askedAt: row.askedAt.toISOString(),
  toldAt: iso(row.toldAt),
  remindedAt: iso(row.remindedAt),
  answeredAt: iso(row.answeredAt),
  answer: row.answer,
  answeredRole: row.answeredRole,
  reason: row.reason,
});

/** Consent holds for the text it was given to. */
const hasAgreed = (row: PartRow) => row.agreedAt !== null && row.askedAgainAt === null;

export async function listParticipations(tx: Tx, id: string) {
  const rows = await tx
    .select({ row: participation, ...nameColumns })
    .from(participation)
    .innerJoin(municipality, eq(municipality.code, participation.municipality))
    .where(eq(participation.interventionId, id))
    .orderBy(sql`${participation.lead} <> ${participation.municipality}`, asc(municipality.name));
  return rows.map(({ row, ...name }) => ({
    municipality: name,
    lead: row.lead === row.municipality,
    agreed: hasAgreed(row),
    earlier: row.agreedAt !== null && row.askedAgainAt !== null,
    ...partOf(row),
    // Words of a municipality are shown while it stands behind them.
    localForm: row.agreedAt === null || row.commitment === 'withdrawn' ? '' : row.localForm,
  }));
}

/** Joint interventions in which another municipality names this one and waits for its answer, oldest first. */
export async function listInvitations(tx: Tx, own: string) {
  const rows = await tx
    .select({ row: participation, askedAt: participationQuestion.askedAt, ...nameColumns })
    .from(participation)
    .innerJoin(municipality, eq(municipality.code, participation.lead))
    .innerJoin(
      participationQuestion,
      and(
        eq(participationQuestion.interventionId, participation.interventionId),
        eq(participationQuestion.municipality, participation.municipality),
        isNull(participationQuestion.answeredAt),
        isNull(participationQuestion.closedAt),
      ),
    )
    .where(and(eq(participation.municipality, own), ne(participation.lead, own)))
    .orderBy(asc(participationQuestion.askedAt), asc(participation.title));
  return rows.map(({ row, askedAt, ...lead }) => ({
    intervention: row.interventionId,
    title: row.title,
    lead,
    commitment: row.commitment,
    again: row.agreedAt !== null,
    askedAt: askedAt.toISOString(),
  }));
}

/** The newest question to each municipality, with its part as it stands; who was not asked any more is left out. */
export async function listAsked(tx: Tx, id: string): Promise<AskedMunicipality[]> {
  const rows = await tx
    .selectDistinctOn([participationQuestion.municipality], {
      row: participationQuestion,
      part: participation,
      joinedAt: municipality.joinedAt,
      ...nameColumns,
    })
    .from(participationQuestion)
    .innerJoin(municipality, eq(municipality.code, participationQuestion.municipality))
    .leftJoin(
      participation,
      and(
        eq(participation.interventionId, participationQuestion.interventionId),
        eq(participation.municipality, participationQuestion.municipality),
      ),
    )
    .where(and(eq(participationQuestion.interventionId, id), isNull(participationQuestion.closedAt)))
    .orderBy(asc(participationQuestion.municipality), desc(participationQuestion.round));
  return rows
    .map(({ row, part, joinedAt, ...name }) => ({
      ...askedOf(row),
      municipality: name,
      joined: joinedAt !== null,
      part: part && partOf(part),
    }))
    .filter(({ part, answer }) => part !== null || answer === 'declined')
    .sort((one, other) => one.municipality.name.localeCompare(other.municipality.name, 'nl'));
}

/** 'Eigen vorm' of the lead: a field of the draft, so for who may read that. */
async function leadFormOf(tx: Tx, id: string): Promise<string> {
  const { rows } = await tx.execute<{ text: string | null }>(
    sql`select content ->> 'localForm' as text from intervention where id = ${id}`,
  );
  return rows[0]?.text ?? '';
}

/** The newest question to the acting municipality about this intervention, answered or not. */
export async function getQuestion(tx: Tx, actor: Actor, id: string): Promise<Question> {
  const own = actor.acting?.key ?? '';
  const [found] = await tx
    .select({ row: participationQuestion, part: participation })
    .from(participationQuestion)
    .leftJoin(
      participation,
      and(
        eq(participation.interventionId, participationQuestion.interventionId),
        eq(participation.municipality, participationQuestion.municipality),
      ),
    )
    .where(
      and(
        eq(participationQuestion.interventionId, id),
        eq(participationQuestion.municipality, own),
        isNull(participationQuestion.closedAt),
      ),
    )
    .orderBy(desc(participationQuestion.round))
    .limit(1);
  const row = found?.row;
  const part = found?.part ?? null;
  // Agreed and removed by the lead afterwards: there is nothing to answer any more.
  if (!row || (!part && row.answer !== 'declined')) throw notFound('participation');
  const lead = (await namesOf(tx, [row.lead])).get(row.lead);
  if (!lead) throw notFound('municipality');
  const standing = part && {
    municipality: part.municipality,
    lead: false,
    agreed: part.agreedAt !== null,
  };
  const taking = part !== null && part.agreedAt !== null && part.commitment !== 'withdrawn';
  const answers = standing !== null && may.canAnswer(actor, standing);
  return {
    ...askedOf(row),
    intervention: row.interventionId,
    title: part?.title ?? row.title,
    lead,
    part: part && { ...partOf(part), localForm: part.localForm },
    seen: part ? markOf(part) : '',
    leadForm: taking ? await leadFormOf(tx, id) : null,
    agreed: taking,
    can: {
      editPart: answers && taking && part.askedAgainAt === null,
      answer: answers && part?.commitment !== 'withdrawn',
      decline: standing !== null && may.canDecline(actor, standing),
      withdraw: answers && taking,
    },
  };
}
