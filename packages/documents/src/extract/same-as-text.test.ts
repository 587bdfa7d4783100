/**
 * The promise of Word and PDF: the same document gives the same draft, field by field, as its plain text. Files are
 * made here, from our own examples and (where that folder is) from the real documents; none is kept.
 */
import { describe, expect, it } from 'vitest';
import { analyse } from '../read/read-agenda.ts';
import {
  draftOf,
  exampleAccord,
  exampleAgenda,
  inputsPresent,
  realAccord,
  realAgenda,
  someMunicipalities,
} from '../testing/documents.ts';
import { libraryWordFileOf } from '../testing/library-word.ts';
import { pdfOf } from '../testing/paper-pdf.ts';
import { wordFileOf } from '../testing/paper-word.ts';
import { expectNothingLost } from '../testing/promises.ts';
import { contentOf } from '../testing/same-draft.ts';
import { extractFile } from './extract-file.ts';
import { documentTypeOf } from './document-type.ts';
import type { Likeness } from '../testing/same-draft.ts';
import type { PdfLayout } from '../testing/paper-pdf.ts';
import type { WordLayout } from '../testing/paper-word.ts';

// The letters of a PDF's standard fonts stop short of this one.
const printable = (text: string): string => text.replaceAll('▲', '*').replaceAll('**', '');

const documents = [
  { name: 'our example agenda', text: printable(exampleAgenda), skip: false },
  { name: 'our example accord', text: printable(exampleAccord), skip: false },
  {
    name: 'the real agenda (only where ../shared/input is)',
    text: printable(realAgenda),
    skip: !inputsPresent,
  },
  {
    name: 'the real accord (only where ../shared/input is)',
    text: printable(realAccord),
    skip: !inputsPresent,
  },
];

async function expectSameDraft(bytes: Uint8Array, text: string, likeness: Likeness = {}): Promise<void> {
  const type = documentTypeOf(bytes);
  if (type === null || type === 'text/plain') throw new Error('is no Word file and no PDF');
  const extracted = await extractFile(bytes, type);
  if (!extracted.ok) throw new Error(`${extracted.code}: ${extracted.message}`);
  const outcome = analyse(extracted.text, { municipalities: someMunicipalities });
  if (!outcome.ok) throw new Error(outcome.message);
  expectNothingLost(outcome.text, outcome.draft);
  expect(contentOf(outcome.draft, likeness)).toEqual(contentOf(draftOf(text), likeness));
}

const wordLayouts: Record<string, WordLayout> = {
  'a table with lists': {},
  'runs cut in the middle of words': { splitRuns: true },
  'content controls around everything': { controls: true },
  'labels merged over several rows': { cells: 'rows' },
  'tables in a frame': { framed: true },
  'tabs instead of a table': { cells: 'tabs' },
  'tracked changes, comments, hidden text and fields': { tracked: true },
  'lists by style': { listStyle: true },
  'all of it': {
    splitRuns: true,
    controls: true,
    cells: 'rows',
    framed: true,
    tracked: true,
    listStyle: true,
  },
};

const pdfLayouts: Record<string, PdfLayout> = {
  'drawn cells': { borders: true },
  'columns of white': {},
  'rows without space between': { padding: 0 },
  'drawn rows without space between': { padding: 0, borders: true },
  'prose in two columns': { columns: true },
  'running head, foot and page numbers': { furniture: true },
  'words broken at line ends': { hyphens: true },
  'justified lines': { justified: true },
  'pages so small that cells break': { page: [420, 420], labelWidth: 90, borders: true },
  'small pages without drawn lines': { page: [420, 420], labelWidth: 90 },
  'dashes for bullets': { bullet: '-' },
  'all of it in columns': { columns: true, furniture: true, hyphens: true, justified: true, size: 9 },
  'all of it in cells': {
    page: [480, 500],
    labelWidth: 100,
    hyphens: true,
    justified: true,
    furniture: true,
    borders: true,
    size: 10,
  },
};

describe.each(documents)('$name gives the same draft as a Word file with', ({ text, skip }) => {
  it.skipIf(skip).each(Object.entries(wordLayouts))('%s', (_name, layout) =>
    expectSameDraft(wordFileOf(text, layout), text),
  );

  it.skipIf(skip)('what a library makes of it', async () =>
    expectSameDraft(await libraryWordFileOf(text), text),
  );
});

describe.each(documents)('$name gives the same draft as a PDF with', ({ text, skip }) => {
  it.skipIf(skip).each(Object.entries(pdfLayouts))('%s', async (_name, layout) =>
    expectSameDraft(await pdfOf(text, layout), text, { pages: true, hyphens: layout.hyphens === true }),
  );
});
