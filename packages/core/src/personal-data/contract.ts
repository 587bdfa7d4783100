// What somebody may know about what is kept of them, and the request to be forgotten.
import { z } from 'zod';

/** One kind of data: its heading and its rows, with a readable label for each value. */
export const PersonalDataPart = z.object({
  what: z.string(),
  rows: z.array(z.array(z.object({ label: z.string(), value: z.string() }))),
});

export const OwnPersonalData = z.object({
  parts: z.array(PersonalDataPart),
  /** Municipalities that would be left without an administrator: hand over first. */
  lastAdministratorOf: z.array(z.string()),
});

export type OwnPersonalData = z.infer<typeof OwnPersonalData>;
export type PersonalDataPart = z.infer<typeof PersonalDataPart>;
