/**
 * Finds the intervention tables: which slice of the text is which field of which intervention. Headings and
 * labels decide, not their order; a table may lack fields, or stand without a heading.
 */
import { isBlank } from './characters.ts';
import { sectionOf } from './sections.ts';
import { labelAt } from './template-labels.ts';
import { unitsOf } from './units.ts';
import type { Span, TemplateField } from '../draft.ts';
import type { LabelHit, LabelStyle } from './template-labels.ts';
import type { Line } from './units.ts';

export interface TableHeading extends Span {
  number: number | null;
  /** A stray question mark or the like behind the heading. */
  strayMark: boolean;
  /** 'Interventie 2: Titel' → where the title stands. */
  title: Span | null;
}

export interface TableCell extends Span {
  label: LabelHit;
}

export interface InterventionTable {
  heading: TableHeading | null;
  cells: Map<TemplateField, TableCell>;
  repeated: TableCell[];
}

interface Hit {
  label: LabelHit;
  line: number;
}

/** What the lines say, in their order: a label, an intervention's heading, or the heading of another part. */
type Sign = { line: number } & (
  { label: LabelHit; border?: true } | { heading: TableHeading } | { border: true }
);

export function interventionTables(text: string, lines: Line[]): InterventionTable[] {
  const segments: { heading: TableHeading | null; line: number; signs: Sign[] }[] = [
    { heading: null, line: 0, signs: [] },
  ];
  for (const sign of signsOf(text, lines)) {
    if ('heading' in sign) segments.push({ heading: sign.heading, line: sign.line, signs: [] });
    else segments.at(-1)?.signs.push(sign);
  }
  return segments.flatMap(({ heading, signs }, index) =>
    tablesIn(text, lines, heading, signs, segments[index + 1]?.line ?? lines.length),
  );
}

function signsOf(text: string, lines: Line[]): Sign[] {
  return lines.flatMap((line, index): Sign[] => {
    if (line.blank) return [];
    const words = text.slice(line.start, Math.min(line.end, line.start + 300));
    const heading = headingOf(words, line);
    if (heading) return [{ line: index, heading }];
    const label = labelAt(text, line.start);
    const alone = lines[index - 1]?.blank !== false && lines[index + 1]?.blank !== false;
    const border = alone && !label?.distinctive && isBorder(words);
    if (label) return [border ? { line: index, label, border } : { line: index, label }];
    return border ? [{ line: index, border }] : [];
  });
}

const isBorder = (words: string): boolean => {
  const section = sectionOf(words);
  return section !== null && section !== 'interventions';
};

const headingPattern =
  /^[\s*#_|\d.)]{0,12}interventie(?:[^\S\n]+(?:nr\.?|nummer)?[^\S\n]*(\d{1,2}))?[^\S\n]*(\?*)[*_]{0,3}[^\S\n]*(?:$|([:.–—-])[^\S\n]*(?=(.{0,150})$))/iu;

function headingOf(words: string, line: Line): TableHeading | null {
  const match = headingPattern.exec(words.trimEnd());
  if (!match) return null;
  const title = match[4]?.replace(/[*_]+$/, '') ?? '';
  const titleStart = line.start + match[0].length;
  return {
    start: line.start,
    end: titleStart,
    number: match[1] === undefined ? null : Number(match[1]),
    strayMark: match[2] !== '' && match[2] !== undefined,
    title: isBlank(title) ? null : { start: titleStart, end: titleStart + title.length },
  };
}

function tablesIn(
  text: string,
  lines: Line[],
  heading: TableHeading | null,
  signs: Sign[],
  limit: number,
): InterventionTable[] {
  const tables: InterventionTable[] = [];
  const style = commonStyle(signs);
  let current: Hit[] = [];
  let seen = new Set<string>();
  let currentHeading = heading;
  const finish = (until: number): void => {
    const table = tableOf(text, lines, currentHeading, current, until, style);
    if (isTable(table)) tables.push(table);
    current = [];
    seen = new Set();
    currentHeading = null;
  };
  for (const sign of signs) {
    // 'Monitoring en evaluatie' alone on a line: a field while the table lacks it, a part of the agenda after that.
    if ('border' in sign && 'label' in sign && current.length > 0 && seen.has(sign.label.field))
      finish(sign.line);
    else if ('label' in sign) {
      const { field } = sign.label;
      // A second title after a filled table: the next intervention lost its heading.
      if (field === 'title' && seen.has(field) && seen.size >= 3 && sign.label.style === style)
        finish(sign.line);
      current.push({ label: sign.label, line: sign.line });
      seen.add(field);
    } else if (current.length > 0) finish(sign.line);
  }
  finish(limit);
  return tables;
}

function commonStyle(signs: Sign[]): LabelStyle | null {
  const counts = new Map<LabelStyle, number>();
  for (const sign of signs) {
    if (!('label' in sign)) continue;
    counts.set(sign.label.style, (counts.get(sign.label.style) ?? 0) + (sign.label.distinctive ? 2 : 1));
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? null;
}

/** Under a heading two fields make a table; without one it takes four, two of them of the template only. */
function isTable(table: InterventionTable): boolean {
  if (table.heading) return table.cells.size >= 2;
  const distinctive = [...table.cells.values()].filter((cell) => cell.label.distinctive).length;
  return table.cells.size >= 4 && distinctive >= 2;
}

function tableOf(
  text: string,
  lines: Line[],
  heading: TableHeading | null,
  hits: Hit[],
  limit: number,
  style: LabelStyle | null,
): InterventionTable {
  // One label per field: the one in the style of this table, else the first. The others are text of a cell.
  const chosen = new Map<TemplateField, Hit>();
  const repeated: Hit[] = [];
  for (const hit of hits) {
    const before = chosen.get(hit.label.field);
    if (!before || (before.label.style !== style && hit.label.style === style))
      chosen.set(hit.label.field, hit);
    else if (hit.label.style === style && style !== 'space') repeated.push(hit);
  }
  const kept = [...chosen.values(), ...repeated].sort((a, b) => a.line - b.line);
  const table: InterventionTable = { heading, cells: new Map(), repeated: [] };
  kept.forEach((hit, index) => {
    const next = kept[index + 1];
    const until = next ? next.label.start : (lines[limit]?.start ?? text.length);
    const end = next ? until : endOfLastCell(text, lines, hit, limit, until);
    const cell = { label: hit.label, start: hit.label.valueStart, end };
    if (chosen.get(hit.label.field) === hit) table.cells.set(hit.label.field, cell);
    else table.repeated.push(cell);
  });
  return table;
}

/** The last cell has no next label to end it: it ends where a heading of its own begins. */
function endOfLastCell(text: string, lines: Line[], hit: Hit, limit: number, until: number): number {
  const from = isBlank(text.slice(hit.label.valueStart, lines[hit.line]?.end ?? until))
    ? hit.line + 1
    : hit.line;
  const units = unitsOf(text, lines.slice(from, limit), () => false);
  const heading = units.find(
    (unit, index) =>
      index > 0 &&
      unit.headingLike &&
      unit.blankBefore &&
      unit.blankAfter &&
      !text.slice(unit.start, unit.end).includes(':'),
  );
  return heading?.start ?? until;
}
