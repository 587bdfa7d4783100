// How readers of one conversation are kept from all coming at once.
import { describe, expect, it } from 'vitest';
import { spreadOf } from './service-live.ts';

describe('how long readers may wait before they look', () => {
  it('is a moment for few, and grows with how many they are', () => {
    expect([1, 25, 26, 50, 100, 500].map(spreadOf)).toEqual([400, 400, 800, 800, 1600, 12_800]);
  });

  it('has an end', () => {
    expect(spreadOf(1_000_000)).toBe(12_800);
  });

  it('keeps what they ask for together below what a process can answer', () => {
    for (let readers = 1; readers <= 800; readers += 1)
      expect(readers / (spreadOf(readers) / 1000)).toBeLessThanOrEqual(63);
  });
});
