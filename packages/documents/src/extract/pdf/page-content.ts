/** What stands on a page: runs of text with their places, and the lines that are drawn between rows of a table. */
import { OPS } from 'unpdf/pdfjs';
import type { PDFPageProxy } from 'unpdf/pdfjs';

/** Points from the left and from the top of the page as it is shown. */
export interface Run {
  text: string;
  x0: number;
  x1: number;
  /** Baseline. */
  y: number;
  /** Height of the letters, in points. */
  size: number;
}

/** A drawn horizontal line. */
export interface Rule {
  x0: number;
  x1: number;
  y: number;
}

export interface PageContent {
  width: number;
  height: number;
  runs: Run[];
  rules: Rule[];
  /** A picture covers a good part of the page. */
  picture: boolean;
}

type Matrix = [number, number, number, number, number, number];

/** More runs than this on one page is no agenda: a full page of small print has some 500. */
export const mostRuns = 20_000;

export async function contentOf(page: PDFPageProxy): Promise<PageContent> {
  const viewport = page.getViewport({ scale: 1 });
  const shown = viewport.transform as Matrix;
  const { items } = await page.getTextContent();
  const runs: Run[] = [];
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '' || runs.length >= mostRuns) continue;
    const [a, b, c, d, x, y] = multiply(shown, item.transform as Matrix);
    // Text that does not stand upright is a watermark or a note in the margin.
    if (Math.abs(b) > Math.abs(a) * 0.1 || a <= 0) continue;
    runs.push({ text: item.str, x0: x, x1: x + item.width, y, size: Math.hypot(c, d) || Math.abs(a) });
  }
  const { rules, picture } = await drawnOn(page, shown, viewport.width * viewport.height);
  return { width: viewport.width, height: viewport.height, runs, rules, picture };
}

const multiply = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];

/** Shorter lines underline a word; thicker ones are areas. */
const shortestRule = 15;
const thickestRule = 2.5;
const mostRules = 5_000;

/** Follows the drawing operators only for what is a line. Pictures are never decoded: only their frame is looked at. */
async function drawnOn(
  page: PDFPageProxy,
  shown: Matrix,
  area: number,
): Promise<{ rules: Rule[]; picture: boolean }> {
  const { fnArray, argsArray } = (await page.getOperatorList()) as {
    fnArray: number[];
    argsArray: unknown[];
  };
  const rules: Rule[] = [];
  const saved: Matrix[] = [];
  let matrix = shown;
  let picture = false;
  for (const [index, operator] of fnArray.entries()) {
    const args = argsArray[index];
    if (operator === OPS.save) saved.push(matrix);
    else if (operator === OPS.restore) matrix = saved.pop() ?? shown;
    else if (operator === OPS.transform) {
      matrix = multiply(matrix, args as Matrix);
      // A picture is a unit square, stretched to the place it takes.
      picture ||= Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) > area * 0.3;
    } else if (operator === OPS.paintFormXObjectBegin) {
      saved.push(matrix);
      const [inside] = args as [Matrix | null];
      if (inside) matrix = multiply(matrix, inside);
    } else if (operator === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? shown;
    else if (operator === OPS.constructPath && rules.length < mostRules) {
      for (const box of boxesOf(args, matrix)) {
        if (box.x1 - box.x0 < shortestRule) continue;
        const edges = box.y1 - box.y0 <= thickestRule ? [box.y0] : box.isFrame ? [box.y0, box.y1] : [];
        for (const y of edges) rules.push({ x0: box.x0, x1: box.x1, y });
      }
    }
  }
  return { rules: joined(rules), picture };
}

interface Box {
  x0: number;
  x1: number;
  y0: number;
  y1: number;
  /** Its outline is drawn: the upper and lower edges are lines. */
  isFrame: boolean;
}

/** How many numbers follow each step of a path: move, line, curve, quadratic curve, close. */
const stepLengths = [2, 2, 6, 4, 0];

/** The boxes around the separate shapes of a path. */
function boxesOf(args: unknown, matrix: Matrix): Box[] {
  const [painted, [path]] = args as [number, [ArrayLike<number> | null]];
  if (!path || painted === OPS.endPath || painted === OPS.clip) return [];
  const isFrame = painted === OPS.stroke || painted === OPS.closeStroke || painted === OPS.fillStroke;
  const boxes: Box[] = [];
  let box: Box | null = null;
  for (let at = 0; at < path.length;) {
    const step = path[at] ?? 4;
    const length = stepLengths[step] ?? 0;
    if (step === 0 || !box) {
      box = { x0: Infinity, x1: -Infinity, y0: Infinity, y1: -Infinity, isFrame };
      boxes.push(box);
    }
    for (let pair = at + 1; pair < at + length; pair += 2) {
      const [, , , , x, y] = multiply(matrix, [1, 0, 0, 1, path[pair] ?? 0, path[pair + 1] ?? 0]);
      box.x0 = Math.min(box.x0, x);
      box.x1 = Math.max(box.x1, x);
      box.y0 = Math.min(box.y0, y);
      box.y1 = Math.max(box.y1, y);
    }
    at += 1 + length;
    if (boxes.length > mostRules) break;
  }
  return boxes;
}

/** Borders are drawn cell by cell: what touches at the same height is one line. */
function joined(rules: Rule[]): Rule[] {
  const merged: Rule[] = [];
  for (const rule of rules.sort((a, b) => a.y - b.y || a.x0 - b.x0)) {
    const same = merged
      .slice(-40)
      .find(({ y, x0, x1 }) => Math.abs(y - rule.y) <= 2 && rule.x0 <= x1 + 4 && rule.x1 >= x0 - 4);
    if (same) {
      same.x0 = Math.min(same.x0, rule.x0);
      same.x1 = Math.max(same.x1, rule.x1);
    } else merged.push({ ...rule });
  }
  return merged;
}
