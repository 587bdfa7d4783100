// What is looked over and has no place of its own in the draft: findings, and text that no field took.
import type { AgendaDraft, SourcedText, Span } from '@kansenplein/documents';
import { fingerprint, place, type Place } from './review-place.ts';

/** Keys of what has no place of its own in the draft follow its words, so that reading it again finds it again. */
function keyed<T>(all: readonly T[], start: (each: T) => string): { each: T; key: string }[] {
  const seen = new Map<string, number>();
  return all.map((each) => {
    const key = start(each);
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return { each, key: before === 0 ? key : `${key}-${before}` };
  });
}

const ignore = () => undefined;
const bare = (spans: readonly Span[], text: string): SourcedText[] =>
  spans.map((span) => ({ span, text, source: '', confidence: 1 }));

export function loosePlaces(draft: AgendaDraft, extracted: string): Place[] {
  const sourceOf = (spans: readonly Span[]) =>
    spans.map(({ start, end }) => extracted.slice(start, end)).join('|');
  const findings = keyed(
    draft.findings,
    ({ code, message, spans }) => `finding/${code}/${fingerprint(message + sourceOf(spans))}`,
  );
  const unplaced = keyed(draft.unplaced, ({ text }) => `unplaced/${fingerprint(text)}`);
  return [
    ...findings.map(({ each, key }) =>
      place(
        { key, group: 'findings', field: each.code, max: 0, kind: 'finding' },
        bare(each.spans, ''),
        each.message,
        ignore,
      ),
    ),
    ...unplaced.map(({ each, key }) =>
      place(
        { key, group: 'unplaced', field: 'unplaced', max: 20_000, kind: 'unplaced' },
        bare([each.span], each.text),
        each.text,
        ignore,
      ),
    ),
  ];
}
