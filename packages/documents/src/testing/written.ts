/** Writes and reads again, here or as the house does: in a process of its own. */
import { extractFile } from '../extract/extract-file.ts';
import { documentTypeOf } from '../extract/document-type.ts';
import { analyse } from '../read/read-agenda.ts';
import { expectNothingLost } from './promises.ts';
import type { AgendaDraft, MunicipalityName } from '../draft.ts';

/** The draft of a file that was written on the form; throws when it is not read by its form. */
export async function readBack(
  bytes: Uint8Array,
  municipalities: readonly MunicipalityName[],
): Promise<AgendaDraft> {
  const type = documentTypeOf(bytes);
  if (type === null || type === 'text/plain') throw new Error('is no Word file and no PDF');
  const extracted = await extractFile(bytes, type);
  if (!extracted.ok) throw new Error(`${extracted.code}: ${extracted.message}`);
  if (!extracted.form) throw new Error('was not read by its form');
  const outcome = analyse(extracted.text, { municipalities }, extracted.form);
  if (!outcome.ok) throw new Error(outcome.message);
  expectNothingLost(outcome.text, outcome.draft);
  return outcome.draft;
}
