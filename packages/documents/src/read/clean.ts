/**
 * Cleaning: HTML remnants and bullets of every make become Markdown-light ('- …' lines). Words stay as they
 * are, also the misspelt ones. The segments carry offsets, so that rules can look at one list item.
 */
import {
  endsSentence,
  inlineBullets,
  isBlank,
  lineMarker,
  startsLowerCase,
  trimRange,
} from './characters.ts';
import type { Span } from '../draft.ts';

/** A list item or a line of text inside a cell or paragraph; the offsets leave the marker out. */
export interface Segment extends Span {
  kind: 'item' | 'text';
  /** A blank line or a paragraph tag stood before it. */
  gapBefore: boolean;
}

// Bounded, and never past the next '<': an unclosed tag costs at most 300 steps.
const breakPattern = new RegExp(
  `<(/?)([a-zA-Z][a-zA-Z0-9]{0,9})\\b[^<>]{0,300}>|[${inlineBullets}]|\\n`,
  'gu',
);

export function segmentsOf(text: string, start: number, end: number): Segment[] {
  const slice = text.slice(start, end);
  const segments: Segment[] = [];
  let kind: Segment['kind'] = 'text';
  let gap = false;
  let from = 0;
  const close = (to: number): void => {
    if (!isBlank(slice.slice(from, to))) {
      const range = trimRange(slice, from, to);
      segments.push({ kind, gapBefore: gap, start: start + range.start, end: start + range.end });
      gap = false;
    }
  };
  const opening = lineMarker.exec(slice.slice(0, 40));
  if (opening) {
    kind = 'item';
    from = opening[0].length;
  }
  breakPattern.lastIndex = from;
  for (let match = breakPattern.exec(slice); match; match = breakPattern.exec(slice)) {
    const after = match.index + match[0].length;
    if (match[0] === '\n') {
      const line = slice.slice(after, nextLineEnd(slice, after));
      const marker = lineMarker.exec(line.slice(0, 40));
      const blank = isBlank(line);
      const before = slice.slice(Math.max(from, match.index - 200), match.index);
      // 'School A:' in a list item goes on in the next line; in running text a colon ends a line.
      const open = kind === 'item' && /:\s*$/.test(before.slice(-5));
      if (!blank && !marker && (open || continues(before, line))) continue;
      close(match.index);
      from = after + (marker ? marker[0].length : 0);
      kind = marker ? 'item' : 'text';
      gap ||= blank;
      breakPattern.lastIndex = from;
      continue;
    }
    const tag = match[2]?.toLowerCase();
    if (tag !== undefined && inlineTags.has(tag)) continue;
    close(match.index);
    from = after;
    kind = tag === undefined || (tag === 'li' && match[1] !== '/') ? 'item' : 'text';
    gap ||= tag === 'p';
  }
  close(slice.length);
  return segments;
}

const inlineTags = new Set(['b', 'i', 'u', 'em', 'strong', 'span', 'a', 'font', 'sup', 'sub']);

function nextLineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at;
}

/** A line that was broken for its length only: unfinished, and going on in lower case or behind 'en', ',' … */
export function continues(before: string, line: string): boolean {
  if (isBlank(before) || endsSentence(before)) return false;
  return (
    startsLowerCase(line) ||
    /(?:[,(/&-]|\s(?:en|of|de|het|een|van|in|op|voor|met|gemeente|gemeenten))\s*$/iu.test(before.slice(-20))
  );
}

export function cleanText(source: string): string {
  let cleaned = '';
  let previous: Segment | null = null;
  for (const segment of segmentsOf(source, 0, source.length)) {
    const words = cleanInline(source.slice(segment.start, segment.end));
    if (words === '') continue;
    if (previous) cleaned += segment.gapBefore || previous.kind !== segment.kind ? '\n\n' : '\n';
    cleaned += segment.kind === 'item' ? `- ${words}` : words;
    previous = segment;
  }
  return cleaned;
}

const entities: Record<string, string> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  bull: '•',
};

/** One line of words: entities read, tags, invisible characters and emphasis marks gone, single spaces. */
export function cleanInline(source: string): string {
  const plain = source
    .replace(/<\/?[a-zA-Z][^<>]{0,300}>/g, ' ')
    .replace(
      /&(nbsp|amp|lt|gt|quot|apos|bull);/gi,
      (_all, name: string) => entities[name.toLowerCase()] ?? '',
    )
    .replaceAll('**', '')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ');
  // What is left of a table row ('| … |') or of emphasis ('*…*') at both ends.
  let start = 0;
  let end = plain.length;
  while (start < end && ' |*'.includes(plain.charAt(start))) start += 1;
  while (end > start && ' |*'.includes(plain.charAt(end - 1))) end -= 1;
  return plain.slice(start, end);
}
