// The same promise for what somebody sees: a sample of sequences, after which the pages themselves are compared.
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { start } from '../../support/prepared.ts';
import { servePages, type Pages } from '../../support/pages.ts';
import { noninterference } from '../config.ts';
import type { Copy } from './copy.ts';
import { lookAtPages } from './looking-at-pages.ts';
import { checkNoninterference, makePair, type Pair } from './property.ts';

const sequences = 25;
let pair: Pair;
const served = new Map<Copy, Pages>();

beforeAll(async () => {
  pair = await makePair({ engine: inject('engine'), template: start().template, door: 'socket' });
  await Promise.all(
    [pair.whole, pair.part].map(async (copy) => served.set(copy, await servePages(copy.origin))),
  );
}, 180_000);
afterAll(async () => {
  await Promise.all([...served.values()].map((pages) => pages.stop()));
  await pair?.close();
});

it('what a municipality may not see makes no difference to any page it gets', async () => {
  const started = Date.now();
  const pagesOf = (copy: Copy) => {
    const pages = served.get(copy);
    if (!pages) throw new Error('no pages before this copy');
    return pages;
  };
  const { found, runs, answers } = await checkNoninterference(pair, {
    runs: sequences,
    // Other sequences than the questions are asked about.
    seed: noninterference.seed + 1,
    asks: 'everything',
    ending: lookAtPages(pagesOf),
  });
  console.log(
    `${runs} sequences, ${answers} answers and pages compared, ${Math.round((Date.now() - started) / 1000)} s`,
  );
  if (found) expect.fail(found);
  expect(answers).toBeGreaterThan(sequences * 20);
}, 600_000);
