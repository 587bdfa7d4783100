/** The door for files: any bytes in, draft or one Dutch sentence out, with bounds on time and memory that hold. */
import { documentTypeOf } from '../extract/document-type.ts';
import { refused } from '../extract/refusal.ts';
import { readAgenda } from '../read/read-agenda.ts';
import { askApart } from './process.ts';
import type { AgendaDraft, ReadFailure } from '../draft.ts';
import type { DocumentType } from '../extract/document-type.ts';
import type { ReadOptions } from '../read/read-agenda.ts';
import type { Limits } from './process.ts';

/** Bytes; a 60-page agreement with photographs is some 5 MB. */
export const largestDocument = 25_000_000;

/** Bytes of text that are read in this process: some milliseconds. Longer text goes apart, like any other file. */
const largestHere = 500_000;

export interface ReadFileOptions extends ReadOptions {
  /** Usually it ends within 10 seconds and 256 megabytes; for tests and measurements. */
  limits?: Partial<Limits>;
}

export type ReadFileResult =
  { ok: true; type: DocumentType; text: string; draft: AgendaDraft; pages: number[] | null } | ReadFailure;

/**
 * Reads an agenda from a Word file, a PDF or plain text; what it is, its bytes say. Resolves for any bytes;
 * rejects only when this machine cannot start a process. Call it outside a transaction: it may take ten seconds.
 */
export async function readAgendaFile(bytes: Uint8Array, options: ReadFileOptions): Promise<ReadFileResult> {
  if (bytes.length > largestDocument) {
    return refused('document.too_large', 'Dit bestand is te groot om als agenda te lezen: meer dan 25 MB.');
  }
  if (bytes.length === 0) return refused('document.empty');
  const type = documentTypeOf(bytes);
  if (type === null) return refused('document.type_unsupported');
  const { municipalities, limits } = options;
  if (type === 'text/plain' && bytes.length <= largestHere) {
    const outcome = readAgenda(bytes, type, { municipalities });
    return outcome.ok ? { ...outcome, type, pages: null } : outcome;
  }
  const answer = await askApart({ type, municipalities }, bytes, limits);
  return answer.ok ? { ...answer, type } : answer;
}

/** The page, counted from 1, on which an offset of the extracted text stands; null when there are no pages. */
export function pageOf(pages: number[] | null, offset: number): number | null {
  if (pages === null || pages.length === 0) return null;
  return Math.max(1, pages.findLastIndex((start) => start <= offset) + 1);
}
