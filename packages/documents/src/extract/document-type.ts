/** Which reader a file goes to; what it is, its bytes say. */
import { formatOf, type Format } from './format.ts';

export type DocumentType =
  | 'text/plain'
  | 'application/pdf'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const wordType: DocumentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * Any zip goes to the reader of Word, and old Office files too; what shows nothing goes to the reader of text: each says
 * best what it really is.
 */
const readers: Partial<Record<Format, DocumentType>> = {
  pdf: 'application/pdf',
  word: wordType,
  workbook: wordType,
  zip: wordType,
  old_office: wordType,
  markup: 'text/plain',
  text: 'text/plain',
  unknown: 'text/plain',
};

/** The type the first bytes show; null when it is none that can be read. */
export const documentTypeOf = (bytes: Uint8Array): DocumentType | null => readers[formatOf(bytes)] ?? null;
