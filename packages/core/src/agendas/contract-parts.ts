// What the parts of an agenda look like on the wire: goals with intended results, actions, signatures, addenda.
import { z } from 'zod';
import { id, line, prose, year } from '../kernel/fields.ts';

export const actionStatuses = ['planned', 'under_way', 'done', 'stopped'] as const;

/** A goal, its parts, their parts and once more: deeper than the fourth level nobody finds anything back. */
export const deepestGoal = 4;

/** Key of a goal, action or addendum inside its agenda; stays the same over versions, so that others can point at it. */
export const key = z.string().regex(/^[a-z0-9]{6,12}$/);

export const IntendedResult = z.strictObject({
  text: prose(1000),
  /** What was filled in beside the text; `value` may still be open while year or unit is known. */
  target: z
    .strictObject({
      value: z.number().min(-1_000_000_000).max(1_000_000_000).nullable(),
      unit: line(60),
      year: year.nullable(),
    })
    .nullable(),
});

export const Goal = z.strictObject({
  key,
  /** As it stands in the document: '1', '1.2'; empty when the document numbers nothing. */
  number: z.string().regex(/^([0-9]{1,3}(\.[0-9]{1,3})*)?$/),
  /** Key of the goal this one is part of. */
  parent: key.nullable(),
  title: line(300),
  text: prose(6000),
  intendedResults: z.array(IntendedResult).max(30),
});

export const Action = z.strictObject({
  key,
  text: prose(1000),
  /** An action may serve several goals. */
  goals: z.array(key).max(30),
  status: z.enum(actionStatuses),
  from: year.nullable(),
  until: year.nullable(),
  who: line(200),
  interventions: z.array(id).max(20),
});

/** Dated roles, never persons: an alderman leaves, the signature stays true. */
export const Signatories = z
  .array(z.strictObject({ role: line(200), organisation: line(200), date: z.iso.date().nullable() }))
  .max(60);

/** What was agreed on top of the agenda, later: with its own text, period and signatures. */
export const Addendum = z.strictObject({
  key,
  title: line(200),
  text: prose(20000),
  periodFrom: year.nullable(),
  periodTo: year.nullable(),
  signedOn: z.iso.date().nullable(),
  signatories: Signatories,
});

export type IntendedResult = z.infer<typeof IntendedResult>;
export type Goal = z.infer<typeof Goal>;
export type Action = z.infer<typeof Action>;
export type Addendum = z.infer<typeof Addendum>;
