/**
 * What the house and the reading process say to each other. To the process: four bytes with the length of a JSON
 * header, the header, the bytes of the document until the end of the stream. Back: the outcome as JSON.
 */
import type { AgendaDraft, MunicipalityName, ReadFailure } from '../draft.ts';
import type { DocumentType } from '../extract/document-type.ts';
import type { TextOfFile, TextualFormat } from '../extract/text-of-file.ts';

/** Which agenda stands in it. */
export interface AgendaQuestion {
  type: DocumentType;
  municipalities: readonly MunicipalityName[];
}

/** What stands in it, whatever it is. */
export interface TextQuestion {
  textOf: TextualFormat;
}

export type Question = AgendaQuestion | TextQuestion;

export type AgendaAnswer =
  { ok: true; text: string; draft: AgendaDraft; pages: number[] | null } | ReadFailure;

export type Answer = AgendaAnswer | TextOfFile;

export function packQuestion(question: Question, bytes: Uint8Array): Uint8Array[] {
  const header = new TextEncoder().encode(JSON.stringify(question));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, header.length);
  return [length, header, bytes];
}

export function unpackQuestion(received: Uint8Array): { question: Question; bytes: Uint8Array } {
  const length = new DataView(received.buffer, received.byteOffset, 4).getUint32(0);
  const header = new TextDecoder().decode(received.subarray(4, 4 + length));
  return { question: JSON.parse(header) as Question, bytes: received.subarray(4 + length) };
}
