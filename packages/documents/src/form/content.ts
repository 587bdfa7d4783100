/**
 * What a field of the form consists of, whatever it came from and wherever it is printed: paragraphs, headings, lists
 * and tables of words with emphasis and links. Both the writers and the reader of the form speak of content in these
 * shapes, so 'the same' means one thing.
 */

/** Words of one look; a line end inside is '\n'. */
export interface Run {
  text: string;
  strong: boolean;
  emphasis: boolean;
  /** 'https://…', 'http://…' or 'mailto:…'; nothing else is ever followed. */
  link: string | null;
}

export type Inline = Run[];

export interface ListItem {
  words: Inline;
  lists: List[];
}

export interface List {
  kind: 'list';
  ordered: boolean;
  /** The number of the first item; 1 for bullets. */
  start: number;
  items: ListItem[];
}

export interface ContentTable {
  kind: 'table';
  head: Inline[];
  /** Every row has as many cells as the head. */
  rows: Inline[][];
}

export type Block =
  | { kind: 'paragraph'; words: Inline }
  /** `below`: under another heading of the same text. */
  | { kind: 'heading'; words: Inline; below: boolean }
  | List
  | ContentTable;

/** A cell without content shows this, so that it can be heard; read back it is nothing. */
export const emptyCell = '–';

export const plainRun = (text: string): Run => ({ text, strong: false, emphasis: false, link: null });

export const textOf = (words: Inline): string => words.map(({ text }) => text).join('');

const sameLook = (one: Run, other: Run): boolean =>
  one.strong === other.strong && one.emphasis === other.emphasis && one.link === other.link;

const isPlain = ({ strong, emphasis, link }: Run): boolean => !strong && !emphasis && link === null;

/**
 * The one way in which these words can be told: composed Unicode, single spaces, no invisible characters, no spaces
 * around a line end, and spaces at the edge of emphasis outside it.
 */
export function tidy(words: Inline): Inline {
  const pieces = words.flatMap((run, from) => {
    const text = run.text
      .normalize('NFC')
      // A line end and a tab are white space; other control and format characters are nothing that can be printed.
      .replace(/(?![\n\t])[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu, '')
      .replace(/[^\S\n]+/gu, ' ')
      .replace(/ ?\n ?/g, '\n');
    return text
      .split(/([ \n]+)/)
      .flatMap((part) => (part === '' ? [] : [{ run: { ...run, text: part }, from }]));
  });
  const tidied: Inline = [];
  let space = '';
  let lastFrom = -1;
  for (const { run, from } of pieces) {
    if (/^[ \n]/.test(run.text)) {
      space += run.text;
      continue;
    }
    const last = tidied.at(-1);
    const between = last ? (/\n/.test(space) ? '\n' : space === '' ? '' : ' ') : '';
    space = '';
    // Two links beside one another stay two, also when they lead to the same place.
    if (last && sameLook(last, run) && (run.link === null || from === lastFrom))
      last.text += between + run.text;
    else {
      if (between !== '' && last) {
        if (isPlain(last)) last.text += between;
        else if (isPlain(run)) run.text = between + run.text;
        else tidied.push(plainRun(between));
      }
      tidied.push(run);
    }
    lastFrom = from;
  }
  return tidied;
}

export const isStrongAll = (words: Inline): boolean =>
  words.length > 0 && words.every(({ strong, text }) => strong || text.trim() === '');

const isEmphasisAll = (words: Inline): boolean =>
  words.every(({ emphasis, text }) => emphasis || text.trim() === '');

/** Where everything is strong, nothing is: headings and labels. */
export const withoutStrong = (words: Inline): Inline => tidy(words.map((run) => ({ ...run, strong: false })));

/** Blocks in the form in which they are written, read back and compared. */
export function tidyBlocks(blocks: Block[]): Block[] {
  const tidied: Block[] = [];
  for (const block of blocks) {
    const one = tidyBlock(block);
    const last = tidied.at(-1);
    if (one === null) continue;
    if (one.kind === 'list' && last?.kind === 'list' && goesOn(last, one)) last.items.push(...one.items);
    else tidied.push(one);
  }
  return tidied;
}

/** Bullets that follow bullets are one list; so is a number that counts on. */
export const goesOn = (list: List, next: List): boolean =>
  list.ordered === next.ordered && (!next.ordered || next.start === list.start + list.items.length);

function tidyBlock(block: Block): Block | null {
  if (block.kind === 'list') {
    const items = tidyItems(block.items);
    return items.length === 0 ? null : { ...block, start: block.ordered ? block.start : 1, items };
  }
  if (block.kind === 'table') {
    const cell = (words: Inline): Inline => {
      const tidied = tidy(words.map((run) => ({ ...run, text: run.text.replaceAll('\n', ' ') })));
      return textOf(tidied) === emptyCell ? [] : tidied;
    };
    const head = block.head.map((words) => withoutStrong(cell(words)));
    return { kind: 'table', head, rows: block.rows.map((row) => row.map(cell)) };
  }
  const words = tidy(block.words);
  if (words.length === 0) return null;
  if (block.kind === 'paragraph' && !isStrongAll(words)) return { kind: 'paragraph', words };
  const oneLine = words.map((run) => ({ ...run, text: run.text.replaceAll('\n', ' ') }));
  // In running text a heading is strong, and one below it strong and emphasised: neither says anything else of its words.
  const isEmphasis = isEmphasisAll(words);
  const below = block.kind === 'heading' ? block.below : isEmphasis;
  const bare = isEmphasis ? oneLine.map((run) => ({ ...run, emphasis: false })) : oneLine;
  return { kind: 'heading', words: withoutStrong(bare), below };
}

/** An item without words is none; what hangs below it takes its place. */
function tidyItems(items: ListItem[]): ListItem[] {
  return items.flatMap(({ words, lists }) => {
    const tidied = tidy(words);
    const below = tidyBlocks(lists).filter((block) => block.kind === 'list');
    return tidied.length > 0 ? [{ words: tidied, lists: below }] : below.flatMap((list) => list.items);
  });
}
