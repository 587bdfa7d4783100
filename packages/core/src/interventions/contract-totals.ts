// What municipalities bring together: amounts, and sums that say what is not known instead of pretending.
import { z } from 'zod';
import { budgetPeriods } from './vocabulary.ts';

/** Whole euros; null: not named. Fits a 32-bit integer with room to add a hundred of them in JavaScript. */
export const euros = z
  .int()
  .refine((amount) => amount >= 0 && amount <= 1_000_000_000, 'amount')
  .nullable();
export const budgetPer = z.enum(budgetPeriods).nullable();

/** Pupils reached; `unknown` counts the municipalities that gave no number. */
const reach = { pupils: z.int(), unknown: z.int() };

/** Amounts that are each for another period stay apart; null where nobody named one of that kind. */
const Money = z.object({
  year: z.int().nullable(),
  whole: z.int().nullable(),
  /** Municipalities that named no amount. */
  unknown: z.int(),
});

/** What a group of municipalities brings together. */
export const Sum = z.object({ municipalities: z.int(), ...reach, money: Money });

/** How the shares of who confirmed stand to what the whole costs. `gap`: costs less shares, below zero is too much. */
export const BudgetGap = z.object({
  euros: z.int(),
  per: z.enum(budgetPeriods),
  /** Null when the shares are for another period, or there are none: then there is nothing to compare. */
  gap: z.int().nullable(),
});

export const Totals = z.object({
  /** Of those that confirmed it themselves, without a condition. */
  confirmed: Sum,
  /** The same with those that confirmed under a condition. */
  confirmedWithConditional: Sum,
  /** Named by the lead and not confirmed, or only to an earlier text: in neither of the above. */
  stated: Sum,
  /** As planned: also pupils of who has not confirmed. */
  withoutConditional: z.object(reach),
  withConditional: z.object(reach),
  /** Null when the text names no costs of the whole. */
  budget: BudgetGap.nullable(),
});

export type Sum = z.infer<typeof Sum>;
export type Totals = z.infer<typeof Totals>;
