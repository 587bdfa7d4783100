/** Numbers and periods as Dutch policy texts write them. */
import type { Period, Span } from '../draft.ts';

const numberWords: Record<string, number> = {
  een: 1,
  één: 1,
  twee: 2,
  drie: 3,
  vier: 4,
  vijf: 5,
  zes: 6,
  zeven: 7,
  acht: 8,
  negen: 9,
  tien: 10,
  elf: 11,
  twaalf: 12,
};

/** For use inside a pattern: a number of at most four digits, or a number word up to twelve. */
export const numberSource = String.raw`(?:\d{1,4}|[eé][eé]n|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)`;

export function numberOf(word: string): number | null {
  if (/^\d{1,4}$/.test(word)) return Number(word);
  return numberWords[word.toLowerCase()] ?? null;
}

export interface FoundPeriod extends Span, Period {}

const periodPattern =
  /(?<![\d/.-])(20\d\d)\s{0,3}(?:[-–—/]|t\/m|tot en met|tot)\s{0,3}(20\d\d|\d\d)(?![\d/.-]\d|\d)/g;

/** Year ranges ('2021-2024', '2024/25'); the second year is later than the first. */
export function periodsIn(text: string, start: number, end: number): FoundPeriod[] {
  return [...text.slice(start, end).matchAll(periodPattern)].flatMap((match) => {
    const from = Number(match[1]);
    const last = match[2] ?? '';
    const to = last.length === 2 ? Math.floor(from / 100) * 100 + Number(last) : Number(last);
    if (to <= from || to - from > 30) return [];
    return [{ from, to, start: start + match.index, end: start + match.index + match[0].length }];
  });
}

const months = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
];
const datePattern = new RegExp(
  String.raw`(?<!\d)(\d{1,2})(?:\s{0,2}[-/.]\s{0,2}(\d{1,2})\s{0,2}[-/.]\s{0,2}|\s{1,3}(${months.join('|')})\s{1,3})(\d{4})(?!\d)`,
  'iu',
);

/** '15/10/2021' and '15 oktober 2021' → '2021-10-15'; null when there is no such day. */
export function isoDateIn(words: string): { iso: string; start: number; end: number } | null {
  const match = datePattern.exec(words);
  if (!match) return null;
  const day = Number(match[1]);
  const month = match[2] ? Number(match[2]) : months.indexOf((match[3] ?? '').toLowerCase()) + 1;
  const year = Number(match[4]);
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return { iso: date.toISOString().slice(0, 10), start: match.index, end: match.index + match[0].length };
}
