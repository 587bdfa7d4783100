/** From what the engine brings back to a hit: marked on our side, so that none of its text is ever taken as markup. */
import { excerpt, mark, type Pattern } from '../highlight.ts';
import type { SearchHit } from '../port.ts';
import type { Found } from './asking.ts';

/** `searched` is null in a list. */
export function hitOf(
  hit: Found,
  patterns: readonly Pattern[],
  stemOf: (word: string) => string,
  searched: { readonly incomplete: boolean } | null,
): SearchHit {
  const title = mark(hit.shownTitle, patterns, stemOf);
  const summary = mark(excerpt(hit.shownSummary, patterns, stemOf), patterns, stemOf);
  const instead = title.own || summary.own ? undefined : [...title.instead, ...summary.instead][0];
  return {
    kind: hit.kind,
    id: hit.id,
    address: hit.address,
    municipality: hit.municipality,
    at: hit.at,
    title: title.segments,
    summary: summary.segments,
    tier: searched ? tierOf(title, summary, searched.incomplete) : 0,
    ...(instead === undefined ? {} : { why: instead }),
  };
}

/** The tier PostgreSQL would give, as far as title and summary tell. */
function tierOf(
  title: { own: boolean; instead: string[] },
  summary: { own: boolean; instead: string[] },
  incomplete: boolean,
): number {
  if (incomplete) return title.own || summary.own ? 7 : 8;
  if (title.own) return 1;
  if (summary.own) return 2;
  if (title.instead.length > 0) return 3;
  return summary.instead.length > 0 ? 4 : 5;
}
