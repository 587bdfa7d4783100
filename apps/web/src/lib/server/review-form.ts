// The review form as a decision: what a browser sends is text, and one button says what is meant.
import { settlementLabels, verdictLabels } from '../messages/review.ts';
import type { Decide, ReviewItem } from '../wire.ts';
import { numberOrNull, readMany, readText } from './intervention-form.ts';

const oneOf = <T extends string>(known: Record<T, unknown>, value: string): T | null =>
  Object.hasOwn(known, value) ? (value as T) : null;

function valueFrom(form: FormData, kind: ReviewItem['kind']): Decide['value'] {
  if (kind === 'choice') return { chosen: readMany(form, 'chosen').filter(Boolean) };
  if (kind === 'period') {
    return { from: numberOrNull(readText(form, 'from')), to: numberOrNull(readText(form, 'to')) };
  }
  if (kind !== 'part') return null;
  const commitment = oneOf({ intended: 1, conditional: 1, confirmed: 1 }, readText(form, 'commitment'));
  return {
    commitment: commitment ?? 'intended',
    pupils: numberOrNull(readText(form, 'pupils')),
    schools: readText(form, 'schools').trim(),
  };
}

/** Taking over what was changed first is taking over a change. */
export function decisionFrom(form: FormData, id: string): Decide {
  const wanted = oneOf(verdictLabels, readText(form, 'verdict')) ?? 'accepted';
  const kind = readText(form, 'kind') as ReviewItem['kind'];
  const text = form.has('text') ? readText(form, 'text') : null;
  const asRead = text === null || text.trim() === readText(form, 'asRead').trim();
  const structured = kind === 'part' || kind === 'period' || kind === 'choice';
  const verdict = wanted === 'accepted' && (structured || !asRead) ? 'edited' : wanted;
  return {
    id,
    item: readText(form, 'item'),
    revision: numberOrNull(readText(form, 'revision')) ?? 0,
    verdict,
    text: verdict === 'edited' || (verdict === 'moved' && !asRead) ? text : null,
    target: readText(form, 'target') || null,
    value: verdict === 'edited' ? valueFrom(form, kind) : null,
    choice: oneOf(settlementLabels, readText(form, 'choice')),
    reason: readText(form, 'reason').replace(/\s+/g, ' ').trim(),
    alike: form.has('alike'),
  };
}

/** What somebody is busy with, before a button says what is meant: kept, and still open. */
export function unfinishedFrom(form: FormData, id: string): Decide {
  const kind = readText(form, 'kind') as ReviewItem['kind'];
  const text = form.has('text') ? readText(form, 'text') : null;
  return {
    ...decisionFrom(form, id),
    verdict: 'open',
    text,
    target: null,
    value: valueFrom(form, kind),
    alike: false,
  };
}
