// A door of its own for `agenda:read`: one document on the command line needs no database and none of its libraries.
import { type AgendaReadIo, runAgendaRead } from '@kansenplein/documents';
import { municipalityNames } from './municipalities/names.ts';

/** Reads one document and prints what was found; answers the exit code (0 read, 2 refused with one sentence). */
export const readAgendaCommand = (argv: readonly string[], io: AgendaReadIo): Promise<number> =>
  runAgendaRead(argv, io, municipalityNames);
