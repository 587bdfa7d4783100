// Everything of one's own municipality, in pieces that a page puts together as it comes.
import { z } from 'zod';

export const Overview = z.object({
  municipality: z.object({ code: z.string(), name: z.string(), slug: z.string() }),
  parts: z.array(z.object({ part: z.string(), what: z.string(), holds: z.enum(['rows', 'files']) })),
});

export const Started = Overview.extend({ startedAt: z.string() });

export const GetPart = z.strictObject({
  part: z.string().max(60),
  /** Where the piece before ended; null for the first. */
  after: z
    .array(z.string().regex(/^[A-Za-z0-9_.:/-]{1,800}$/))
    .max(6)
    .nullable(),
});

export const Part = z.object({
  /** Rows as JSON objects, with the columns they have in the database. */
  rows: z.array(z.record(z.string(), z.unknown())),
  /** Null when this was the last piece. */
  next: z.array(z.string()).nullable(),
});
