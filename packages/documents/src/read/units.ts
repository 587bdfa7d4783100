/**
 * The line model: extracted text as lines, and lines as units (paragraph, list item, heading) with offsets.
 * Everything outside the intervention tables is recognised on units, never on the bare text.
 */
import { endsSentence, isAllCapitals, isBlank, lineMarker, startsLowerCase } from './characters.ts';
import { continues } from './clean.ts';
import type { Span } from '../draft.ts';

export interface Line extends Span {
  blank: boolean;
}

export interface Unit extends Span {
  kind: 'paragraph' | 'item';
  /** Where the words begin: after a list marker or number. */
  bodyStart: number;
  /** '1', '1.2' … when the unit begins with one; `numberStyle` is what follows it: '', '.' or ')'. */
  number: string | null;
  numberStyle: string;
  /** Short, begins with a capital, does not end as a sentence does: could be a heading. */
  headingLike: boolean;
  capitals: boolean;
  blankBefore: boolean;
  blankAfter: boolean;
}

export function linesOf(text: string, from = 0, to = text.length): Line[] {
  const lines: Line[] = [];
  for (let start = from; start < to;) {
    const at = text.indexOf('\n', start);
    const end = at < 0 || at > to ? to : at;
    lines.push({ start, end, blank: isBlank(text.slice(start, end)) });
    start = end + 1;
  }
  return lines;
}

const numberPattern = /^\s*(?:[#*_]{1,6}\s*)?(\d{1,2}(?:\.\d{1,2}){0,3})([.)]?)\s+(?=["“'‘(]?\p{L})/u;

/** `standsAlone` says of a line that it is a known heading or label, also without blank lines around it. */
export function unitsOf(text: string, lines: Line[], standsAlone: (line: string) => boolean): Unit[] {
  const units: Unit[] = [];
  let open: Unit | null = null;
  let blank = true;
  for (const line of lines) {
    const words = text.slice(line.start, line.end);
    if (line.blank) {
      if (open) open.blankAfter = true;
      blank = true;
      continue;
    }
    const fresh = startUnit(line, words, blank);
    const alone = fresh.capitals || standsAlone(words);
    if (open && goesOn(text, open, fresh, words, blank, alone)) {
      open.end = line.end;
      open.blankAfter = false;
    } else {
      if (open) units.push(open);
      open = fresh;
    }
    blank = false;
    if (alone && open === fresh) {
      units.push(fresh);
      open = null;
    }
  }
  if (open) units.push(open);
  units.forEach((unit, index) => {
    const next = units[index + 1];
    unit.blankAfter ||= next === undefined || next.blankBefore;
    unit.headingLike = isHeadingLike(text, unit);
  });
  return units;
}

function goesOn(
  text: string,
  open: Unit,
  fresh: Unit,
  words: string,
  blank: boolean,
  alone: boolean,
): boolean {
  if (fresh.kind === 'item' || alone) return false;
  const before = text.slice(Math.max(open.start, open.end - 200), open.end);
  // A page break in the middle of a sentence leaves a blank line behind.
  if (blank)
    return (
      open.kind === 'paragraph' &&
      open.end - open.start > 60 &&
      fresh.number === null &&
      continues(before, words)
    );
  if (fresh.number !== null && fresh.numberStyle !== '') return false;
  if (open.kind === 'item') return true;
  // Behind a numbered line may begin another paragraph; a broken line goes on in lower case or was long.
  if (open.number !== null) return startsLowerCase(words) || (before.length > 60 && !endsSentence(before));
  return true;
}

function startUnit(line: Line, words: string, blankBefore: boolean): Unit {
  const marker = lineMarker.exec(words.slice(0, 40));
  const number = marker ? null : numberPattern.exec(words.slice(0, 40));
  const skipped = marker?.[0].length ?? number?.[0].length ?? 0;
  return {
    kind: marker ? 'item' : 'paragraph',
    start: line.start + (words.length - words.trimStart().length),
    end: line.end,
    bodyStart: line.start + skipped + leadingBlanks(words.slice(skipped)),
    number: number?.[1] ?? null,
    numberStyle: number?.[2] ?? '',
    headingLike: false,
    capitals: !marker && words.length <= 160 && isAllCapitals(words),
    blankBefore,
    blankAfter: false,
  };
}

const leadingBlanks = (text: string): number => text.length - text.trimStart().length;

function isHeadingLike(text: string, unit: Unit): boolean {
  if (unit.kind === 'item' || unit.end - unit.start > 140) return false;
  const words = text.slice(unit.bodyStart, unit.end).trim();
  if (!/^[*_#"“'‘]{0,4}[\p{Lu}\p{N}]/u.test(words)) return false;
  if (/[.,;!…]["”’*)]*$/u.test(words) && !/\p{L}(?:\.{3}|…)$/u.test(words)) return false;
  if (/[.!?]\s+\p{Lu}/u.test(words.replace(/\b\p{L}\.\s/gu, ''))) return false;
  return words.split('\n').length <= 2;
}
