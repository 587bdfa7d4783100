// The thesaurus of finding, as pages show it.
import {
  broaderConcepts,
  concepts,
  narrowerConcepts,
  relatedConcepts,
  type Concept,
} from '@kansenplein/search';
import type { Concepts } from './contract-concepts.ts';

const dutch = new Intl.Collator('nl');

const named = (others: readonly Concept[]) =>
  others
    .map(({ notation, prefLabel }) => ({ notation, label: prefLabel }))
    .sort((one, other) => dutch.compare(one.label, other.label));

/** Made once: it changes with a release only. */
const listed: Concepts = {
  concepts: concepts
    .map((concept) => ({
      notation: concept.notation,
      label: concept.prefLabel,
      otherNames: [...(concept.abbreviation ?? []), ...(concept.altLabel ?? [])],
      hiddenNames: [...(concept.hiddenLabel ?? [])],
      definition: concept.definition,
      theme: concept.theme ?? null,
      broader: named(broaderConcepts(concept)),
      narrower: named(narrowerConcepts(concept)),
      related: named(relatedConcepts(concept)),
    }))
    .sort((one, other) => dutch.compare(one.label, other.label)),
};

/** Every concept, by name. */
export const listConcepts = (): Concepts => listed;
