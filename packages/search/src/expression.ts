/**
 * What must be found, said without the words of any engine. Words are letters and digits only: nothing to escape, wherever
 * an engine writes them. A document has each word twice, as it stands there and as its stem.
 */
import { stopWords } from './dutch/stop-words.ts';

/** Places from the word before; small words between two words count as places. */
interface Step {
  readonly word: string;
  readonly gap: number;
}

export type Expression =
  | { readonly word: string }
  | { readonly prefix: string }
  | { readonly sequence: readonly Step[] }
  | { readonly any: readonly Expression[] }
  | { readonly all: readonly Expression[] }
  | { readonly not: Expression };

export const word = (text: string): Expression => ({ word: text });
export const prefix = (text: string): Expression => ({ prefix: text });
export const not = (expression: Expression): Expression => ({
  not: expression,
});

/** Both say the same. */
export const isSame = (one: Expression, other: Expression): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Each once, in their order. */
const distinct = (parts: readonly Expression[]): Expression[] => [
  ...new Map(parts.map((part) => [JSON.stringify(part), part])).values(),
];

export function any(parts: readonly Expression[]): Expression {
  const each = distinct(parts);
  return each.length === 1 && each[0] ? each[0] : { any: each };
}

export function all(parts: readonly Expression[]): Expression {
  const each = distinct(parts);
  return each.length === 1 && each[0] ? each[0] : { all: each };
}

/** Words in this order, each brought to the form `formOf` gives. Null when only small words are left. */
export function sequence(words: readonly string[], formOf: (word: string) => string): Expression | null {
  const steps: Step[] = [];
  let gap = 0;
  for (const each of words) {
    gap += 1;
    if (stopWords.has(each)) continue;
    steps.push({ word: formOf(each), gap: steps.length === 0 ? 0 : gap });
    gap = 0;
  }
  const [only] = steps;
  if (!only) return null;
  return steps.length === 1 ? word(only.word) : { sequence: steps };
}

/**
 * What finds the same with less: where a word is enough already, an order of words that holds it finds nothing more. Only for
 * finding: who says the longer name says more of it, so what is weighed is asked in full.
 */
export function leanest(expression: Expression): Expression {
  if ('all' in expression) return all(expression.all.map(leanest));
  if (!('any' in expression)) return expression;
  const parts = expression.any.map(leanest);
  const words = new Set(parts.flatMap((part) => ('word' in part ? [part.word] : [])));
  const isSaid = (part: Expression) =>
    'sequence' in part && part.sequence.some((step) => words.has(step.word));
  return any(parts.filter((part) => !isSaid(part)));
}
