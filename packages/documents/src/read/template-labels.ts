/**
 * The labels of the nine-field template and how one is recognised at the beginning of a line: by its words,
 * whatever stands between them, in any case, in full or shortened, and by what separates it from its value.
 */
import { foldWord, foldedWords } from './characters.ts';
import type { Span, TemplateField } from '../draft.ts';

/** What stands between label and value. 'space' is weak: it needs a capital, digit or bullet to follow. */
export type LabelStyle = 'tab' | 'colon' | 'pipe' | 'dash' | 'line' | 'space';

export interface LabelHit extends Span {
  field: TemplateField;
  style: LabelStyle;
  valueStart: number;
  /** Names the document's template beyond doubt ('Naam/titel interventie'), not a word any text could have. */
  distinctive: boolean;
}

const aliases: Record<TemplateField, string[]> = {
  title: [
    'naam titel interventie',
    'naam titel van de interventie',
    'naam interventie',
    'naam van de interventie',
    'titel interventie',
    'titel van de interventie',
    'naam titel',
    'titel',
    'naam',
  ],
  parties: [
    'betrokken partijen',
    'betrokken partners',
    'betrokken organisaties',
    'deelnemende partijen',
    'partijen',
    'partners',
    'betrokkenen',
  ],
  goal: [
    'doel interventie',
    'doel van de interventie',
    'doelen interventie',
    'doelstelling',
    'doel',
    'doelen',
  ],
  targetGroup: ['doelgroep', 'doelgroepen', 'doelgroep interventie', 'voor wie'],
  locations: [
    'locatie wijk school',
    'locaties wijk school',
    'locatie s wijk school',
    'locatie wijk en of school',
    'locatie',
    'locaties',
    'locatie s',
    'waar',
  ],
  activities: [
    'omschrijving activiteiten',
    'omschrijving van de activiteiten',
    'beschrijving activiteiten',
    'beschrijving van de activiteiten',
    'omschrijving',
    'beschrijving',
    'activiteiten',
    'activiteit',
  ],
  monitoring: ['monitoring en evaluatie', 'monitoring evaluatie', 'monitoring', 'evaluatie'],
  funding: ['financiering', 'bekostiging', 'kosten en financiering', 'financien', 'begroting'],
  moreInformation: [
    'meer informatie website contactpersoon project en of gemeente',
    'meer informatie website contactpersoon',
    'meer informatie contactpersoon',
    'meer informatie website',
    'meer informatie',
    'informatie',
    'contact',
    'contactpersoon',
    'contactpersonen',
    'contactgegevens',
  ],
};

/** Single words that every text uses; alone they do not make a template. */
const everyday = new Set([
  'titel',
  'naam',
  'partners',
  'doelen',
  'doelstelling',
  'waar',
  'omschrijving',
  'beschrijving',
  'activiteiten',
  'activiteit',
  'monitoring',
  'evaluatie',
  'informatie',
  'contact',
  'monitoring evaluatie',
  'monitoring en evaluatie',
  'begroting',
  'financien',
  'doel',
  'contactpersoon',
  'betrokkenen',
  'voor wie',
]);

interface Alias {
  field: TemplateField;
  words: string[];
  distinctive: boolean;
}

const byFirstWord = new Map<string, Alias[]>();
for (const [field, labels] of Object.entries(aliases) as [TemplateField, string[]][]) {
  for (const label of labels) {
    const words = label.split(' ');
    const known = byFirstWord.get(words[0] ?? '') ?? [];
    known.push({ field, words, distinctive: !everyday.has(label) });
    byFirstWord.set(
      words[0] ?? '',
      known.sort((a, b) => b.words.length - a.words.length),
    );
  }
}

const prefixPattern = /[^\S\n]*[|*#>_]{0,4}[^\S\n]*((?:[-–•][^\S\n]+)?)(?:(?:\d{1,2}|[a-i])[.)][^\S\n]+)?/y;
const wordPattern = /[\p{L}\p{M}]+/uy;
/** Between two words of a label: one line end at most, and no tab. */
const betweenPattern = /[^\S\n\t]*[/(),&\-–—+]?[^\S\n\t]*(?:\n[^\S\n\t]*[-–—•(]?[^\S\n\t]*)?[/(]?/y;
const maximumLabel = 120;

/** The label that stands at the beginning of the line at `lineStart`, or null. */
export function labelAt(text: string, lineStart: number): LabelHit | null {
  prefixPattern.lastIndex = lineStart;
  const prefix = prefixPattern.exec(text);
  const start = lineStart + (prefix?.[0].length ?? 0);
  const first = wordAt(text, start);
  if (!first) return null;
  for (const alias of byFirstWord.get(first.word) ?? []) {
    const end = endOfWords(text, start, alias.words);
    const separator = end === null ? null : separatorAt(text, end);
    if (end === null || separator === null) continue;
    // A bullet with one space after the word is an ordinary list item.
    if (prefix?.[1] && separator.style === 'space') continue;
    const { field, distinctive } = alias;
    return {
      field,
      style: separator.style,
      start: lineStart,
      end: separator.labelEnd,
      valueStart: separator.valueStart,
      distinctive,
    };
  }
  return null;
}

function wordAt(text: string, at: number): { word: string; end: number } | null {
  wordPattern.lastIndex = at;
  const match = wordPattern.exec(text);
  if (!match || match[0].length > 30) return null;
  return { word: foldWord(match[0]), end: at + match[0].length };
}

function endOfWords(text: string, start: number, words: string[]): number | null {
  let position = start;
  for (const [index, wanted] of words.entries()) {
    if (index > 0) {
      betweenPattern.lastIndex = position;
      position += betweenPattern.exec(text)?.[0].length ?? 0;
    }
    const found = wordAt(text, position);
    if (found?.word !== wanted || found.end - start > maximumLabel) return null;
    position = found.end;
  }
  return position;
}

const separators: [LabelStyle, RegExp][] = [
  ['colon', /^[)*_]{0,4}[^\S\n]{0,20}:[*_]{0,4}/u],
  ['tab', /^[)*_?]{0,4}(?:[^\S\n\t]{0,20}\t|[^\S\n]{2,}(?=\S))/u],
  ['pipe', /^[)*_]{0,4}[^\S\n]{0,20}\|/u],
  ['line', /^[)*_?]{0,4}[^\S\n]{0,20}(?=\n|$)/u],
  ['dash', /^\)?[^\S\n]{1,5}[-–—][^\S\n]{1,5}(?=\S)/u],
  ['space', /^\)? (?=[\p{Lu}\p{N}<•"“‘])/u],
];

function separatorAt(
  text: string,
  at: number,
): { style: LabelStyle; labelEnd: number; valueStart: number } | null {
  const rest = text.slice(at, at + 60);
  for (const [style, pattern] of separators) {
    const match = pattern.exec(rest);
    if (!match) continue;
    // 'Doelgroep\t: waarde' is one separator.
    const more = style === 'tab' ? (/^:\s?/.exec(rest.slice(match[0].length))?.[0].length ?? 0) : 0;
    const valueStart = at + match[0].length + more;
    return { style, labelEnd: valueStart, valueStart };
  }
  return null;
}

const allLabels = Object.values(aliases).flat();

/** True when these words are a label, or the first words of one: the rest may stand on the next line. */
export function beginsLabel(text: string): boolean {
  const words = foldedWords(text).join(' ');
  return words !== '' && allLabels.some((label) => label === words || label.startsWith(`${words} `));
}
