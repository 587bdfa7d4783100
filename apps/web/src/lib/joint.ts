// What municipalities bring together, in sentences that never make a total of what is not known.
import { formatEuros, formatNumber, plural } from './format.ts';
import { perLabels } from './messages/labels.ts';
import type { Sum, Totals } from './wire.ts';

export interface SumWords {
  readonly group: 'confirmed' | 'confirmedWithConditional' | 'stated';
  readonly municipalities: string;
  readonly pupils: string;
  readonly money: string;
  /** Who was silent about pupils or money; empty when nobody was. */
  readonly unknown: readonly string[];
}

const atLeast = (words: string, isPart: boolean) => (isPart ? `ten minste ${words}` : words);

const pupilsOf = ({ pupils, unknown, municipalities }: Sum): string =>
  unknown === municipalities
    ? 'aantal leerlingen onbekend'
    : atLeast(plural(pupils, 'leerling', 'leerlingen'), unknown > 0);

function moneyOf({ money }: Sum): string {
  const named = (['year', 'whole'] as const).flatMap((per) => {
    const euros = money[per];
    return euros === null ? [] : `${formatEuros(euros)} ${perLabels[per]}`;
  });
  // What is for a year and what is for the whole are told beside each other, never added.
  return named.length === 0 ? 'geen bedrag bekend' : atLeast(named.join(' en '), money.unknown > 0);
}

function silent(unknown: number, municipalities: number, what: string): string[] {
  // Of one municipality the words themselves say that it is not known.
  if (unknown === 0 || municipalities === 1) return [];
  if (unknown === municipalities)
    return [`Geen van de ${municipalities} gemeenten heeft een ${what} genoemd.`];
  return [
    `${formatNumber(unknown)} van de ${municipalities} gemeenten ${unknown === 1 ? 'heeft' : 'hebben'} geen ${what} genoemd.`,
  ];
}

const wordsOf = (group: SumWords['group'], sum: Sum): SumWords => ({
  group,
  municipalities: plural(sum.municipalities, 'gemeente', 'gemeenten'),
  pupils: pupilsOf(sum),
  money: moneyOf(sum),
  unknown: [
    ...silent(sum.unknown, sum.municipalities, 'aantal leerlingen'),
    ...silent(sum.money.unknown, sum.municipalities, 'bedrag'),
  ],
});

/** The sums worth telling: with the conditional ones only when there are any, the unconfirmed apart and last. */
export function sumsInWords(totals: Totals): SumWords[] {
  const { confirmed, confirmedWithConditional: all, stated } = totals;
  return [
    wordsOf('confirmed', confirmed),
    ...(all.municipalities > confirmed.municipalities ? [wordsOf('confirmedWithConditional', all)] : []),
    ...(stated.municipalities > 0 ? [wordsOf('stated', stated)] : []),
  ];
}

/** More than one municipality takes part, or is named: then there is something to add up. */
export const isJoint = ({ confirmedWithConditional, stated }: Totals): boolean =>
  confirmedWithConditional.municipalities + stated.municipalities > 1;

export interface BudgetWords {
  readonly costs: string;
  /** How the shares stand to it; null when they are exactly that. */
  readonly difference: string | null;
}

/** What the whole costs, and what the shares of who confirmed leave open; null when no costs are named. */
export function budgetInWords({ budget, confirmedWithConditional: { money } }: Totals): BudgetWords | null {
  if (budget === null) return null;
  const costs = `Alles bij elkaar kost ${formatEuros(budget.euros)} ${perLabels[budget.per]}.`;
  if (budget.gap === 0) return { costs, difference: null };
  if (budget.gap !== null) {
    const shares = `De delen van de gemeenten die bevestigden, ook onder voorbehoud, zijn samen ${formatEuros(budget.euros - budget.gap)}`;
    const amount = formatEuros(Math.abs(budget.gap));
    return { costs, difference: `${shares}: ${amount} ${budget.gap > 0 ? 'minder' : 'meer'} dan dat.` };
  }
  const isNamed = money.year !== null || money.whole !== null;
  return {
    costs,
    difference: isNamed
      ? 'De delen van de gemeenten zijn niet allemaal voor dezelfde tijd genoemd. Daarom tellen wij ze hier niet op.'
      : 'Geen gemeente die bevestigde, heeft een bedrag genoemd.',
  };
}
