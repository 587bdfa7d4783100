// What stands before each sequence begins: a page of B, a page of A for itself only, and a page of A for everybody.
import type { Step } from './rules.ts';

const page = (
  first: number,
  by: 'A' | 'B',
  visibility: 'municipality' | 'public',
  word: number,
): readonly Step[] => {
  const about = `thing${first}`;
  return [
    { step: first, by, verb: 'create', kind: 'intervention', word },
    { step: first + 1, by, verb: 'save', about, visibility, word, pointsAt: [] },
    { step: first + 2, by, verb: 'publish', about },
  ];
};

/** Steps before the first, numbered backwards. B's page holds a compound whose front part no open page writes. */
export const opening: readonly Step[] = [
  ...page(-9, 'B', 'public', 3),
  ...page(-6, 'A', 'municipality', 11),
  ...page(-3, 'A', 'public', 0),
];
