import { describe, expect, it } from 'vitest';
import { choiceGroups, toldLabels } from './notifying.ts';

describe('what one can choose to be told', () => {
  it('stands in one group each, and nothing is left out', () => {
    expect(choiceGroups.flatMap(([, kinds]) => kinds).sort()).toEqual(Object.keys(toldLabels).sort());
  });
});
