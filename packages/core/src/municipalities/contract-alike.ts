// What crosses the wire about municipalities that are alike, and what that was computed from.
import { z } from 'zod';
import { MunicipalityName } from './contract.ts';
import { figureNames } from './figures.ts';

const Figures = z.object({
  inhabitants: z.int().nullable(),
  /** 1 (very urban) to 5 (not urban), as CBS counts. */
  urbanity: z.int().nullable(),
  /** Expected arrears in education, summed over children, as CBS publishes for each municipality. */
  disadvantage: z.number().nullable(),
});

export const AlikeMunicipalities = z.object({
  /** Computed from figures, or, where none are known, from place and from what both work on. */
  basis: z.enum(['figures', 'nearby']),
  /** Of the municipality itself; null where nothing is known. */
  own: Figures.nullable(),
  /** Year and origin of each figure there is. */
  sources: z.partialRecord(z.enum(figureNames), z.object({ year: z.int(), from: z.string() })),
  /** Only municipalities that joined; the most alike first. */
  alike: z.array(
    z.object({
      municipality: MunicipalityName,
      figures: Figures.nullable(),
      /** Figures that are known of both. */
      shared: z.array(z.enum(figureNames)),
      /** Name of the region both belong to. */
      region: z.string().nullable(),
      /** Themes of newest interventions of both that the reader may see. */
      themes: z.array(z.string()),
    }),
  ),
});

export type AlikeMunicipalities = z.infer<typeof AlikeMunicipalities>;
