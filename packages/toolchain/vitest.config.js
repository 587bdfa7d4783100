// Every test of the house, one project per part of `npm test`. No Vite plugins: the pages are tested as built.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './longest-first.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A part may have a start of its own, or share the one of tests/support. */
const globalSetup = (/** @type {string} */ name) =>
  [`${root}tests/${name}/global-setup.ts`, `${root}tests/support/global-setup.ts`]
    .filter(existsSync)
    .slice(0, 1);

const onThePlatform = (
  /** @type {string} */ name,
  isolate = false,
  files = `tests/${name}/**/*.test.ts`,
) => ({
  test: {
    name,
    isolate,
    root,
    include: [files],
    globalSetup: globalSetup(name),
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // What is waited for may take as long as a page does on a busy machine.
    expect: { poll: { timeout: 10_000 } },
    pool: /** @type {const} */ ('forks'),
  },
});

export default defineConfig({
  root,
  // Test files share two cores with the server they test.
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'units',
          root,
          include: ['packages/*/src/**/*.test.ts', 'packages/*/src/**/*.test.mjs', 'apps/*/src/**/*.test.ts'],
          exclude: ['**/node_modules/**'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          pool: 'forks',
        },
      },
      { test: { name: 'architecture', root, include: ['tests/architecture/**/*.test.ts'] } },
      onThePlatform('isolation'),
      onThePlatform('journeys'),
      onThePlatform('search'),
      // Each file ends the browser it was given.
      onThePlatform('browser', true),
      // Proofs of the other parts, on a house that was weakened: only by `npm run test:holes`.
      onThePlatform('holes', false, 'tests/holes/attempts.ts'),
    ],
  },
});
