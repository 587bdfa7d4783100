// The property can fail: leaks planted on purpose are found, and told as a short story.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { noninterference } from '../config.ts';
import { holes } from './holes.ts';
import { checkNoninterference, makeBeginning, makePairOf, type Beginning } from './property.ts';

const engine = inject('engine');
let beginning: Beginning;
beforeAll(async () => {
  beginning = await makeBeginning(engine, inject('template'));
});
afterAll(() => beginning?.drop());

async function findIn(hole: string, plan: { runs: number; shrink: boolean }) {
  const pair = await makePairOf({ engine, beginning, hole, door: 'in process' });
  try {
    // As the long run asks: what it finds within so many sequences, ten thousand find surely.
    return await checkNoninterference(pair, {
      ...plan,
      asks: 'in turn',
      tellings: 3,
      seed: noninterference.seed,
    });
  } finally {
    await pair.close();
  }
}

describe('a planted leak', () => {
  it.each(Object.entries(holes))(
    'is found when %s',
    async (_, hole) => {
      const { found, runs } = await findIn(hole, { runs: 120, shrink: false });
      console.log(`found in sequence ${runs}`);
      // Or somebody was refused what the specification grants.
      expect(found).toMatch(/made a difference|Not as domain\.md says/);
    },
    240_000,
  );
});
