/** From the nodes of the form to what a draft holds: sourced texts, sections, lists of statements, rows by label. */
import { sourced } from '../read/sourced.ts';
import { tidyBlocks, textOf, withoutStrong } from './content.ts';
import { listLines, markdownOf } from './markdown-text.ts';
import { notFilledIn } from './wording.ts';
import type { SectionDraft, SourcedText, Span } from '../draft.ts';
import type { Block, ContentTable, List } from './content.ts';
import type { FormNode, HeadingNode, ItemNode, RowNode } from './form-node.ts';

/** The form leaves no doubt about the place of anything. */
export const sure = 0.99;

export const isHeading = (node: FormNode | undefined, level?: number): node is HeadingNode =>
  node?.kind === 'heading' && (level === undefined || node.level === level);

export const wordsOfNode = (node: FormNode | undefined): string =>
  node && node.kind !== 'row' ? textOf(withoutStrong(node.words)).replaceAll('\n', ' ') : '';

/** Nothing there, or only the words that say so. */
export const isEmptyCell = (nodes: readonly FormNode[]): boolean =>
  nodes.length === 0 ||
  (nodes.length === 1 && [notFilledIn, '–', ''].includes(wordsOfNode(nodes[0])) && nodes[0]?.kind !== 'row');

/** Nodes as content; a heading is one inside a text. */
export function contentOf(nodes: readonly FormNode[]): Block[] {
  const blocks: Block[] = [];
  let table = null as { number: number; block: ContentTable } | null;
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index];
    if (!node) break;
    if (node.kind === 'row') {
      const cells = node.cells.map((cell) => cell.flatMap((one) => (one.kind === 'row' ? [] : one.words)));
      if (table?.number === node.table) table.block.rows.push(cells);
      else {
        table = { number: node.table, block: { kind: 'table', head: cells, rows: [] } };
        blocks.push(table.block);
      }
      continue;
    }
    table = null;
    if (node.kind === 'item') {
      const items = itemsFrom(nodes, index);
      blocks.push(...listsOf(items, items[0]?.level ?? 0));
      index += items.length - 1;
    } else if (node.kind === 'heading') blocks.push({ kind: 'heading', words: node.words, below: true });
    else blocks.push({ kind: node.kind, words: node.words });
  }
  return tidyBlocks(blocks);
}

function itemsFrom(nodes: readonly FormNode[], from: number): ItemNode[] {
  const items: ItemNode[] = [];
  for (let index = from; nodes[index]?.kind === 'item'; index += 1) items.push(nodes[index] as ItemNode);
  return items;
}

/** Items that follow one another as lists in lists; what changes between bullet and number is another list. */
function listsOf(items: readonly ItemNode[], level: number): List[] {
  const lists: List[] = [];
  for (let index = 0; index < items.length;) {
    const item = items[index];
    if (!item) break;
    let end = index + 1;
    while (end < items.length && (items[end]?.level ?? 0) > level) end += 1;
    const below = items.slice(index + 1, end);
    const deeper = Math.min(...below.map((one) => one.level));
    const one = { words: item.words, lists: below.length > 0 ? listsOf(below, deeper) : [] };
    const ordered = item.number !== null;
    const last = lists.at(-1);
    const counts = !ordered || item.number === (last ? last.start + last.items.length : null);
    if (last?.ordered === ordered && counts) last.items.push(one);
    else lists.push({ kind: 'list', ordered, start: item.number ?? 1, items: [one] });
    index = end;
  }
  return lists;
}

export const spanOf = (nodes: readonly FormNode[]): Span => ({
  start: nodes[0]?.start ?? 0,
  end: nodes.at(-1)?.end ?? 0,
});

/** All of a field as one text; null when nobody filled it in. */
export function fieldOf(text: string, nodes: readonly FormNode[]): SourcedText | null {
  return isEmptyCell(nodes) ? null : tellingOf(text, nodes);
}

/** Nodes that are a text of their own, whatever their words. */
function tellingOf(text: string, nodes: readonly FormNode[]): SourcedText {
  const { start, end } = spanOf(nodes);
  return sourced(text, start, end, sure, markdownOf(contentOf(nodes)));
}

/** Plain words of a field that is a line: no mark in it means anything. */
export function lineOf(text: string, nodes: readonly FormNode[]): SourcedText | null {
  if (isEmptyCell(nodes)) return null;
  const { start, end } = spanOf(nodes);
  return sourced(text, start, end, sure, nodes.map(wordsOfNode).join(' '));
}

/** Words of a cell, '' when it is empty. */
export const plainOf = (nodes: readonly FormNode[] | undefined): string =>
  !nodes || isEmptyCell(nodes) ? '' : nodes.map(wordsOfNode).join('\n');

/** The title that a heading is; its words are plain. */
export const titleOf = (text: string, node: HeadingNode): SourcedText => {
  const words = wordsOfNode(node);
  return sourced(text, node.start, node.end, sure, words === notFilledIn ? '' : words);
};

/** A text in its paragraphs, lists and tables; `byItem` gives every item of a list a text of its own. */
export function paragraphsOf(text: string, nodes: readonly FormNode[], byItem: boolean): SourcedText[] {
  const groups: FormNode[][] = [];
  for (const node of nodes) {
    const group = groups.at(-1);
    const first = group?.[0];
    const together =
      first?.kind === node.kind &&
      ((node.kind === 'row' && first.kind === 'row' && node.table === first.table) ||
        (node.kind === 'item' && first.kind === 'item' && (!byItem || node.level > first.level)));
    if (together) group?.push(node);
    else groups.push([node]);
  }
  return groups.map((group) => tellingOf(text, group));
}

/** The words of one item with what hangs below it, without its marker. */
export function itemText(text: string, nodes: readonly FormNode[]): SourcedText | null {
  const [list] = contentOf(nodes);
  const item = list?.kind === 'list' ? list.items[0] : undefined;
  if (!item) return fieldOf(text, nodes);
  const { start, end } = spanOf(nodes);
  const below = item.lists.map((one) => listLines(one, '').join('\n'));
  const words = markdownOf([{ kind: 'paragraph', words: item.words }]);
  return sourced(text, start, end, sure, [words, ...below].join('\n\n'));
}

/** The items of a list, each with those below it. */
export function itemGroups(nodes: readonly FormNode[]): FormNode[][] {
  const groups: FormNode[][] = [];
  for (const node of nodes) {
    const first = groups.at(-1)?.[0];
    if (first?.kind === 'item' && node.kind === 'item' && node.level > first.level) groups.at(-1)?.push(node);
    else groups.push([node]);
  }
  return groups;
}

/** Sections by the headings of one level; what stands before the first has none. */
export function sectionsOf(text: string, nodes: readonly FormNode[], level: number): SectionDraft[] {
  return partsAt(nodes, level).flatMap(({ heading, inside }) => {
    const section = {
      heading: heading ? titleOf(text, heading) : null,
      paragraphs: paragraphsOf(text, inside, false),
    };
    return section.heading || section.paragraphs.length > 0 ? [section] : [];
  });
}

export interface FormSection {
  heading: HeadingNode | null;
  inside: FormNode[];
}

/** Divides by the headings of a level; deeper ones stay inside. */
export function partsAt(nodes: readonly FormNode[], level: number): FormSection[] {
  const parts: FormSection[] = [{ heading: null, inside: [] }];
  for (const node of nodes) {
    if (isHeading(node) && node.level <= level) parts.push({ heading: node, inside: [] });
    else parts.at(-1)?.inside.push(node);
  }
  return parts.filter(({ heading, inside }) => heading !== null || inside.length > 0);
}

export const rowsOf = (nodes: readonly FormNode[]): RowNode[] => nodes.filter((node) => node.kind === 'row');

/** The label of a row of facts, and what stands beside it. */
export function factOf(row: RowNode): { label: string; labelNodes: FormNode[]; value: FormNode[] } | null {
  const [label, ...rest] = row.cells;
  if (!label || rest.length === 0 || row.isHead) return null;
  return { label: label.map(wordsOfNode).join(' '), labelNodes: label, value: rest.flat() };
}

/** The rows below a heading of columns, each as its cells by the words of that heading. */
export function recordsOf(rows: readonly RowNode[]): Map<string, FormNode[]>[] {
  const head = rows.find(({ isHead }) => isHead);
  const names = head?.cells.map((cell) => cell.map(wordsOfNode).join(' ')) ?? [];
  return rows
    .filter((row) => !row.isHead && row.table === head?.table)
    .map((row) => new Map(names.map((name, index) => [name, row.cells[index] ?? []])));
}
