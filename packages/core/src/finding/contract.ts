// What crosses the wire when somebody looks for something; the empty query is a list.
import { z } from 'zod';
import { AgendaCard, GoalCard } from '../agendas/index.ts';
import { line, municipalityCode, slug } from '../kernel/fields.ts';
import { courses, InterventionCard, phases, themes } from '../interventions/index.ts';
import { MunicipalityName } from '../municipalities/index.ts';
import { OrganisationName } from '../organisations/index.ts';

export const findKinds = ['intervention', 'agenda', 'municipality', 'goal', 'organisation'] as const;

export const Find = z.strictObject({
  text: line(200).default(''),
  kinds: z.array(z.enum(findKinds)).max(findKinds.length).default([]),
  themes: z.array(z.enum(themes)).max(themes.length).default([]),
  phases: z.array(z.enum(phases)).max(phases.length).default([]),
  /** How far it is. */
  courses: z.array(z.enum(courses)).max(courses.length).default([]),
  municipalities: z.array(municipalityCode).max(50).default([]),
  regions: z.array(slug).max(20).default([]),
  sort: z.enum(['best', 'newest']).default('best'),
  literal: z.boolean().default(false),
  after: z.string().max(200).nullable().default(null),
  limit: z.int().min(1).max(100).default(20),
  facets: z.boolean().default(true),
});

/** Text with the words that matched marked; never HTML. */
const Marked = z.array(z.object({ text: z.string(), marked: z.boolean() }));

/**
 * `passage`: a piece of what else it says, where neither title nor summary holds what was searched for; often empty.
 * `why`: the words that were found instead of the ones typed; null when what was typed stands there.
 */
const found = { title: Marked, summary: Marked, passage: Marked, why: z.string().nullable() };

const Hit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('intervention'), ...found, card: InterventionCard }),
  z.object({ kind: z.literal('agenda'), ...found, card: AgendaCard }),
  z.object({ kind: z.literal('goal'), ...found, card: GoalCard }),
  z.object({ kind: z.literal('organisation'), ...found, card: OrganisationName }),
  z.object({ kind: z.literal('municipality'), ...found, card: MunicipalityName }),
]);

export const Count = z.object({ value: z.string(), label: z.string(), count: z.int() });

export const Found = z.object({
  hits: z.array(Hit),
  /** Exact up to a thousand; `totalIsMore` when there are more than that. */
  total: z.int(),
  totalIsMore: z.boolean(),
  facets: z
    .object({
      kinds: z.array(Count),
      themes: z.array(Count),
      phases: z.array(Count),
      courses: z.array(Count),
      municipalities: z.array(Count),
      regions: z.array(Count),
    })
    .nullable(),
  next: z.string().nullable(),
  didYouMean: z.string().nullable(),
  alsoSearched: z.array(z.string()),
  /** The search engine of this installation did not answer; the database did. */
  degraded: z.boolean(),
});

export const Suggest = z.strictObject({ text: line(100) });
export const Suggestions = z.object({ suggestions: z.array(z.string()) });

export type Find = z.infer<typeof Find>;
export type Found = z.infer<typeof Found>;
