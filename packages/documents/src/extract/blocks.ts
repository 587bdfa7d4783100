/**
 * What a document with a layout consists of, whatever it was read from, and how it is written as plain text: the
 * same forms a person would type (a tab between label and value, '- ' before a list item, a blank line between
 * paragraphs), so that everything behind it reads one kind of text.
 */
import type { Inline } from '../form/content.ts';

/** What a paragraph shows besides its letters; the ordinary reading of documents does not need it. */
export interface Looks {
  words?: Inline;
  /** Level of a heading, counted from 1; absent when it is none. */
  heading?: number;
}

export interface Paragraph extends Looks {
  kind: 'paragraph';
  text: string;
  /** Counted from 1; 0 when the document has no pages. */
  page: number;
}

export interface ListItem extends Looks {
  kind: 'item';
  /** '-' for a bullet, else the number as it is shown: '1.', '1.2', 'a)'. */
  marker: string;
  level: number;
  text: string;
  page: number;
}

/** One row of a table; cells hold blocks, also rows of a table inside the cell. */
export interface Row {
  kind: 'row';
  cells: Block[][];
  /** Which table of the document it stands in, and whether it is repeated as the heading of one. */
  table?: number;
  header?: boolean;
}

export type Block = Paragraph | ListItem | Row;

export interface WrittenText {
  text: string;
  /** `pages[i]` is the offset at which page i + 1 begins; null without pages. */
  pages: number[] | null;
}

/** Lines that follow one another, and what stands between them. */
interface Piece {
  text: string;
  page: number;
  /** A blank line before it, or only a line end. */
  gap: boolean;
}

/** Writes all blocks; `pageCount` is 0 for documents without pages. */
export function writeBlocks(blocks: Block[], pageCount: number): WrittenText {
  let text = '';
  const starts = new Map<number, number>();
  for (const piece of piecesOf(blocks)) {
    if (text !== '') text += piece.gap ? '\n\n' : '\n';
    if (!starts.has(piece.page)) starts.set(piece.page, text.length);
    text += piece.text;
  }
  if (text !== '') text += '\n';
  if (pageCount === 0) return { text, pages: null };
  // A page without text begins where the next one does.
  const pages: number[] = [];
  let next = text.length;
  for (let page = pageCount; page >= 1; page -= 1) {
    next = Math.min(next, starts.get(page) ?? next);
    pages.unshift(next);
  }
  if (pages.length > 0) pages[0] = 0;
  return { text, pages };
}

function piecesOf(blocks: Block[]): Piece[] {
  const pieces: Piece[] = [];
  let before: Block | null = null;
  let insideTable = false;
  for (const block of blocks) {
    if (block.kind === 'row') {
      const inside = rowPieces(block, insideTable);
      for (const piece of inside) pieces.push(piece);
      if (inside.length === 0) continue;
      before = block;
      insideTable = block.cells.filter((cell) => cell.some(hasText)).length > 1;
      continue;
    }
    const written = writeFlow(block);
    if (written === '') continue;
    pieces.push({ text: written, page: block.page, gap: !sameList(before, block) });
    before = block;
    insideTable = false;
  }
  return pieces;
}

/** Items of one list stand on consecutive lines; numbers of another depth are headings and stand apart. */
function sameList(before: Block | null, block: Block): boolean {
  if (before?.kind !== 'item' || block.kind !== 'item') return false;
  return before.level === block.level || before.marker === '-' || block.marker === '-';
}

function writeFlow(block: Paragraph | ListItem): string {
  const text = block.text
    .normalize('NFC')
    .replace(/[^\S\n]+(?=\n|$)/g, '')
    .trim();
  if (text === '') return '';
  return block.kind === 'item' ? `${block.marker} ${text}` : text;
}

function rowPieces(row: Row, insideTable: boolean): Piece[] {
  const cells = row.cells.filter((cell) => cell.some(hasText));
  const [first] = cells;
  if (!first) return [];
  // A row of one cell is a heading or a frame, and side by side the same words are two blocks, not label and value.
  if (cells.length === 1 || areBlocks(cells)) return cells.flatMap((cell) => piecesOf(cell));
  const page = pageOfBlocks(first);
  const [label, ...values] = cells.map((cell, index) => writeCell(cell, index === 0));
  const pieces: Piece[] = [{ text: [label, ...values].join('\t'), page, gap: !insideTable }];
  return splitByPage(pieces, cells);
}

const hasText = (block: Block): boolean =>
  block.kind === 'row' ? block.cells.some((cell) => cell.some(hasText)) : block.text.trim() !== '';

function pageOfBlocks(blocks: Block[]): number {
  for (const block of blocks) {
    if (block.kind !== 'row') return block.page;
    for (const cell of block.cells) if (cell.length > 0) return pageOfBlocks(cell);
  }
  return 0;
}

/** The label on one line; a value may have several, never with a blank line between. */
function writeCell(cell: Block[], label: boolean): string {
  const lines = piecesOf(cell).map(({ text }) => text);
  if (label) return lines.join(' ').replace(/\s+/g, ' ');
  const [first] = cell;
  return `${first?.kind === 'item' ? '\n' : ''}${lines.join('\n').replace(/\n{2,}/g, '\n')}`;
}

/** Signature blocks beside one another: cells of several lines that repeat each other's words. */
function areBlocks(cells: Block[][]): boolean {
  const lines = cells.map((cell) => new Set(linesOf(cell)));
  const [first, ...others] = lines;
  if (!first || first.size < 2) return false;
  return others.some((other) => [...other].filter((line) => first.has(line)).length >= 2);
}

const linesOf = (cell: Block[]): string[] =>
  cell.flatMap((block) =>
    block.kind === 'row'
      ? []
      : block.text
          .toLowerCase()
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== ''),
  );

/** A cell that runs over a page break says so at the line where the next page begins. */
function splitByPage(pieces: Piece[], cells: Block[][]): Piece[] {
  const [piece] = pieces;
  const value = cells.at(-1) ?? [];
  if (!piece || cells.length !== 2) return pieces;
  const later = value.findIndex((block, index) => index > 0 && pageOfBlocks([block]) !== piece.page);
  if (later < 0 || piece.page === 0) return pieces;
  const label = cells[0] ?? [];
  const head = `${writeCell(label, true)}\t${writeCell(value.slice(0, later), false)}`;
  const rest = value
    .slice(later)
    .flatMap((block) => piecesOf([block]).map(({ text, page }) => ({ text, page, gap: false })));
  return [{ ...piece, text: head }, ...rest];
}
