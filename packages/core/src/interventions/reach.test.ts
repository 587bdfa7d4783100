import { expect, it } from 'vitest';
import { totalsOf } from './reach.ts';

it('gives pupils with and without the conditional municipalities and says what is unknown', () => {
  const totals = totalsOf([
    { commitment: 'confirmed', pupils: 10 },
    { commitment: 'intended', pupils: 30 },
    { commitment: 'intended', pupils: 15 },
    { commitment: 'conditional', pupils: null },
    { commitment: 'withdrawn', pupils: 99 },
  ]);
  expect(totals).toEqual({
    withoutConditional: { pupils: 55, unknown: 0 },
    withConditional: { pupils: 55, unknown: 1 },
  });
});
