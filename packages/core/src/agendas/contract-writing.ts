// What crosses the wire while an agenda is written and published.
import { z } from 'zod';
import { id, line, moment, name, revision } from '../kernel/fields.ts';
import { asMarkdown } from '../kernel/markdown.ts';
import { PersonalDataReason, PersonalDataWarning, WorkingState } from '../kernel/publication.ts';
import { MunicipalityName } from '../municipalities/index.ts';
import { OrganisationName } from '../organisations/index.ts';
import { key } from './contract-parts.ts';
import { Measurability, StatusHistory } from './contract-progress.ts';
import { AgendaContent, agendaKinds } from './contract.ts';

const { mission, background, principles, goals, bodies, addenda } = AgendaContent.shape;
/** A list whose elements have a long text. */
const withMarkdown = <Shape extends { text: z.ZodString }>(
  list: z.ZodArray<z.ZodObject<Shape, z.core.$strict>>,
  most: number,
) => z.array(list.element.extend({ text: asMarkdown(list.element.shape.text) })).max(most);

/** Everything of an agenda as it is sent to be kept: its long texts keep to the dialect. */
export const WrittenAgenda = AgendaContent.extend({
  mission: asMarkdown(mission),
  background: asMarkdown(background),
  principles: withMarkdown(principles, 20),
  goals: withMarkdown(goals, 100),
  bodies: withMarkdown(bodies, 30),
  addenda: withMarkdown(addenda.unwrap(), 20).default([]),
});

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
  /** By goal, in the order of its intended results. */
  measurability: z.array(z.object({ goal: key, results: z.array(Measurability) })),
  /** What is published: what is being changed now is not part of it. */
  statusHistory: z.array(StatusHistory),
  /** What the text names; `id` as it stands there. */
  organisations: z.array(OrganisationName),
  /** Interventions an action can point at. */
  interventions: z.array(z.object({ id, title: z.string() })),
  can: z.object({
    edit: z.boolean(),
    submit: z.boolean(),
    return: z.boolean(),
    publish: z.boolean(),
    withdraw: z.boolean(),
    discard: z.boolean(),
  }),
});

export const CreateAgenda = z.strictObject({ title: name(200), kind: z.enum(agendaKinds) });
export const CreatedAgenda = z.object({ id });
export const SaveAgenda = z.strictObject({ id, revision, content: WrittenAgenda });
export const PublishAgenda = z.strictObject({
  id,
  revision,
  note: line(300),
  personalDataReason: PersonalDataReason,
});
export const WithdrawAgenda = z.strictObject({ id, reason: name(500) });
export const DiscardAgenda = z.strictObject({ id });

export type AgendaWorkingCopy = z.infer<typeof AgendaWorkingCopy>;
