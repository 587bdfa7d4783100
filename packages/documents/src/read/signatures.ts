/** Signature blocks become dated roles: who signed is in the source only. */
import { cleanInline } from './clean.ts';
import { isoDateIn } from './numbers.ts';
import { personsInCell } from './persons.ts';
import { signatureLabelOf } from './sections.ts';
import { mark, sourced } from './sourced.ts';
import { linesOf } from './units.ts';
import type { SignatoryDraft, SourcedDate, SourcedText, Span, StructureMark } from '../draft.ts';
import type { SignatureLabel } from './sections.ts';
import type { Line, Unit } from './units.ts';

const roleWord =
  /(?<!\p{L})(?:wethouder|burgemeester|minister|staatssecretaris|lid|leden|voorzitter|bestuurder|bestuurslid|directeur|directie|rector|manager|secretaris|gemeentesecretaris|regiocoördinator|coördinator|college)(?!\p{L})/iu;
const organisationLine =
  /^(?:gemeente|ministerie|stichting|schoolbestuur|vereniging|universiteit|provincie)(?!\p{L})/iu;

const lineOf = (text: string, span: Span): string => text.slice(span.start, span.end).trim();

/** 'Wethouder | A. de Boer', 'Naam: …', or in a signature section a line with a person and a role. */
export function isSignatureStart(text: string, unit: Unit, inSection: boolean): boolean {
  if (unit.end - unit.start > 600) return false;
  const first = lineOf(text, unit).split('\n', 1)[0] ?? '';
  if (isPair(first) && roleWord.test(first)) return true;
  if (!inSection) return false;
  return (
    labelled(first)?.label === 'name' || signatureLabelOf(first) === 'name' || isPersonWithRole(text, unit)
  );
}

const isPair = (line: string): boolean =>
  line.length <= 200 && line.split('|').length === 2 && !/^\||\|$/.test(line);

const isPersonWithRole = (text: string, span: Span): boolean =>
  span.end - span.start < 300 &&
  roleWord.test(text.slice(span.start, span.end)) &&
  personsInCell(text, span.start, span.end).length > 0;

/** 'Datum: 1 mei 2023', 'Gemeente | Naam' → label and where its value begins. */
function labelled(line: string): { label: SignatureLabel; value: number } | null {
  const match = /^([\p{L} ]{3,20}?)\s?(?:[:|]|\t)\s*(?=\S)/u.exec(line);
  const label = match && signatureLabelOf(match[1] ?? '');
  return match && label ? { label, value: match[0].length } : null;
}

/** The index behind the last unit that belongs to the block which starts at `from`. */
export function signatureEnd(text: string, units: Unit[], from: number): number {
  let index = from + 1;
  for (; index < units.length; index += 1) {
    const unit = units[index];
    if (!unit || unit.kind === 'item' || unit.end - unit.start > 300) break;
    const words = lineOf(text, unit);
    const before = units[index - 1];
    const valueOfLabel = before !== undefined && signatureLabelOf(lineOf(text, before)) !== null;
    const ownLabel = signatureLabelOf(words) !== null || labelled(words) !== null;
    const organisation = organisationLine.test(words) && unit.headingLike && words.length <= 120;
    const another = isSignatureStart(text, unit, true);
    if (!valueOfLabel && !ownLabel && !organisation && !another) break;
  }
  return index;
}

export interface ReadSignatures {
  signatories: SignatoryDraft[];
  structure: StructureMark[];
  replaced: Span[];
}

export function readSignatures(text: string, units: Unit[]): ReadSignatures {
  const read: ReadSignatures = { signatories: [], structure: [], replaced: [] };
  const lines = units.flatMap((unit) => linesOf(text, unit.start, unit.end).filter(({ blank }) => !blank));
  let group: SignatoryDraft[] = [];
  let pending: SignatureLabel | null = null;
  let named = false;
  const begin = (span: Line, role: string | null, confidence: number): void => {
    const signatory: SignatoryDraft = {
      role: sourced(text, span.start, span.end, confidence, role ?? 'ondertekenaar'),
      organisation: null,
      date: null,
      place: null,
      portfolio: null,
    };
    // Several persons under one 'Naam:' share the organisation, date and place that follow.
    group =
      named && group.every(({ organisation, date }) => !organisation && !date)
        ? [...group, signatory]
        : [signatory];
    read.signatories.push(signatory);
    read.replaced.push(signatory.role.span);
  };
  for (const line of lines) {
    const words = text.slice(line.start, line.end);
    const indent = words.length - words.trimStart().length;
    const own = labelled(words.trim());
    const label: SignatureLabel | null = pending ?? own?.label ?? null;
    const alone: SignatureLabel | null = pending ? null : signatureLabelOf(words);
    const value: Line = own && !pending ? { ...line, start: line.start + indent + own.value } : line;
    pending = null;
    if (alone) {
      pending = alone;
      read.structure.push(mark(text, 'label', line.start, line.end));
      named ||= alone === 'name';
    } else if (
      label === 'name' ||
      (label === null && isPersonWithRole(text, line) && !isPair(words.trim()))
    ) {
      named = label === 'name' ? true : named;
      if (label === 'name') group = [];
      begin(line, roleBeside(text, value), 0.85);
    } else if (label === null && isPair(words.trim()) && roleWord.test(words)) {
      named = false;
      begin(line, roleSide(words), 0.9);
    } else {
      place(text, line, value, label, group, read);
    }
  }
  return read;
}

function place(
  text: string,
  line: Line,
  value: Line,
  label: SignatureLabel | null,
  group: SignatoryDraft[],
  read: ReadSignatures,
): void {
  // 'Gemeente | Naam' is one name.
  const municipality = label === 'organisation' && /^\s*gemeente/iu.test(text.slice(line.start, value.start));
  if (municipality) {
    const name = `Gemeente ${cleanInline(text.slice(value.start, value.end))}`;
    for (const signatory of group) signatory.organisation ??= sourced(text, line.start, line.end, 0.9, name);
    return;
  }
  if (value.start > line.start) read.structure.push(mark(text, 'label', line.start, value.start));
  const words = text.slice(value.start, value.end);
  for (const signatory of group) {
    if (label === 'date') signatory.date ??= dateOf(text, value);
    else if (label === 'place') {
      signatory.place ??= sourced(text, value.start, value.end, 0.9);
      if (isoDateIn(words)) signatory.date ??= dateOf(text, value);
    } else if (label === 'portfolio') signatory.portfolio ??= sourced(text, value.start, value.end, 0.9);
    else if (label === 'role')
      signatory.role = { ...signatory.role, text: cleanInline(words), span: signatory.role.span };
    else if (label === 'organisation') signatory.organisation ??= sourced(text, value.start, value.end, 0.9);
    else if (label === null && organisationLine.test(words.trim()))
      signatory.organisation ??= organisationOf(text, value);
  }
  if (label === 'role' || label === 'signature')
    read.structure.push(mark(text, 'label', value.start, value.end));
}

const organisationOf = (text: string, line: Line): SourcedText => sourced(text, line.start, line.end, 0.75);

function dateOf(text: string, line: Line): SourcedDate {
  const date = isoDateIn(text.slice(line.start, line.end));
  return { ...sourced(text, line.start, line.end, date ? 0.95 : 0.6), iso: date?.iso ?? null };
}

/** Of 'Name | Role' or 'Role | Name' the side with a word for a role. */
function roleSide(line: string): string | null {
  const sides = line.split('|').map(cleanInline);
  return sides.find((side) => roleWord.test(side)) ?? null;
}

/** What stands behind the name: 'Naam: mevr. A. de Boer, lid College van Bestuur …'. */
function roleBeside(text: string, line: Line): string | null {
  const persons = personsInCell(text, line.start, line.end);
  const whole = cleanInline(text.slice(line.start, line.end));
  // Signed by office, without a name.
  if (persons.length === 0 && /^(?:de\s|het\s)?\p{Ll}/u.test(whole) && roleWord.test(whole)) return whole;
  const last = persons.at(-1);
  const behind = last
    ? text.slice(last.end, line.end)
    : text
        .slice(line.start, line.end)
        .split(/[,(|–]/)
        .slice(1)
        .join(',');
  const role = cleanInline(behind)
    .replace(/^[\s,;:()–|-]+/, '')
    .replace(/^([^()]*)\)$/, '$1');
  if (roleWord.test(role)) return role;
  const before = last
    ? cleanInline(text.slice(line.start, persons[0]?.start)).replace(/[\s,;:–|-]+$/, '')
    : '';
  return roleWord.test(before) ? before : null;
}
