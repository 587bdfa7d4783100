// What is known of a file beside its bytes. Bytes come and go through the host (apps/api/src/files.ts), not as JSON.
import { z } from 'zod';
import { handle, id, line, name } from '../kernel/fields.ts';
import { PersonalDataReason } from '../kernel/publication.ts';

/** Ten megabytes: the longest agenda with its pictures. */
export const largestFile = 10 * 1024 * 1024;

/** What goes along with one page: files, and bytes of all of them together. */
export const mostAttachments = 20;
export const largestTogether = 50_000_000;

/** What can be read in; all but text can be attached as well. */
export const readableTypes = ['txt', 'docx', 'pdf'] as const;
export const fileTypes = [...readableTypes, 'xlsx', 'png', 'jpeg', 'webp'] as const;
export type FileType = (typeof fileTypes)[number];
export type ReadableType = (typeof readableTypes)[number];
export const isReadable = (type: FileType): type is ReadableType =>
  (readableTypes as readonly FileType[]).includes(type);

/** What a file tells about persons; `unread`: something in it that only a person can read, such as a scan. */
export const tellingKinds = ['email', 'telephone', 'iban', 'name', 'unread'] as const;
export type TellingKind = (typeof tellingKinds)[number];

export const FileView = z.object({
  id,
  name: z.string(),
  type: z.enum(fileTypes),
  /** In bytes. */
  size: z.int(),
});

export const FileId = id;

/** A file as it goes along with a page, in its place. */
export const Attachment = z.object({
  id,
  title: z.string(),
  /** What a picture shows, for who does not see it; empty for a document. */
  alternative: z.string(),
  file: FileView,
});
export const Attachments = z.object({ attachments: z.array(Attachment) });

/** Of a working copy, for who writes: with what each file tells about persons. */
export const DraftAttachments = z.object({
  attachments: z.array(Attachment.extend({ tells: z.array(z.enum(tellingKinds)) })),
  can: z.object({ attach: z.boolean() }),
  /** Bytes that still fit. */
  room: z.int(),
});

/** Of the page at this address; `number` for an earlier version. */
export const GetAttachments = z.strictObject({
  handle,
  number: z.int().min(1).max(1_000_000).nullable(),
});
export const GetDraftAttachments = z.strictObject({ id });

const texts = { title: name(200), alternative: line(300), personalDataReason: PersonalDataReason };
export const Attach = z.strictObject({ id, file: id, ...texts });
export const ChangeAttachment = z.strictObject({ id, attachment: id, ...texts });
export const MoveAttachment = z.strictObject({ id, attachment: id, to: z.enum(['up', 'down']) });
export const Detach = z.strictObject({ id, attachment: id });

export type Attachment = z.infer<typeof Attachment>;
