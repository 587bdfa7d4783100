// What crosses the wire about administrative consultations.
import { z } from 'zod';
import { id, line, moment, municipalityCode, name, prose, year } from '../kernel/fields.ts';
import { markdownText } from '../kernel/markdown.ts';
import { PersonalDataReason } from '../kernel/publication.ts';
import { MunicipalityName } from '../municipalities/index.ts';
import { consultationStates, consultationSteps, sides } from './vocabulary.ts';

const day = z.iso.date();
const Side = z.enum(sides);
const Roles = z.array(name(200)).min(1).max(12);

/** Roles, never persons: an alderman leaves, what was agreed stays true. */
export const ConsultationText = z.strictObject({
  municipalityRoles: Roles,
  allianceRoles: Roles,
  points: z.array(name(300)).min(1).max(20),
  record: prose(4000),
  /** Pages of the municipality that it was about. */
  agendas: z.array(id).max(10),
  interventions: z.array(id).max(20),
});

const written = {
  heldOn: day,
  text: ConsultationText.extend({ record: markdownText(4000) }),
  personalDataReason: PersonalDataReason,
};

/** `municipality` counts for coordinators only; a municipality records its own. */
export const RecordConsultation = z.strictObject({
  municipality: municipalityCode.nullable(),
  ...written,
});
/** `number`: of the last step that was seen, so that nobody answers what has changed since. */
const seen = { id, number: z.int().min(1).max(10_000) };
export const CorrectConsultation = z.strictObject({
  ...seen,
  ...written,
  words: line(1000),
});
export const ConfirmConsultation = z.strictObject(seen);
export const DenyConsultation = z.strictObject({
  ...seen,
  words: name(1000),
  personalDataReason: PersonalDataReason,
});
export const WithdrawConsultation = z.strictObject(seen);
export const GetConsultation = z.strictObject({ id });
/** Left out: of the own municipality, or for coordinators of all. */
export const ListConsultations = z.strictObject({
  municipality: municipalityCode.nullable().default(null),
  year: year.nullable().default(null),
  /** Only those that wait for an answer of the side that asks. */
  waiting: z.boolean().default(false),
});

const Page = z.object({ id, slug: z.string(), title: z.string() });

export const ConsultationRow = z.object({
  id,
  municipality: MunicipalityName,
  state: z.enum(consultationStates),
  bySide: Side,
  heldOn: day,
  points: z.array(z.string()),
  /** Whether the side that asks is the one to answer. */
  waitsForYou: z.boolean(),
});

export const Consultations = z.object({
  consultations: z.array(ConsultationRow),
  isCut: z.boolean(),
});

const Step = z.object({
  number: z.int(),
  what: z.enum(consultationSteps),
  side: Side,
  role: z.string().nullable(),
  at: moment,
  words: z.string(),
  heldOn: day.nullable(),
  text: ConsultationText.nullable(),
});

export const ConsultationPage = z.object({
  id,
  municipality: MunicipalityName,
  state: z.enum(consultationStates),
  bySide: Side,
  /** The side that asks; null for who only reads. */
  side: Side.nullable(),
  heldOn: day,
  number: z.int(),
  text: ConsultationText,
  /** Of what it is about, the pages that the reader may see. */
  agendas: z.array(Page),
  interventions: z.array(Page),
  steps: z.array(Step),
  can: z.object({
    answer: z.boolean(),
    correct: z.boolean(),
    withdraw: z.boolean(),
  }),
});

/** Pages that a consultation can be about. */
export const ConsultationChoices = z.object({
  municipality: MunicipalityName,
  agendas: z.array(Page),
  interventions: z.array(Page),
});
export const GetChoices = z.strictObject({
  municipality: municipalityCode.nullable(),
});
export const Recorded = z.object({ id });

export type ConsultationText = z.infer<typeof ConsultationText>;
export type RecordConsultation = z.infer<typeof RecordConsultation>;
export type CorrectConsultation = z.infer<typeof CorrectConsultation>;
