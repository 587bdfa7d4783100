/**
 * What a page carries besides its text: running heads and feet, page numbers, headings of a table repeated on each
 * page, footnotes. A document has them because it has pages; its text form does not.
 */
import { labelAt } from '../../read/template-labels.ts';
import { textOf } from './lines.ts';
import type { PageLine } from './lines.ts';

/** The part of a page, above and below, in which running heads and feet stand. */
const margin = 0.12;

export interface Cleared {
  /** The lines of each page, in their order. */
  pages: PageLine[][];
  notes: PageLine[];
}

export function clearFurniture(pages: PageLine[][], height: (page: number) => number): Cleared {
  const repeated = repeatedLines(pages, height);
  const bodySize = commonSize(pages);
  const notes: PageLine[] = [];
  const cleared = pages.map((lines, index) => {
    const outside = new Set(outerLines(lines, height(index)));
    let kept = lines.filter((line) => !(outside.has(line) && repeated.has(keyOf(line) ?? '')));
    kept = withoutPageNumber(kept, index, pages.length, height(index));
    const note = firstNote(kept, bodySize);
    if (note >= 0) notes.push(...kept.splice(note));
    return kept;
  });
  dropRepeatedHeadings(cleared);
  return { pages: cleared, notes };
}

const inMargin = ({ y }: PageLine, height: number): boolean =>
  y < height * margin || y > height * (1 - margin);

/** At most so many lines make a running head or foot. */
const tallest = 3;

/** Lines at the head and the foot of a page that some white parts from the text: only those can be furniture. */
function outerLines(lines: PageLine[], height: number): PageLine[] {
  const reversed = [...lines].reverse();
  return [partedBefore(lines, height), partedBefore(reversed, height)].flat();
}

function partedBefore(lines: PageLine[], height: number): PageLine[] {
  for (let count = 1; count <= Math.min(tallest, lines.length - 1); count += 1) {
    const last = lines[count - 1];
    const next = lines[count];
    if (!last || !next || !inMargin(last, height)) return [];
    if (Math.abs(next.y - last.y) > Math.max(last.size, next.size) * 1.9) return lines.slice(0, count);
  }
  return [];
}

/** Parts of an agenda that may begin at the top of page after page: never furniture. */
const opensPart = /^(?:interventie|doelstelling|doel|actie|ambitie|bijlage|hoofdstuk|thema)(?!\p{L})/iu;

/** The same words at the same height, the page number beside them aside; null for what is never furniture. */
function keyOf(line: PageLine): string | null {
  const text = textOf(line).toLowerCase();
  if (opensPart.test(text) || labelAt(text, 0)?.distinctive) return null;
  const bare = text.replace(
    /(?:pagina|blz\.?|bladzijde|p\.)\s*\d+(?:\s*(?:van|\/)\s*\d+)?|^\d{1,3}(?=\s)|(?<=\s)\d{1,3}(?:\s*(?:van|\/)\s*\d{1,3})?$/g,
    '#',
  );
  return `${Math.round(line.y / 6)} ${bare}`;
}

/** On every other page at least (left and right pages differ); of two or three pages on two. */
function repeatedLines(pages: PageLine[][], height: (page: number) => number): Set<string> {
  const seen = new Map<string, number>();
  for (const [index, lines] of pages.entries()) {
    const keys = new Set(outerLines(lines, height(index)).map(keyOf));
    for (const key of keys) if (key !== null) seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const enough = pages.length <= 3 ? 2 : Math.max(3, Math.ceil(pages.length * 0.4));
  return new Set([...seen].filter(([, count]) => count >= enough).map(([key]) => key));
}

const numbered =
  /^(?:[-–—|\s]*)(?:(?:pagina|blz\.?|bladzijde|p\.)\s*)?(\d{1,4})(?:\s*(?:van|\/|-)\s*(\d{1,4}))?(?:[-–—|\s]*)$/iu;

/** '3', '- 3 -', 'pagina 3 van 12' in the margin, where it fits the page it stands on. */
function withoutPageNumber(lines: PageLine[], index: number, count: number, height: number): PageLine[] {
  return lines.filter((line, at) => {
    if (!inMargin(line, height) || (at > 1 && at < lines.length - 2)) return true;
    const match = numbered.exec(textOf(line).replaceAll('\t', ' '));
    const number = Number(match?.[1]);
    return !(match && number >= index - 3 && number <= index + 3 + (count > 1 ? 1 : 0));
  });
}

function commonSize(pages: PageLine[][]): number {
  const letters = new Map<number, number>();
  for (const { size, fragments } of pages.flat()) {
    const rounded = Math.round(size * 2) / 2;
    const length = fragments.reduce((sum, { text }) => sum + text.length, 0);
    letters.set(rounded, (letters.get(rounded) ?? 0) + length);
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 11;
}

/** Where the footnotes of a page begin: small print at its end, of which the first line has a number. */
function firstNote(lines: PageLine[], bodySize: number): number {
  let first = lines.length;
  while (first > 0 && (lines[first - 1]?.size ?? 0) < bodySize * 0.9) first -= 1;
  while (first < lines.length && !/^\d{1,2}\s?\p{L}/u.test(textOf(lines[first] as PageLine))) first += 1;
  return first < lines.length && first > 0 ? first : -1;
}

/** A table that goes on repeats its heading: the first line of a page that stood above it on the page before. */
function dropRepeatedHeadings(pages: PageLine[][]): void {
  for (let page = pages.length - 1; page > 0; page -= 1) {
    const lines = pages[page] ?? [];
    const before = new Set((pages[page - 1] ?? []).filter(isTableHeading).map(placed));
    let repeated = 0;
    while (repeated < 2 && lines[repeated] && before.has(placed(lines[repeated] as PageLine))) repeated += 1;
    lines.splice(0, repeated);
  }
}

/** 'Interventie 2', or a row of short words over columns; never a label of the template with its value. */
function isTableHeading(line: PageLine): boolean {
  const text = textOf(line);
  if (/^interventie(?:\s+\d{1,2})?\s*\??$/iu.test(text)) return true;
  return (
    line.fragments.length > 1 &&
    line.fragments.every((one) => /^[\p{L}\s/()]{1,30}$/u.test(one.text)) &&
    !labelAt(text, 0)
  );
}

const placed = (line: PageLine): string =>
  line.fragments.map(({ text, x0, size }) => `${Math.round(x0 / 4)} ${Math.round(size)} ${text}`).join('\t');
