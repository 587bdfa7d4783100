// A municipality's part in words, and where two of them differ.
import { formatEuros, formatNumber } from './format.ts';
import { fieldLabel } from './messages/fields.ts';
import { commitmentLabels, perLabels } from './messages/labels.ts';
import type { Part } from './wire.ts';

const FIELDS = [
  'commitment',
  'condition',
  'pupils',
  'schools',
  'budgetEuros',
  'budgetShare',
  'contactRole',
  'contactMailbox',
] as const;

/** '€ 5.000 per jaar'; null when no amount is named. */
export const amountOf = ({ budgetEuros, budgetPer }: Pick<Part, 'budgetEuros' | 'budgetPer'>) =>
  budgetEuros === null || budgetPer === null ? null : `${formatEuros(budgetEuros)} ${perLabels[budgetPer]}`;

const said = (part: Part, field: (typeof FIELDS)[number]): string => {
  if (field === 'commitment') return commitmentLabels[part.commitment];
  if (field === 'pupils') return part.pupils === null ? '' : formatNumber(part.pupils);
  if (field === 'budgetEuros') return amountOf(part) ?? '';
  return part[field];
};

const labelOf = (field: (typeof FIELDS)[number]): string =>
  field === 'commitment' ? 'Deelname' : field === 'budgetEuros' ? 'Deel van de kosten' : fieldLabel(field);

/** What is filled in of a part, in reading order; the number of pupils also when it is unknown. */
export const factsOf = (part: Part): { label: string; value: string }[] =>
  FIELDS.map((field) => ({
    label: labelOf(field),
    value: said(part, field) || (field === 'pupils' ? 'onbekend' : ''),
  })).filter(({ value }) => value !== '');

/** What differs between what was stated and what was made of it; `leeg` stands for nothing. */
export const corrections = (before: Part, after: Part): { label: string; before: string; after: string }[] =>
  FIELDS.filter((field) => said(before, field) !== said(after, field)).map((field) => ({
    label: labelOf(field),
    before: said(before, field) || 'leeg',
    after: said(after, field) || 'leeg',
  }));
