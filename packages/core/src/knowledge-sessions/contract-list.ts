// What crosses the wire about the list of knowledge sessions and its choices.
import { z } from 'zod';
import { themes } from '../interventions/index.ts';
import { handle, id, moment, municipalityCode } from '../kernel/fields.ts';
import { SessionCard } from './contract.ts';
import { forms } from './vocabulary.ts';

/** `from` and `until`: only sessions that begin in between, as days. */
const dayOfYear = z.string().regex(/^20\d{2}-\d{2}-\d{2}$/);
export const ListSessions = z.strictObject({
  when: z.enum(['coming', 'past']).default('coming'),
  themes: z.array(z.enum(themes)).max(themes.length).default([]),
  forms: z.array(z.enum(forms)).max(forms.length).default([]),
  /** A municipality, the alliance, or a community by the handle in its address. */
  hosts: z
    .array(z.union([municipalityCode, z.literal('alliance'), handle]))
    .max(50)
    .default([]),
  from: dayOfYear.nullable().default(null),
  until: dayOfYear.nullable().default(null),
  after: z.strictObject({ startsAt: moment, id }).nullable().default(null),
  take: z.int().min(1).max(100).default(20),
});
const Count = z.object({
  value: z.string(),
  label: z.string(),
  count: z.int(),
});
/** Coming: soonest first. Past: newest first. `counts` count what the other choices leave. */
export const SessionList = z.object({
  sessions: z.array(SessionCard),
  next: z.object({ startsAt: moment, id }).nullable(),
  total: z.int(),
  counts: z.object({
    themes: z.array(Count),
    forms: z.array(Count),
    hosts: z.array(Count),
  }),
});

export type ListSessions = z.infer<typeof ListSessions>;
