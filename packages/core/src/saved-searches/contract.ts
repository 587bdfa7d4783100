// What crosses the wire about questions that are kept.
import { z } from 'zod';
import { id, moment, name } from '../kernel/fields.ts';
import { Question } from '../finding/index.ts';

export const alerts = ['none', 'day', 'week'] as const;
const Alert = z.enum(alerts);

export const SaveSearch = z.strictObject({ name: name(100), question: Question, alert: Alert });
export const ChangeSearch = z.strictObject({ id, name: name(100), alert: Alert });
export const TheSearch = z.strictObject({ id });

export const SavedSearch = z.object({
  id,
  name: z.string(),
  question: Question,
  alert: Alert,
  createdAt: moment,
  /** When somebody looks for what is new; null while nothing is mailed. */
  dueAt: moment.nullable(),
});
/** Newest first. `room`: how many more can be kept. */
export const SavedSearches = z.object({ searches: z.array(SavedSearch), room: z.int() });
export const Saved = z.object({ id });
export const Done = z.object({ done: z.literal(true) });

export type SaveSearch = z.infer<typeof SaveSearch>;
export type ChangeSearch = z.infer<typeof ChangeSearch>;
