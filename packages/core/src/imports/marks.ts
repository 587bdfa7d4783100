// Where in a draft something of its document stands, and what the document says there. Pure.
import type { AgendaContent } from '../agendas/index.ts';
import type { ReviewItem } from './contract-review.ts';
import { goalKey } from './drafting.ts';
import { keyOf } from './keys.ts';

const longest = 400;

/** Where a sentence or a row of a table ends. */
const ends = /(?<=[.!?])\s|\n|\t/g;

type Span = ReviewItem['spans'][number];

/** The sentence a place in the document stands in, so that it is understood without the document. */
function sentenceAround(document: string, { start, end }: Span): Span {
  const from = Math.max(0, start - longest);
  const before = [...document.slice(from, start).matchAll(ends)].at(-1);
  const after = document.slice(end, end + longest).search(ends);
  return {
    start: before ? from + before.index + before[0].length : from,
    end: after < 0 ? end : end + after,
  };
}

/** Cells of a table may hold loose marks of HTML; they say nothing to who reads. */
const asRead = (text: string): string =>
  text
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const meet = (one: Span, other: Span) => one.start < other.end && other.start < one.end;

/** What the document says about it, in its own words; null when it names a person there. */
export function sourceOf(
  item: Pick<ReviewItem, 'spans'>,
  document: string,
  persons: readonly Pick<ReviewItem, 'spans'>[],
): string | null {
  const sentences = item.spans.map((span) => sentenceAround(document, span));
  const named = persons.flatMap(({ spans }) => spans);
  if (sentences.length === 0 || sentences.some((one) => named.some((other) => meet(one, other)))) return null;
  const told = sentences.map(({ start, end }) => asRead(document.slice(start, end)));
  const text = [...new Set(told)].filter(Boolean).slice(0, 3).join(' … ');
  return text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text;
}

const names: Readonly<Record<string, string>> = { period: 'periodFrom' };

/** The field of an intervention, under the name that remarks have for it. */
export const placeInIntervention = ({ field }: Pick<ReviewItem, 'field'>): string => names[field] ?? field;

/**
 * The field of an agenda, or one of its goals and actions (`goals/ab12cd`), as it stands in the draft now. A goal that a
 * newer document numbers otherwise is found by its number or title; one that is gone has no place.
 */
export function placeInAgenda(
  item: Pick<ReviewItem, 'key' | 'field' | 'number'>,
  draft: AgendaContent,
): string {
  const [kind, path = '', part, position] = item.key.split('/');
  if (kind !== 'goal') return names[item.field] ?? item.field;
  const action = keyOf('action', `/${path.replaceAll('.', '/')}`, Number(position));
  if (part === 'action' && draft.actions.some(({ key }) => key === action)) return `actions/${action}`;
  const wanted = goalKey(path);
  const goal =
    draft.goals.find(({ key }) => key === wanted) ??
    draft.goals.find(({ number, title }) => item.number !== '' && (number || title) === item.number);
  return goal ? `goals/${goal.key}` : '';
}
