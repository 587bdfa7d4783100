import { describe, expect, it } from 'vitest';
import { totalsOf } from './reach.ts';

const unknownCosts = { budget: null, budgetPer: null };
const nothing = { budgetEuros: null, budgetPer: null };
const perYear = (budgetEuros: number) => ({ budgetEuros, budgetPer: 'year' as const });
const ofWhole = (budgetEuros: number) => ({ budgetEuros, budgetPer: 'whole' as const });

it('gives pupils with and without the conditional and the unconfirmed municipalities and says what is unknown', () => {
  const totals = totalsOf(
    [
      { commitment: 'confirmed', pupils: 10, agreed: true, ...nothing },
      { commitment: 'intended', pupils: 30, agreed: true, ...nothing },
      { commitment: 'intended', pupils: 15, agreed: false, ...nothing },
      { commitment: 'conditional', pupils: null, agreed: true, ...nothing },
      { commitment: 'withdrawn', pupils: 99, agreed: true, ...nothing },
    ],
    unknownCosts,
  );
  expect(totals).toMatchObject({
    confirmed: { municipalities: 2, pupils: 40, unknown: 0 },
    confirmedWithConditional: { municipalities: 3, pupils: 40, unknown: 1 },
    stated: { municipalities: 1, pupils: 15, unknown: 0 },
    withoutConditional: { pupils: 55, unknown: 0 },
    withConditional: { pupils: 55, unknown: 1 },
    budget: null,
  });
});

describe('money', () => {
  const parts = [
    { commitment: 'confirmed' as const, pupils: 1, agreed: true, ...perYear(10_000) },
    { commitment: 'confirmed' as const, pupils: 1, agreed: true, ...nothing },
    { commitment: 'conditional' as const, pupils: 1, agreed: true, ...perYear(5_000) },
    { commitment: 'confirmed' as const, pupils: 1, agreed: false, ...perYear(7_000) },
    { commitment: 'withdrawn' as const, pupils: 1, agreed: true, ...perYear(90_000) },
  ];

  it('is added of who confirmed, apart of who did not, not at all of who left; nobody who was silent counts as nothing', () => {
    const { confirmed, confirmedWithConditional, stated } = totalsOf(parts, unknownCosts);
    expect(confirmed.money).toEqual({ year: 10_000, whole: null, unknown: 1 });
    expect(confirmedWithConditional.money).toEqual({ year: 15_000, whole: null, unknown: 1 });
    expect(stated.money).toEqual({ year: 7_000, whole: null, unknown: 0 });
  });

  it('is no total when nobody named an amount, which is not the same as nothing', () => {
    const silent = [{ commitment: 'confirmed' as const, pupils: 1, agreed: true, ...nothing }];
    expect(totalsOf(silent, unknownCosts).confirmed.money).toEqual({ year: null, whole: null, unknown: 1 });
    const free = [{ commitment: 'confirmed' as const, pupils: 1, agreed: true, ...perYear(0) }];
    expect(totalsOf(free, unknownCosts).confirmed.money).toEqual({ year: 0, whole: null, unknown: 0 });
  });

  it('is laid beside what the whole costs: too little, too much, or exactly that', () => {
    const gapFor = (budget: number) => totalsOf(parts, { budget, budgetPer: 'year' }).budget?.gap;
    expect([gapFor(20_000), gapFor(15_000), gapFor(12_000)]).toEqual([5_000, 0, -3_000]);
  });

  it('is never added or compared over other periods', () => {
    const mixed = [
      ...parts,
      { commitment: 'confirmed' as const, pupils: 1, agreed: true, ...ofWhole(3_000) },
    ];
    const { confirmed, budget } = totalsOf(mixed, { budget: 20_000, budgetPer: 'year' });
    expect(confirmed.money).toEqual({ year: 10_000, whole: 3_000, unknown: 1 });
    expect(budget).toEqual({ euros: 20_000, per: 'year', gap: null });
    expect(totalsOf(parts, { budget: 20_000, budgetPer: 'whole' }).budget?.gap).toBeNull();
  });

  it('of a version from before it was asked is unknown', () => {
    const old = [{ commitment: 'confirmed' as const, pupils: 5, agreed: true }];
    expect(totalsOf(old, {}).confirmed.money).toEqual({ year: null, whole: null, unknown: 1 });
    expect(totalsOf(old, {}).budget).toBeNull();
  });
});
