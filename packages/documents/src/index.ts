/** Paper: reads agenda documents into drafts of which every text can be traced to its source. */
export { runAgendaRead } from './cli.ts';
export { extractText, readAgenda } from './read/read-agenda.ts';
export { templateFields } from './draft.ts';
export type { AgendaReadIo } from './cli.ts';
export type { DocumentType, ReadOptions } from './read/read-agenda.ts';
export type * from './draft.ts';
