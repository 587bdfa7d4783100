/**
 * The text of a file that goes along with something, to look for personal data in it: not as it would be read, but
 * everything that stands in it, headers, remarks and hidden sheets too. Runs where it may be killed.
 */
import { writeBlocks } from './blocks.ts';
import { isMacro, textOfParts, textOfWorkbook } from './office-parts.ts';
import { Refusal, refused } from './refusal.ts';
import { Archive } from './word/archive.ts';
import { readWord } from './word/read-word.ts';
import type { ReadFailure } from '../draft.ts';

/** The formats of which the text can be had. */
export type TextualFormat = 'pdf' | 'word' | 'workbook';

export type TextOfFile =
  | {
      ok: true;
      text: string;
      /** There is something in it that only a person can read: a scan, or nothing but pictures. */
      unread: boolean;
    }
  | ReadFailure;

/** Never throws for any bytes; a file that is not whole, not safe or locked is refused. */
export async function textOfFile(bytes: Uint8Array, format: TextualFormat): Promise<TextOfFile> {
  try {
    const { text, unread } = format === 'pdf' ? await ofPdf(bytes) : await ofOffice(bytes, format);
    return { ok: true, text, unread: unread || text.trim() === '' };
  } catch (error) {
    return error instanceof Refusal ? refused(error.code, error.sentence) : refused('document.damaged');
  }
}

interface Found {
  readonly text: string;
  readonly unread: boolean;
}

async function ofPdf(bytes: Uint8Array): Promise<Found> {
  const { readPdf } = await import('./pdf/read-pdf.ts');
  try {
    const { text, pictures } = await readPdf(bytes);
    return { text, unread: pictures.length > 0 };
  } catch (error) {
    // A scan is a good file: a signed agreement often is one.
    if (error instanceof Refusal && error.code === 'document.picture_only') return { text: '', unread: true };
    throw error;
  }
}

async function ofOffice(bytes: Uint8Array, format: 'word' | 'workbook'): Promise<Found> {
  const archive = await Archive.open(bytes);
  if ([...archive.names].some(isMacro)) throw new Refusal('document.hostile', 'macro');
  if (format === 'workbook') return { text: await textOfWorkbook(archive), unread: false };
  const { blocks } = await readWord(bytes);
  const beside = await textOfParts(archive, /^word\/(?:header|footer|comments)\d*\.xml$/);
  return { text: `${writeBlocks(blocks, 0).text}\n${beside}`, unread: false };
}
