// What crosses the wire about taking part: what the lead states, what is asked, what the participant makes of it.
import { z } from 'zod';
import { id, line, moment, municipalityCode } from '../kernel/fields.ts';
import { MunicipalityName } from '../municipalities/index.ts';
import { pupils } from './contract.ts';
import { answers, commitments } from './vocabulary.ts';

/** A municipality's own part (domain.md, 'Joint'): what is left out is empty. */
const part = {
  pupils,
  schools: line(300),
  /** What must happen first; kept only when the commitment is conditional. */
  condition: line(300).default(''),
  /** An amount or a share, in words. */
  budgetShare: line(200).default(''),
  contactRole: line(200).default(''),
  contactMailbox: z.union([z.literal(''), z.email().max(200)]).default(''),
};

export const Part = z.object({ commitment: z.enum(commitments), ...part });

export const StateParticipation = z.strictObject({
  id,
  municipality: municipalityCode,
  commitment: z.enum(commitments).exclude(['withdrawn']),
  ...part,
});
export const RemoveParticipation = z.strictObject({ id, municipality: municipalityCode });
export const AnswerParticipation = z.strictObject({ id, commitment: z.enum(commitments), ...part });
export const DeclineParticipation = z.strictObject({ id, reason: line(500) });
export const GetQuestion = z.strictObject({ id });

/** One time a municipality was asked; as the lead sees it in its editor and the participant on its answer page. */
const asked = {
  /** 1 for the first time. */
  round: z.int(),
  /** What the lead stated at the time. */
  stated: Part,
  /** Fields of the text that changed since the municipality agreed; empty for an invitation. */
  changed: z.array(z.string()),
  askedAt: moment,
  toldAt: moment.nullable(),
  remindedAt: moment.nullable(),
  answeredAt: moment.nullable(),
  answer: z.enum(answers).nullable(),
  answeredRole: z.enum(['publisher', 'administrator']).nullable(),
  reason: z.string(),
};

/** The newest question to one municipality. */
export const AskedMunicipality = z.object({
  ...asked,
  municipality: MunicipalityName,
  /** False: nobody there can confirm anything yet. */
  joined: z.boolean(),
  /** Its own part as it stands; null when it declined. */
  part: Part.nullable(),
});

/** What a named municipality may see before it answers: the title, the lead, and its own part. */
export const Question = z.object({
  ...asked,
  intervention: id,
  title: z.string(),
  lead: MunicipalityName,
  part: Part.nullable(),
  /** It agreed and may read the draft. */
  agreed: z.boolean(),
  can: z.object({ answer: z.boolean(), decline: z.boolean(), withdraw: z.boolean() }),
});

export const Invitation = z.object({
  intervention: id,
  title: z.string(),
  lead: MunicipalityName,
  commitment: z.enum(commitments),
  /** True when it agreed before and the text changed since. */
  again: z.boolean(),
  askedAt: moment,
});

export type Part = z.infer<typeof Part>;
export type Question = z.infer<typeof Question>;
export type AskedMunicipality = z.infer<typeof AskedMunicipality>;
