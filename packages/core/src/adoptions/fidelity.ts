// How true an adopter stayed to its source, by field: equality of what people read, not of spaces around it.
import type { InterventionContent } from '../interventions/index.ts';
import type { Fidelity, Reasons, SharedField, Standing } from './contract.ts';
import { sharedFields, textOf } from './fields.ts';

const says = (text: string | string[]) => text.length > 0;

/** Whether both say the same; items of a list may stand in another order. */
export function alike(one: InterventionContent, other: InterventionContent, field: SharedField): boolean {
  const [left, right] = [textOf(one, field), textOf(other, field)];
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item) => right.includes(item));
  }
  return left === right;
}

function standingOf(source: InterventionContent, ours: InterventionContent, field: SharedField): Standing {
  if (alike(source, ours, field)) return 'kept';
  if (!says(textOf(source, field))) return 'own';
  return says(textOf(ours, field)) ? 'changed' : 'dropped';
}

/** The adopter's text laid beside the version it was adapted from. */
export function fidelityOf(
  source: InterventionContent,
  ours: InterventionContent,
  reasons: Reasons,
): Fidelity {
  const spoken = sharedFields.filter((field) => says(textOf(source, field)) || says(textOf(ours, field)));
  const kept = ours.activeIngredients.filter((item) => source.activeIngredients.includes(item));
  return {
    fields: spoken.map((field) => ({
      field,
      standing: standingOf(source, ours, field),
      why: reasons[field] ?? '',
    })),
    ingredients: {
      kept,
      dropped: source.activeIngredients.filter((item) => !kept.includes(item)),
      added: ours.activeIngredients.filter((item) => !kept.includes(item)),
    },
  };
}
