// What is known of a file beside its bytes. Bytes come and go through the host (apps/api/src/files.ts), not as JSON.
import { z } from 'zod';
import { id } from '../kernel/fields.ts';

/** Ten megabytes: the longest agenda with its pictures. */
export const largestFile = 10 * 1024 * 1024;

export const fileTypes = ['txt', 'docx', 'pdf'] as const;
export type FileType = (typeof fileTypes)[number];

export const FileView = z.object({
  id,
  name: z.string(),
  type: z.enum(fileTypes),
  /** In bytes. */
  size: z.int(),
});

export const FileId = id;
