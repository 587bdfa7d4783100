// `agenda:read` on the command line: one document, no database.
import { type AgendaReadIo, runAgendaRead } from '@kansenplein/documents';
import { municipalityNames } from '../municipalities/index.ts';

/** Reads one document and prints what was found; answers the exit code (0 read, 2 refused with one sentence). */
export const readAgendaCommand = (argv: readonly string[], io: AgendaReadIo): Promise<number> =>
  runAgendaRead(argv, io, municipalityNames);
