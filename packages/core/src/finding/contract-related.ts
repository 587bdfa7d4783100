// What crosses the wire about pages that resemble one another.
import { z } from 'zod';
import { InterventionCard, phases, themes } from '../interventions/index.ts';
import { handle } from '../kernel/fields.ts';

export const GetRelated = z.strictObject({ handle });

/** The most alike first; nothing of the own lineage. */
export const Related = z.object({
  related: z.array(
    z.object({
      card: InterventionCard,
      /** What both have: the reason why it is shown. */
      themes: z.array(z.enum(themes)),
      phases: z.array(z.enum(phases)),
      /** Telling words that both say, as the page itself writes them; the rarest first, four at most. */
      words: z.array(z.string()),
    }),
  ),
});

export type Related = z.infer<typeof Related>;
