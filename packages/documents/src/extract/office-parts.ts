/** What stands in the parts of an Office file, as plain text: a workbook as rows with tabs, any other part as its lines. */
import { Refusal } from './refusal.ts';
import { readXml } from './word/xml.ts';
import type { Archive } from './word/archive.ts';

/** A part that runs when somebody opens the file. Nobody needs one in a file that others download. */
export const isMacro = (name: string): boolean => /(?:vbaProject\.bin|\/activeX\/)/i.test(name);

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** After these a new line begins: paragraphs, strings, breaks, remarks. */
const endsLine = new Set(['p', 'si', 'br', 'comment', 'row', 'threadedComment']);

function linesOf(xml: string): string {
  const pieces: string[] = [];
  readXml(xml, {
    open: () => undefined,
    close: (name) => {
      if (endsLine.has(local(name))) pieces.push('\n');
    },
    text: (text) => pieces.push(text),
  });
  return pieces.join('');
}

/** The text of every part whose name fits, one after the other. */
export async function textOfParts(archive: Archive, wanted: RegExp): Promise<string> {
  const texts: string[] = [];
  for (const name of archive.names) {
    if (!wanted.test(name)) continue;
    const xml = await archive.text(name);
    if (xml !== null) texts.push(linesOf(xml));
  }
  return texts.join('\n');
}

/** Throws Refusal when the archive is no workbook. */
export async function textOfWorkbook(archive: Archive): Promise<string> {
  const types = await archive.text('[Content_Types].xml');
  if (types === null || !isWorkbook(types))
    throw new Refusal('document.type_unsupported', 'no workbook inside');
  if ((await archive.text('xl/workbook.xml')) === null) throw new Refusal('document.damaged', 'no main part');
  const shared = sharedStrings(await archive.text('xl/sharedStrings.xml'));
  const sheets: string[] = [];
  for (const name of archive.names) {
    if (!/^xl\/(?:work|chart|dialog)sheets\/[^/]+\.xml$/.test(name)) continue;
    const xml = await archive.text(name);
    if (xml !== null) sheets.push(cellsOf(xml, shared));
  }
  const beside = await textOfParts(
    archive,
    /^xl\/(?:comments[^/]*|threadedComments\/[^/]*|drawings\/[^/]*|charts\/[^/]*)\.xml$/,
  );
  return [...sheets, beside].join('\n');
}

/** With macros it calls itself something else, and is refused. */
function isWorkbook(types: string): boolean {
  let found = false;
  readXml(types, {
    open: (_name, attributes) => {
      found ||= /spreadsheetml\.(?:sheet|template)\.main\+xml$/.test(attributes.get('ContentType') ?? '');
    },
    close: () => undefined,
    text: () => undefined,
  });
  return found;
}

/** Texts that cells point at by their number. How a Japanese word is said (`rPh`) is no text of the cell. */
function sharedStrings(xml: string | null): string[] {
  const found: string[] = [];
  if (xml === null) return found;
  let text = '';
  let inText = false;
  let spoken = 0;
  readXml(xml, {
    open: (name) => {
      if (local(name) === 'si') text = '';
      if (local(name) === 'rPh') spoken += 1;
      inText = local(name) === 't' && spoken === 0;
    },
    close: (name) => {
      inText = false;
      if (local(name) === 'rPh') spoken -= 1;
      if (local(name) === 'si') found.push(text);
    },
    text: (piece) => {
      if (inText) text += piece;
    },
  });
  return found;
}

/** Cells with a tab between them, rows on a line of their own; numbers as they are stored. */
function cellsOf(xml: string, shared: readonly string[]): string {
  const pieces: string[] = [];
  let kind = '';
  let takes = false;
  let value = '';
  readXml(xml, {
    open: (name, attributes) => {
      const tag = local(name);
      if (tag === 'c') {
        kind = attributes.get('t') ?? 'n';
        value = '';
      }
      // Also what stands above and below a printed page: `oddHeader` and its like.
      takes = tag === 'v' || tag === 't' || /(?:Header|Footer)$/.test(tag);
    },
    close: (name) => {
      takes = false;
      const tag = local(name);
      if (tag === 'c') {
        const cell = kind === 's' ? (shared[Number(value)] ?? '') : value;
        if (cell !== '') pieces.push(cell, '\t');
        value = '';
      } else if (tag === 'row') pieces.push('\n');
      else if (/(?:Header|Footer)$/.test(tag)) {
        pieces.push(value, '\n');
        value = '';
      }
    },
    text: (piece) => {
      if (takes) value += piece;
    },
  });
  return pieces.join('');
}
