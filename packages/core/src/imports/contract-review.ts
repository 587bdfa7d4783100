// What crosses the wire while people look over what was read: the things found, and what was decided about each.
import { z } from 'zod';
import { id, line, moment, municipalityCode, prose, year } from '../kernel/fields.ts';

/**
 * `open`: opened again. `accepted`: as read. `edited`: with another text or value. `moved`: to another field. `left`: not
 * taken over. `settled`: a finding, with a choice and a reason.
 */
export const verdicts = ['open', 'accepted', 'edited', 'moved', 'left', 'settled'] as const;

/** How a finding can be settled. `ask`: somebody has to find out; it stays marked with the draft. */
export const settlements = ['as_is', 'corrected', 'irrelevant', 'ask'] as const;

export const commitmentsStated = ['intended', 'conditional', 'confirmed'] as const;

/** A value that is more than text: how a municipality takes part, years, or choices from a closed list. */
export const DecisionValue = z.union([
  z.strictObject({
    commitment: z.enum(commitmentsStated),
    pupils: z.int().min(0).max(1_000_000).nullable(),
    schools: line(300),
  }),
  z.strictObject({ from: year.nullable(), to: year.nullable() }),
  z.strictObject({ chosen: z.array(z.string().regex(/^[a-z_-]{1,40}$/)).max(20) }),
]);

/** Address of a thing found: `agenda/mission`, `intervention/2/goal`, `finding/period.differs/3f2a9c01`. */
export const itemKey = z.string().regex(/^[a-z]+(\/[A-Za-z0-9._-]{1,60}){1,12}$/);

export const itemKinds = ['text', 'part', 'period', 'choice', 'finding', 'unplaced'] as const;

const Span = z.object({ start: z.int(), end: z.int() });

export const ReviewItem = z.object({
  key: z.string(),
  kind: z.enum(itemKinds),
  /** Items of one group stand together: `agenda`, `goals`, `intervention/1`, `more`, `findings`, `unplaced`. */
  group: z.string(),
  /** Name of the field in the draft, such as `goal`; of a finding its code. */
  field: z.string(),
  /** Number or place beside the label: the number of a goal, the position of an intervention. */
  number: z.string(),
  text: z.string(),
  value: DecisionValue.nullable(),
  /** Only for a stated part: the municipality it is about. */
  municipality: municipalityCode.nullable(),
  spans: z.array(Span),
  /** Null where nothing was read but a person may choose. */
  confidence: z.number().nullable(),
  /** The cleaned text stands for a cell with the name of a person: the source is not shown beside it. */
  person: z.boolean(),
  /** Longest text the field of the draft takes; one line or more. */
  max: z.int(),
  oneLine: z.boolean(),
  canMove: z.boolean(),
});

export const Decision = z.object({
  verdict: z.enum(verdicts),
  text: z.string().nullable(),
  target: z.string().nullable(),
  value: DecisionValue.nullable(),
  choice: z.enum(settlements).nullable(),
  reason: z.string(),
  revision: z.int(),
  carried: z.boolean(),
  /** Null when the account is no longer known. */
  by: z.string().nullable(),
  at: moment,
});

export const Review = z.object({
  items: z.array(ReviewItem.extend({ decision: Decision.nullable() })),
  /** Where a text can be moved or placed. */
  targets: z.array(z.object({ key: z.string(), group: z.string(), field: z.string(), number: z.string() })),
  settled: z.int(),
  total: z.int(),
});

export const GetReview = z.strictObject({ id });

export const Decide = z.strictObject({
  id,
  item: itemKey,
  /** Of the decision that was on the screen; 0 when there was none. */
  revision: z.int().min(0).max(2_000_000_000),
  verdict: z.enum(verdicts),
  text: prose(20_000).nullable().default(null),
  target: itemKey.nullable().default(null),
  value: DecisionValue.nullable().default(null),
  choice: z.enum(settlements).nullable().default(null),
  reason: line(500).default(''),
  /** A finding: settle the open ones of the same kind alike. */
  alike: z.boolean().default(false),
});
export const Decided = z.object({ revision: z.int(), at: moment });

/** Everything of a group that is still open and that the reader was sure of, in one go. */
export const DecideGroup = z.strictObject({
  id,
  group: z.string().regex(/^[a-z]+(\/[0-9]{1,3})?$/),
  verdict: z.enum(['accepted', 'left']),
});
export const GroupDecided = z.object({ decided: z.int() });

export const BePresent = z.strictObject({ id });
export const Present = z.object({
  /** Colleagues who looked at it in the last five minutes, without oneself. */
  colleagues: z.array(z.string()),
  settled: z.int(),
});

export type DecisionValue = z.infer<typeof DecisionValue>;
export type ReviewItem = z.infer<typeof ReviewItem>;
export type Decision = z.infer<typeof Decision>;
export type Review = z.infer<typeof Review>;
export type Decide = z.infer<typeof Decide>;
