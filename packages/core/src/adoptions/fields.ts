// Which fields of an intervention travel, and which belong to the place where it is done.
import type { InterventionContent } from '../interventions/index.ts';
import { emptyContent } from '../interventions/index.ts';

/**
 * What is taken over and followed. The rest is local: who takes part, where, with which money, whom to ask, when, and
 * to whom it is shown.
 */
export const sharedFields = [
  'title',
  'summary',
  'goal',
  'targetGroup',
  'activities',
  'activeIngredients',
  'monitoring',
  'transferability',
  'unwantedEffects',
  'themes',
  'phases',
  'ageFrom',
  'ageTo',
  'costBand',
] as const;

type Field = (typeof sharedFields)[number];

/** The shared fields of one text over those of another. */
export function withFieldsOf(
  ours: InterventionContent,
  theirs: InterventionContent,
  fields: readonly Field[],
): InterventionContent {
  const taken = Object.fromEntries(fields.map((field) => [field, theirs[field]]));
  return { ...ours, ...taken };
}

/** What an adopter begins with: all that is shared, nothing that is local, and shown to the own municipality only. */
export const adoptedFrom = (source: InterventionContent): InterventionContent => ({
  ...withFieldsOf(emptyContent(source.title), source, sharedFields),
  visibility: 'municipality',
});

/** A field as people read it. */
export function textOf(content: InterventionContent, field: Field): string | string[] {
  const value = content[field];
  if (Array.isArray(value)) return [...value];
  return value === null ? '' : String(value).trim();
}
