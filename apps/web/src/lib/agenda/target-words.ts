import type { Goal } from '../wire.ts';

type Target = NonNullable<Goal['intendedResults'][number]['target']>;

/** '11 scholen in 2025'; only what was filled in. */
export function targetWords({ value, unit, year }: Target): string {
  const amount = value === null ? '' : value.toLocaleString('nl-NL', { maximumFractionDigits: 6 });
  return [amount, unit, year === null ? '' : `in ${year}`].filter(Boolean).join(' ');
}
