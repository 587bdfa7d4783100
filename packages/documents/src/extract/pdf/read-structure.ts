/**
 * A tagged PDF of ours by its structure tree, not by the places of its letters: the tree says what is a heading, a cell
 * and an item, and where a text goes on behind the end of a page. Only text that is drawn is read; a file of which any
 * text stands outside the tree is none of ours.
 */
import { tidy } from '../../form/content.ts';
import { unplaced, withLinks } from '../../form/form-node.ts';
import { readLink } from '../../form/markdown-text.ts';
import { continuedMark } from '../../form/wording.ts';
import { markedTextOf } from './marked-text.ts';
import type { Inline, Run } from '../../form/content.ts';
import type { FormNode, RowNode } from '../../form/form-node.ts';
import type { MarkedPage, MarkedRun } from './marked-text.ts';
import type { PDFPageProxy } from 'unpdf/pdfjs';

interface TreeNode {
  role: string;
  children: (TreeNode | { type: string; id: string })[];
}

const isNode = (one: TreeNode['children'][number]): one is TreeNode => 'role' in one;

/** The parts of the document in the order of reading, or null when its structure does not hold all of its text. */
export async function readStructure(pages: AsyncIterable<PDFPageProxy>): Promise<FormNode[] | null> {
  const reader = new StructureReader();
  for await (const page of pages) {
    const tree: unknown = await page.getStructTree();
    const marked = await markedTextOf(page);
    page.cleanup();
    if (marked.hasStray || !reader.page(tree as TreeNode | null, marked)) return null;
  }
  return reader.finish();
}

/** Spans inside one another at the beginning of a text: how it goes on from the line before. */
const joints = ['', ' ', '\n', ''];

type TextNode = Exclude<FormNode, RowNode>;

class StructureReader {
  readonly #nodes: FormNode[] = [];
  readonly #lastRun = new WeakMap<TextNode, MarkedRun>();
  /** Left edges of the columns of each table. */
  readonly #columns = new Map<number, number[]>();
  #page = 0;
  #marked = new Map<string, MarkedRun[]>();
  #seen = 0;
  #tables = 0;
  #links = 0;
  /** The first row of this page goes on from the page before. */
  #rowGoesOn = false;

  /** False when text of this page is not in its tree. */
  page(tree: TreeNode | null, { marked, artifacts }: MarkedPage): boolean {
    this.#page += 1;
    this.#marked = marked;
    this.#seen = 0;
    this.#rowGoesOn = artifacts.some((text) => text.endsWith(continuedMark));
    if (tree) this.#walk(pruned(tree), this.#nodes, 0);
    return this.#seen === marked.size;
  }

  finish(): FormNode[] {
    const settle = (nodes: FormNode[]): FormNode[] =>
      nodes.flatMap((node): FormNode[] => {
        if (node.kind === 'row') return [{ ...node, cells: node.cells.map(settle) }];
        const words = withLinks(tidy(node.words));
        return words.length === 0 ? [] : [{ ...node, words }];
      });
    return settle(this.#nodes);
  }

  #walk(node: TreeNode, into: FormNode[], level: number): void {
    for (const child of node.children) {
      if (!isNode(child)) {
        // A cell to write in: there is nothing in it.
        this.#runsOf(child.id);
        continue;
      }
      const heading = /^H([1-6])$/.exec(child.role)?.[1];
      if (heading !== undefined)
        this.#text(child, into, {
          kind: 'heading',
          level: Number(heading),
          words: [],
          page: this.#page,
          ...unplaced,
        });
      else if (child.role === 'P')
        this.#text(child, into, { kind: 'paragraph', words: [], page: this.#page, ...unplaced });
      else if (child.role === 'L')
        for (const item of child.children.filter(isNode)) this.#item(item, into, level);
      else if (child.role === 'Table') this.#table(child, into);
      else this.#walk(child, into, level);
    }
  }

  /** `fresh` is the node that begins here, unless the text goes on from the page before. */
  #text(node: TreeNode, into: FormNode[], fresh: TextNode): void {
    const [first] = node.children;
    const last = into.at(-1);
    const goesOn = first && isNode(first) && first.role === 'Span' && last && last.kind !== 'row';
    const target = goesOn ? last : fresh;
    if (!goesOn) into.push(fresh);
    this.#read(node, target, 0, null);
  }

  #item(item: TreeNode, into: FormNode[], level: number): void {
    const parts = item.children.filter(isNode);
    const label = parts.find(({ role }) => role === 'Lbl');
    const body = parts.find(({ role }) => role === 'LBody');
    const shown = label ? this.#plain(label).trim() : '';
    const number = /^\d+/.exec(shown)?.[0];
    const isOwn = (child: TreeNode['children'][number]): boolean => !isNode(child) || child.role !== 'L';
    if (body) {
      const own = { ...body, children: body.children.filter(isOwn) };
      const words: Inline = [];
      const fresh: TextNode = {
        kind: 'item',
        number: number === undefined ? null : Number(number),
        level,
        words,
        page: this.#page,
        ...unplaced,
      };
      if (own.children.length > 0) this.#text(own, into, fresh);
      for (const child of body.children.filter(isNode))
        if (child.role === 'L')
          for (const below of child.children.filter(isNode)) this.#item(below, into, level + 1);
    }
  }

  #plain(node: TreeNode): string {
    return node.children
      .map((child) =>
        isNode(child)
          ? this.#plain(child)
          : this.#runsOf(child.id)
              .map(({ text }) => text)
              .join(''),
      )
      .join('');
  }

  #runsOf(id: string): MarkedRun[] {
    const runs = this.#marked.get(id);
    if (!runs) return [];
    this.#seen += 1;
    return runs;
  }

  /** The words below a node, in their order; `link` tells the words of one link apart from those beside it. */
  #read(node: TreeNode, into: TextNode, spans: number, link: string | null): void {
    for (const child of node.children) {
      if (!isNode(child)) {
        this.#add(this.#runsOf(child.id), into, spans, link);
        spans = 0;
      } else if (child.role === 'Span') this.#read(child, into, spans + 1, link);
      else if (child.role === 'Link') {
        this.#read(child, into, spans, this.#linkFor(into, spans));
        spans = 0;
      } else this.#read(child, into, spans, link);
    }
  }

  /** A link that was divided by the end of a page or a line shows no whole address before it. */
  #linkFor(into: TextNode, spans: number): string {
    const last = into.words.at(-1);
    if (spans > 0 && last && last.link !== null) {
      const shown = into.words.filter(({ link }) => link === last.link).map(({ text }) => text);
      if (spans === 3 || readLink(shown.join('')) === null) return last.link;
    }
    this.#links += 1;
    return String(this.#links);
  }

  #add(runs: MarkedRun[], into: TextNode, spans: number, link: string | null): void {
    let isFirst = true;
    for (const run of runs) {
      const before = this.#lastRun.get(into);
      if (run.text !== '') {
        let joint = '';
        if (before && isFirst) joint = spans > 0 ? (joints[spans] ?? '') : spaceBetween(before, run);
        else if (before?.endsLine) joint = ' ';
        const look = { strong: run.strong, emphasis: run.emphasis, link };
        const last = into.words.at(-1);
        const same = last?.strong === look.strong && last.emphasis === look.emphasis && last.link === link;
        if (same) last.text += joint + run.text;
        else into.words.push({ ...plainSpace(joint) }, { ...look, text: run.text });
        isFirst = false;
        this.#lastRun.set(into, run);
      } else if (run.endsLine && before && !isFirst) this.#lastRun.set(into, { ...before, endsLine: true });
    }
  }

  #table(node: TreeNode, into: FormNode[]): void {
    const rows = node.children.filter(isNode);
    const last = into.at(-1);
    const goesOn = last?.kind === 'row' && rows[0] !== undefined && !isHead(rows[0]);
    if (!goesOn) this.#tables += 1;
    const table = goesOn ? last.table : this.#tables;
    for (const row of rows) this.#row(row, into, table);
  }

  #row(node: TreeNode, into: FormNode[], table: number): void {
    const cells = node.children.filter(isNode);
    const last = into.at(-1);
    const goesOn = this.#rowGoesOn && into === this.#nodes && last?.kind === 'row';
    if (into === this.#nodes) this.#rowGoesOn = false;
    if (goesOn) {
      for (const cell of cells) {
        const index = cell.role === 'TH' ? 0 : this.#columnOf(cell, table, last.cells.length);
        this.#walk(cell, last.cells[index] ?? [], 0);
      }
      return;
    }
    const row: RowNode = {
      kind: 'row',
      table,
      isHead: isHead(node),
      cells: cells.map(() => []),
      page: this.#page,
      ...unplaced,
    };
    into.push(row);
    if (row.isHead)
      this.#columns.set(
        table,
        cells.map((cell) => this.#leftOf(cell)),
      );
    cells.forEach((cell, index) => this.#walk(cell, row.cells[index] ?? [], 0));
  }

  /** In a row that goes on, cells that ended on the page before are absent: the place tells which one it is. */
  #columnOf(cell: TreeNode, table: number, count: number): number {
    const lefts = this.#columns.get(table);
    const left = this.#leftOf(cell);
    return lefts
      ? Math.max(
          0,
          lefts.findLastIndex((one) => one <= left + 3),
        )
      : count - 1;
  }

  #leftOf(node: TreeNode): number {
    return Math.min(
      ...node.children.map((child) =>
        isNode(child)
          ? this.#leftOf(child)
          : (this.#marked.get(child.id)?.find(({ text }) => text.trim() !== '')?.x0 ?? Infinity),
      ),
    );
  }
}

/** Without what has nothing on this page: rows of the same table on other pages come along empty. */
function pruned(node: TreeNode): TreeNode {
  const children = node.children.flatMap((child): TreeNode['children'] => {
    if (!isNode(child)) return [child];
    const inside = pruned(child);
    return inside.children.length > 0 ? [inside] : [];
  });
  return { ...node, children };
}

const isHead = (row: TreeNode): boolean => row.children.filter(isNode).every(({ role }) => role === 'TH');

const plainSpace = (text: string): Run => ({ text, strong: false, emphasis: false, link: null });

/** Two stretches of one text: beside one another with a gap, or below one another. */
function spaceBetween(before: MarkedRun, after: MarkedRun): string {
  const size = Math.max(before.size, after.size);
  const level = Math.abs(before.y - after.y) < size * 0.4;
  return !level || after.x0 - before.x1 > size * 0.12 ? ' ' : '';
}
