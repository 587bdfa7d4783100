// What the search page asks beside its list: some of each kind, one municipality among many, less to ask when nothing
// was found, and all of it for a file.
import { z } from 'zod';
import { line } from '../kernel/fields.ts';
import { Count, Find, findKinds, Found } from './contract.ts';

/** What is looked for, without which page of it. */
export const Question = Find.omit({ after: true, limit: true, facets: true });

const { hits, totalIsMore, facets, didYouMean, alsoSearched, degraded } = Found.shape;

export const Grouped = z.object({
  /** In the order of `findKinds`; kinds of which nothing was found are left out. */
  groups: z.array(z.object({ kind: z.enum(findKinds), total: z.int(), hits })),
  total: z.int(),
  totalIsMore,
  facets,
  didYouMean,
  alsoSearched,
  degraded,
});

/** `wanted`: the beginning of a name, or of a word in it. */
export const FindValues = Question.extend({ wanted: line(60) });
export const FoundValues = z.object({ municipalities: z.array(Count) });

/** Everything that can be let go of: the words, or one choice. */
export const letGo = ['text', 'kinds', 'themes', 'phases', 'courses', 'municipalities', 'regions'] as const;

export const Wider = z.object({
  /** What would be found without one thing that was asked; what gives nothing is left out. */
  without: z.array(z.object({ what: z.enum(letGo), value: z.string(), total: z.int() })),
  /** Broader and neighbouring terms from the thesaurus, with what they find under the same filters. */
  terms: z.array(z.object({ text: z.string(), relation: z.enum(['broader', 'related']), total: z.int() })),
  /** Other themes under the same filters, with how much there is. */
  themes: z.array(Count),
  /** Of what answers to the words, most first; near what the words name, nearest first; or of everything, most first. */
  themesOf: z.enum(['words', 'neighbours', 'everything']),
});

export const Exported = z.object({
  hits,
  /** There was more than fits. */
  isCut: z.boolean(),
});

export type Question = z.infer<typeof Question>;
export type Grouped = z.infer<typeof Grouped>;
export type Wider = z.infer<typeof Wider>;
