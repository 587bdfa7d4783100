/** Whole euros on the form: '€ 12.500 per jaar'. Writer and reader beside one another. */
import { dutchNumber, numberOf } from './wording.ts';
import type { PaperAmount } from '../write/paper.ts';

export const perNames = { year: 'per jaar', whole: 'in totaal' } as const;

/** Says that the words behind it are no amount, where they could be taken for one. */
const noAmount = 'Geen bedrag genoemd';

/** More is no amount that the platform can hold. */
const largest = 1_000_000_000;

export const amountWords = ({ euros, per }: PaperAmount): string =>
  `€ ${dutchNumber(euros)}${per === null ? '' : ` ${perNames[per]}`}`;

/** The amount that `amountWords` told, or that a person typed as in '€12500,- per jaar'; null for any other words. */
export function amountOf(words: string): PaperAmount | null {
  const match = /^€ ?(\d{1,3}(?:\.\d{3}){1,3}|\d{1,10})(?:,-)?(?: (per jaar|in totaal))?$/.exec(words.trim());
  const euros = numberOf(match?.[1] ?? '');
  if (euros === null || euros > largest) return null;
  const per = match?.[2] === perNames.year ? 'year' : match?.[2] === perNames.whole ? 'whole' : null;
  return { euros, per };
}

/** A share of the costs says what it is for; an amount that does not is only words. */
const shareAmount = (words: string): PaperAmount | null => {
  const amount = amountOf(words);
  return amount?.per ? amount : null;
};

/** The lines of a share: its amount, and what is said of it in words. */
export function shareLines({ amount, share }: { amount?: PaperAmount | null; share: string }): string[] {
  const words = share.replace(/\s+/g, ' ').trim();
  const isMistakable = words === noAmount || shareAmount(words) !== null;
  const first = amount ? [amountWords(amount)] : isMistakable ? [noAmount] : [];
  return [...first, words].filter((line) => line !== '');
}

/** The share that `shareLines` told. */
export function shareIn(lines: readonly string[]): { amount?: PaperAmount; share: string } {
  const [first = '', ...rest] = lines;
  const amount = shareAmount(first);
  if (amount) return { amount, share: rest.join('\n') };
  return { share: (first === noAmount ? rest : lines).join('\n') };
}
