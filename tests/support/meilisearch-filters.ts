// Filter expressions as the documentation of Meilisearch describes them, as far as we write them: OR, AND before it, NOT
// before both, parentheses, IN, STARTS WITH, comparisons. Strings are compared in lower case. What is nested deeper than the
// engine allows is refused.
import { BadQuestion, valuesOf, type Stored } from './meilisearch-stored.ts';

export type Holds = (stored: Stored) => boolean;

const deepest = 200;
const token = /\s*("[^"\\]*"|<=|>=|[()[\],<>=]|[\p{L}\p{N}_.-]+)/uy;

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.trimEnd().length) {
    const found = token.exec(text)?.[1];
    if (found === undefined) throw new BadQuestion('invalid_search_filter');
    tokens.push(found);
  }
  return tokens;
}

const comparisons: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
  '=': (value, bound) => value === bound,
};

/** Reads one filter. Throws BadQuestion for what is none, and for an attribute that is not filterable. */
export function readFilter(text: string, filterable: readonly string[]): Holds {
  const tokens = tokensOf(text);
  let at = 0;
  const next = () => tokens[at++] ?? '';
  const expect = (...wanted: string[]) => {
    for (const each of wanted) if (next() !== each) throw new BadQuestion('invalid_search_filter');
  };
  const value = () => {
    const [, quoted] = /^"(.*)"$/.exec(next()) ?? [];
    if (quoted === undefined) throw new BadQuestion('invalid_search_filter');
    return quoted.toLowerCase();
  };

  const either = (depth: number): Holds => {
    if (depth > deepest) throw new BadQuestion('invalid_search_filter');
    const parts = [both(depth + 1)];
    while (tokens[at] === 'OR') {
      at++;
      parts.push(both(depth + 1));
    }
    return (stored) => parts.some((holds) => holds(stored));
  };
  const both = (depth: number): Holds => {
    const parts = [negated(depth + 1)];
    while (tokens[at] === 'AND') {
      at++;
      parts.push(negated(depth + 1));
    }
    return (stored) => parts.every((holds) => holds(stored));
  };
  const negated = (depth: number): Holds => {
    if (tokens[at] !== 'NOT') return single(depth + 1);
    at++;
    const holds = negated(depth + 1);
    return (stored) => !holds(stored);
  };
  const single = (depth: number): Holds => {
    const attribute = next();
    if (attribute === '(') {
      const holds = either(depth + 1);
      expect(')');
      return holds;
    }
    if (!filterable.includes(attribute)) throw new BadQuestion('invalid_search_filter');
    const operator = next();
    if (operator === 'IN') {
      expect('[');
      const wanted = new Set<string>();
      while (tokens[at] !== ']') {
        wanted.add(value());
        if (tokens[at] === ',') at++;
      }
      expect(']');
      return (stored) => valuesOf(stored, attribute).some((each) => wanted.has(each.toLowerCase()));
    }
    if (operator === 'STARTS') {
      expect('WITH');
      const beginning = value();
      return (stored) => valuesOf(stored, attribute).some((each) => each.toLowerCase().startsWith(beginning));
    }
    const compare = comparisons[operator];
    const bound = Number(next());
    if (!compare || Number.isNaN(bound)) throw new BadQuestion('invalid_search_filter');
    return (stored) => compare(Number(stored[attribute]), bound);
  };

  const holds = either(0);
  if (at < tokens.length) throw new BadQuestion('invalid_search_filter');
  return holds;
}
