/** Makes sourced texts: the one place where a slice and its cleaned form come together. */
import { trimRange } from './characters.ts';
import { cleanText } from './clean.ts';
import type { SourcedText, StructureMark } from '../draft.ts';

/**
 * The trimmed slice as a sourced text. `cleaned` replaces the usual cleaning, for texts of which a part
 * may not be shown (names of persons).
 */
export function sourced(
  text: string,
  start: number,
  end: number,
  confidence: number,
  cleaned?: string,
): SourcedText {
  const span = trimRange(text, start, end);
  const source = text.slice(span.start, span.end);
  return { text: cleaned ?? cleanText(source), source, span, confidence };
}

/** A list item: the marker is in the source, not in the text. */
export function sourcedItem(
  text: string,
  start: number,
  bodyStart: number,
  end: number,
  confidence: number,
): SourcedText {
  return sourced(text, start, end, confidence, cleanText(text.slice(bodyStart, end).trim()));
}

export function mark(text: string, kind: StructureMark['kind'], start: number, end: number): StructureMark {
  const span = trimRange(text, start, end);
  return { kind, text: text.slice(span.start, span.end), span };
}
