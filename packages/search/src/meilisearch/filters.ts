/**
 * From what must be found to filters. The engine is asked for sets of documents and sorts them by date; which set comes
 * first is ours to say, tier by tier as PostgreSQL does it (decisions/0001), so that both give the same pages.
 */
import type { Composed } from '../composing.ts';
import type { Place as Standing } from '../cursor.ts';
import type { Expression } from '../expression.ts';
import { cleanValues, dimensions } from '../facets.ts';
import type { SearchDimension as Dimension, SearchQuery } from '../port.ts';
import { pairOf } from './terms.ts';

/** Where each dimension stands in a document. A further dimension is a further line. */
export const attributeOf: Readonly<Record<Dimension, string>> = {
  kinds: 'kind',
  themes: 'themes',
  phases: 'phases',
  courses: 'course',
  municipalities: 'municipality',
};

/** Words of a document, each place holding those of the one before: title ⊂ title and summary ⊂ everything. */
export const places = ['titleWords', 'headWords', 'allWords'] as const;
type Place = (typeof places)[number];

const oneOf = (attribute: string, values: readonly string[]) =>
  `${attribute} IN [${values.map((value) => `"${value}"`).join(', ')}]`;

/** What was withdrawn a moment ago and the index may still hold. */
export const without = (withheld: readonly string[]): string[] =>
  withheld.length === 0 ? [] : [`NOT ${oneOf('key', withheld)}`];

/** The filter of a question, without what is chosen in `but`. Values hold no quote and no backslash. */
export function filterOf(input: SearchQuery, withheld: readonly string[], but: Dimension | null): string[] {
  const parts = dimensions.flatMap((dimension) =>
    dimension === but || input[dimension].length === 0
      ? []
      : [oneOf(attributeOf[dimension], cleanValues(input[dimension]))],
  );
  return [...parts, ...without(withheld)];
}

const joined = (parts: readonly string[], operator: 'AND' | 'OR'): string =>
  parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(` ${operator} `)})`;

/** The terms of which one is enough, said as a list; null for everything that is more than one term. */
function termOf(expression: Expression): string | null {
  if ('word' in expression) return expression.word;
  if (!('sequence' in expression) || expression.sequence.length !== 2) return null;
  const [first, second] = expression.sequence;
  return first && second ? pairOf(first.word, second.gap, second.word) : null;
}

/** Words are letters and digits: nothing in them ends a value. */
export function conditionOf(expression: Expression, place: Place): string {
  const term = termOf(expression);
  if (term !== null) return oneOf(place, [term]);
  if ('prefix' in expression) return `${place} STARTS WITH "${expression.prefix}"`;
  if ('not' in expression) return `NOT ${conditionOf(expression.not, place)}`;
  if ('all' in expression)
    return joined(
      expression.all.map((part) => conditionOf(part, place)),
      'AND',
    );
  if ('sequence' in expression) {
    const pairs = expression.sequence.slice(1).map(({ word, gap }, index) => {
      return oneOf(place, [pairOf(expression.sequence[index]?.word ?? '', gap, word)]);
    });
    return joined(pairs, 'AND');
  }
  if (!('any' in expression)) throw new TypeError('a word is a term');
  const single = expression.any.map(termOf).filter((each) => each !== null);
  const others = expression.any.filter((part) => termOf(part) === null);
  return joined(
    [...(single.length > 0 ? [oneOf(place, single)] : []), ...others.map((part) => conditionOf(part, place))],
    'OR',
  );
}

export interface Stage {
  readonly tier: number;
  readonly filter: readonly string[];
}

interface Step {
  readonly tier: number;
  readonly place: Place;
  /** Whether it asks for the own words (0), for what means the same (1) or for the nearest (2). */
  readonly width: number;
  readonly question: Expression;
}

/** Everything one step finds the other finds too. */
const isWithin = (one: Step, other: Step): boolean =>
  places.indexOf(one.place) <= places.indexOf(other.place) && one.width <= other.width;

/** The tiers of a question, none of which finds what one before it finds; by date there is one. */
export function stagesOf(
  { exact, wide, excluded }: Composed,
  relaxed: Expression | null,
  sort: SearchQuery['sort'],
): Stage[] {
  const questions = [exact, JSON.stringify(wide) === JSON.stringify(exact) ? null : wide, relaxed];
  const steps = (
    [
      [1, 'titleWords', 0],
      [2, 'headWords', 0],
      [3, 'titleWords', 1],
      [4, 'headWords', 1],
      [5, 'allWords', 0],
      [6, 'allWords', 1],
      [7, 'headWords', 2],
      [8, 'allWords', 2],
    ] as const
  ).flatMap(([tier, place, width]): Step[] => {
    const question = questions[width];
    return question ? [{ tier, place, width, question }] : [];
  });
  const absent = excluded ? [`NOT ${conditionOf(excluded, 'allWords')}`] : [];
  const stages = steps.map((step, index): Stage => {
    const before = steps.slice(0, index);
    const largest = before.filter((one) => !before.some((other) => other !== one && isWithin(one, other)));
    const earlier = sort === 'newest' ? [] : largest;
    return {
      tier: step.tier,
      filter: [
        conditionOf(step.question, step.place),
        ...earlier.map(({ question, place }) => `NOT ${conditionOf(question, place)}`),
        ...absent,
      ],
    };
  });
  return sort === 'newest' ? stages.slice(-1) : stages;
}

/** What a whole question finds, in whichever tier. */
export const foundBy = ({ wide, excluded }: Composed, relaxed: Expression | null): string[] => [
  conditionOf(relaxed ?? wide, 'allWords'),
  ...(excluded ? [`NOT ${conditionOf(excluded, 'allWords')}`] : []),
];

/** '2025-03-01T00:00:00.123456Z' in microseconds; exact, because it stays far below 2^53. */
const microsOf = (at: string): number => Date.parse(`${at.slice(0, 19)}Z`) * 1000 + Number(at.slice(20, 26));

/** What comes after the last document shown, whatever was published or withdrawn meanwhile. */
export function comingAfter({ at }: Standing, place: number): string {
  const micros = microsOf(at);
  return `micros < ${micros} OR (micros = ${micros} AND place < ${place})`;
}
