import { describe, expect, it } from 'vitest';
import type { Figures } from '../kernel/index.ts';
import { mostAlike } from './alike.ts';

const known = (
  inhabitants: number | null,
  urbanity: number | null = null,
  disadvantage: number | null = null,
): Figures => ({
  inhabitants,
  urbanity,
  disadvantage,
});
const order = (of: Record<string, Figures>, code = 'own', atMost = 9) =>
  mostAlike(code, new Map(Object.entries(of)), Object.keys(of), atMost).map((each) => each.code);

/** A country in which sizes and densities differ, so that a spread can be taken. */
const country = { city: known(900_000, 1, 90_000), village: known(1_000, 5, 100) };

describe('municipalities that are alike', () => {
  it('are named by how close they are in all that both know, never the municipality itself', () => {
    const of = {
      ...country,
      own: known(30_000, 3, 300),
      twin: known(30_000, 3, 300),
      near: known(36_000, 3, 330),
    };
    expect(order(of)).toEqual(['twin', 'near']);
    expect(mostAlike('own', new Map(Object.entries(of)), ['twin'], 6)[0]).toEqual({
      code: 'twin',
      distance: 0,
      shared: ['inhabitants', 'urbanity', 'disadvantage'],
    });
  });

  it('are as far apart from either side', () => {
    const of = new Map(
      Object.entries({ ...country, own: known(30_000, 3, 300), near: known(40_000, 4, 500) }),
    );
    const there = mostAlike('own', of, ['near'], 1)[0]?.distance;
    expect(there).toBeGreaterThan(0);
    expect(mostAlike('near', of, ['own'], 1)[0]?.distance).toBeCloseTo(there ?? 0, 10);
  });

  it('counts twice as many inhabitants the same for a village as for a city', () => {
    const of = { ...country, v: known(10_000), w: known(20_000), c: known(100_000), d: known(200_000) };
    const between = (one: string, other: string) =>
      mostAlike(one, new Map(Object.entries(of)), [other], 1)[0]?.distance;
    expect(between('v', 'w')).toBeCloseTo(between('c', 'd') ?? -1, 10);
  });

  it('takes the score for each thousand inhabitants: a large city with the same share is alike', () => {
    const of = {
      ...country,
      own: known(30_000, 3, 300),
      share: known(33_000, 3, 330),
      sum: known(33_000, 3, 3_000),
    };
    expect(order(of)[0]).toBe('share');
    // Without inhabitants a sum says nothing.
    expect(order({ ...country, own: known(null, null, 300), other: known(null, null, 300) })).toEqual([]);
  });

  it('puts who lacks a figure after all who lack none, and compares only what both know', () => {
    const of = { ...country, own: known(30_000, 3), blank: known(30_000), whole: known(40_000, 3) };
    expect(order(of)).toEqual(['whole', 'blank']);
    expect(order({ ...country, own: known(30_000), other: known(null, 3) })).not.toContain('other');
  });

  it('names nobody where nothing is known, where all are the same, or where all are too far', () => {
    expect(order(country)).toEqual([]);
    expect(order({ ...country, own: known(null) })).toEqual([]);
    expect(order({ own: known(5_000), other: known(5_000) })).toEqual([]);
    expect(order({ ...country, own: known(30_000, 3, 300) })).toEqual([]);
  });

  it('names no more than asked, and equals by their code', () => {
    const of = { ...country, own: known(30_000), b: known(30_000), a: known(30_000), c: known(30_000) };
    expect(order(of, 'own', 2)).toEqual(['a', 'b']);
  });
});
