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
  /** The earlier import this one is a newer version of. */
  follows: id.nullable(),
  interventions: z.array(z.object({ id, title: z.string() })),
  createdAt: moment,
});

export const Imports = z.object({
  imports: z.array(z.object({ id, fileName: z.string(), state: z.enum(importStates), createdAt: moment })),
});

export const MakeDrafts = z.strictObject({ id });
/** `agenda` is null for the paper of one intervention. */
export const MadeDrafts = z.object({ agenda: id.nullable(), interventions: z.array(id) });

export type ImportView = z.infer<typeof ImportView>;
