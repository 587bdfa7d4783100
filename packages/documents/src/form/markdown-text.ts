/** Content as Markdown-light: what a field holds when it was typed here, and what reading the form gives back. */
import { emptyCell, plainRun, textOf, tidy, tidyBlocks } from './content.ts';
import type { Block, Inline, List, Run } from './content.ts';

/** Blocks with a blank line between, lists as '- ' and '1. ' lines. Plain text comes out as it went in. */
export function markdownOf(blocks: readonly Block[]): string {
  return blocks.map(blockMarkdown).join('\n\n');
}

function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return inlineMarkdown(block.words).split('\n').map(withoutMarker).join('\n');
    case 'heading':
      return `${block.below ? '####' : '###'} ${inlineMarkdown(block.words)}`;
    case 'list':
      return listLines(block, '').join('\n');
    case 'table':
      return [
        tableRow(block.head),
        `|${' --- |'.repeat(block.head.length)}`,
        ...block.rows.map(tableRow),
      ].join('\n');
  }
}

export function listLines(list: List, indent: string): string[] {
  return list.items.flatMap(({ words, lists }, index) => {
    const marker = list.ordered ? `${list.start + index}. ` : '- ';
    const inside = indent + ' '.repeat(marker.length);
    const [first = '', ...rest] = inlineMarkdown(words).split('\n').map(withoutMarker);
    return [
      `${indent}${marker}${first}`,
      ...rest.map((line) => inside + line),
      ...lists.flatMap((below) => listLines(below, inside)),
    ];
  });
}

const tableRow = (cells: Inline[]): string =>
  `| ${cells.map((words) => inlineMarkdown(words).replaceAll('|', '\\|')).join(' | ')} |`;

/** A line of a paragraph that would begin a list, a heading or a table. */
const withoutMarker = (line: string): string =>
  line.replace(/^(?=[-+*](?: |$)|#{1,6}(?: |$)|\|)/, '\\').replace(/^(\d{1,9})(?=[.)](?: |$))/, '$1\\');

export function inlineMarkdown(words: Inline): string {
  // Beside real marks every other star could be taken for one.
  const marked = words.some(({ strong, emphasis }) => strong || emphasis);
  return words.map((run) => runMarkdown(run, marked)).join('');
}

/** An address that is its own words; in brackets where it would not be one, or where its signs would be marks. */
const addressMarkdown = (address: string): string =>
  /^https?:/i.test(address) && !/\*|\\|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/u.test(address)
    ? address
    : `<${address}>`;

function runMarkdown(run: Run, marked: boolean): string {
  if (run.link !== null && run.text === shownAddress(run.link)) return addressMarkdown(run.text);
  const edge = /^([ \n]*)(.*?)([ \n]*)$/s.exec(run.text);
  const marks = `${run.strong ? '**' : ''}${run.emphasis ? '*' : ''}`;
  const words = escaped(edge?.[2] ?? run.text, marked);
  const inside = run.link === null ? words : `[${words}](${run.link})`;
  const whole = `${marks}${inside}${[...marks].reverse().join('')}`;
  return `${edge?.[1] ?? ''}${whole}${edge?.[3] ?? ''}`;
}

/** The address as paper shows it: of mail without 'mailto:'. */
export const shownAddress = (link: string): string => link.replace(/^mailto:/, '');

/** A link on paper: its words with the address behind them, for who cannot click. */
export function shownLink(text: string, link: string): string {
  const address = shownAddress(link);
  return text === address ? address : `${text} (${address})`;
}

/** The words and the address that `shownLink` shows; null when it shows none that may be followed. */
export function readLink(shown: string): { text: string; link: string } | null {
  const match = /^(.*) \((\S+)\)$/s.exec(shown);
  const address = match?.[2] ?? shown;
  const link = /^https?:\/\/\S+$/i.test(address)
    ? address
    : /^[^\s@]+@[^\s@]+$/.test(address)
      ? `mailto:${address}`
      : null;
  return link === null ? null : { text: match?.[1] ?? shown, link };
}

/** Only what would be taken for a mark: one star or bracket in running text stays as it is. Linear in the text. */
function escaped(text: string, marked: boolean): string {
  let result = text.replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\');
  if (marked || result.indexOf('*') !== result.lastIndexOf('*')) result = result.replaceAll('*', '\\*');
  if (marked || result.indexOf('_') !== result.lastIndexOf('_'))
    result = result.replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_');
  return result.includes('](') ? result.replaceAll('[', '\\[') : result;
}

/** True for the words that stand for a cell without content. */
export const isEmptyCell = (words: Inline): boolean => ['', emptyCell].includes(textOf(words).trim());

/** Plain text as Markdown that says the same: no sign in it means anything. A blank line parts paragraphs. */
export const plainMarkdown = (text: string): string =>
  markdownOf(
    tidyBlocks(text.split(/\n\s*\n/).map((part) => ({ kind: 'paragraph', words: [plainRun(part)] }))),
  );

/** The same for words inside a line, such as a heading. */
export const plainInline = (text: string): string => inlineMarkdown(tidy([plainRun(text)]));
