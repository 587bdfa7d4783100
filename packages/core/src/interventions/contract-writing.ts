// What crosses the wire while an intervention is written, reviewed, published and taken part in.
import { z } from 'zod';
import { id, line, moment, name, revision } from '../kernel/fields.ts';
import { asMarkdown } from '../kernel/markdown.ts';
import { PersonalDataReason, PersonalDataWarning, WorkingState } from '../kernel/publication.ts';
import { MunicipalityName } from '../municipalities/index.ts';
import { OrganisationName } from '../organisations/index.ts';
import { InterventionContent, Participation } from './contract.ts';
import { AskedMunicipality, Invitation } from './contract-participating.ts';
import { Totals } from './contract-totals.ts';

const texts = InterventionContent.shape;
/** Everything of an intervention as it is sent to be kept: its long texts keep to the dialect. */
export const WrittenIntervention = InterventionContent.extend({
  parties: asMarkdown(texts.parties),
  goal: asMarkdown(texts.goal),
  targetGroup: asMarkdown(texts.targetGroup),
  locations: asMarkdown(texts.locations),
  activities: asMarkdown(texts.activities),
  monitoring: asMarkdown(texts.monitoring),
  funding: asMarkdown(texts.funding),
  localForm: asMarkdown(texts.localForm),
  transferability: asMarkdown(texts.transferability),
  unwantedEffects: asMarkdown(texts.unwantedEffects),
});

export const WorkingCopies = z.object({
  interventions: z.array(
    z.object({
      id,
      slug: z.string(),
      title: z.string(),
      state: WorkingState,
      municipality: MunicipalityName,
      own: z.boolean(),
      publishedVersion: z.int().nullable(),
      updatedAt: moment,
    }),
  ),
  /** Joint interventions in which another municipality names ours and waits for our answer. */
  invitations: z.array(Invitation),
});

export const GetWorkingCopy = z.strictObject({ id });

export const WorkingCopy = z.object({
  id,
  slug: z.string(),
  municipality: MunicipalityName,
  state: WorkingState,
  /** Raised by each save; a save that names an older one is refused with what is stored now. */
  revision: z.int(),
  updatedAt: moment,
  publishedVersion: z.int().nullable(),
  content: InterventionContent,
  participations: z.array(Participation),
  /** What the text names; `id` as it stands there. Of those the reader may see. */
  organisations: z.array(OrganisationName),
  totals: Totals,
  /** The newest question to each other municipality; for the editors of the lead. */
  asked: z.array(AskedMunicipality),
  /** Fields that must be filled before publishing. */
  missing: z.array(z.string()),
  personalData: z.array(PersonalDataWarning),
  /** What can be evaluated: the municipality's other interventions and those it takes part in. */
  others: z.array(z.object({ id, title: z.string() })),
  can: z.object({
    edit: z.boolean(),
    submit: z.boolean(),
    return: z.boolean(),
    publish: z.boolean(),
    withdraw: z.boolean(),
    discard: z.boolean(),
    answer: z.boolean(),
  }),
});

export const CreateIntervention = z.strictObject({ title: name(200) });
export const CreatedIntervention = z.object({ id });
export const SaveIntervention = z.strictObject({ id, revision, content: WrittenIntervention });
export const PublishIntervention = z.strictObject({
  id,
  revision,
  note: line(300),
  personalDataReason: PersonalDataReason,
});
export const WithdrawIntervention = z.strictObject({ id, reason: name(500) });
export const DiscardIntervention = z.strictObject({ id });
export type WorkingCopy = z.infer<typeof WorkingCopy>;
