// What crosses the wire about papers: which one is asked for, and what is to stand on it. Writing it is the host's.
import type { AnyPaper } from '@kansenplein/documents';
import { z } from 'zod';
import { handle, id } from '../kernel/fields.ts';

/** Null is the page as it is now. */
const version = z.int().min(1).max(1_000_000).nullable();
/** Key of one addendum of an agenda; null is the whole agenda. */
const addendum = z
  .string()
  .regex(/^[a-z0-9]{6,12}$/)
  .nullable();

export const PrintIntervention = z.strictObject({ handle, version });
export const PrintInterventionDraft = z.strictObject({ id });
export const PrintAgenda = z.strictObject({ handle, version, addendum });
export const PrintAgendaDraft = z.strictObject({ id, addendum });

/** A paper without the day on which it is written: the same content is the same answer tomorrow. */
export type Content<One extends AnyPaper = AnyPaper> = One extends AnyPaper
  ? {
      kind: One['kind'];
      paper: Omit<One['paper'], 'provenance'> & { provenance: { address: string } };
    }
  : never;

export const Paper = z.object({
  /** Built field by field from what the reader may see; see `paper-of-agenda.ts` and `paper-of-intervention.ts`. */
  content: z.custom<Content>(),
  /** Words for the name of the file, such as `warme-overdracht-k7m2p9xqhr`. */
  slug: z.string(),
  /** The day of the version, YYYY-MM-DD; null for a working copy. */
  publishedOn: z.string().nullable(),
});

export type Paper = z.infer<typeof Paper>;
