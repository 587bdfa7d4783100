// What crosses the wire when somebody looks for something; the empty query is a list.
import { z } from 'zod';
import { AgendaCard } from '../agendas/index.ts';
import { line, municipalityCode, slug } from '../kernel/fields.ts';
import { InterventionCard, phases, themes } from '../interventions/index.ts';
import { MunicipalityName } from '../municipalities/index.ts';

export const findKinds = ['intervention', 'agenda', 'municipality'] as const;

export const Find = z.strictObject({
  text: line(200).default(''),
  kinds: z.array(z.enum(findKinds)).max(3).default([]),
  themes: z.array(z.enum(themes)).max(themes.length).default([]),
  phases: z.array(z.enum(phases)).max(phases.length).default([]),
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

/** `why`: the words that were found instead of the ones typed; null when what was typed stands there. */
const shown = { title: Marked, summary: Marked, why: z.string().nullable() };

const Hit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('intervention'), ...shown, card: InterventionCard }),
  z.object({ kind: z.literal('agenda'), ...shown, card: AgendaCard }),
  z.object({ kind: z.literal('municipality'), ...shown, card: MunicipalityName }),
]);

export const Count = z.object({ value: z.string(), label: z.string(), count: z.int() });

export const Found = z.object({
  hits: z.array(Hit),
  total: z.int(),
  facets: z
    .object({
      kinds: z.array(Count),
      themes: z.array(Count),
      phases: z.array(Count),
      municipalities: z.array(Count),
      regions: z.array(Count),
    })
    .nullable(),
  next: z.string().nullable(),
  didYouMean: z.string().nullable(),
  alsoSearched: z.array(z.string()),
});

export const Suggest = z.strictObject({ text: line(100) });
export const Suggestions = z.object({ suggestions: z.array(z.string()) });

export type Find = z.infer<typeof Find>;
export type Found = z.infer<typeof Found>;
