// What crosses the wire about one goal that was found.
import { z } from 'zod';
import { MunicipalityName } from '../municipalities/index.ts';

export const GoalCard = z.object({
  /** Last part of the address of its agenda's page, with the place of the goal in it. */
  slug: z.string(),
  /** As it stands in the document; empty when the document numbers nothing. */
  number: z.string(),
  title: z.string(),
  /** Title of the agenda it belongs to. */
  agenda: z.string(),
  municipality: MunicipalityName,
  intendedResults: z.int(),
  actions: z.int(),
});

export type GoalCard = z.infer<typeof GoalCard>;
