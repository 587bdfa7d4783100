/** Step 1 for files with a layout: bytes become the extracted text, with the pages where there are any. */
import { isBlank } from '../read/characters.ts';
import { writeBlocks } from './blocks.ts';
import { Refusal, refused } from './refusal.ts';
import { readWord } from './word/read-word.ts';
import type { ReadFailure } from '../draft.ts';
import type { WrittenText } from './blocks.ts';
import type { DocumentType } from './document-type.ts';
import type { PdfText } from './pdf/read-pdf.ts';

export type ExtractedFile =
  | ({
      ok: true;
      /** Pages, counted from 1, that are a picture without text. */ pictures: number[];
    } & WrittenText)
  | ReadFailure;

/** Never throws for any bytes. Runs where it may be killed: a hostile file can take time and memory. */
export async function extractFile(
  bytes: Uint8Array,
  type: Exclude<DocumentType, 'text/plain'>,
): Promise<ExtractedFile> {
  try {
    const written =
      type === 'application/pdf'
        ? await extractPdf(bytes)
        : { ...writeBlocks(await readWord(bytes), 0), pictures: [] };
    return isBlank(written.text) ? refused('document.empty') : { ok: true, ...written };
  } catch (error) {
    if (error instanceof Refusal) return refused(error.code, error.sentence);
    // Whatever a library meets in bytes that nobody checked: the file is at fault, not the reader of it.
    return refused('document.damaged');
  }
}

/** Word files need none of the PDF library, so it is loaded when it is needed. */
async function extractPdf(bytes: Uint8Array): Promise<PdfText> {
  const { readPdf } = await import('./pdf/read-pdf.ts');
  return readPdf(bytes);
}
