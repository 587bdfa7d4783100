/** Contact cells: names of persons become the role 'contactpersoon', personal addresses are left out. */
import { isBlank, trimRange } from './characters.ts';
import { cleanInline, cleanText } from './clean.ts';
import { personsInCell } from './persons.ts';
import { sourced } from './sourced.ts';
import type { ContactDraft, SourcedText, Span } from '../draft.ts';
import type { MunicipalityIndex } from './municipality-names.ts';

export interface ReadContacts {
  field: SourcedText;
  contacts: ContactDraft[];
  replaced: Span[];
  misread: Span[];
}

interface Replacement extends Span {
  text: string;
  isPerson: boolean;
}

const mailPattern =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/gu;
const mobilePattern = /(?<!\d)(?:\+31[\s-]?\(?0?\)?|0)6[\s-]?(?:\d[\s-]?){7}\d/g;

export function readContacts(
  text: string,
  cell: Span,
  confidence: number,
  municipalities: MunicipalityIndex,
): ReadContacts {
  const persons = personsInCell(text, cell.start, cell.end);
  const found: Replacement[] = persons.map((person) => ({
    ...person,
    text: 'contactpersoon',
    isPerson: true,
  }));
  const slice = text.slice(cell.start, cell.end);
  const surnames = new Set(persons.map((person) => person.surname));
  for (const match of slice.matchAll(mailPattern)) {
    if (isPersonal(match[0], surnames))
      found.push(replacement(cell.start + match.index, match[0], '[e-mailadres van een persoon]'));
  }
  for (const match of slice.matchAll(mobilePattern)) {
    found.push(replacement(cell.start + match.index, match[0], '[telefoonnummer van een persoon]'));
  }
  const replacements = withoutOverlap(found);
  const contacts = persons.map((person, index) => {
    const from = persons[index - 1]?.end ?? cell.start;
    const organisation = organisationBefore(text, from, person.start, confidence);
    const named =
      organisation && municipalities.namesIn(text, organisation.span.start, organisation.span.end)[0];
    const role = `contactpersoon${organisation ? ` ${lowerFirst(organisation.text)}` : ''}`;
    return {
      role: sourced(text, person.start, person.end, confidence, role),
      organisation,
      municipality: named?.code ?? null,
    };
  });
  return {
    field: sourced(text, cell.start, cell.end, confidence, cleanText(withRoles(text, cell, replacements))),
    contacts,
    replaced: replacements.map(({ start, end }) => ({ start, end })),
    misread: persons.flatMap((person) => person.misread ?? []),
  };
}

function replacement(start: number, found: string, text: string): Replacement {
  return { start, end: start + found.length, text, isPerson: false };
}

/** In the order of the text; of two that overlap the first. */
function withoutOverlap(replacements: Replacement[]): Replacement[] {
  let reached = -1;
  return replacements
    .sort((a, b) => a.start - b.start)
    .filter(({ start, end }) => {
      if (start < reached) return false;
      reached = end;
      return true;
    });
}

/** 'j.jansen@…' or the surname found beside it; 'onderwijs@…' is a functional mailbox and stays. */
function isPersonal(mail: string, surnames: Set<string>): boolean {
  const local = mail.split('@')[0]?.toLowerCase() ?? '';
  return /^\p{L}{1,2}[._-]\p{L}{2,}/u.test(local) || local.split(/[._-]/).some((part) => surnames.has(part));
}

/** The cell with roles for names; a list of 'Organisatie: persoon' on one line becomes a list of lines. */
function withRoles(text: string, cell: Span, replacements: Replacement[]): string {
  const several = replacements.filter((replacement) => replacement.isPerson).length > 1;
  const oneLine = !text.slice(cell.start, cell.end).trim().includes('\n');
  let result = several && oneLine && !/^\s*[•<-]/.test(text.slice(cell.start, cell.end)) ? '• ' : '';
  let position = cell.start;
  for (const replacement of replacements) {
    result += text.slice(position, replacement.start) + replacement.text;
    position = replacement.end;
    const next = /^((?:\s*\([^()]{0,100}\))?)\s+(?=\p{Lu})/u.exec(
      text.slice(position, Math.min(cell.end, position + 120)),
    );
    if (several && oneLine && replacement.isPerson && next && position + next[0].length < cell.end) {
      result += `${next[1] ?? ''}\n• `;
      position += next[0].length;
    }
  }
  return result + text.slice(position, cell.end);
}

/** What stands before the colon before a person, back to the previous person, line, bullet or sentence. */
export function organisationBefore(
  text: string,
  from: number,
  personStart: number,
  confidence: number,
): SourcedText | null {
  const between = text.slice(from, personStart);
  const colon = between.trimEnd();
  if (!colon.endsWith(':')) return null;
  const label = colon.slice(0, -1);
  const begin = Math.max(...['\n', '•', ';', '>', ','].map((border) => label.lastIndexOf(border))) + 1;
  let range = trimRange(text, from + begin, from + label.length);
  const marker = /^[-–*]\s+/.exec(text.slice(range.start, range.end));
  if (marker) range = { ...range, start: range.start + marker[0].length };
  const remark = /^\([^()]{0,100}\)\s*/.exec(text.slice(range.start, range.end));
  if (remark) range = { ...range, start: range.start + remark[0].length };
  const words = text.slice(range.start, range.end);
  if (isBlank(words) || /^(?:contact(?:persoon)?|naam)$/i.test(words) || words.length > 120) return null;
  return sourced(text, range.start, range.end, confidence, cleanInline(words.replace(/\s*\([^()]*\)$/, '')));
}

export const lowerFirst = (words: string): string =>
  /^\p{Lu}\p{Ll}/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
