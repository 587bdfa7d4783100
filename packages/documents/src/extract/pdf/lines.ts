/** Runs become lines, and lines fragments: pieces of text between which a column could run. */
import type { PageContent, Run } from './page-content.ts';

export interface Fragment {
  text: string;
  x0: number;
  x1: number;
  y: number;
  size: number;
}

export interface PageLine {
  page: number;
  /** Lines of one stretch stand below one another; another page or column is another stretch. */
  stretch: number;
  y: number;
  size: number;
  fragments: Fragment[];
}

/** In letter heights: less is kerning, more is a space, much more is another column. */
const space = 0.12;
const column = 1;

export function linesOnPage(content: PageContent, page: number): PageLine[] {
  const lines: { y: number; size: number; runs: Run[] }[] = [];
  for (const run of [...content.runs].sort((a, b) => a.y - b.y || a.x0 - b.x0)) {
    const line = lines.slice(-4).findLast((one) => standsOn(run, one));
    if (line) {
      line.runs.push(run);
      if (run.size > line.size) Object.assign(line, { size: run.size, y: run.y });
    } else lines.push({ y: run.y, size: run.size, runs: [run] });
  }
  return lines
    .map(({ y, size, runs }) => ({
      page,
      stretch: page,
      y,
      size,
      fragments: fragmentsOf(withoutNoteMarks(runs)),
    }))
    .filter(({ fragments }) => fragments.length > 0)
    .sort((a, b) => a.y - b.y);
}

/** On the same baseline, or beside it at some distance: lines of two columns seldom stand exactly level. */
function standsOn(run: Run, line: { y: number; size: number; runs: Run[] }): boolean {
  const size = Math.max(run.size, line.size);
  const apart = Math.abs(run.y - line.y);
  if (apart <= size * 0.38) return true;
  return (
    apart <= size * 0.62 &&
    line.runs.every((one) => run.x0 - one.x1 > size * column || one.x0 - run.x1 > size * column)
  );
}

/** Small raised digits refer to a footnote and are no text; in 'm²' they are. */
function withoutNoteMarks(runs: Run[]): Run[] {
  const size = Math.max(...runs.map((run) => run.size));
  const baseline = runs.find((run) => run.size === size)?.y ?? 0;
  const sorted = runs.sort((a, b) => a.x0 - b.x0);
  return sorted.filter((run, index) => {
    const raised =
      run.size < size * 0.8 && baseline - run.y > size * 0.12 && /^[\d*,\s]{1,4}$/.test(run.text);
    return !raised || index === 0 || /m$/.test(sorted[index - 1]?.text ?? '');
  });
}

/** What stands before a list item, with some distance behind it that is no column. */
const marker = /^(?:[•‣▪●◦·\uf0b7\uf0a7o*–—-]|(?:\d{1,2}|[a-z])[.)]|\d{1,2}(?:\.\d{1,2}){0,3}\.?)$/u;

function fragmentsOf(runs: Run[]): Fragment[] {
  const fragments: Fragment[] = [];
  for (const run of runs) {
    const last = fragments.at(-1);
    const gap = last ? run.x0 - last.x1 : 0;
    const size = Math.max(run.size, last?.size ?? 0);
    const belongs = last && (gap <= size * column || (marker.test(last.text) && gap <= size * 4));
    if (!belongs) {
      fragments.push({ ...run, text: run.text.trim() });
      continue;
    }
    const apart = gap > size * space || /^\s|\s$/.test(run.text.charAt(0)) || marker.test(last.text);
    last.text =
      `${last.text}${apart && !last.text.endsWith(' ') ? ' ' : ''}${run.text.trimStart()}`.trimEnd();
    last.x1 = Math.max(last.x1, run.x1);
    last.size = size;
  }
  return fragments;
}

/** The text of a whole line, columns parted by tabs. */
export const textOf = (line: PageLine): string => line.fragments.map(({ text }) => text).join('\t');
