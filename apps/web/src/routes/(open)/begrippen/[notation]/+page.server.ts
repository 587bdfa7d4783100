import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { concepts } = await locals.api.finding.concepts.query();
  const byNotation = new Map(concepts.map((concept) => [concept.notation, concept]));
  const concept = byNotation.get(params.notation);
  if (!concept) error(404, 'concept.not_found', { code: 'concept.not_found' });
  const explained = (others: readonly { notation: string }[]) =>
    others.flatMap(({ notation }) => byNotation.get(notation) ?? []);
  return {
    concept,
    broader: explained(concept.broader),
    narrower: explained(concept.narrower),
    related: explained(concept.related),
  };
};
