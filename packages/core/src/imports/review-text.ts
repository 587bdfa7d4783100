// What a reviewer typed in place of what was read, in the form in which a draft keeps it.
import { findPersonalDataInMarkdown, invalid, readMarkdown } from '../kernel/index.ts';

function formed(oneLine: boolean, typed: string): string {
  if (oneLine) return typed.replace(/\s+/g, ' ').trim();
  const read = readMarkdown(typed);
  if ('problem' in read) throw invalid('import.decision', [{ field: 'text', code: read.problem }]);
  return read.text;
}

/** A citizen service number is stopped wherever it would be kept; the text as it was typed. */
export function guardedText(text: string): string {
  if (findPersonalDataInMarkdown('text', text).some(({ blocking }) => blocking))
    throw invalid('import.bsn', [{ field: 'text', code: 'bsn' }]);
  return text;
}

/** One line, or a long text that keeps to the dialect; refuses what the editor would refuse as well. */
export const typedText = ({ oneLine }: { oneLine: boolean }, typed: string): string =>
  guardedText(formed(oneLine, typed));
