// Which municipalities are alike, from what is known of them. Pure: numbers in, an order out.
import type { FigureName, Figures } from '../kernel/index.ts';
import { figureNames } from './figures.ts';

export interface Alike {
  readonly code: string;
  /** In standard deviations: 0 is the same in all that both know. */
  readonly distance: number;
  /** What it rests on: known of both. */
  readonly shared: readonly FigureName[];
}

/** Further apart than this is not alike: on average one standard deviation in each figure. */
export const furthest = 1;

type Measures = Readonly<Record<FigureName, number | null>>;

/**
 * Figures as they are compared. Twice as many inhabitants is as much of a difference for a village as for a city, hence
 * the logarithm. The score of a municipality is a sum over its children, so it is taken for each thousand inhabitants.
 */
const measuresOf = ({ inhabitants, urbanity, disadvantage }: Figures): Measures => ({
  inhabitants: inhabitants === null ? null : Math.log(inhabitants),
  urbanity,
  disadvantage: inhabitants === null || disadvantage === null ? null : (1000 * disadvantage) / inhabitants,
});

/** Standard deviation over everybody who is known; null when it tells nobody apart. */
function spreadOf(values: readonly number[]): number | null {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return Number.isFinite(spread) && spread > 1e-9 ? spread : null;
}

/**
 * The candidates that are most like `code`, the most alike first: the standardised distance over what is known of both.
 * Who lacks a figure that is known of `code` comes after all who lack none; ties go by code. Spreads are taken over
 * everybody in `of`, candidate or not. Empty when nothing is known of `code`.
 */
export function mostAlike(
  code: string,
  of: ReadonlyMap<string, Figures>,
  candidates: readonly string[],
  atMost: number,
): readonly Alike[] {
  const measures = new Map([...of].map(([each, figures]) => [each, measuresOf(figures)]));
  const own = measures.get(code);
  if (!own) return [];
  const spreads = new Map(
    figureNames.map((name) => {
      const values = [...measures.values()].flatMap((each) => (each[name] === null ? [] : [each[name]]));
      return [name, spreadOf(values)] as const;
    }),
  );
  const wanted = figureNames.filter((name) => own[name] !== null && spreads.get(name) !== null);
  const distanceTo = (other: Measures): Omit<Alike, 'code'> | null => {
    const shared = wanted.filter((name) => other[name] !== null);
    if (shared.length === 0) return null;
    const squares = shared.map(
      (name) => (((own[name] ?? 0) - (other[name] ?? 0)) / (spreads.get(name) ?? 1)) ** 2,
    );
    return { distance: Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / shared.length), shared };
  };
  return candidates
    .flatMap((candidate) => {
      const other = candidate === code ? undefined : measures.get(candidate);
      const found = other ? distanceTo(other) : null;
      return found === null || found.distance > furthest ? [] : [{ code: candidate, ...found }];
    })
    .sort(
      (one, other) =>
        other.shared.length - one.shared.length ||
        one.distance - other.distance ||
        (one.code < other.code ? -1 : 1),
    )
    .slice(0, atMost);
}
