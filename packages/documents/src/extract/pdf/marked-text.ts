/** The text of a page by its marked content: what belongs to which place of the structure tree, and how it looks. */
import type { PDFPageProxy } from 'unpdf/pdfjs';

export interface MarkedRun {
  text: string;
  strong: boolean;
  emphasis: boolean;
  /** Points, from the left and from the bottom of the page. */
  x0: number;
  x1: number;
  y: number;
  size: number;
  /** A new line of the same text begins behind it. */
  endsLine: boolean;
}

export interface MarkedPage {
  /** By the id that the structure tree knows it by. */
  marked: Map<string, MarkedRun[]>;
  /** What is only drawn: running feet, repeated headings. */
  artifacts: string[];
  /** Text outside both: no writer that keeps to the standard leaves any. */
  hasStray: boolean;
}

export async function markedTextOf(page: PDFPageProxy): Promise<MarkedPage> {
  // The names of the fonts are known when the page was gone through.
  await page.getOperatorList();
  const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const result: MarkedPage = { marked: new Map(), artifacts: [], hasStray: false };
  const open: ({ kind: 'marked'; runs: MarkedRun[] } | { kind: 'artifact' } | { kind: 'other' })[] = [];
  for (const item of items) {
    if ('str' in item) {
      const inside = open.findLast(({ kind }) => kind !== 'other');
      if (inside?.kind === 'marked') inside.runs.push(runOf(item, page));
      else if (item.str.trim() === '') continue;
      else if (inside) result.artifacts.push(item.str);
      else result.hasStray = true;
    } else if (item.type === 'endMarkedContent') open.pop();
    else if ('tag' in item && item.tag === 'Artifact') open.push({ kind: 'artifact' });
    else if ('id' in item && typeof item.id === 'string') {
      const runs = result.marked.get(item.id) ?? [];
      result.marked.set(item.id, runs);
      open.push({ kind: 'marked', runs });
    } else open.push({ kind: 'other' });
  }
  return result;
}

interface TextItem {
  str: string;
  transform: number[];
  width: number;
  fontName: string;
  hasEOL: boolean;
}

function runOf(item: TextItem, page: PDFPageProxy): MarkedRun {
  const [a = 1, , , , x = 0, y = 0] = item.transform;
  const name = fontNameOf(page, item.fontName);
  return {
    text: item.str,
    strong: /bold/i.test(name),
    emphasis: /italic|oblique/i.test(name),
    x0: x,
    x1: x + item.width,
    y,
    size: Math.abs(a),
    endsLine: item.hasEOL,
  };
}

function fontNameOf(page: PDFPageProxy, id: string): string {
  if (!page.commonObjs.has(id)) return '';
  const font: unknown = page.commonObjs.get(id);
  return typeof font === 'object' && font !== null && 'name' in font ? String(font.name) : '';
}
