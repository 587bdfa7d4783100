// How true an adopter stayed to its source, by field: equality of what people read, not of spaces around it.
import type { InterventionContent } from '../interventions/index.ts';
import { differingFields } from '../kernel/index.ts';
import type { Fidelity, Reasons, Standing } from './contract.ts';
import { sharedFields, textOf } from './fields.ts';

const says = (text: string | string[]) => text.length > 0;

const asRead = (content: InterventionContent) =>
  Object.fromEntries(sharedFields.map((field) => [field, textOf(content, field)]));

/** Items of these may stand in another order. */
const unordered = new Set<string>(['activeIngredients', 'themes', 'phases']);

/** Shared fields of which the two do not say the same. */
export const unlike = (one: InterventionContent, other: InterventionContent): ReadonlySet<string> =>
  new Set(differingFields(asRead(one), asRead(other), { unordered }));

function standingOf(source: string | string[], ours: string | string[], differs: boolean): Standing {
  if (!differs) return 'kept';
  if (!says(source)) return 'own';
  return says(ours) ? 'changed' : 'dropped';
}

/** The adopter's text laid beside the version it was adapted from. */
export function fidelityOf(
  source: InterventionContent,
  ours: InterventionContent,
  reasons: Reasons,
): Fidelity {
  const spoken = sharedFields.filter((field) => says(textOf(source, field)) || says(textOf(ours, field)));
  const differing = unlike(source, ours);
  const kept = ours.activeIngredients.filter((item) => source.activeIngredients.includes(item));
  return {
    fields: spoken.map((field) => ({
      field,
      standing: standingOf(textOf(source, field), textOf(ours, field), differing.has(field)),
      why: reasons[field] ?? '',
    })),
    ingredients: {
      kept,
      dropped: source.activeIngredients.filter((item) => !kept.includes(item)),
      added: ours.activeIngredients.filter((item) => !kept.includes(item)),
    },
  };
}
