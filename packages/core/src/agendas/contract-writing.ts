// What crosses the wire while an agenda is written and published.
import { z } from 'zod';
import { id, line, moment, name, revision } from '../kernel/fields.ts';
import { PersonalDataReason, PersonalDataWarning, WorkingState } from '../kernel/publication.ts';
import { MunicipalityName } from '../municipalities/index.ts';
import { AgendaContent, agendaKinds } from './contract.ts';

export const AgendaWorkingCopies = z.object({
  agendas: z.array(
    z.object({
      id,
      slug: z.string(),
      title: z.string(),
      state: WorkingState,
      municipality: MunicipalityName,
      publishedVersion: z.int().nullable(),
      updatedAt: moment,
    }),
  ),
});

export const GetAgendaWorkingCopy = z.strictObject({ id });
export const AgendaWorkingCopy = z.object({
  id,
  slug: z.string(),
  municipality: MunicipalityName,
  state: WorkingState,
  revision: z.int(),
  updatedAt: moment,
  publishedVersion: z.int().nullable(),
  content: AgendaContent,
  missing: z.array(z.string()),
  personalData: z.array(PersonalDataWarning),
  /** Interventions an action can point at. */
  interventions: z.array(z.object({ id, title: z.string() })),
  can: z.object({ edit: z.boolean(), publish: z.boolean(), withdraw: z.boolean(), discard: z.boolean() }),
});

export const CreateAgenda = z.strictObject({ title: name(200), kind: z.enum(agendaKinds) });
export const CreatedAgenda = z.object({ id });
export const SaveAgenda = z.strictObject({ id, revision, content: AgendaContent });
export const PublishAgenda = z.strictObject({
  id,
  revision,
  note: line(300),
  personalDataReason: PersonalDataReason,
});
export const WithdrawAgenda = z.strictObject({ id, reason: name(500) });
export const DiscardAgenda = z.strictObject({ id });

export type AgendaWorkingCopy = z.infer<typeof AgendaWorkingCopy>;
