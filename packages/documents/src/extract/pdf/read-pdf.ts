/** PDF: pages with their text and its places, as blocks in the order of reading. No script in it is ever run. */
import { getDocument } from 'unpdf/pdfjs';
import { placeNodes } from '../../form/form-node.ts';
import { followsForm } from '../../form/read-form.ts';
import { formMark } from '../../form/wording.ts';
import { writeBlocks } from '../blocks.ts';
import { Refusal } from '../refusal.ts';
import { clearFurniture } from './furniture.ts';
import { hyphenHabits } from './hyphens.ts';
import { layOut } from './layout.ts';
import { linesOnPage, textOf } from './lines.ts';
import { contentOf } from './page-content.ts';
import { readStructure } from './read-structure.ts';
import { rightEdge, usualSpacing } from './paragraphs.ts';
import type { FormNode } from '../../form/form-node.ts';
import type { PDFDocumentProxy, PDFPageProxy } from 'unpdf/pdfjs';
import type { Block, WrittenText } from '../blocks.ts';
import type { PageLine } from './lines.ts';
import type { PageContent } from './page-content.ts';
import type { Spacing } from './paragraphs.ts';

/** The longest agreement known has some 60; more is no agenda and costs a page of memory each. */
export const mostPages = 500;

/** Less on a page than this is no text but what a scanner printed on it. */
const fewestLetters = 40;

export interface PdfText extends WrittenText {
  /** Pages, counted from 1, that are a picture without text; a person has to look at them. */
  pictures: number[];
  /** A file that follows the form, in its parts; null for every other. */
  form: FormNode[] | null;
}

export async function readPdf(bytes: Uint8Array): Promise<PdfText> {
  if (!isWhole(bytes)) throw new Refusal('document.damaged', 'pdf without end');
  const pdf = await opened(bytes);
  if (pdf.numPages > mostPages) throw new Refusal('document.too_many_pages', 'pdf');
  const form = await formOf(pdf);
  if (form) return { ...placeNodes(form, pdf.numPages), pictures: [], form };
  const contents: PageContent[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    contents.push(await contentOf(page));
    page.cleanup();
  }
  const letters = contents.map(({ runs }) => runs.reduce((sum, { text }) => sum + text.length, 0));
  const pictures = contents.flatMap(({ picture }, index) =>
    picture && (letters[index] ?? 0) < fewestLetters ? [index + 1] : [],
  );
  if (
    pictures.length > 0 &&
    pictures.length === contents.filter(({ picture }, index) => picture || letters[index]).length
  ) {
    throw new Refusal('document.picture_only', 'pdf');
  }
  return { ...writeBlocks(blocksOfPages(contents), pdf.numPages), pictures, form: null };
}

/** The parts of a file that says it follows our form, and does. */
async function formOf(pdf: PDFDocumentProxy): Promise<FormNode[] | null> {
  const { info } = await pdf.getMetadata();
  if ((info as Record<string, unknown>).Creator !== formMark) return null;
  async function* pages(): AsyncGenerator<PDFPageProxy> {
    for (let number = 1; number <= pdf.numPages; number += 1) yield await pdf.getPage(number);
  }
  const nodes = await readStructure(pages());
  return nodes && followsForm(nodes) ? nodes : null;
}

function blocksOfPages(contents: PageContent[]): Block[] {
  const { pages, notes } = clearFurniture(
    contents.map((content, index) => linesOnPage(content, index + 1)),
    (index) => contents[index]?.height ?? 842,
  );
  const lines = pages.flat().filter((line) => !isContentsLine(textOf(line)));
  const habits = {
    ...hyphenHabits(lines.flatMap(({ fragments }) => fragments.map(({ text }) => text))),
    spacing: spacingOfAll(lines),
  };
  const context = { rules: (page: number) => contents[page - 1]?.rules ?? [], habits, depth: 4 };
  const blocks = layOut(lines, context);
  if (notes.length === 0) return blocks;
  const page = notes[0]?.page ?? 1;
  return [...blocks, { kind: 'paragraph', text: 'Voetnoten', page }, ...layOut(notes, context)];
}

/** Over all lines that stand alone, and over what stands last on each line: the column of values. */
function spacingOfAll(lines: PageLine[]): Spacing {
  const last = lines.flatMap(({ page, stretch, fragments }) => {
    const fragment = fragments.at(-1);
    return fragment ? [{ ...fragment, page, stretch }] : [];
  });
  return usualSpacing(last, rightEdge(last), new Map());
}

/** 'Inleiding ........ 3': a table of contents repeats the document. */
const isContentsLine = (text: string): boolean => /(?:\.\s?){5,}\s*\d{1,3}$/.test(text);

/** A PDF ends with '%%EOF'; one that does not was cut off, and part of it would be missing unseen. */
function isWhole(bytes: Uint8Array): boolean {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] ?? 0) <= 0x20) end -= 1;
  return new TextDecoder('latin1').decode(bytes.subarray(Math.max(0, end - 2048), end)).includes('%%EOF');
}

async function opened(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  try {
    return await getDocument({
      data: new Uint8Array(bytes),
      verbosity: 0,
      useSystemFonts: false,
      disableFontFace: true,
      enableXfa: false,
      useWasm: false,
      // Pictures are not needed and may be bombs: none is decoded.
      maxImageSize: 1,
      isOffscreenCanvasSupported: false,
      isImageDecoderSupported: false,
      stopAtErrors: false,
    }).promise;
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    throw new Refusal(name === 'PasswordException' ? 'document.encrypted' : 'document.damaged', 'pdf');
  }
}
