/** Paper: reads agenda documents into drafts of which every text can be traced to its source, and writes them. */
export { runAgendaRead } from './cli.ts';
export { extractText, readAgenda } from './read/read-agenda.ts';
export { largestDocument, pageOf, readAgendaFile } from './apart/read-agenda-file.ts';
export { runApart } from './apart/process.ts';
export { readTextApart } from './apart/read-text.ts';
export { documentTypeOf } from './extract/document-type.ts';
export { formatOf } from './extract/format.ts';
export { amountOf, amountWords } from './form/amounts.ts';
export { plainInline, plainMarkdown } from './form/markdown-text.ts';
export { templateFields } from './draft.ts';
export {
  PaperTooHeavy,
  writeAddendum,
  writeAgenda,
  writeIntervention,
  writePaper,
} from './apart/write-apart.ts';
export type { AgendaReadIo } from './cli.ts';
export type { Ended, Limits, Program } from './apart/process.ts';
export type { TextOfFile, TextualFormat } from './extract/text-of-file.ts';
export type { ReadFileOptions, ReadFileResult } from './apart/read-agenda-file.ts';
export type { AnyPaper, WriteOptions } from './apart/write-apart.ts';
export type { DocumentType } from './extract/document-type.ts';
export type { Format } from './extract/format.ts';
export type { ReadOptions } from './read/read-agenda.ts';
export type * from './draft.ts';
export type * from './write/paper.ts';
