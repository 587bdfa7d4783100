// A field of an intervention as text: lists and codes in the words people know.
import { costLabels, phaseLabels, themeLabels } from './labels.ts';

const labels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  themes: themeLabels,
  phases: phaseLabels,
  costBand: costLabels,
};

/** Empty when the field says nothing. */
export function fieldValueText(field: string, value: string | readonly string[]): string {
  const known = labels[field] ?? {};
  const named = (text: string) => known[text] ?? text;
  return typeof value === 'string' ? named(value) : value.map((item) => `• ${named(item)}`).join('\n');
}
