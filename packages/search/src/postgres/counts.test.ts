import { describe, expect, it } from 'vitest';
import type { Counts } from '../facets.ts';
import { addUp, CountsCache, numbersIn, readCounts } from './counts.ts';

const names = (dimension: string, bit: number) => `${dimension}${bit}`;
const counts = (total: number, themes: Record<string, number> = {}): Counts => ({
  total,
  facets: { kinds: {}, themes, phases: {}, municipalities: {}, courses: {} },
  more: {},
});

describe('counts', () => {
  it('take masks apart, also beyond the 32nd bit', () => {
    const raw: Parameters<typeof readCounts>[0] = [
      [32, 32, 32],
      [31, 15, 27],
      [0, 1, 2 ** 31 + 1],
      [0, 0, 1 << 5],
      [3, 3, 3],
    ];
    expect(readCounts(raw, names, true).get(1)).toMatchObject({
      total: 3,
      facets: { themes: { theme0: 3, theme31: 3, theme37: 3 } },
    });
    expect(numbersIn(raw)).toEqual([
      ['kind', 1],
      ['theme', 0],
      ['theme', 31],
      ['theme', 37],
    ]);
  });

  it('of a row that fails one dimension go to that dimension only', () => {
    const failsTheme = 32 + 2;
    const raw: Parameters<typeof readCounts>[0] = [
      [failsTheme, failsTheme, failsTheme, failsTheme],
      [31, 15, 27, 29],
      [0, 1, 1, 1],
      [0, 0, 0, 0],
      [5, 5, 5, 5],
    ];
    expect(readCounts(raw, names, true).get(1)).toEqual({
      ...counts(0, { theme0: 5 }),
      more: { themes: 5 },
    });
  });

  it('of what the bitmaps say and what went since can add up to nothing', () => {
    const raw: Parameters<typeof readCounts>[0] = [
      [32, 32, 32, 32],
      [31, 15, 31, 15],
      [0, 1, 0, 1],
      [0, 0, 0, 0],
      [2, 2, -2, -2],
    ];
    expect(readCounts(raw, names, true).get(1)).toEqual(counts(0));
  });

  it('of several audiences add up without changing them', () => {
    const one = counts(1, { taal: 1 });
    expect(addUp([one, counts(2, { taal: 1, kunst: 1 })])).toEqual(counts(3, { taal: 2, kunst: 1 }));
    expect(one).toEqual(counts(1, { taal: 1 }));
  });

  it('are forgotten longest unused first when memory is full', () => {
    const cache = new CountsCache(15);
    cache.set('a', counts(1));
    cache.set('b', counts(2));
    cache.set('c', counts(3));
    cache.get('a');
    cache.set('d', counts(4));
    expect(['a', 'b', 'c', 'd'].filter((key) => cache.get(key))).toEqual(['a', 'c', 'd']);
  });
});
