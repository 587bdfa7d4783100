// Pupils reached, with and without the municipalities that take part conditionally; never added over interventions.
import type { Participation } from './contract.ts';

type Counted = Pick<Participation, 'commitment' | 'pupils' | 'agreed'>;

const reachOf = (participations: readonly Counted[]) => ({
  pupils: participations.reduce((sum, { pupils }) => sum + (pupils ?? 0), 0),
  unknown: participations.filter(({ pupils }) => pupils === null).length,
});

/** `unknown` counts the municipalities that gave no number; who withdrew does not count. */
export function totalsOf(participations: readonly Counted[]) {
  const taking = participations.filter(({ commitment }) => commitment !== 'withdrawn');
  return {
    confirmed: reachOf(taking.filter(({ agreed, commitment }) => agreed && commitment !== 'conditional')),
    withoutConditional: reachOf(taking.filter(({ commitment }) => commitment !== 'conditional')),
    withConditional: reachOf(taking),
  };
}
