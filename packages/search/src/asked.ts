/** A text made ready to be asked. */
import { compose, type Composed } from './composing.ts';
import { analyse, type AnalysedQuery } from './dutch/analyse.ts';
import type { Expression } from './expression.ts';
import { learnWords, type Query, type Stems } from './known-words.ts';
import type { SearchQuery } from './port.ts';

export interface Asked {
  readonly analysed: AnalysedQuery;
  readonly composed: Composed;
  /** Set when something may be missing: a setting always, a topic among three or when answers are few. */
  readonly relaxed: Expression | null;
}

/** Makes texts ready, as this question wants them; null when nothing was typed that can be searched. */
export function composing(
  query: Query,
  stems: Stems,
  { literal = false, sort }: SearchQuery,
): (text: string, mayMiss: boolean) => Promise<Asked | null> {
  return async (text, mayMiss) => {
    const analysed = analyse(text, { literal });
    const composed = compose(analysed, await learnWords(query, analysed, stems, literal), literal);
    if (!composed) return null;
    // With three words or more that say something one may be missing anyway, below everything complete.
    const topics = analysed.groups.filter(({ role }) => role === 'topic').length;
    const always = !literal && sort === 'best' && topics >= 3;
    // By date there is no place below.
    const lenient = sort === 'best' ? composed.lenient : null;
    return { analysed, composed, relaxed: mayMiss || always ? composed.relaxed : lenient };
  };
}
