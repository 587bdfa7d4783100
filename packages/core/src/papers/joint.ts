// What the municipalities bring together in money, in sentences that never make a total of what is not known. The pages say
// the same of the same sums (decisions/0019-shares-and-totals.md); pupils stand in the sentence of the form itself.
import { amountWords } from '@kansenplein/documents';
import type { InterventionPage } from '../interventions/index.ts';

type Totals = InterventionPage['totals'];
type Sum = Totals['confirmed'];

const groups = {
  confirmed: 'Zonder voorbehoud',
  confirmedWithConditional: 'Met wie onder voorbehoud meedoet',
  stated: 'Nog niet bevestigd, telt niet mee',
} as const;

const isNamed = ({ year, whole }: Sum['money']) => year !== null || whole !== null;

/** What is for a year and what is for the whole are told beside each other, never added. */
function moneyOf({ money }: Sum): string {
  const named = (['year', 'whole'] as const).flatMap((per) => {
    const euros = money[per];
    return euros === null ? [] : [amountWords({ euros, per })];
  });
  if (named.length === 0) return 'geen bedrag bekend';
  return `${money.unknown > 0 ? 'ten minste ' : ''}${named.join(' en ')}`;
}

function silent({ money: { unknown }, municipalities }: Sum): string {
  if (unknown === 0 || municipalities === 1) return '';
  if (unknown === municipalities) return ` Geen van de ${municipalities} gemeenten heeft een bedrag genoemd.`;
  const have = unknown === 1 ? 'heeft' : 'hebben';
  return ` ${unknown} van de ${municipalities} gemeenten ${have} geen bedrag genoemd.`;
}

const told = (group: keyof typeof groups, sum: Sum) =>
  `Geld. ${groups[group]} (${sum.municipalities} ${sum.municipalities === 1 ? 'gemeente' : 'gemeenten'}): ${moneyOf(sum)}.${silent(sum)}`;

function costs({ budget, confirmedWithConditional: { money } }: Totals): string[] {
  if (budget === null) return [];
  const whole = `Alles bij elkaar kost ${amountWords(budget)}.`;
  if (budget.gap === 0) return [whole];
  if (budget.gap === null) {
    const why = isNamed(money)
      ? 'De delen van de gemeenten zijn niet allemaal voor dezelfde tijd genoemd. Daarom tellen wij ze hier niet op.'
      : 'Geen gemeente die bevestigde, heeft een bedrag genoemd.';
    return [`${whole} ${why}`];
  }
  const euros = (amount: number) => amountWords({ euros: amount, per: null });
  const shares = `De delen van de gemeenten die bevestigden, ook onder voorbehoud, zijn samen ${euros(budget.euros - budget.gap)}`;
  const more = budget.gap > 0 ? 'minder' : 'meer';
  return [`${whole} ${shares}: ${euros(Math.abs(budget.gap))} ${more} dan dat.`];
}

/** A sentence for each sum worth telling, and what all of it costs; none where nobody named an amount. */
export function moneySentences(totals: Totals): string[] {
  const { confirmed, confirmedWithConditional: all, stated } = totals;
  const named = isNamed(all.money) || isNamed(stated.money);
  const sums = [
    told('confirmed', confirmed),
    ...(all.municipalities > confirmed.municipalities ? [told('confirmedWithConditional', all)] : []),
    ...(stated.municipalities > 0 ? [told('stated', stated)] : []),
  ];
  return [...(named ? sums : []), ...costs(totals)];
}
