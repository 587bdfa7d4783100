/**
 * Finds names of persons by their shape: 'dhr. J. van Dijk', 'mevrouw Anna de Vries', 'A.B. Jansen'. In contact
 * and signature cells also behind a misread form of address ('inw.'), where initials and a surname follow.
 */
import { foldWord } from './characters.ts';
import type { Span } from '../draft.ts';

export interface FoundPerson extends Span {
  /** The form of address as it stands there when it is none that exists ('inw.'): a scanning fault. */
  misread: Span | null;
  /** Surname, folded: to recognise it in an e-mail address. Never leaves the reader. */
  surname: string;
}

/** What follows initials or a form of address and is nevertheless no person. */
const organisationWords = [
  'gemeente',
  'gemeenten',
  'stichting',
  'school',
  'basisschool',
  'college',
  'schoolbestuur',
  'scholen',
  'ministerie',
  'wethouder',
  'burgemeester',
  'minister',
  'directeur',
  'bestuurder',
  'voorzitter',
  'lid',
  'interventie',
  'website',
  'universiteit',
  'vereniging',
  'bibliotheek',
  'contactpersoon',
  'onderwijs',
  'kinderopvang',
];
const noSurname = new Set(organisationWords);

const capitalisedOrganisation = organisationWords
  .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
  .join('|');

const address = String.raw`(?:[Dd]hr|DHR|[Hh]r|[Dd]e\s[Hh]eer|[Hh]eer|[Mm]w|MW|[Mm]evr|[Mm]evrouw|[Mm]ej|[Mm]vr|[Ww]eth)\.?`;
const title = String.raw`(?:[Mm]r|[Dd]rs|[Dd]r|[Ii]r|[Ii]ng|[Pp]rof|[Dd]s)\.`;
const particle = String.raw`(?:[Vv]an\s(?:der|den|de|het|'t)|[Vv]an|[Dd]e|[Dd]en|[Dd]er|[Tt]er|[Tt]en|[Tt]e|[Oo]p\sde|[Ii]n\s't|'t|[Ll]a|[Ll]e|[Ee]l|[Dd]i|[Dd]a)`;
const notOrganisation = `(?!(?:${capitalisedOrganisation})(?!\\p{L}))`;
const surname = String.raw`${notOrganisation}(?<surname>\p{Lu}[\p{L}'’]+(?:-(?:${particle}\s)?\p{Lu}[\p{L}'’]*){0,2})`;
const particles = `(?:${particle}\\s+){0,3}`;

/** With initials; lower-case ones only behind a form of address ('dhr. w. Horst'). */
const withInitials = `(?:(?:(?:${address}|${title})\\s+){1,3}(?:\\p{L}\\.\\s?){1,6}|(?:\\p{Lu}\\.\\s?){1,6})\\s?${particles}${surname}`;
const withAddress = `(?:${address}\\s+)(?:${title}\\s+){0,2}(?:${notOrganisation}\\p{Lu}\\p{Ll}+\\s+(?=${particles}${notOrganisation}\\p{Lu})){0,2}${particles}${surname}`;
const withMisread = String.raw`(?<misread>\p{Ll}{2,4}\.)\s+(?:\p{L}\.\s?){1,6}\s?${particles}${surname}`;

const anywhere = new RegExp(
  `(?<![\\p{L}\\p{N}.])(?:(?:${address}|${title})\\s+){1,3}(?:\\p{L}\\.\\s?){0,6}\\s?${particles}${surname}`,
  'gu',
);
const initialsFirst = new RegExp(`(?<![\\p{L}\\p{N}.@/])${withInitials}`, 'gu');
const addressFirst = new RegExp(`(?<![\\p{L}\\p{N}.@/])${withAddress}`, 'gu');
const misreadFirst = new RegExp(`(?<![\\p{L}\\p{N}.@/])${withMisread}`, 'gu');
/** Without initials, a name is only sure directly behind 'Contactpersoon:' or 'Naam:'. */
const afterLabel = new RegExp(
  `(?<=(?:[Cc]ontact|[Cc]ontactpersoon|[Nn]aam):\\s?)\\p{Lu}\\p{Ll}+\\s+${particles}${surname}`,
  'gu',
);

/** Persons in a contact or signature cell, in the order of the text. */
export function personsInCell(text: string, start: number, end: number): FoundPerson[] {
  return collect(text, start, end, [initialsFirst, misreadFirst, addressFirst, afterLabel]);
}

/** Persons in running text: only behind a form of address or title, so that 'B. Scholen' stays what it is. */
export function personsAnywhere(text: string, start: number, end: number): FoundPerson[] {
  return collect(text, start, end, [anywhere]);
}

function collect(text: string, start: number, end: number, patterns: RegExp[]): FoundPerson[] {
  const slice = text.slice(start, end);
  const found = patterns
    .flatMap((pattern) => [...slice.matchAll(pattern)])
    .flatMap((match): FoundPerson[] => {
      const name = foldWord(match.groups?.surname ?? '');
      if (noSurname.has(name)) return [];
      const at = start + match.index;
      const misread = match.groups?.misread;
      return [
        {
          start: at,
          end: at + match[0].length,
          surname: name,
          misread:
            misread === undefined || known.has(misread) ? null : { start: at, end: at + misread.length },
        },
      ];
    });
  // The longest of overlapping finds: 'inw. P. Horst' and not only 'P. Horst'.
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: FoundPerson[] = [];
  for (const person of found) {
    const last = kept.at(-1);
    if (!last || person.start >= last.end) kept.push(person);
    else if (person.end > last.end && person.start === last.start) kept[kept.length - 1] = person;
  }
  return kept;
}

const known = new Set([
  'dhr.',
  'hr.',
  'mw.',
  'mevr.',
  'mej.',
  'mvr.',
  'mr.',
  'drs.',
  'dr.',
  'ir.',
  'ing.',
  'prof.',
  'ds.',
  'weth.',
]);
