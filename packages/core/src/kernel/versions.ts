// What crosses the wire about versions and their review, for everything that is published: interventions, agendas, later
// good practices. What a version itself holds is the noun's own.
import { roles } from '@kansenplein/db';
import { z } from 'zod';
import { handle, id, moment, municipalityCode, prose, revision, slug } from './fields.ts';
import { stepKinds } from './review-tables.ts';

const role = z.enum(roles);
const number = z.int().min(1).max(1_000_000);

export const MarkedWords = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() });

/** How one field, or one item of a list, differs; see `compareByField`. */
export const FieldDifference = z.object({
  path: z.array(z.string()),
  kind: z.enum(['same', 'added', 'removed', 'changed']),
  /** Only of items: it stands elsewhere in its list. */
  moved: z.boolean(),
  words: z.array(MarkedWords),
});

export const VersionEntry = z.object({
  number,
  publishedAt: moment,
  /** Of who published; null when the answer of a participant made the version, or nobody knows any more. */
  role: role.nullable(),
  /** What changed, in the words of who published. */
  note: z.string(),
  current: z.boolean(),
  withdrawn: z.boolean(),
});

/** What the versions are of, as its newest version that the reader may see calls it. */
const Document = z.object({
  title: z.string(),
  slug: z.string(),
  municipality: z.object({ code: municipalityCode, name: z.string(), slug }),
});

export const GetVersions = z.strictObject({ handle });
export const VersionList = z.object({
  document: Document,
  versions: z.array(VersionEntry),
  /** Present when the reader may see the working copy. */
  workingCopy: id.nullable(),
});

export const GetVersion = z.strictObject({ handle, number });
export const CompareVersions = z.strictObject({ handle, from: number, to: number });
export const VersionComparison = z.object({
  document: Document,
  from: VersionEntry,
  to: VersionEntry,
  differences: z.array(FieldDifference),
});

/** A version, or a text that was replaced by one. */
const Earlier = z.union([z.strictObject({ version: number }), z.strictObject({ kept: id })]);

/** `with`: null is the newest published version. */
export const CompareWorkingCopy = z.strictObject({ id, with: Earlier.nullable() });
export const WorkingComparison = z.object({
  document: Document,
  revision: z.int(),
  /** The version it is compared with. */
  version: VersionEntry.nullable(),
  /** Or the step at which a text was replaced. Neither: nothing was published yet. */
  kept: z.object({ id, at: moment }).nullable(),
  differences: z.array(FieldDifference),
  /** The working copy says something that stands in no version. */
  unpublished: z.boolean(),
  can: z.object({ restore: z.boolean() }),
});

/** `replace`: the person knows that the working copy holds what was never published. */
export const RestoreVersion = z.strictObject({ id, revision, from: Earlier, replace: z.boolean() });

/** Name of a field of the content, or one item of a list: `goals/ab12cd`; empty for the whole. */
const field = z.string().regex(/^([A-Za-z]{1,40}(\/[a-z0-9]{6,12})?)?$/);

/** Who did it: the name only for colleagues who may know it. */
const done = { by: z.string().nullable(), role: role.nullable(), at: moment };

export const Remark = z.object({
  id,
  field,
  text: z.string(),
  ...done,
  /** The text of the field is another one by now. */
  changed: z.boolean(),
  settled: z.object(done).nullable(),
  answers: z.array(z.object({ id, text: z.string(), ...done })),
});

export const Step = z.object({
  id,
  what: z.enum(stepKinds),
  version: number.nullable(),
  ...done,
  /** A text was replaced and kept at this step. */
  kept: z.boolean(),
});

export const GetReview = z.strictObject({ id });
/** Oldest remark first, newest step first; both empty for who takes part without being a colleague. */
export const Review = z.object({
  remarks: z.array(Remark),
  steps: z.array(Step),
  can: z.object({ remark: z.boolean() }),
});

const says = prose(2000).refine((text) => text.trim() !== '', 'empty');
export const MakeRemark = z.strictObject({ id, field, text: says });
export const AnswerRemark = z.strictObject({ id, remark: id, text: says });
export const SettleRemark = z.strictObject({ id, remark: id, settled: z.boolean() });
/** `remark`: about the whole; may be empty when something was remarked beside a field. */
export const ReturnDocument = z.strictObject({ id, remark: prose(2000) });
export const SubmitDocument = z.strictObject({ id });

export type MarkedWords = z.infer<typeof MarkedWords>;
export type FieldDifference = z.infer<typeof FieldDifference>;
export type VersionEntry = z.infer<typeof VersionEntry>;
export type Earlier = z.infer<typeof Earlier>;
export type Remark = z.infer<typeof Remark>;
export type Review = z.infer<typeof Review>;
export type Step = z.infer<typeof Step>;
