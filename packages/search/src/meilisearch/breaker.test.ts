import { expect, it } from 'vitest';
import { createBreaker } from './breaker.ts';

it('an engine that fails three times running is left alone, then tried once at a time', () => {
  const breaker = createBreaker({ failures: 3, pause: 1_000 });
  for (const at of [0, 1, 2]) {
    expect(breaker.mayTry(at)).toBe(true);
    breaker.failed(at);
  }
  expect(breaker.mayTry(500)).toBe(false);
  expect(breaker.mayTry(1_002)).toBe(true);
  expect(breaker.mayTry(1_003)).toBe(false);
  breaker.succeeded();
  expect([breaker.mayTry(1_004), breaker.mayTry(1_005)]).toEqual([true, true]);
});

it('failures that are not in a row open nothing', () => {
  const breaker = createBreaker({ failures: 2, pause: 1_000 });
  breaker.failed(0);
  breaker.succeeded();
  breaker.failed(1);
  expect(breaker.mayTry(2)).toBe(true);
});
