// What crosses the wire when something is taken over: what differs from the source by field, and who took over from whom.
import { z } from 'zod';
import { Attachment } from '../files/index.ts';
import { handle, id, line, moment, revision } from '../kernel/index.ts';
import { MunicipalityName } from '../municipalities/index.ts';
import { sharedFields } from './fields.ts';

export const SharedField = z.enum(sharedFields);

/** Why a field differs from the source, in the adopter's own words; published with the text. */
export const Reasons = z.partialRecord(SharedField, line(500));

/** A field as people read it: one text, or items that stand apart. */
const FieldText = z.union([z.string(), z.array(z.string())]);

/** How the adopter's field stands to the source's. `kept` is equal; `own` was empty at the source. */
export const Standing = z.enum(['kept', 'changed', 'own', 'dropped']);

export const Fidelity = z.object({
  /** Only fields that say something on one of both sides. */
  fields: z.array(z.object({ field: SharedField, standing: Standing, why: z.string() })),
  /** Active ingredients: what had to stay. */
  ingredients: z.object({
    kept: z.array(z.string()),
    dropped: z.array(z.string()),
    added: z.array(z.string()),
  }),
});

export const Adopt = z.strictObject({ handle });
export const Adopted = z.object({ id });

export const GetSource = z.strictObject({ id });

/** The source of a working copy, laid beside it; `none` when it was not taken over. */
export const Source = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none') }),
  /** Withdrawn, or no longer shown to us. What was taken over stays. */
  z.object({ state: z.literal('gone'), reasons: Reasons, adoptedAt: moment }),
  z.object({
    state: z.literal('there'),
    source: z.object({ slug: z.string(), title: z.string(), municipality: MunicipalityName }),
    /** The version the text was last laid beside, and the newest. */
    version: z.int(),
    newest: z.int(),
    /** To whom the source itself is shown: a reason to think before showing the own text to more people. */
    visibility: z.enum(['municipality', 'alliance', 'public']),
    adoptedAt: moment,
    reasons: Reasons,
    fidelity: Fidelity,
    /** What the source changed since; empty when we have its newest version. `then` is what we took over from. */
    news: z.array(z.object({ field: SharedField, then: FieldText, now: FieldText, ours: FieldText })),
    /** Files of the newest version, where they stand: they are the source's, and are not taken over by themselves. */
    attachments: z.array(Attachment.extend({ since: z.enum(['same', 'added', 'replaced']) })),
    /** Titles of what went along with the version we have, and does no more. */
    attachmentsGone: z.array(z.string()),
    /** Raised by each save of the working copy. */
    revision: z.int(),
    can: z.object({ edit: z.boolean() }),
  }),
]);

/** Takes the named fields as they stand in the source's version; the others were seen and stay as they are. */
export const TakeOver = z.strictObject({
  id,
  revision,
  version: z.int().min(1).max(2_000_000_000),
  fields: z.array(SharedField).max(sharedFields.length),
});
export const Taken = z.object({ revision: z.int() });

export const Explain = z.strictObject({ id, reasons: Reasons });

export const GetLineage = z.strictObject({ handle });

const Node = z.object({
  slug: z.string(),
  title: z.string(),
  municipality: MunicipalityName,
  version: z.int(),
  publishedAt: moment,
  /** Slug of the page it was taken over from; null for the first one, and where the reader may not see that page. */
  from: z.string().nullable(),
  fromVersion: z.int().nullable(),
  /** Null where there is nothing to compare with. */
  fidelity: Fidelity.nullable(),
});

export const Lineage = z.object({
  /** From the first one down: a page comes after the one it was taken over from. */
  pages: z.array(Node),
  /** For the own municipality: adopters in all, seen or not; null for others. */
  adopters: z.int().nullable(),
});

export type SharedField = z.infer<typeof SharedField>;
export type Reasons = z.infer<typeof Reasons>;
export type Standing = z.infer<typeof Standing>;
export type Fidelity = z.infer<typeof Fidelity>;
export type Source = z.infer<typeof Source>;
export type Lineage = z.infer<typeof Lineage>;
