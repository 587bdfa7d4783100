/** Step 1 for files with a layout: bytes become the extracted text, with the pages where there are any. */
import { isBlank } from '../read/characters.ts';
import { nodesOfBlocks, placeNodes } from '../form/form-node.ts';
import { followsForm } from '../form/read-form.ts';
import { writeBlocks } from './blocks.ts';
import { Refusal, refused } from './refusal.ts';
import { readWord } from './word/read-word.ts';
import type { ReadFailure } from '../draft.ts';
import type { WrittenText } from './blocks.ts';
import type { WordText } from './word/read-word.ts';
import type { DocumentType } from './document-type.ts';
import type { FormNode } from '../form/form-node.ts';
import type { PdfText } from './pdf/read-pdf.ts';

export type ExtractedFile =
  | ({
      ok: true;
      /** Pages, counted from 1, that are a picture without text. */
      pictures: number[];
      /** A file that follows the form, in its parts; null for every other. */
      form: FormNode[] | null;
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
        : { ...writeWordText(await readWord(bytes)), pictures: [] };
    return isBlank(written.text) ? refused('document.empty') : { ok: true, ...written };
  } catch (error) {
    if (error instanceof Refusal) return refused(error.code, error.sentence);
    // Whatever a library meets in bytes that nobody checked: the file is at fault, not the reader of it.
    return refused('document.damaged');
  }
}

function writeWordText({ blocks, saysForm }: WordText): WrittenText & { form: FormNode[] | null } {
  const nodes = saysForm ? nodesOfBlocks(blocks) : [];
  return followsForm(nodes)
    ? { ...placeNodes(nodes, 0), form: nodes }
    : { ...writeBlocks(blocks, 0), form: null };
}

/** Word files need none of the PDF library, so it is loaded when it is needed. */
async function extractPdf(bytes: Uint8Array): Promise<PdfText> {
  const { readPdf } = await import('./pdf/read-pdf.ts');
  return readPdf(bytes);
}
