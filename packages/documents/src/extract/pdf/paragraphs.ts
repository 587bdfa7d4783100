/** Lines of one column become paragraphs and list items: a line end stays only where somebody meant it. */
import { endsSentence } from '../../read/characters.ts';
import { joinLines } from './hyphens.ts';
import type { Block, ListItem, Paragraph } from '../blocks.ts';
import type { HyphenHabits } from './hyphens.ts';
import type { Fragment } from './lines.ts';

export interface FlowLine extends Fragment {
  page: number;
  stretch: number;
}

const bullet = /^(?:[•‣▪●◦\uf0b7\uf0a7]\s*|[-–—*·o]\s+)(?=\S)/u;
const listNumber = /^(\d{1,2}[.)]|[a-z]\))\s+(?=\S)/u;
/** A heading with its number goes on its own. */
const headingNumber = /^\d{1,2}(?:\.\d{1,2}){1,3}\s+\p{Lu}/u;

/** How this document writes: its broken words, and the distance between its lines. */
export interface Habits extends HyphenHabits {
  spacing: Spacing;
}

/** `right` is where lines of this column end when they are full. */
export function blocksOf(lines: FlowLine[], right: number, habits: Habits): Block[] {
  const spacing = usualSpacing(lines, right, habits.spacing);
  const blocks: Block[] = [];
  let open: Open | null = null;
  for (const line of lines) {
    const mark = bullet.exec(line.text)?.[0] ?? listNumber.exec(line.text)?.[0] ?? null;
    if (open && mark === null && goesOn(open, line, right, spacing)) {
      const { block, last } = open;
      const meant = wouldHaveFit(last, line, right);
      block.text = meant ? `${block.text}\n${line.text}` : joinLines(block.text, line.text, habits);
      open.last = line;
      continue;
    }
    const block = startBlock(line, mark);
    blocks.push(block);
    open = { block, last: line, first: line, item: mark !== null };
  }
  return blocks;
}

interface Open {
  block: Paragraph | ListItem;
  first: FlowLine;
  last: FlowLine;
  item: boolean;
}

function startBlock(line: FlowLine, mark: string | null): Paragraph | ListItem {
  if (mark === null) return { kind: 'paragraph', text: line.text, page: line.page };
  const number = listNumber.exec(line.text)?.[1];
  return {
    kind: 'item',
    marker: number ?? '-',
    level: 0,
    text: line.text.slice(mark.length),
    page: line.page,
  };
}

function goesOn(
  { block, first, last, item }: Open,
  line: FlowLine,
  right: number,
  spacing: Spacing,
): boolean {
  if (Math.abs(line.size - last.size) > last.size * 0.08 || headingNumber.test(line.text)) return false;
  const full = !wouldHaveFit(last, line, right);
  // Across a page or column break distance says nothing: a full line goes on, unless a sentence ended and a list follows.
  if (line.stretch !== last.stretch) {
    const heading =
      endsSentence(last.text) &&
      !/(?:^|[\s(])\p{L}{1,4}\.$/u.test(last.text) &&
      line.x1 < right * 0.75 &&
      /^[\p{Lu}\d]/u.test(line.text) &&
      !/[.;,]$/.test(line.text);
    const labelled = /[.)!?]$/.test(last.text) && /^\p{Lu}[\p{L}\s]{1,30}:\s/u.test(line.text);
    return full && !heading && !labelled && !(item && line.x0 < first.x0 + 3);
  }
  const apart = line.y - last.y;
  if (apart > spacingOf(spacing, line.size) * 1.28 + 0.5 || apart <= 0) return false;
  if (!item) return true;
  // Below a list item: what hangs under its words belongs to it; what starts at the margin and need not, does not.
  const indented = line.x0 > first.x0 + 3;
  return indented || (full && line.x0 >= first.x0 - 2 && !/[.;:]$/.test(block.text));
}

/** The first word of the line could have stood on the one before: somebody chose to begin a new line. */
export function wouldHaveFit(before: FlowLine, line: FlowLine, right: number): boolean {
  const word = /^[^\s/-]+[/-]?/u.exec(line.text)?.[0] ?? line.text;
  const width = ((line.x1 - line.x0) * word.length) / Math.max(1, line.text.length);
  return before.x1 + before.size * 0.3 + width * 1.08 < right - 1;
}

/** Where full lines of a column end: the furthest place at which more than one line ends. */
export function rightEdge(lines: { x1: number }[]): number {
  const ends = lines.map(({ x1 }) => x1).sort((a, b) => b - a);
  const shared = ends.find((end, index) => (ends[index + 1] ?? -Infinity) > end - 14);
  return shared ?? ends[0] ?? 0;
}

/** Distance between the lines of one paragraph, by the height of letters in whole points. */
export type Spacing = ReadonlyMap<number, number>;

/**
 * How far apart lines of a paragraph stand: seen where a full line goes on in lower case. What this column does not
 * show is taken from the whole document.
 */
export function usualSpacing(lines: FlowLine[], right: number, elsewhere: Spacing): Spacing {
  const seen = new Map<number, number[]>();
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (!before || before.stretch !== line.stretch || Math.abs(before.size - line.size) > 0.5) continue;
    const apart = line.y - before.y;
    if (apart <= 0 || apart > line.size * 2.6 || !/^\p{Ll}/u.test(line.text)) continue;
    if (endsSentence(before.text) || wouldHaveFit(before, line, right)) continue;
    const size = Math.round(line.size);
    const distances = seen.get(size) ?? [];
    seen.set(size, distances);
    distances.push(apart);
  }
  const usual = new Map(elsewhere);
  for (const [size, distances] of seen) {
    // Once may be a page break or a blank line in the middle of a sentence.
    if (distances.length < 2 && (usual.has(size) || (distances[0] ?? 0) > size * 1.6)) continue;
    distances.sort((a, b) => a - b);
    usual.set(size, distances[distances.length >> 1] ?? size * 1.25);
  }
  return usual;
}

const spacingOf = (spacing: Spacing, size: number): number => spacing.get(Math.round(size)) ?? size * 1.3;
