/** Lists of Word: which paragraphs are items, and the number each of them shows. */
import { readXml } from './xml.ts';
import type { Styles } from './styles.ts';

interface Level {
  format: string;
  /** '%1.%2' */
  shown: string;
  start: number;
}

/** What a paragraph says of its place in a list; null where it leaves that to its style. */
export interface ListPlace {
  list: string | null;
  level: number | null;
}

export class Numbering {
  readonly #levels = new Map<string, Level[]>();
  readonly #abstractOf = new Map<string, string>();
  readonly #counters = new Map<string, number[]>();

  /** `xml` is word/numbering.xml, null when the document has no lists. */
  constructor(xml: string | null) {
    if (xml !== null) this.#read(xml);
  }

  #read(xml: string): void {
    let levels: Level[] = [];
    let level: Level | null = null;
    let list: string | null = null;
    readXml(xml, {
      open: (name, attributes) => {
        const value = attributes.get('w:val') ?? '';
        if (name === 'w:abstractNum') {
          levels = [];
          this.#levels.set(attributes.get('w:abstractNumId') ?? '', levels);
        } else if (name === 'w:lvl' && list === null) {
          level = { format: 'decimal', shown: '', start: 1 };
          levels[Number(attributes.get('w:ilvl')) || 0] = level;
        } else if (name === 'w:numFmt' && level) level.format = value;
        else if (name === 'w:lvlText' && level) level.shown = value;
        else if (name === 'w:start' && level) level.start = Number(value) || 0;
        else if (name === 'w:num') list = attributes.get('w:numId') ?? '';
        else if (name === 'w:abstractNumId' && list !== null) this.#abstractOf.set(list, value);
      },
      close: (name) => {
        if (name === 'w:lvl') level = null;
        if (name === 'w:num') list = null;
      },
      text: () => undefined,
    });
  }

  /** Counts one paragraph and answers its marker: '-', '1.', '1.2', 'a)'; null when it is no list item. */
  markerOf(list: string, level: number): string | null {
    const abstract = this.#abstractOf.get(list);
    const levels = abstract === undefined ? undefined : this.#levels.get(abstract);
    const own = levels?.[level];
    if (abstract === undefined || !levels || !own) return null;
    if (own.format === 'bullet') return '-';
    if (own.format === 'none') return null;
    const counters = this.#counters.get(abstract) ?? [];
    this.#counters.set(abstract, counters);
    counters.length = Math.min(counters.length, level + 1);
    for (let above = 0; above < level; above += 1) counters[above] ??= levels[above]?.start ?? 1;
    const before = counters[level];
    counters[level] = before === undefined ? own.start : before + 1;
    const shown = own.shown.replace(/%([1-9])/g, (_all, digit: string) => {
      const index = Number(digit) - 1;
      return numeral(counters[index] ?? levels[index]?.start ?? 1, levels[index]?.format ?? 'decimal');
    });
    return shown.trim() === '' ? null : shown.trim();
  }
}

function numeral(value: number, format: string): string {
  if (format === 'lowerLetter') return letters(value);
  if (format === 'upperLetter') return letters(value).toUpperCase();
  if (format === 'lowerRoman') return roman(value).toLowerCase();
  if (format === 'upperRoman') return roman(value);
  if (format === 'decimalZero') return String(value).padStart(2, '0');
  return String(value);
}

/** 1 → 'a', 27 → 'aa', as Word counts. */
const letters = (value: number): string =>
  value < 1 || value > 780
    ? String(value)
    : 'abcdefghijklmnopqrstuvwxyz'.charAt((value - 1) % 26).repeat(Math.ceil(value / 26));

const romans: [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let left = value;
  let written = '';
  for (const [worth, sign] of romans) {
    while (left >= worth) {
      written += sign;
      left -= worth;
    }
  }
  return written;
}

/** The list a paragraph belongs to: its own, else that of its style; 'numId 0' takes it out of any list. */
export function placeInList(
  own: ListPlace,
  style: string | null,
  styles: Styles,
): { list: string; level: number } | null {
  const inherited = styles.listOf(style);
  const list = own.list ?? inherited.list;
  if (list === null || list === '0') return null;
  return { list, level: own.level ?? inherited.level ?? 0 };
}
