// Proofs of the house as they are, each on a start of its own: one after the other in a process that has read the house
// already. Of each attempt the first test that notices is enough.
import { beforeAll, beforeEach, describe, inject } from 'vitest';
import { startFrom } from '../support/prepared.ts';

for (const [nth, { name, file, only, start }] of inject('attempts').entries())
  describe(name, async () => {
    let noticed = false;
    beforeAll(() => startFrom(start));
    beforeEach(({ skip, task, onTestFailed }) => {
      skip(noticed || (only !== undefined && !` ${task.name}`.includes(only)));
      onTestFailed(() => {
        noticed = true;
      });
    });
    // As a module of its own each time: what a file of tests keeps is what it made on that start.
    await import(/* @vite-ignore */ `../../${file}?attempt=${nth}`);
  });
