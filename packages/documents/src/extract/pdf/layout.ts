/**
 * The reading order of pages: where lines stand beside one another they are the rows of a table or columns of
 * prose. Columns are found by the white between them, rows by drawn lines or else by labels and distances. All
 * pages are one long page here, so that a cell may run over the end of one.
 */
import { beginsLabel, labelAt } from '../../read/template-labels.ts';
import { blocksOf, rightEdge, wouldHaveFit } from './paragraphs.ts';
import type { Block } from '../blocks.ts';
import type { PageLine } from './lines.ts';
import type { Rule } from './page-content.ts';
import type { FlowLine, Habits } from './paragraphs.ts';

export interface LayoutContext {
  /** Drawn lines of each page; page numbers count from 1. */
  rules: (page: number) => Rule[];
  habits: Habits;
  /** Columns in columns in columns … end somewhere. */
  depth: number;
}

/** Points of white that make a column. */
const narrowest = 6;

interface Gutter {
  from: number;
  to: number;
}

interface Band {
  lines: PageLine[];
  gutter: Gutter;
}

/** Lines in the order of the pages become blocks in the order of reading. */
export function layOut(lines: PageLine[], context: LayoutContext): Block[] {
  const blocks: Block[] = [];
  let flow: FlowLine[] = [];
  const right = rightEdge(lines.filter(({ fragments }) => fragments.length === 1).map(whole));
  const close = (): void => {
    blocks.push(...blocksOf(flow, right, context.habits));
    flow = [];
  };
  for (let index = 0; index < lines.length;) {
    const band = context.depth > 0 ? bandAt(lines, index) : null;
    const line = lines[index];
    if (band) {
      close();
      blocks.push(...readBand(band, context));
      index += band.lines.length;
    } else {
      if (line) flow.push(whole(line));
      index += 1;
    }
  }
  close();
  return blocks;
}

/** A line that is no part of any columns: a wide gap in it is a tab. */
function whole(line: PageLine): FlowLine {
  const { fragments, page, stretch, y, size } = line;
  let text = '';
  for (const [index, fragment] of fragments.entries()) {
    const before = fragments[index - 1];
    if (before) text += fragment.x0 - before.x1 > fragment.size * 1.8 ? '\t' : ' ';
    text += fragment.text;
  }
  return { text, x0: fragments[0]?.x0 ?? 0, x1: fragments.at(-1)?.x1 ?? 0, y, size, page, stretch };
}

const hasLeft = (line: PageLine, gutter: Gutter): boolean => (line.fragments[0]?.x0 ?? 0) < middle(gutter);
const hasRight = (line: PageLine, gutter: Gutter): boolean =>
  (line.fragments.at(-1)?.x1 ?? 0) > middle(gutter);
const isBeside = (line: PageLine, gutter: Gutter): boolean => hasLeft(line, gutter) && hasRight(line, gutter);
const middle = ({ from, to }: Gutter): number => (from + to) / 2;

/** The lines from `start` that leave the same white free; null when fewer than two stand beside something. */
function bandAt(lines: PageLine[], start: number): Band | null {
  const [first, second] = lines[start]?.fragments ?? [];
  if (!first || !second) return null;
  let gutter: Gutter = { from: first.x1, to: second.x0 };
  let end = start;
  let lastBeside = start;
  for (let index = start; index < lines.length; index += 1) {
    const line = lines[index];
    const narrowed = line && narrow(gutter, line);
    if (!narrowed) break;
    // What stands left alone, far below the rest, is a heading or a paragraph behind the table.
    gutter = narrowed;
    if (hasRight(line, gutter)) lastBeside = index;
    end = index + 1;
  }
  // Short lines behind the last row stood in nobody's way; only what still is its label belongs to it.
  let until = lastBeside + 1;
  while (until < end && isLabelGoingOn(lines.slice(start, until), lines[until])) until += 1;
  const inside = lines.slice(start, until);
  const beside = inside.filter((line) => isBeside(line, gutter)).length;
  return beside >= 2 ? { lines: inside, gutter } : null;
}

/** Close below the last label, or the rest of it on the next page. */
function isLabelGoingOn(above: PageLine[], line: PageLine | undefined): boolean {
  const before = above.at(-1);
  if (!before || !line) return false;
  if (before.stretch === line.stretch) return line.y - before.y < line.size * 1.6;
  const texts = above.slice(-4).map(({ fragments }) => fragments[0]?.text ?? '');
  const here = whole(line).text;
  return texts.some(
    (_text, index) =>
      beginsLabel(texts.slice(index).join(' ')) && beginsLabel([...texts.slice(index), here].join(' ')),
  );
}

/** The white that is left when this line stands in it too; null when the line fills it. */
function narrow(gutter: Gutter, line: PageLine): Gutter | null {
  let { from, to } = gutter;
  for (const { x0, x1 } of line.fragments) {
    if (x0 >= to) continue;
    if (x1 <= from) continue;
    if (x0 < middle(gutter) && x1 < to - narrowest) from = Math.max(from, x1);
    else if (x0 > from + narrowest && x0 > middle(gutter) - (to - from) / 3) to = Math.min(to, x0);
    else return null;
  }
  return to - from >= narrowest ? { from, to } : null;
}

function sides(line: PageLine, gutter: Gutter): { left: PageLine | null; right: PageLine | null } {
  const at = middle(gutter);
  const part = (fragments: PageLine['fragments']): PageLine | null => {
    const [first] = fragments;
    return first ? { ...line, y: first.y, size: first.size, fragments } : null;
  };
  return {
    left: part(line.fragments.filter(({ x0 }) => x0 < at)),
    right: part(line.fragments.filter(({ x0 }) => x0 >= at)),
  };
}

function readBand(band: Band, context: LayoutContext): Block[] {
  const inside = { ...context, depth: context.depth - 1 };
  const parts = band.lines.map((line) => sides(line, band.gutter));
  const left = parts.flatMap(({ left: line }) => line ?? []);
  const right = parts.flatMap(({ right: line }) => line ?? []);
  if (!areColumns(left, right)) return rowsOf(band, context, rightEdge(right.map(whole)));
  return partsOf(band).flatMap((part) => {
    const both = part.map((line) => sides(line, band.gutter));
    return layOut(
      oneColumn(
        both.flatMap((one) => one.left ?? []),
        both.flatMap((one) => one.right ?? []),
      ),
      inside,
    );
  });
}

/** A heading over both columns is short enough to stand in the left one; the white around it tells. */
function partsOf({ lines, gutter }: Band): PageLine[][] {
  const parts: PageLine[][] = [[]];
  const far = (one: PageLine | undefined, other: PageLine | undefined): boolean =>
    !one ||
    !other ||
    one.stretch !== other.stretch ||
    Math.abs(other.y - one.y) > Math.max(one.size, other.size) * 1.75;
  for (const [index, line] of lines.entries()) {
    const isHeading = !hasRight(line, gutter) && far(lines[index - 1], line) && far(line, lines[index + 1]);
    if (isHeading) parts.push([line], []);
    else parts.at(-1)?.push(line);
  }
  return parts.filter((part) => part.length > 0);
}

/** Columns of prose below one another, page by page, as if there were one: a paragraph goes on in the next. */
function oneColumn(left: PageLine[], right: PageLine[]): PageLine[] {
  if (right.length === 0) return left;
  const edge = (lines: PageLine[]): number =>
    Math.min(...lines.map(({ fragments }) => fragments[0]?.x0 ?? 0));
  const shift = edge(right) - edge(left);
  const moved = right.map((line) => ({
    ...line,
    stretch: line.stretch + secondColumn,
    fragments: line.fragments.map((one) => ({ ...one, x0: one.x0 - shift, x1: one.x1 - shift })),
  }));
  const stretches = [
    ...new Set(left.map(({ stretch }) => stretch)),
    ...new Set(right.map(({ stretch }) => stretch)),
  ];
  return [...new Set(stretches)]
    .sort((a, b) => a - b)
    .flatMap((stretch) => [
      ...left.filter((line) => line.stretch === stretch),
      ...moved.filter((line) => line.stretch === stretch + secondColumn),
    ]);
}

/** A stretch between that of this page and that of the next; columns in columns are told apart well enough. */
const secondColumn = 0.5;

/** Prose on both sides: lines on the left that are full, and no labels; or the same words twice, as signatures have. */
function areColumns(left: PageLine[], right: PageLine[]): boolean {
  const lines = left.map(whole);
  if (lines.some(({ text }) => labelAt(text, 0)?.distinctive)) return false;
  const repeated = new Set(right.map((line) => whole(line).text.toLowerCase()));
  if (lines.filter(({ text }) => repeated.has(text.toLowerCase())).length >= 2) return true;
  if (lines.length < 3) return false;
  const edge = rightEdge(lines);
  const pairs = lines.slice(1).map((line, index) => ({ before: lines[index] ?? line, line }));
  const full = pairs.filter(({ before, line }) => !wouldHaveFit(before, line, edge)).length;
  const letters = lines.reduce((sum, { text }) => sum + text.length, 0) / lines.length;
  return letters >= 20 && full >= pairs.length * 0.5;
}

interface OpenRow {
  left: FlowLine[];
  right: PageLine[];
  /** Which drawn row it is, when rows are drawn. */
  drawn: string | null;
}

function rowsOf(band: Band, context: LayoutContext, right: number): Block[] {
  const { gutter, lines } = band;
  const edges = drawnEdges(band, context);
  const labelEdge = rightEdge(lines.flatMap((line) => sides(line, gutter).left ?? []).map(whole));
  const rows: OpenRow[] = [];
  for (const line of lines) {
    const { left, right: value } = sides(line, gutter);
    const drawn = edges(line);
    const open = rows.at(-1);
    const label = left && whole(left);
    if (!open || beginsRow(open, label, value !== null, drawn, labelEdge)) {
      rows.push({ left: label ? [label] : [], right: value ? [value] : [], drawn });
      continue;
    }
    if (label) open.left.push(label);
    if (value) open.right.push(value);
    open.drawn = drawn ?? open.drawn;
  }
  const inside = { ...context, depth: context.depth - 1 };
  return rows.flatMap((row) => {
    const label = labelOf(row.left, labelEdge, context);
    const value = layOutCell(row.right, right, inside);
    return label.length > 0 && value.length > 0
      ? [{ kind: 'row' as const, cells: [label, value] }]
      : [...label, ...value];
  });
}

/** A cell knows its right edge from the whole column: alone it may hold one short line. */
function layOutCell(lines: PageLine[], right: number, context: LayoutContext): Block[] {
  const single = lines.every(({ fragments }) => fragments.length === 1);
  return single ? blocksOf(lines.map(whole), right, context.habits) : layOut(lines, context);
}

/** Labels of the template are known words: a hyphen at a line end inside one is a break. */
function labelOf(lines: FlowLine[], right: number, { habits }: LayoutContext): Block[] {
  const [first] = lines;
  const mended = mendedLabel(lines.map(({ text }) => text));
  if (first && mended !== null) return [{ kind: 'paragraph', text: mended, page: first.page }];
  return blocksOf(lines, right, habits);
}

/** The lines of a cell as a label of the template, or the beginning of one; null when they are none. */
function mendedLabel(lines: string[]): string | null {
  const spaced = lines.join(' ');
  return [spaced, spaced.replace(/(?<=\p{L})[-\u00ad] (?=\p{Ll})/gu, '')].find(beginsLabel) ?? null;
}

function beginsRow(
  open: OpenRow,
  label: FlowLine | null,
  hasValue: boolean,
  drawn: string | null,
  labelEdge: number,
): boolean {
  const before = open.left.map(({ text }) => text);
  const last = open.left.at(-1);
  if (label && last && mendedLabel([...before, label.text]) !== null) return false;
  if (drawn !== null && open.drawn !== null) {
    if (drawn === open.drawn) return false;
    // The first row of a page, without a label: the cell above goes on.
    return label !== null || !drawn.endsWith(' first');
  }
  if (!label) return false;
  if (!last) return hasValue;
  if (last.stretch !== label.stretch || label.y - last.y > label.size * 1.75) return true;
  const known = labelAt(label.text, 0);
  if (known?.style === 'line' && known.field !== labelAt(before.join(' '), 0)?.field) return true;
  return hasValue && (beginsLabel(label.text) || wouldHaveFit(last, label, labelEdge));
}

/** Which drawn row a line stands in: between which lines that cross the white; null where no rows are drawn. */
function drawnEdges({ lines, gutter }: Band, { rules }: LayoutContext): (line: PageLine) => string | null {
  const byPage = new Map<number, number[]>();
  for (const page of new Set(lines.map((line) => line.page))) {
    const at = middle(gutter);
    const inside = lines.filter((line) => line.page === page);
    const top = Math.min(...inside.map(({ y, size }) => y - size * 2.5));
    const bottom = Math.max(...inside.map(({ y, size }) => y + size * 2.5));
    const crossing = rules(page).filter(
      ({ x0, x1, y }) => x0 < at - 15 && x1 > at + 15 && y > top && y < bottom,
    );
    byPage.set(
      page,
      crossing.map(({ y }) => y),
    );
  }
  const drawn = [...byPage.values()].reduce((sum, edges) => sum + edges.length, 0);
  // A frame around a table has two lines; rows have more.
  if (drawn < 3) return () => null;
  return (line) => {
    const above = (byPage.get(line.page) ?? []).filter((y) => y < line.y - line.size * 0.3).length;
    const isFirst = lines.find(({ page }) => page === line.page);
    const first = isFirst
      ? (byPage.get(line.page) ?? []).filter((y) => y < isFirst.y - isFirst.size * 0.3).length
      : 0;
    return `${line.page}:${above}${above === first ? ' first' : ''}`;
  };
}
