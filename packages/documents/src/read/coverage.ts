/** Nothing is lost: what no sourced text of the draft covers is listed as unplaced. */
import { isBlank, trimRange } from './characters.ts';
import { personsAnywhere } from './persons.ts';
import type { Span, UnplacedText } from '../draft.ts';

/** The spans of all sourced texts in a draft or a part of it. Findings point at text, they do not place it. */
export function spansOf(value: unknown): Span[] {
  if (Array.isArray(value)) return value.flatMap(spansOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]: [string, unknown]) => {
    if (key === 'findings' || key === 'unplaced') return [];
    return key === 'span' && isSpan(inside) ? [inside] : spansOf(inside);
  });
}

const isSpan = (value: unknown): value is Span =>
  typeof value === 'object' && value !== null && 'start' in value && 'end' in value;

/** The text between the placed spans, paragraph by paragraph. */
export function unplacedText(text: string, placed: Span[]): UnplacedText[] {
  const unplaced: UnplacedText[] = [];
  let position = 0;
  const gap = (end: number): void => {
    if (end <= position) return;
    let from = position;
    for (const match of text.slice(position, end).matchAll(/\n[^\S\n]*\n/g)) {
      add(text, from, position + match.index, unplaced);
      from = position + match.index;
    }
    add(text, from, end, unplaced);
  };
  for (const { start, end } of [...placed].sort((a, b) => a.start - b.start)) {
    gap(start);
    position = Math.max(position, end);
  }
  gap(text.length);
  return unplaced;
}

function add(text: string, start: number, end: number, unplaced: UnplacedText[]): void {
  if (isBlank(text.slice(start, end))) return;
  const span = trimRange(text, start, end);
  unplaced.push({ span, text: withoutPersons(text, span) });
}

/** As it stands there, but for names of persons: the span still tells where they are. */
function withoutPersons(text: string, span: Span): string {
  let result = '';
  let position = span.start;
  for (const person of personsAnywhere(text, span.start, span.end)) {
    result += `${text.slice(position, person.start)}[naam van een persoon]`;
    position = person.end;
  }
  return result + text.slice(position, span.end);
}
