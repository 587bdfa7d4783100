// What crosses the wire when a newer document is laid beside an earlier one and beside the drafts as they stand.
import { z } from 'zod';
import { id, moment, revision } from '../kernel/fields.ts';
import { MarkedWords } from '../kernel/versions.ts';
import { settlements } from './contract-review.ts';

export const ListEarlier = z.strictObject({ id });
export const Earlier = z.object({
  imports: z.array(
    z.object({
      id,
      fileName: z.string(),
      title: z.string(),
      createdAt: moment,
      /** The title reads the same, numbers apart: probably an earlier version. */
      likely: z.boolean(),
    }),
  ),
});

export const Follow = z.strictObject({ id, earlier: id });
export const Followed = z.object({
  /** Decisions that came along because the text did not change. */
  carried: z.int(),
});

export const Compare = z.strictObject({ id });

const difference = z.enum(['same', 'newer', 'both', 'ours']);

export const Comparison = z.object({
  follows: z.object({ id, fileName: z.string() }).nullable(),
  drafts: z.array(
    z.object({
      kind: z.enum(['agenda', 'intervention']),
      id,
      title: z.string(),
      /** Of the draft, for taking over. */
      revision: z.int(),
      /** The document has no such intervention any more. */
      gone: z.boolean(),
      fields: z.array(
        z.object({
          field: z.string(),
          number: z.string(),
          difference,
          /** Null where there is no earlier document. */
          earlier: z.string().nullable(),
          incoming: z.string(),
          current: z.string(),
          /** From the draft to the document; of what is `ours` from the document to the draft. Empty when it is the same. */
          words: z.array(MarkedWords),
          /** From the earlier document to this one, where that says more than `words`. */
          sinceEarlier: z.array(MarkedWords).nullable(),
        }),
      ),
    }),
  ),
  /** Interventions of the document that have no draft. */
  without: z.array(z.object({ position: z.int(), title: z.string() })),
});

export const TakeOver = z.strictObject({
  id,
  draft: id,
  revision,
  field: z.string().regex(/^[A-Za-z]{1,40}$/),
  number: z.string().max(300),
});
export const TakenOver = z.object({ revision: z.int() });

export const DraftOne = z.strictObject({ id, position: z.int().min(1).max(1000) });
export const DraftedOne = z.object({ id });

export const ListMarks = z.strictObject({ draft: id });
export const Marks = z.object({
  marks: z.array(
    z.object({
      /** The document it is of: an agenda may have several, of itself and of its addenda. */
      import: id,
      /** Field of the draft; empty for a remark about the whole. */
      field: z.string(),
      number: z.string(),
      item: z.string(),
      kind: z.string(),
      /** What kind of finding it is, or the field as the document has it. */
      code: z.string(),
      /** Where the draft has it now, as remarks name it: `goal`, `goals/ab12cd`; empty for the whole. */
      place: z.string(),
      text: z.string(),
      /** Of a finding: what the document says there, unless it names a person. */
      source: z.string().nullable(),
      choice: z.enum(settlements).nullable(),
      reason: z.string(),
      /** Of the decision so far, for `decide`; 0 when there was none. */
      revision: z.int(),
      /** Somebody has to find out; otherwise nobody looked yet. */
      asked: z.boolean(),
    }),
  ),
});
