// What a municipality keeps to itself makes no difference to anybody else: not to a page, a list, a count or an error.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { start } from '../../support/prepared.ts';
import { noninterference } from '../config.ts';
import { perform } from './perform.ts';
import { checkNoninterference, makePair, surprises, type Pair } from './property.ts';
import { forgottenQuestions, proceduresThat } from './questions.ts';
import { tour } from './tour.ts';
import { unplayed } from './unplayed.ts';

let pair: Pair;
beforeAll(async () => {
  pair = await makePair({ engine: inject('engine'), template: start().template, door: 'socket' });
});
afterAll(() => pair?.close());

describe('what a municipality may not see', () => {
  it('is asked about with every question of the router', () => {
    expect(forgottenQuestions()).toEqual({ forgotten: [], unknown: [] });
  });

  it('makes no difference to any answer it gets', async () => {
    const started = Date.now();
    const plan = { ...noninterference, asks: 'each fifth' as const, tellings: 3 };
    const { found, runs, actions, hidden, answers } = await checkNoninterference(pair, plan);
    console.log(
      `${runs} sequences, ${actions} actions of which ${hidden} hidden, ${answers} answers compared, ${Math.round((Date.now() - started) / 1000)} s, seed ${noninterference.seed}`,
    );
    if (found) expect.fail(found);
    expect(runs).toBeGreaterThanOrEqual(noninterference.runs);
    expect(hidden).toBeGreaterThan(runs);
  }, 900_000);

  it('comes from every change that the router knows, but those of which the reason is written down', async () => {
    const everything = { turn: 0, everything: true, touched: new Set<string>() };
    const played = await perform(pair.whole, tour, tour, everything);
    expect(surprises(tour, played)).toEqual([]);
    expect([...played.outcomes.values()].filter((outcome) => outcome !== 'ok')).toEqual([]);
    const changes = proceduresThat('mutation');
    const made = new Set(played.asked);
    expect(changes.filter((name) => !made.has(name) && !(name in unplayed))).toEqual([]);
    expect(Object.keys(unplayed).filter((name) => !changes.includes(name) || made.has(name))).toEqual([]);
  }, 60_000);
});
