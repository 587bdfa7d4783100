// What crosses the wire when a document is read: the upload, what was found, the drafts made of it.
import type { AgendaDraft } from '@kansenplein/documents';
import { z } from 'zod';
import { FileView } from '../files/index.ts';
import { document, id, moment, name } from '../kernel/fields.ts';

/** A document as plain text (a 60-page agreement is some 200,000 characters), or a file that was uploaded before. */
export const StartImport = z.union([
  z.strictObject({ fileName: name(200), text: document(500_000) }),
  z.strictObject({ file: id }),
]);
export const Started = z.object({ id });

export const GetImport = z.strictObject({ id });

export const importStates = ['received', 'read', 'failed', 'drafted'] as const;

const addendumKey = z.string().regex(/^[a-z0-9]{6,12}$/);

export const ImportView = z.object({
  id,
  fileName: z.string(),
  /** The document itself, at `/files/<id>`; null when its text was pasted. */
  file: FileView.nullable(),
  state: z.enum(importStates),
  /** Why it could not be read: a code of the reader and its Dutch sentence. */
  failure: z.object({ code: z.string(), message: z.string() }).nullable(),
  /** The extracted text that every span of the draft points into. */
  text: z.string(),
  /** Where each page begins in the text; null when the document has no pages. */
  pages: z.array(z.int()).nullable(),
  draft: z.custom<AgendaDraft>().nullable(),
  /** The document names another municipality than the one the reader acts for. */
  otherMunicipality: z.string().nullable(),
  agenda: id.nullable(),
  /** It became this addendum of that agenda. */
  addendum: addendumKey.nullable(),
  /** The earlier import this one is a newer version of. */
  follows: id.nullable(),
  interventions: z.array(z.object({ id, title: z.string() })),
  createdAt: moment,
});

export const Imports = z.object({
  imports: z.array(z.object({ id, fileName: z.string(), state: z.enum(importStates), createdAt: moment })),
});

/** Where the paper of an addendum goes: into an agenda that is there, or into one of its own. */
export const Into = z.union([
  z.literal('new'),
  z.strictObject({
    agenda: id,
    /** The addendum that it takes the place of; null: it is one more. */
    addendum: addendumKey.nullable(),
  }),
]);
/** `into` is asked of the paper of an addendum, and of nothing else. */
export const MakeDrafts = z.strictObject({ id, into: Into.optional() });
/** `agenda` is null for the paper of one intervention. */
export const MadeDrafts = z.object({ agenda: id.nullable(), interventions: z.array(id) });

export const GetBelonging = z.strictObject({ id });

/** Agendas of the own municipality that the paper of an addendum may belong to; empty for any other document. */
export const Belonging = z.object({
  /** Title of the agenda as the paper says it. */
  says: z.string(),
  /** The document holds more than an addendum has room for, so it makes an agenda of its own. */
  saysMore: z.boolean(),
  agendas: z.array(
    z.object({
      id,
      title: z.string(),
      /** The paper was written of this one, or names it by its title. */
      likely: z.boolean(),
      addenda: z.array(
        z.object({
          key: addendumKey,
          title: z.string(),
          /** The paper was written of this one. */
          likely: z.boolean(),
        }),
      ),
    }),
  ),
});

export type Belonging = z.infer<typeof Belonging>;
export type Into = z.infer<typeof Into>;
export type ImportView = z.infer<typeof ImportView>;
