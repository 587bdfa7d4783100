// What crosses the wire about the trail: filters in, events out. Never the number of an event: it would count other people's.
import { z } from 'zod';
import { id, line, moment } from '../kernel/fields.ts';

export const Outcome = z.enum(['done', 'denied', 'failed']);

/** Not the 31st of June. */
const isMoment = (value: string) =>
  new Date(value.slice(0, 27)).toJSON()?.slice(0, 10) === value.slice(0, 10);

/** A calendar day in the Netherlands, such as `2026-11-22`. */
const day = z.iso.date().refine((value) => value >= '1900');

export const TrailFilter = z.strictObject({
  /** The first and the last day, both included. */
  from: day.optional(),
  until: day.optional(),
  /** `<noun>.<what happened>`. */
  action: z
    .string()
    .regex(/^[a-z]+(\.[a-z_]+)?$/)
    .max(100)
    .optional(),
  /** Pseudonym. */
  person: id.optional(),
  object: line(120).optional(),
  outcome: Outcome.optional(),
});

export const ListTrail = TrailFilter.extend({
  /** Moment of the last event that was shown, and how many of that moment were. */
  cursor: z
    .string()
    .regex(/^2\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6}Z_\d{1,5}$/)
    .refine(isMoment)
    .optional(),
});

export const TrailEvent = z.object({
  at: moment,
  action: z.string(),
  object: z.string(),
  outcome: Outcome,
  /** `name` only for who belongs to the reader's own municipality now; null: the platform itself, or a visitor. */
  person: z.object({ pseudonym: id, name: z.string().nullable() }).nullable(),
  role: z.string().nullable(),
  /** The network it came from, never a whole address. */
  origin: z.string().nullable(),
  reason: z.string().nullable(),
  /** How many alike it stands for. */
  times: z.int(),
});

export const TrailPage = z.object({
  /** Whose trail it is: a municipality, or the installation. */
  label: z.string(),
  events: z.array(TrailEvent),
  next: z.string().nullable(),
  /** Whom one can filter on by name. */
  people: z.array(z.object({ pseudonym: id, name: z.string() })),
});

export const TrailExport = z.object({
  label: z.string(),
  events: z.array(TrailEvent),
  /** There are more than an export holds: choose a shorter period. */
  isCut: z.boolean(),
});

export type TrailFilter = z.infer<typeof TrailFilter>;
export type ListTrail = z.infer<typeof ListTrail>;
export type TrailEvent = z.infer<typeof TrailEvent>;
