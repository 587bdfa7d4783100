/** Content as slices: what cannot be divided by the end of a page (a line, a row of a table in a cell), in order. */
import { emptyCell, plainRun, textOf } from '../../form/content.ts';
import { brokenLines } from './lines.ts';
import { colors, Element } from './page-model.ts';
import type { Block, ContentTable, Inline, List, Run } from '../../form/content.ts';
import type { Line, TextLook } from './lines.ts';
import type { Page } from './page-model.ts';
import type { Typeface } from './typeface.ts';

export interface Slice {
  height: number;
  /** White above it; not at the top of a page. */
  gap: number;
  /** Stays on one page with the next. */
  keep: boolean;
  put: (page: Page, x: number, y: number) => void;
}

export const bodySize = 10.5;
/** Height of a line, in sizes of its letters. */
export const leading = 1.42;

export interface SliceLook extends TextLook {
  color: string;
  gap: number;
  /** The whole text stays together and with what follows. */
  keep: boolean;
}

export const bodyLook: SliceLook = {
  size: bodySize,
  bold: false,
  italic: false,
  color: colors.ink,
  gap: 6,
  keep: false,
};

export class Slicer {
  readonly #face: Typeface;

  constructor(face: Typeface) {
    this.#face = face;
  }

  /** All of a cell or a chapter, under `parent`. */
  blocks(blocks: readonly Block[], parent: Element, width: number): Slice[] {
    return blocks.flatMap((block) => {
      switch (block.kind) {
        case 'paragraph':
          return this.text(block.words, new Element('P', parent), width, bodyLook);
        case 'heading':
          return this.text(block.words, new Element('P', parent), width, {
            ...bodyLook,
            bold: true,
            italic: block.below,
            keep: true,
          });
        case 'list':
          return this.#list(block, parent, width, 0);
        case 'table':
          return this.#table(block, parent, width);
      }
    });
  }

  text(words: Inline, element: Element, width: number, look: SliceLook, indent = 0): Slice[] {
    const lines = brokenLines(words, width - indent, look, this.#face);
    const owner = new TextOwner(element);
    const height = look.size * leading;
    return lines.map((line, index) => ({
      height,
      gap: index === 0 ? look.gap : 0,
      // No single line alone at the top or the bottom; a cut word is not divided.
      keep:
        look.keep ||
        (lines.length > 1 && (index === 0 || index === lines.length - 2)) ||
        (lines[index + 1]?.joins === 'nothing' && index % 20 !== 19),
      put: (page, x, y) => owner.put(page, line, x + indent, y, look),
    }));
  }

  /** A place to write on: a cell of its table, with nothing in it. */
  blank(element: Element): Slice {
    const piece = {
      text: ' ',
      style: 'regular' as const,
      x: 0,
      width: this.#face.width(' ', 'regular', bodySize),
      link: null,
    };
    return {
      height: bodySize,
      gap: 0,
      keep: false,
      put: (page, x, y) =>
        void page.marks.push({
          kind: 'text',
          element,
          piece,
          x,
          y,
          size: bodySize,
          color: colors.ink,
          apart: false,
        }),
    };
  }

  #list(list: List, parent: Element, width: number, level: number): Slice[] {
    const element = new Element('L', parent, { numbering: list.ordered ? 'Decimal' : 'Disc' });
    const step = list.ordered ? 20 : 14;
    return list.items.flatMap(({ words, lists }, index) => {
      const item = new Element('LI', element);
      const label = list.ordered ? `${list.start + index}.` : '•';
      const body = (): Element => lazily.body;
      const lazily = { label: new Element('Lbl', item), body: new Element('LBody', item) };
      const labelSlices = this.text([plainRun(label)], lazily.label, width, bodyLook);
      const slices = this.text(
        words,
        body(),
        width,
        { ...bodyLook, gap: index === 0 && level === 0 ? 6 : 3 },
        step,
      );
      const [first] = slices;
      const [mark] = labelSlices;
      if (first && mark) {
        const { put } = first;
        first.put = (page, x, y) => {
          mark.put(page, x, y);
          put(page, x, y);
        };
      }
      const below = lists.flatMap((one) => this.#list(one, body(), width - step, level + 1));
      return [...slices, ...below.map((slice) => indented(slice, step))];
    });
  }

  /** A table inside a cell: each row is one slice. */
  #table({ head, rows }: ContentTable, parent: Element, width: number): Slice[] {
    const table = new Element('Table', parent);
    const each = width / Math.max(1, head.length);
    const rowSlice = (cells: Inline[], isHead: boolean, isFirst: boolean): Slice => {
      const row = new Element('TR', table);
      const columns = cells.map((words) => {
        const cell = new Element(isHead ? 'TH' : 'TD', row, isHead ? { scope: 'Column' } : {});
        const shown = textOf(words) === '' ? [plainRun(emptyCell)] : words;
        return this.text(shown, new Element('P', cell), each - 10, { ...bodyLook, gap: 0, bold: isHead });
      });
      const height = Math.max(...columns.map(heightOf)) + 8;
      return {
        height,
        gap: isFirst ? 6 : 0,
        keep: isHead,
        put: (page, x, y) => {
          if (isHead) page.artifacts.push({ kind: 'fill', x, y, width, height, color: colors.fill });
          columns.forEach((slices, index) => putAll(slices, page, x + index * each + 5, y + 4));
          for (const edge of isFirst ? [y, y + height] : [y + height])
            page.artifacts.push({
              kind: 'line',
              x0: x,
              x1: x + width,
              y: edge,
              color: colors.line,
              width: 0.5,
            });
        },
      };
    };
    return [rowSlice(head, true, true), ...rows.map((row) => rowSlice(row, false, false))];
  }
}

export const heightOf = (slices: readonly Slice[]): number =>
  slices.reduce((sum, { height, gap }, index) => sum + height + (index === 0 ? 0 : gap), 0);

export function putAll(slices: readonly Slice[], page: Page, x: number, y: number): number {
  let at = y;
  slices.forEach((slice, index) => {
    if (index > 0) at += slice.gap;
    slice.put(page, x, at);
    at += slice.height;
  });
  return at;
}

const indented = (slice: Slice, step: number): Slice => ({
  ...slice,
  put: (page, x, y) => slice.put(page, x + step, y),
});

/**
 * Puts the lines of one text under its element. Where a line does not simply go on, it stands in spans inside one
 * another that say how: one for a new page, two for a line end that was meant, three for a cut word. A program that
 * reads the structure hears the same text; ours tells by it which lines are one.
 */
class TextOwner {
  readonly #element: Element;
  #page: Page | null = null;
  #current: Element;
  readonly #links = new Map<Run, Element>();

  constructor(element: Element) {
    this.#element = element;
    this.#current = element;
  }

  put(page: Page, line: Line, x: number, y: number, { size, color }: SliceLook): void {
    const spans =
      this.#page === null
        ? 0
        : line.joins === 'nothing'
          ? 3
          : line.joins === 'break'
            ? 2
            : this.#page === page
              ? 0
              : 1;
    if (spans > 0) {
      this.#current = this.#element;
      for (let depth = 0; depth < spans; depth += 1) this.#current = new Element('Span', this.#current);
    }
    this.#page = page;
    line.pieces.forEach((piece, index) => {
      const element = piece.link ? this.#linkIn(piece.link, spans > 0) : this.#current;
      const shown = piece.link ? colors.accent : color;
      page.marks.push({
        kind: 'text',
        element,
        piece,
        x: x + piece.x,
        y,
        size,
        color: shown,
        apart: spans > 0 && index === 0,
      });
    });
    if (line.hyphenAt !== null)
      page.artifacts.push({ kind: 'words', text: '-', x: x + line.hyphenAt, y, size, color, bold: false });
  }

  /** A link that goes on in a new line is the same link; behind a page end it is under another span. */
  #linkIn(link: Run, fresh: boolean): Element {
    const known = fresh ? undefined : this.#links.get(link);
    const element = known ?? new Element('Link', this.#current, { link: link.link });
    this.#links.set(link, element);
    return element;
  }
}
