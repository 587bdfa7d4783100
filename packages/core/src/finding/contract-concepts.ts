// The words of the field as pages show them: the same for everybody, and no row of anybody.
import { z } from 'zod';
import { themes } from '../interventions/index.ts';

const notation = z.string().max(100);
const ConceptName = z.object({ notation, label: z.string() });

export const Concepts = z.object({
  concepts: z.array(
    ConceptName.extend({
      /** Short forms first. */
      otherNames: z.array(z.string()),
      /** Found, but not shown as a name. */
      hiddenNames: z.array(z.string()),
      definition: z.string(),
      theme: z.enum(themes).nullable(),
      broader: z.array(ConceptName),
      narrower: z.array(ConceptName),
      related: z.array(ConceptName),
    }),
  ),
});

export type Concepts = z.infer<typeof Concepts>;
