// What municipalities bring together: pupils and money, with and without those that take part conditionally, and what is
// not known. Never added over interventions; who withdrew does not count (decisions/0019-shares-and-totals.md).
import type { InterventionContent, Participation } from './contract.ts';
import type { Sum, Totals } from './contract-totals.ts';

type Counted = Pick<Participation, 'commitment' | 'pupils' | 'agreed' | 'budgetEuros' | 'budgetPer'>;
type Budget = Pick<InterventionContent, 'budget' | 'budgetPer'>;

/** Versions from before money was asked do not have it. */
type Kept = Omit<Counted, 'budgetEuros' | 'budgetPer'> & Partial<Counted>;

const isNamed = (amount: number | null | undefined): amount is number => typeof amount === 'number';

const euros = (parts: readonly Kept[], per: 'year' | 'whole'): number | null => {
  const named = parts.filter(({ budgetPer, budgetEuros }) => budgetPer === per && isNamed(budgetEuros));
  return named.length === 0 ? null : named.reduce((sum, { budgetEuros }) => sum + (budgetEuros ?? 0), 0);
};

const reachOf = (parts: readonly Kept[]) => ({
  pupils: parts.reduce((sum, { pupils }) => sum + (pupils ?? 0), 0),
  unknown: parts.filter(({ pupils }) => pupils === null).length,
});

const sumOf = (parts: readonly Kept[]): Sum => ({
  municipalities: parts.length,
  ...reachOf(parts),
  money: {
    year: euros(parts, 'year'),
    whole: euros(parts, 'whole'),
    unknown: parts.filter(({ budgetEuros }) => !isNamed(budgetEuros)).length,
  },
});

/** What the whole costs beside the shares that were confirmed, conditional ones too; null when it names no costs. */
function budgetOf({ budget, budgetPer }: Partial<Budget>, { money }: Sum): Totals['budget'] {
  if (!isNamed(budget)) return null;
  const per = budgetPer ?? 'whole';
  // Shares per year and shares of the whole say nothing of each other: then no difference is computed.
  const other = per === 'year' ? money.whole : money.year;
  const shares = money[per];
  return { euros: budget, per, gap: shares === null || other !== null ? null : budget - shares };
}

/** What was only stated, or agreed to an earlier text, is told apart and never in what was confirmed. */
export function totalsOf(participations: readonly Kept[], content: Partial<Budget>): Totals {
  const taking = participations.filter(({ commitment }) => commitment !== 'withdrawn');
  const agreed = taking.filter((part) => part.agreed);
  const sure = (parts: readonly Kept[]) => parts.filter(({ commitment }) => commitment !== 'conditional');
  const confirmedWithConditional = sumOf(agreed);
  return {
    confirmed: sumOf(sure(agreed)),
    confirmedWithConditional,
    stated: sumOf(taking.filter((part) => !part.agreed)),
    withoutConditional: reachOf(sure(taking)),
    withConditional: reachOf(taking),
    budget: budgetOf(content, confirmedWithConditional),
  };
}
