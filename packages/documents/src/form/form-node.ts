/** A file that follows the form, as its headings, paragraphs, list items and rows in the order of reading. */
import { plainRun, textOf, tidy } from './content.ts';
import { readLink, shownLink } from './markdown-text.ts';
import type { WrittenText } from '../extract/blocks.ts';
import type { Inline } from './content.ts';
import type { Block } from '../extract/blocks.ts';

interface Placed {
  /** Counted from 1; 0 when the file has no pages. */
  page: number;
  /** Where it stands in the extracted text; set by `placeNodes`. */
  start: number;
  end: number;
}

/** Before it has a place. */
export const unplaced = { start: 0, end: 0 };

export interface HeadingNode extends Placed {
  kind: 'heading';
  level: number;
  words: Inline;
}

export interface ParagraphNode extends Placed {
  kind: 'paragraph';
  words: Inline;
}

export interface ItemNode extends Placed {
  kind: 'item';
  /** Null for a bullet. */
  number: number | null;
  /** 0 for an item of the outermost list. */
  level: number;
  words: Inline;
}

export interface RowNode extends Placed {
  kind: 'row';
  table: number;
  /** The heading of its columns. */
  isHead: boolean;
  cells: FormNode[][];
}

export type FormNode = HeadingNode | ParagraphNode | ItemNode | RowNode;

/** What the reader of Word found; where a link began and ended is known by `Run.link`, whatever it holds. */
export function nodesOfBlocks(blocks: readonly Block[]): FormNode[] {
  return blocks.flatMap((block): FormNode[] => {
    if (block.kind === 'row')
      return [
        {
          kind: 'row',
          table: block.table ?? 0,
          isHead: block.header ?? false,
          cells: block.cells.map(nodesOfBlocks),
          page: 0,
          ...unplaced,
        },
      ];
    const words = withLinks(block.words ?? [plainRun(block.text)]);
    if (words.length === 0) return [];
    if (block.kind === 'paragraph')
      return [
        block.heading === undefined
          ? { kind: 'paragraph', words, page: block.page, ...unplaced }
          : { kind: 'heading', level: block.heading, words, page: block.page, ...unplaced },
      ];
    const number = /^\d+/.exec(block.marker)?.[0];
    return [
      {
        kind: 'item',
        number: number === undefined ? null : Number(number),
        level: block.level,
        words,
        page: block.page,
        ...unplaced,
      },
    ];
  });
}

/** Runs of one link become one, with the address that it shows: a hidden address is not followed. */
export function withLinks(words: Inline): Inline {
  const result: Inline = [];
  let open: string | null = null;
  for (const run of words) {
    const last = result.at(-1);
    if (run.link !== null && run.link === open && last) last.text += run.text;
    else result.push({ ...run });
    open = run.link;
  }
  return tidy(
    result.map((run) => {
      if (run.link === null) return run;
      const shown = readLink(run.text.replace(/\s+/g, ' ').trim());
      return shown ? { ...run, ...shown } : { ...run, link: null };
    }),
  );
}

/** The words as paper shows them. */
export const shownWords = (words: Inline): string =>
  textOf(words.map((run) => (run.link === null ? run : { ...run, text: shownLink(run.text, run.link) })));

/** Writes the text in which every node has a place, and tells the nodes theirs. `pageCount` is 0 without pages. */
export function placeNodes(nodes: readonly FormNode[], pageCount: number): WrittenText {
  const parts: string[] = [];
  let length = 0;
  const starts = new Map<number, number>();
  const add = (text: string): void => {
    parts.push(text);
    length += text.length;
  };
  const placeAll = (list: readonly FormNode[]): void => {
    let before: FormNode | null = null;
    for (const node of list) {
      if (before) add(before.kind === node.kind && node.kind !== 'paragraph' ? '\n' : '\n\n');
      if (node.page > 0 && !starts.has(node.page)) starts.set(node.page, length);
      node.start = length;
      if (node.kind === 'row')
        node.cells.forEach((cell, index) => {
          if (index > 0) add('\t');
          placeAll(cell);
        });
      else {
        if (node.kind === 'item') add(node.number === null ? '- ' : `${node.number}. `);
        add(shownWords(node.words));
      }
      node.end = length;
      before = node;
    }
  };
  placeAll(nodes);
  if (length > 0) add('\n');
  if (pageCount === 0) return { text: parts.join(''), pages: null };
  const pages: number[] = [];
  for (let page = pageCount, next = length; page >= 1; page -= 1) {
    next = Math.min(next, starts.get(page) ?? next);
    pages.unshift(next);
  }
  if (pages.length > 0) pages[0] = 0;
  return { text: parts.join(''), pages };
}
