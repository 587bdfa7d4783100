/**
 * From an expression to tsquery text. Vectors hold the stem and the plain form of every word at the same place, so a stem
 * finds all inflections, a plain form or a prefix finds what was written.
 */
import type { Composed } from '../composing.ts';
import type { Expression } from '../expression.ts';

const quoted = (lexeme: string) => `'${lexeme}'`;

const joined = (parts: readonly Expression[], operator: string): string =>
  parts.length === 1 && parts[0] ? tsquery(parts[0]) : `(${parts.map(tsquery).join(` ${operator} `)})`;

export function tsquery(expression: Expression): string {
  if ('word' in expression) return quoted(expression.word);
  if ('prefix' in expression) return `${quoted(expression.prefix)}:*`;
  if ('any' in expression) return joined(expression.any, '|');
  if ('all' in expression) return joined(expression.all, '&');
  if ('not' in expression) return `!${tsquery(expression.not)}`;
  const steps = expression.sequence.map(({ word, gap }, index) =>
    index === 0 ? quoted(word) : ` <${gap}> ${quoted(word)}`,
  );
  return `(${steps.join('')})`;
}

/** The four questions of `wall.search_page`. */
export const questionsOf = ({ exact, wide, excluded }: Composed, relaxed: Expression | null) => ({
  exact: tsquery(exact),
  wide: tsquery(wide),
  relaxed: relaxed && tsquery(relaxed),
  excluded: excluded && tsquery(excluded),
});
