/** Lays the form out over pages: chapters below one another, and tables whose cells may run over the end of a page. */
import { emptyCell, plainRun } from '../../form/content.ts';
import { continuedMark, notFilledIn } from '../../form/wording.ts';
import { bottomEdge, colors, Element, Page, paper, textWidth } from './page-model.ts';
import { brokenLines } from './lines.ts';
import { bodyLook, bodySize, heightOf, leading, Slicer } from './slices.ts';
import type { Cell, FormDocument, FormPart } from '../form.ts';
import type { Slice, SliceLook } from './slices.ts';
import type { Typeface } from './typeface.ts';

const headingSizes = [23, 16.5, 13, 11.5, 10.5, 10.5];
const headingGaps = [0, 28, 18, 13, 11, 11];
const padding = 7;
const labelShare = 0.27;
const signingHeight = 44;
const headSize = 9.5;

export function layOutForm(form: FormDocument, face: Typeface): Page[] {
  const layout = new Layout(face);
  for (const part of form.parts) layout.part(part);
  layout.finish();
  return layout.pages;
}

/** The lines of the column headers. */
type RepeatedHead = { label: string; x: number; line: number }[];

interface CellBox {
  slices: Slice[];
  x: number;
}

class Layout {
  readonly pages: Page[] = [new Page()];
  readonly #slicer: Slicer;
  readonly #face: Typeface;
  readonly #root = new Element('Document', null);
  #y = paper.top;
  /** Text that waits until it is known what follows it. */
  #waiting: Slice[] = [];

  constructor(face: Typeface) {
    this.#slicer = new Slicer(face);
    this.#face = face;
  }

  get #page(): Page {
    return this.pages.at(-1) as Page;
  }

  #newPage(): void {
    this.pages.push(new Page());
    this.#y = paper.top;
  }

  part(part: FormPart): void {
    switch (part.kind) {
      case 'heading':
        return this.#heading(part.level, part.text);
      case 'flow':
        return this.#flow(this.#slicer.blocks(part.blocks, this.#root, textWidth));
      case 'remark': {
        const look = { ...bodyLook, bold: true, gap: 8 };
        return this.#flow(
          this.#slicer.text([plainRun(part.text)], new Element('P', this.#root), textWidth, look),
        );
      }
      case 'facts':
        return this.#facts(part.rows);
      case 'table':
        return this.#table(part);
    }
  }

  #heading(level: number, text: string): void {
    const words = text === '' ? notFilledIn : text;
    const element = new Element(`H${level}`, this.#root, { bookmark: words });
    const look: SliceLook = {
      size: headingSizes[level - 1] ?? bodySize,
      bold: true,
      italic: false,
      color: level <= 2 ? colors.accent : colors.ink,
      gap: headingGaps[level - 1] ?? 11,
      keep: true,
    };
    const slices = this.#slicer.text([plainRun(words)], element, textWidth, look);
    const [first] = slices;
    if (first) {
      const { put } = first;
      first.put = (page, x, y) => {
        page.headings.push({ element, y, level });
        if (level === 2)
          page.artifacts.push({
            kind: 'line',
            x0: x,
            x1: x + textWidth,
            y: y - 9,
            color: colors.line,
            width: 0.7,
          });
        put(page, x, y);
      };
    }
    this.#flow(slices);
  }

  #flow(slices: Slice[]): void {
    for (const slice of slices) {
      this.#waiting.push(slice);
      if (!slice.keep) this.#release(0);
    }
  }

  finish(): void {
    this.#release(0);
  }

  /** Puts what waits, on this page if it fits together with `more` points below it. */
  #release(more: number): void {
    const slices = this.#waiting;
    this.#waiting = [];
    const [first] = slices;
    if (!first) return;
    const gap = this.#y === paper.top ? 0 : first.gap;
    const whole = gap + heightOf(slices) + more;
    if (this.#y + whole > bottomEdge && this.#y > paper.top && whole < bottomEdge - paper.top)
      this.#newPage();
    for (const slice of slices) {
      if (this.#y + slice.gap + slice.height > bottomEdge && this.#y > paper.top) this.#newPage();
      if (this.#y > paper.top) this.#y += slice.gap;
      slice.put(this.#page, paper.left, this.#y);
      this.#y += slice.height;
    }
  }

  #facts(rows: Extract<FormPart, { kind: 'facts' }>['rows']): void {
    const table = new Element('Table', this.#root);
    const labelWidth = textWidth * labelShare;
    rows.forEach(({ label, cell }, index) => {
      const row = new Element('TR', table);
      const header = new Element('TH', row, { scope: 'Row' });
      const value = new Element('TD', row);
      const look = { ...bodyLook, bold: true };
      const cells: CellBox[] = [
        {
          slices: this.#slicer.text(
            [plainRun(label)],
            new Element('P', header),
            labelWidth - 2 * padding,
            look,
          ),
          x: padding,
        },
        {
          slices: this.#cell(cell, value, textWidth - labelWidth - 2 * padding, notFilledIn),
          x: labelWidth + padding,
        },
      ];
      this.#row(cells, { isFirst: index === 0, label, fill: labelWidth, least: 0, head: null });
    });
    this.#y += 10;
  }

  #table({ columns, rows, forSigning }: Extract<FormPart, { kind: 'table' }>): void {
    const table = new Element('Table', this.#root);
    const lefts = columns.map((_column, index) =>
      columns.slice(0, index).reduce((sum, { share }) => sum + share * textWidth, 0),
    );
    const inner = (index: number): number => (columns[index]?.share ?? 0) * textWidth - 2 * padding + 4;
    const box = (cells: Slice[][]): CellBox[] =>
      cells.map((slices, index) => ({ slices, x: (lefts[index] ?? 0) + padding - 2 }));
    const headCells = (parent: Element): CellBox[] =>
      box(
        columns.map(({ label }, index) => {
          const cell = new Element('TH', parent, { scope: 'Column' });
          return this.#slicer.text([plainRun(label)], new Element('P', cell), inner(index), {
            ...bodyLook,
            bold: true,
            size: headSize,
          });
        }),
      );
    const least = forSigning ? signingHeight : 0;
    const headLook = { size: headSize, bold: true, italic: false };
    const repeated = columns.flatMap(({ label }, index) =>
      brokenLines([plainRun(label)], inner(index), headLook, this.#face).map(({ pieces }, line) => ({
        label: pieces.map(({ text }) => text).join(''),
        x: (lefts[index] ?? 0) + padding - 2,
        line,
      })),
    );
    const first = rows[0] ? this.#rowCells(rows[0], new Element('TR', null), inner, forSigning) : [];
    const follow = Math.min(200, Math.max(least, ...first.map(heightOf)) + 2 * padding);
    this.#row(headCells(new Element('TR', table)), {
      isFirst: true,
      label: null,
      fill: textWidth,
      least: 0,
      head: null,
      follow,
    });
    for (const cells of rows) {
      const slices = this.#rowCells(cells, new Element('TR', table), inner, forSigning);
      this.#row(box(slices), { isFirst: false, label: null, fill: 0, least, head: repeated });
    }
    this.#y += 10;
  }

  #rowCells(cells: Cell[], row: Element, inner: (index: number) => number, forSigning: boolean): Slice[][] {
    return cells.map((cell, index) => {
      const element = new Element('TD', row);
      if (forSigning && index === cells.length - 1) return [this.#slicer.blank(element)];
      return this.#cell(cell, element, inner(index), emptyCell);
    });
  }

  #cell(cell: Cell, element: Element, width: number, otherwise: string): Slice[] {
    if (cell.length > 0) return this.#slicer.blocks(cell, element, width);
    const look = { ...bodyLook, italic: otherwise === notFilledIn, color: colors.quiet };
    return this.#slicer.text([plainRun(otherwise)], new Element('P', element), width, look);
  }

  /** One row; it goes to the next page whole when it is short, and else from where it is. */
  #row(
    cells: CellBox[],
    look: {
      isFirst: boolean;
      /** Of a row of facts: said again where it goes on. */
      label: string | null;
      /** Width of the header cells from the left. */
      fill: number;
      least: number;
      /** Headings of the columns, shown again on each page. */
      head: RepeatedHead | null;
      /** Room that must be below it on the same page. */
      follow?: number;
    },
  ): void {
    const height = Math.max(look.least, ...cells.map(({ slices }) => heightOf(slices))) + 2 * padding;
    const room = bottomEdge - this.#y;
    const isShort = height < (bottomEdge - paper.top) * (look.label === null ? 0.95 : 0.3);
    const start = isShort ? height : Math.min(height, 4 * bodySize * leading + 2 * padding);
    this.#release(start + (look.follow ?? 0) + 4);
    if (look.isFirst && this.#y > paper.top) this.#y += 6;
    const fits = (needed: number): boolean => this.#y + needed + (look.follow ?? 0) <= bottomEdge;
    if (!fits(start) && this.#y > paper.top && room < bottomEdge - paper.top) {
      this.#newPage();
      this.#repeatHead(look.head);
    }
    const left = cells.map(({ slices }) => [...slices]);
    for (let isContinued = false; ; isContinued = true) {
      if (isContinued) {
        this.#newPage();
        this.#repeatHead(look.head);
        this.#sayContinued(look.label);
      }
      const top = this.#y;
      const least = isContinued ? 0 : look.least;
      const most = bottomEdge - top - 2 * padding;
      const ends = cells.map(({ x }, index) =>
        this.#fill(left[index] ?? [], paper.left + x, top + padding, { most, mustTake: isContinued }),
      );
      const bottom = Math.max(top + least + 2 * padding, ...ends.map((end) => end + padding));
      this.#drawRow(top, bottom, look.fill, look.isFirst || isContinued);
      this.#y = bottom;
      if (left.every((slices) => slices.length === 0)) return;
    }
  }

  /** Takes slices as long as they fit; answers where they end. On a new page at least one, so that it goes on. */
  #fill(slices: Slice[], x: number, top: number, room: { most: number; mustTake: boolean }): number {
    const { most, mustTake } = room;
    let y = top;
    for (let slice = slices[0]; slice; slice = slices[0]) {
      const gap = y === top ? 0 : slice.gap;
      let needed = gap + slice.height;
      for (let index = 0; slices[index]?.keep && index < 3; index += 1)
        needed += (slices[index + 1]?.gap ?? 0) + (slices[index + 1]?.height ?? 0);
      const fits = y - top + needed <= most || (needed > most && y - top + gap + slice.height <= most);
      if (!fits && (y > top || !mustTake)) break;
      y += gap;
      slice.put(this.#page, x, y);
      y += slice.height;
      slices.shift();
    }
    return y;
  }

  #drawRow(top: number, bottom: number, fill: number, withTop: boolean): void {
    const { artifacts } = this.#page;
    if (fill > 0)
      artifacts.push({
        kind: 'fill',
        x: paper.left,
        y: top,
        width: fill,
        height: bottom - top,
        color: colors.fill,
      });
    for (const y of withTop ? [top, bottom] : [bottom])
      artifacts.push({
        kind: 'line',
        x0: paper.left,
        x1: paper.left + textWidth,
        y,
        color: colors.line,
        width: 0.7,
      });
  }

  /** For the eye: who listens hears the headings with every cell. */
  #repeatHead(head: RepeatedHead | null): void {
    if (head === null) return;
    const height = (Math.max(...head.map(({ line }) => line)) + 1) * headSize * leading + 2 * padding;
    this.#drawRow(this.#y, this.#y + height, textWidth, true);
    for (const { label, x, line } of head)
      this.#page.artifacts.push({
        kind: 'words',
        text: label,
        x: paper.left + x,
        y: this.#y + padding + line * headSize * leading,
        size: headSize,
        color: colors.ink,
        bold: true,
      });
    this.#y += height;
  }

  #sayContinued(label: string | null): void {
    const size = 8.5;
    const text = label === null ? continuedMark : `${label} ${continuedMark}`;
    this.#page.artifacts.push({
      kind: 'words',
      text,
      x: paper.left,
      y: this.#y - 14,
      size,
      color: colors.quiet,
      bold: false,
    });
  }
}
