// What crosses the wire about how far an agenda is: since when an action stands as it does, and which results can be
// measured. Both are derived; nobody types them.
import { z } from 'zod';
import { moment } from '../kernel/fields.ts';
import { actionStatuses, key } from './contract-parts.ts';
import { gaugeKeys } from './measurability-gauges.ts';

const Aspect = z.object({ found: z.boolean(), words: z.array(z.string()), vague: z.array(z.string()) });

/** Who, how much, by when and measured with what: found in the words of an intended result, or missing. */
export const Measurability = z.object({
  who: Aspect,
  howMuch: Aspect,
  byWhen: Aspect,
  measuredWith: Aspect,
  measurable: z.boolean(),
  gauges: z.array(z.object({ key: z.enum(gaugeKeys), kind: z.enum(['graadmeter', 'key_figure']) })),
});

/** Of all intended results together, how many say who, how much, by when and measured with what. */
export const MeasuredShare = z.object({ results: z.int(), measurable: z.int() });

/**
 * The changes of one action's status, oldest first, over the published versions the reader may see. The first one is
 * where the action appeared: since when it stood so is only known from the second on.
 */
export const StatusHistory = z.object({
  action: key,
  changes: z.array(z.object({ status: z.enum(actionStatuses), version: z.int(), at: moment })),
});

export const AllianceShare = MeasuredShare.extend({ agendas: z.int() });

export type StatusHistory = z.infer<typeof StatusHistory>;
export type MeasuredShare = z.infer<typeof MeasuredShare>;
