// Filter expressions as the documentation of Meilisearch describes them, as far as we write them: OR, AND before it, NOT
// before both, parentheses, IN, STARTS WITH, comparisons. Strings are compared in lower case. What is nested deeper than the
// engine allows is refused.
import { BadQuestion, valuesOf, type Stored } from './meilisearch-stored.ts';

interface Values {
  readonly all: ReadonlySet<string>;
  readonly sorted: readonly string[];
}

/** Values by which a document is filtered, looked up once: documents are replaced, never changed. */
const filtered = new WeakMap<Stored, Map<string, Values>>();

function lowerCaseOf(stored: Stored, attribute: string): Values {
  const known = filtered.get(stored) ?? new Map<string, Values>();
  filtered.set(stored, known);
  const found = known.get(attribute);
  if (found) return found;
  const all = new Set(valuesOf(stored, attribute).map((value) => value.toLowerCase()));
  const values = { all, sorted: [...all].sort() };
  known.set(attribute, values);
  return values;
}

function hasBeginning({ sorted }: Values, beginning: string): boolean {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? '') < beginning) from = middle + 1;
    else to = middle;
  }
  return sorted[from]?.startsWith(beginning) ?? false;
}

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

  const separated = (operator: 'OR' | 'AND', part: () => Holds): Holds[] => {
    const parts = [part()];
    while (tokens[at] === operator) {
      at++;
      parts.push(part());
    }
    return parts;
  };
  const either = (depth: number): Holds => {
    if (depth > deepest) throw new BadQuestion('invalid_search_filter');
    const parts = separated('OR', () => both(depth + 1));
    return (stored) => parts.some((holds) => holds(stored));
  };
  const both = (depth: number): Holds => {
    const parts = separated('AND', () => negated(depth + 1));
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
      const wanted: string[] = [];
      while (tokens[at] !== ']') {
        wanted.push(value());
        if (tokens[at] === ',') at++;
      }
      expect(']');
      return (stored) => {
        const { all } = lowerCaseOf(stored, attribute);
        return wanted.some((each) => all.has(each));
      };
    }
    if (operator === 'STARTS') {
      expect('WITH');
      const beginning = value();
      return (stored) => hasBeginning(lowerCaseOf(stored, attribute), beginning);
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
