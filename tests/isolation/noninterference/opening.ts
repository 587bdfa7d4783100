// What stands before each sequence begins: something of A in which B took part and left, a document A brought in and its drafts, a page of B, a page of A for itself
// only, a page of A for everybody, an agenda of A for itself, and something of A in which B takes part: what needs a long
// story otherwise can happen at once.
import type { Step } from './rules.ts';

const page = (first: number, { by, visibility, word, kind = 'intervention' }: Page): readonly Step[] => {
  const about = `thing${first}`;
  return [
    { step: first, by, verb: 'create', kind, word },
    { step: first + 1, by, verb: 'save', about, visibility, word, pointsAt: [] },
    { step: first + 2, by, verb: 'publish', about },
  ];
};

interface Page {
  readonly by: 'A' | 'B';
  readonly visibility: 'municipality' | 'public';
  readonly word: number;
  readonly kind?: 'intervention' | 'agenda';
}

/** Steps before the first, numbered backwards. B's page holds a compound whose front part no open page writes. */
export const opening: readonly Step[] = [
  ...page(-25, { by: 'A', visibility: 'municipality', word: 6 }),
  { step: -22, by: 'A', verb: 'state', about: 'thing-25', whom: 'B', commitment: 'confirmed' },
  { step: -21, by: 'B', verb: 'answer', about: 'thing-25', commitment: 'confirmed' },
  { step: -20, by: 'B', verb: 'answer', about: 'thing-25', commitment: 'withdrawn' },
  { step: -19, by: 'A', verb: 'bring in' },
  { step: -18, by: 'A', verb: 'make drafts', about: 'thing-19' },
  ...page(-17, { by: 'B', visibility: 'public', word: 3 }),
  ...page(-14, { by: 'A', visibility: 'municipality', word: 11 }),
  ...page(-11, { by: 'A', visibility: 'public', word: 0 }),
  ...page(-8, { by: 'A', visibility: 'municipality', word: 7, kind: 'agenda' }),
  ...page(-5, { by: 'A', visibility: 'municipality', word: 9 }),
  { step: -2, by: 'A', verb: 'state', about: 'thing-5', whom: 'B', commitment: 'confirmed' },
  { step: -1, by: 'B', verb: 'answer', about: 'thing-5', commitment: 'confirmed' },
];
