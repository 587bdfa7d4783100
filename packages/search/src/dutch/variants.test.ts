import { describe, expect, it } from 'vitest';
import { variantsOf } from './variants.ts';
import { plainForm, wordsOf } from './words.ts';

describe('forms of a word', () => {
  it.each([
    ['kind', 'kinderen'],
    ['kinderen', 'kind'],
    ['effectieve', 'effectief'],
    ['effectief', 'effectieven'],
    ['huizen', 'huis'],
    ['steden', 'stad'],
  ])('%s is also searched as %s', (word, other) => {
    expect(variantsOf(word)).toContain(other);
  });

  it.each(['taal', 'les', 'beleid'])('%s has no other form', (word) => {
    expect(variantsOf(word)).toEqual([]);
  });

  it('two spellings of one word have one plain form', () => {
    expect(plainForm('Coördinatie')).toBe(plainForm('coordinatie'));
    expect(plainForm('idee\u0308en')).toBe(plainForm('IDEEËN'));
  });

  it('knows where a word stands in the text as it was written', () => {
    expect(wordsOf('één-op-één')).toEqual([
      { plain: 'een', start: 0, end: 3 },
      { plain: 'op', start: 4, end: 6 },
      { plain: 'een', start: 7, end: 10 },
    ]);
  });
});
