// The property can fail: leaks planted on purpose are found, and told as a short story.
import { describe, expect, inject, it } from 'vitest';
import { noninterference } from '../config.ts';
import { holes } from './holes.ts';
import { checkNoninterference, makePair } from './property.ts';

async function findIn(hole: string, plan: { runs: number; shrink: boolean }) {
  const pair = await makePair({
    engine: inject('engine'),
    template: inject('template'),
    hole,
    door: 'in process',
  });
  try {
    return await checkNoninterference(pair, { ...plan, seed: noninterference.seed });
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
      expect(found).toContain('made a difference');
    },
    240_000,
  );
});
