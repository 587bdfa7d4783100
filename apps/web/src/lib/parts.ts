// A municipality's part in words, and where two of them differ.
import { formatNumber } from './format.ts';
import { fieldLabel } from './messages/fields.ts';
import { commitmentLabels } from './messages/labels.ts';
import type { Part } from './wire.ts';

const FIELDS = [
  'commitment',
  'condition',
  'pupils',
  'schools',
  'budgetShare',
  'contactRole',
  'contactMailbox',
] as const;

const said = (part: Part, field: (typeof FIELDS)[number]): string => {
  if (field === 'commitment') return commitmentLabels[part.commitment];
  if (field === 'pupils') return part.pupils === null ? '' : formatNumber(part.pupils);
  return part[field];
};

const labelOf = (field: (typeof FIELDS)[number]): string =>
  field === 'commitment' ? 'Deelname' : fieldLabel(field);

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
