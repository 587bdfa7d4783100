/** The tree of goals with their results and actions. */
import { append } from './append.ts';
import { mark, sourced, sourcedItem } from './sourced.ts';
import { goalPartOf } from './sections.ts';
import { foldWord } from './characters.ts';
import type { Finding, GoalDraft, StructureMark } from '../draft.ts';
import type { GoalPart } from './sections.ts';
import type { Unit } from './units.ts';

export interface ReadGoals {
  goals: GoalDraft[];
  findings: Finding[];
  structure: StructureMark[];
  /** Units behind the last goal that belong to no goal. */
  rest: Unit[];
}

interface Title {
  number: string | null;
  start: number;
  end: number;
}

const wordedNumber =
  /^\s*(?:doelstelling|doel|ambitie|actielijn)\s{1,3}(\d{1,2}(?:\.\d{1,2}){0,3})\s{0,3}[:.–-]?\s{0,3}/iu;

export function readGoals(text: string, units: Unit[]): ReadGoals {
  const read: ReadGoals = { goals: [], findings: [], structure: [], rest: [] };
  const titles = goalTitles(text, units);
  if (titles.size === 0) return listedGoals(text, units, read);
  const numbered = [...titles.values()].some(({ number }) => number !== null);
  let goal: GoalDraft | null = null;
  let part: GoalPart | null = null;
  for (const [index, unit] of units.entries()) {
    const title = titles.get(unit);
    const heading = unit.kind === 'item' ? null : goalPartOf(text.slice(unit.bodyStart, unit.end));
    if (title) {
      goal = {
        number: title.number,
        title: sourced(text, unit.start, unit.end, 0.95, titleText(text, title)),
        description: [],
        intendedResults: [],
        actions: [],
        goals: [],
      };
      part = null;
      hang(goal, read);
    } else if (heading && goal) {
      part = heading;
      read.structure.push(mark(text, 'heading', unit.start, unit.end));
    } else if (numbered && unit.capitals && unit.headingLike && unit.number === null) {
      read.rest = units.slice(index);
      break;
    } else if (goal) {
      fill(text, goal, part, unit, units[index + 1], read);
    } else read.rest.push(unit);
  }
  append(read.findings, listFindings(read.goals, text));
  return read;
}

const titleText = (text: string, { start, end }: Title): string =>
  text.slice(start, end).trim().replace(/\s+/g, ' ');

function fill(
  text: string,
  goal: GoalDraft,
  part: GoalPart | null,
  unit: Unit,
  next: Unit | undefined,
  read: ReadGoals,
): void {
  const asItem = sourcedItem(text, unit.start, unit.bodyStart, unit.end, unit.kind === 'item' ? 0.95 : 0.75);
  if (part === null) goal.description.push(sourced(text, unit.start, unit.end, 0.9));
  else if (
    unit.kind === 'paragraph' &&
    /:\s*$/.test(asItem.text) &&
    asItem.text.length < 100 &&
    next?.kind === 'item'
  ) {
    read.structure.push(mark(text, 'introduction', unit.start, unit.end));
  } else (part === 'results' ? goal.intendedResults : goal.actions).push(asItem);
}

/** Puts a goal under the goal whose number it continues. */
function hang(goal: GoalDraft, read: ReadGoals): void {
  const parent = goal.number?.includes('.')
    ? find(read.goals, goal.number.slice(0, goal.number.lastIndexOf('.')))
    : null;
  const siblings = parent ? parent.goals : read.goals;
  const span = [goal.title.span];
  if (goal.number === null) {
    read.findings.push({
      code: 'goal.number_missing',
      message: 'Deze doelstelling heeft geen nummer.',
      spans: span,
    });
  } else if (goal.number.includes('.') && !parent) {
    const message = `Doelstelling ${goal.number} staat er, maar de doelstelling waar zij onder hoort niet.`;
    read.findings.push({ code: 'goal.number_order', message, spans: span });
  } else {
    const before = siblings.at(-1)?.number;
    const expected = before ? lastPart(before) + 1 : 1;
    if (before !== null && lastPart(goal.number) !== expected) {
      const message = `Doelstelling ${goal.number} volgt niet op de vorige: er is een nummer overgeslagen of dubbel.`;
      read.findings.push({ code: 'goal.number_order', message, spans: span });
    }
  }
  siblings.push(goal);
}

const lastPart = (number: string): number => Number(number.slice(number.lastIndexOf('.') + 1));

function find(goals: GoalDraft[], number: string): GoalDraft | null {
  for (const goal of goals) {
    if (goal.number === number) return goal;
    if (number.startsWith(`${goal.number}.`)) return find(goal.goals, number);
  }
  return null;
}

/** Titles: numbered headings in the style of the first one; without any, headings above results or actions. */
function goalTitles(text: string, units: Unit[]): Map<Unit, Title> {
  const titles = new Map<Unit, Title>();
  let style: string | null = null;
  let previous: string | null = null;
  for (const [index, unit] of units.entries()) {
    const worded = unit.headingLike ? wordedNumber.exec(text.slice(unit.start, unit.end)) : null;
    if (worded?.[1]) {
      const start = unit.start + worded[0].length;
      titles.set(unit, { number: worded[1], start: start < unit.end ? start : unit.start, end: unit.end });
      continue;
    }
    if (unit.number === null || !unit.headingLike || !unit.blankBefore) continue;
    const unitStyle: string | null = unit.number.includes('.') ? style : unit.numberStyle;
    // 'Actie 1. …' in a numbered list: the next line counts on in the same style.
    const next = units[index + 1];
    if (
      next &&
      !next.blankBefore &&
      next.number !== null &&
      next.numberStyle === unit.numberStyle &&
      !next.number.startsWith(unit.number)
    )
      continue;
    style ??= unit.numberStyle;
    if (unitStyle !== null && unitStyle !== style) continue;
    if (previous !== null && !follows(previous, unit.number) && !unit.capitals) continue;
    titles.set(unit, { number: unit.number, start: unit.bodyStart, end: unit.end });
    previous = unit.number;
  }
  return titles.size > 0 ? titles : unnumberedTitles(text, units);
}

/** '1.2' may be followed by '1.3', '1.2.1', '2' and, with a number skipped, '1.4' or '3'. */
function follows(previous: string, number: string): boolean {
  const before = previous.split('.').map(Number);
  const now = number.split('.').map(Number);
  const depth = now.length - 1;
  if (depth > before.length) return false;
  if (now.slice(0, depth).some((value, index) => value !== before[index])) return false;
  const step = (now[depth] ?? 0) - (before[depth] ?? 0);
  return step >= 1 && step <= 2;
}

function unnumberedTitles(text: string, units: Unit[]): Map<Unit, Title> {
  const titles = new Map<Unit, Title>();
  let candidate: Unit | null = null;
  for (const unit of units) {
    if (unit.kind === 'item') continue;
    const part = goalPartOf(text.slice(unit.bodyStart, unit.end));
    if (part && candidate) {
      titles.set(candidate, { number: null, start: candidate.bodyStart, end: candidate.end });
      candidate = null;
    } else if (
      !part &&
      unit.headingLike &&
      unit.blankBefore &&
      !text.slice(unit.start, unit.end).trim().endsWith(':')
    )
      candidate = unit;
  }
  return titles;
}

/** Goals that are only a list: 'Onze doelen:' with bullets or numbers. */
export function listedGoals(text: string, units: Unit[], read: ReadGoals): ReadGoals {
  for (const unit of units) {
    if (unit.kind !== 'item' && unit.number === null) {
      read.rest.push(unit);
      continue;
    }
    const title = sourcedItem(text, unit.start, unit.bodyStart, unit.end, 0.6);
    read.goals.push({
      number: unit.number,
      title,
      description: [],
      intendedResults: [],
      actions: [],
      goals: [],
    });
  }
  return read;
}

function listFindings(goals: GoalDraft[], text: string): Finding[] {
  return goals.flatMap((goal) => {
    const lists = goal.description.filter(({ source }) => /^[-–•*▪●]\s/u.test(source));
    const inside = listFindings(goal.goals, text);
    if (lists.length === 0 || goal.intendedResults.length + goal.actions.length === 0) return inside;
    const message = `Onder doelstelling ${goal.number ?? `'${foldWord(goal.title.text)}'`} staat een lijst zonder kop, vóór 'Resultaten' of 'Acties'. Kies wat het is: toelichting, resultaten of acties.`;
    return [
      { code: 'goal.list_without_heading' as const, message, spans: lists.map(({ span }) => span) },
      ...inside,
    ];
  });
}
