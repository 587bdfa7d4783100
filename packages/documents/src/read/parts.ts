/** Divides what stands outside the intervention tables into the parts of an agenda. */
import { append } from './append.ts';
import { isSignatureStart, signatureEnd } from './signatures.ts';
import { goalPartOf, isPillar, sectionOf, signatureLabelOf } from './sections.ts';
import { unitsOf } from './units.ts';
import type { Span } from '../draft.ts';
import type { SectionKind } from './sections.ts';
import type { Line, Unit } from './units.ts';

export interface Part {
  /** 'front' is what stands before the first heading; 'other' what no heading opens. */
  kind: SectionKind | 'front' | 'other';
  heading: Unit | null;
  units: Unit[];
}

export const wordsOf = (text: string, unit: Unit): string => text.slice(unit.bodyStart, unit.end);

/** The lines that no table took, in runs: between two runs stood a table. */
function runsOutside(lines: Line[], taken: Span[]): Line[][] {
  const runs: Line[][] = [[]];
  let next = 0;
  for (const line of lines) {
    while (next < taken.length && (taken[next]?.end ?? 0) <= line.start) next += 1;
    const span = taken[next];
    if (!span || span.start >= line.end || line.blank) runs.at(-1)?.push(line);
    else if (runs.at(-1)?.some(({ blank }) => !blank)) runs.push([]);
  }
  return runs;
}

/** `taken` are the spans of the tables, sorted. */
export function partsOf(text: string, lines: Line[], taken: Span[]): Part[] {
  const standsAlone = (line: string): boolean =>
    line.length <= 120 &&
    (sectionOf(line) !== null || goalPartOf(line) !== null || isPillar(line) || isSignatureLabel(line));
  return runsOutside(lines, taken).flatMap((run, index) =>
    divide(text, unitsOf(text, run, standsAlone), index === 0 ? 'front' : 'other'),
  );
}

/** 'Gemeente' alone on a line is more often half a logo than a label. */
const isSignatureLabel = (line: string): boolean => ![null, 'organisation'].includes(signatureLabelOf(line));

function divide(text: string, units: Unit[], first: Part['kind']): Part[] {
  const goalStart = firstGoalWithoutHeading(text, units);
  let part: Part = { kind: first, heading: null, units: [] };
  const parts = [part];
  const open = (kind: Part['kind'], heading: Unit | null): void => {
    part = { kind, heading, units: [] };
    parts.push(part);
  };
  for (let index = 0; index < units.length; index += 1) {
    const unit = units[index];
    if (!unit) break;
    const words = wordsOf(text, unit);
    const section = unit.kind === 'item' || !unit.headingLike ? null : sectionOf(words);
    const insideGoal = part.kind === 'goals' && goalPartOf(words) !== null;
    if (section !== null && !insideGoal) open(section, unit);
    else if (unit === goalStart) {
      open('goals', null);
      part.units.push(unit);
    } else if (isSignatureStart(text, unit, part.kind === 'signatures')) {
      const end = signatureEnd(text, units, index);
      if (part.kind !== 'signatures') open('signatures', null);
      append(part.units, units.slice(index, end));
      index = end - 1;
      const next = units[end];
      if (next && !isSignatureStart(text, next, false) && part.heading === null) open('other', null);
    } else part.units.push(unit);
  }
  return parts.filter(({ heading, units: inside }) => heading !== null || inside.length > 0);
}

/** Goals are recognised without their heading too: a numbered title '1 …' with results or actions below it. */
function firstGoalWithoutHeading(text: string, units: Unit[]): Unit | null {
  if (units.some((unit) => unit.headingLike && sectionOf(wordsOf(text, unit)) === 'goals')) return null;
  const firstPart = units.findIndex(
    (unit) => unit.kind === 'paragraph' && goalPartOf(wordsOf(text, unit)) !== null,
  );
  if (firstPart < 0) return null;
  return (
    units
      .slice(0, firstPart)
      .findLast((unit) => unit.number === '1' && unit.headingLike && unit.blankBefore) ?? null
  );
}
