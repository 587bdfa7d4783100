// One place of a draft: what a person looks over there, and the way to put another text in it.
import type { SectionDraft, SourcedText } from '@kansenplein/documents';
import { createHash } from 'node:crypto';
import type { DecisionValue, ReviewItem } from './contract-review.ts';
import { sectionText } from './drafting.ts';

/** An item with the way to put another text in its place; '' leaves the field out. */
export interface Place {
  readonly item: ReviewItem;
  set(text: string): void;
}

/** Below this the reader was not sure that the text belongs in the field. */
export const sureEnough = 0.75;

/** Ten hexadecimal digits that say which text this is, wherever it stands. */
export const fingerprint = (text: string) =>
  createHash('sha256').update(text.replace(/\s+/g, ' ').trim()).digest('hex').slice(0, 10);

interface Given {
  readonly key: string;
  readonly group: string;
  readonly field: string;
  readonly number?: string;
  readonly max: number;
  readonly oneLine?: boolean;
  readonly person?: boolean;
  readonly kind?: ReviewItem['kind'];
  readonly value?: DecisionValue | null;
  readonly municipality?: string | null;
}

const joined = (texts: readonly SourcedText[]) => texts.map(({ text }) => text).join('\n\n');

export function place(
  given: Given,
  texts: readonly SourcedText[],
  text: string,
  set: (text: string) => void,
): Place {
  const kind = given.kind ?? 'text';
  const item: ReviewItem = {
    key: given.key,
    kind,
    group: given.group,
    field: given.field,
    number: given.number ?? '',
    text,
    value: given.value ?? null,
    municipality: given.municipality ?? null,
    spans: texts.map(({ span }) => span),
    confidence: texts.length > 0 ? Math.min(...texts.map(({ confidence }) => confidence)) : null,
    person: given.person ?? false,
    max: given.max,
    oneLine: given.oneLine ?? false,
    canMove: kind === 'text' || kind === 'unplaced',
  };
  return { item, set };
}

/** One sourced text: another text takes its place in the draft itself. */
export const one = (given: Given, found: SourcedText) =>
  place(given, [found], found.text, (text) => (found.text = text));

/** Several paragraphs as one text. */
export function many(given: Given, found: SourcedText[]): Place[] {
  const [first] = found;
  if (!first) return [];
  const set = (text: string) => {
    first.text = text;
    found.splice(1);
  };
  return [place(given, [...found], joined(found), set)];
}

export function section(given: Given, found: SectionDraft): Place[] {
  const all = [...(found.heading ? [found.heading] : []), ...found.paragraphs];
  const [first] = all;
  if (!first) return [];
  const set = (text: string) => {
    found.heading = null;
    found.paragraphs.splice(0, Infinity, { ...first, text });
  };
  return [place(given, all, sectionText(found), set)];
}
