// What everything that is written, reviewed and published has in common: interventions, agendas, later sessions.
import { z } from 'zod';
import { line, moment } from './fields.ts';

export const Visibility = z.enum(['municipality', 'alliance', 'public']);

/** `published`: the working copy equals the newest version; `draft` may also mean: being changed after publishing. */
export const WorkingState = z.enum(['draft', 'in_review', 'published', 'withdrawn']);

/** What the personal data guard found; `excerpt` is the text around it, for the editor only. */
export const PersonalDataWarning = z.object({
  field: z.string(),
  kind: z.enum(['bsn', 'email', 'telephone', 'iban', 'name']),
  excerpt: z.string(),
  /** A BSN cannot be explained away. */
  blocking: z.boolean(),
});

/** Why it is right to publish what the guard found; null when nothing was found. */
export const PersonalDataReason = line(500).nullable();

export const Saved = z.object({ revision: z.int(), savedAt: moment });
export const Published = z.object({ slug: z.string(), version: z.int() });
export const Done = z.object({ done: z.literal(true) });

export type Visibility = z.infer<typeof Visibility>;
export type WorkingState = z.infer<typeof WorkingState>;
export type PersonalDataWarning = z.infer<typeof PersonalDataWarning>;
