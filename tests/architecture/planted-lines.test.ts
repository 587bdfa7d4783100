// A hole that can no longer be planted proves nothing, and says so only when somebody plants them all.
import { expect, it } from 'vitest';
import { lostLines } from '../holes/source-holes.ts';

it('every line that a planted hole changes still stands in the house', () => {
  expect(lostLines()).toEqual([]);
});
