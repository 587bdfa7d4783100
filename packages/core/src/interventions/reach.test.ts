import { expect, it } from 'vitest';
import { totalsOf } from './reach.ts';

it('gives pupils with and without the conditional and the unconfirmed municipalities and says what is unknown', () => {
  const totals = totalsOf([
    { commitment: 'confirmed', pupils: 10, agreed: true },
    { commitment: 'intended', pupils: 30, agreed: true },
    { commitment: 'intended', pupils: 15, agreed: false },
    { commitment: 'conditional', pupils: null, agreed: true },
    { commitment: 'withdrawn', pupils: 99, agreed: true },
  ]);
  expect(totals).toEqual({
    confirmed: { pupils: 40, unknown: 0 },
    withoutConditional: { pupils: 55, unknown: 0 },
    withConditional: { pupils: 55, unknown: 1 },
  });
});
