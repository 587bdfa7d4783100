/** Mission, pillars, principles, and the background story with its own headings. */
import { append } from './append.ts';
import { cleanText } from './clean.ts';
import { listedGoals } from './goals.ts';
import { isPillar, sectionOf } from './sections.ts';
import { mark, sourced, sourcedItem } from './sourced.ts';
import { wordsOf } from './parts.ts';
import type { AgendaDraft, ExplainedStatement, SectionDraft, SourcedText } from '../draft.ts';
import type { Part } from './parts.ts';
import type { Unit } from './units.ts';

/** 'Onze missie luidt:' */
const announcesMission = /(?<!\p{L})missie(?!\p{L})[^.!?]{0,100}:\s*$/iu;
const inlineMission = /^(?:onze |de )?missie\s{0,2}:\s*(?=\S)/iu;
const announcesGoals = /^(?:(?:de|onze|deze) )?(?:doelen|doelstellingen)(?: [\p{Ll}]+){0,4}\s?:\s*$/iu;

/** Takes what it recognises out of a front or background part; the rest is told paragraph by paragraph. */
export function readProse(text: string, part: Part, draft: AgendaDraft, confidence: number): void {
  let section: SectionDraft = { heading: headingOf(text, part), paragraphs: [] };
  const close = (heading: SourcedText | null): void => {
    if (section.heading || section.paragraphs.length > 0) draft.background.push(section);
    section = { heading, paragraphs: [] };
  };
  let expectsMission = part.kind === 'mission';
  const { units } = part;
  for (let index = 0; index < units.length; index += 1) {
    const unit = units[index];
    if (!unit) break;
    const words = wordsOf(text, unit).trim();
    const next = units[index + 1];
    if (draft.mission === null && expectsMission && unit.kind === 'paragraph' && !words.endsWith(':')) {
      draft.mission = missionOf(text, unit.bodyStart, unit);
      expectsMission = false;
    } else if (draft.mission === null && unit.kind === 'paragraph' && inlineMission.test(words)) {
      draft.mission = missionOf(text, unit.bodyStart + (inlineMission.exec(words)?.[0].length ?? 0), unit);
    } else if (draft.mission === null && announcesMission.test(words) && next) {
      expectsMission = true;
      if (words.length < 140) draft.structure.push(mark(text, 'introduction', unit.start, unit.end));
      else section.paragraphs.push(sourced(text, unit.start, unit.end, confidence));
    } else if (announcesGoals.test(words) && next && (next.kind === 'item' || next.number !== null)) {
      draft.structure.push(mark(text, 'introduction', unit.start, unit.end));
      const until = units.findIndex(
        (later, at) => at > index && later.kind !== 'item' && later.number === null,
      );
      const list = units.slice(index + 1, until < 0 ? units.length : until);
      append(
        draft.goals,
        listedGoals(text, list, { goals: [], findings: [], structure: [], rest: [] }).goals,
      );
      index += list.length;
      close(null);
    } else if (unit.headingLike && unit.blankBefore && next) {
      close(sourced(text, unit.start, unit.end, confidence));
    } else {
      addParagraph(text, section, unit, confidence);
    }
  }
  close(null);
}

function headingOf(text: string, part: Part): SourcedText | null {
  return part.heading ? sourced(text, part.heading.start, part.heading.end, 0.9) : null;
}

/** Without the quotation marks a mission often stands in; they are in the source. */
function missionOf(text: string, start: number, unit: Unit): SourcedText {
  const cleaned = cleanText(text.slice(start, unit.end)).replace(/^["“„'‘]+|["”“'’]+$/gu, '');
  return sourced(text, unit.start, unit.end, 0.9, cleaned);
}

/** List items that follow one another are one text: a list. */
function addParagraph(text: string, section: SectionDraft, unit: Unit, confidence: number): void {
  const last = section.paragraphs.at(-1);
  if (unit.kind === 'item' && last && !unit.blankBefore && last.text.startsWith('- ')) {
    const { start } = last.span;
    section.paragraphs[section.paragraphs.length - 1] = sourced(text, start, unit.end, confidence);
  } else section.paragraphs.push(sourced(text, unit.start, unit.end, confidence));
}

/** 'Verbinding', 'Effectiviteit', 'Kennisdeling' as headings; takes them and their paragraphs out of the part. */
export function readPillars(text: string, part: Part): ExplainedStatement[] {
  const isTitle = (unit: Unit): boolean =>
    unit.headingLike && (isPillar(wordsOf(text, unit)) || part.kind === 'pillars');
  if (part.units.filter(isTitle).length < 2) return [];
  const pillars: ExplainedStatement[] = [];
  let current: ExplainedStatement | null = null;
  part.units = part.units.filter((unit) => {
    if (isTitle(unit)) {
      current = { ...sourced(text, unit.start, unit.end, 0.9), description: [] };
      pillars.push(current);
      return false;
    }
    if (current && unit.headingLike) current = null;
    current?.description.push(sourced(text, unit.start, unit.end, 0.9));
    return current === null;
  });
  return pillars;
}

/** Principles as headings with their explanation, as a list, or as bare paragraphs. */
export function readPrinciples(text: string, part: Part): { principles: ExplainedStatement[]; rest: Unit[] } {
  const { units } = part;
  const isTitle = (unit: Unit, index: number): boolean =>
    unit.headingLike &&
    unit.blankBefore &&
    !wordsOf(text, unit).trim().endsWith(':') &&
    units[index + 1]?.headingLike === false;
  const titled = units.some((unit, index) => isTitle(unit, index) && sectionOf(wordsOf(text, unit)) === null);
  const listed = !titled && units.some((unit) => unit.kind === 'item' || unit.number !== null);
  const principles: ExplainedStatement[] = [];
  const rest: Unit[] = [];
  units.forEach((unit, index) => {
    const starts = titled
      ? isTitle(unit, index)
      : listed
        ? unit.kind === 'item' || unit.number !== null
        : true;
    const last = principles.at(-1);
    if (starts) {
      const confidence = titled || listed ? 0.9 : 0.5;
      principles.push({
        ...sourcedItem(text, unit.start, unit.bodyStart, unit.end, confidence),
        description: [],
      });
    } else if (last) last.description.push(sourced(text, unit.start, unit.end, 0.85));
    else rest.push(unit);
  });
  return { principles, rest };
}
