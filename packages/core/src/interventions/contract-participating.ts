// What crosses the wire about taking part: what the lead states, what is asked, what the participant makes of it.
import { z } from 'zod';
import { id, line, moment, municipalityCode, prose } from '../kernel/fields.ts';
import { markdownText } from '../kernel/markdown.ts';
import { MunicipalityName } from '../municipalities/index.ts';
import { pupils } from './contract.ts';
import { budgetPer, euros } from './contract-totals.ts';
import { answers, commitments } from './vocabulary.ts';

/** A municipality's own part (domain.md, 'Joint'), in short fields. */
const fields = {
  pupils,
  schools: line(300),
  /** What must happen first; kept only when the commitment is conditional. */
  condition: line(300),
  budgetEuros: euros,
  /** Goes with the amount: both or neither. */
  budgetPer,
  /** The amount in words, or what belongs with it. */
  budgetShare: line(200),
  contactRole: line(200),
  contactMailbox: z.union([z.literal(''), z.email().max(200)]),
};

/** Rows from before a field existed do not have it. */
const part = {
  ...fields,
  condition: fields.condition.default(''),
  budgetEuros: euros.default(null),
  budgetPer: budgetPer.default(null),
  budgetShare: fields.budgetShare.default(''),
  contactRole: fields.contactRole.default(''),
  contactMailbox: fields.contactMailbox.default(''),
};

export const Part = z.object({ commitment: z.enum(commitments), ...part });

/** How it is done in that municipality: a long text that nobody writes for it. */
const localForm = prose(4000);

export const StateParticipation = z.strictObject({
  id,
  municipality: municipalityCode,
  commitment: z.enum(commitments).exclude(['withdrawn']),
  ...part,
});
export const RemoveParticipation = z.strictObject({ id, municipality: municipalityCode });

const written = { ...fields, localForm: markdownText(4000) };
/** What is left out stays as it stands. */
export const AnswerParticipation = z.strictObject({
  id,
  commitment: z.enum(commitments),
  ...z.object(written).partial().shape,
});
const { condition: _condition, ...own } = written;
/** `seen`: the mark of the part as it was read, so that nobody overwrites what came meanwhile. */
export const SaveOwnPart = z.strictObject({ id, seen: z.string().max(40), ...own });
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
  part: Part.extend({ localForm }).nullable(),
  /** Mark of that part: sent along when it is changed. */
  seen: z.string(),
  /** How the lead does it, for who agreed and may read that; null for others. */
  leadForm: z.string().nullable(),
  /** It agreed and may read the draft. */
  agreed: z.boolean(),
  can: z.object({ answer: z.boolean(), editPart: z.boolean(), decline: z.boolean(), withdraw: z.boolean() }),
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
export type OwnPart = Part & { localForm: string };
export type Question = z.infer<typeof Question>;
export type AskedMunicipality = z.infer<typeof AskedMunicipality>;
