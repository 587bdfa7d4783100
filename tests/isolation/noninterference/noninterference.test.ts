// What a municipality keeps to itself makes no difference to anybody else: not to a page, a list, a count or an error.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { noninterference } from '../config.ts';
import { checkNoninterference, makePair, type Pair } from './property.ts';
import { forgottenQuestions } from './questions.ts';

let pair: Pair;
beforeAll(async () => {
  pair = await makePair({ engine: inject('engine'), template: inject('template'), door: 'socket' });
});
afterAll(() => pair?.close());

describe('what a municipality may not see', () => {
  it('is asked about with every question of the router', () => {
    expect(forgottenQuestions()).toEqual({ forgotten: [], unknown: [] });
  });

  it('makes no difference to any answer it gets', async () => {
    const started = Date.now();
    const { found, runs, actions, hidden, answers } = await checkNoninterference(pair, noninterference);
    console.log(
      `${runs} sequences, ${actions} actions of which ${hidden} hidden, ${answers} answers compared, ${Math.round((Date.now() - started) / 1000)} s, seed ${noninterference.seed}`,
    );
    if (found) expect.fail(found);
    expect(hidden).toBeGreaterThan(runs);
  }, 600_000);
});
