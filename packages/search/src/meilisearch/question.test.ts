import { describe, expect, it } from 'vitest';
import { analyse } from '../dutch/analyse.ts';
import type { SearchQuery } from '../port.ts';
import { filterOf, stagesOf } from './question.ts';
import { createTermReader } from './terms.ts';

/** Stems as far as these tests need them. */
const stemOf = (word: string) => word.replace(/(en|s)$/, '');
const stages = (text: string, mayMiss = false, literal = false) =>
  stagesOf(analyse(text, { literal }), stemOf, { literal, mayMiss })?.map(({ q }) => q);
const query: SearchQuery = {
  text: '',
  kinds: [],
  themes: [],
  phases: [],
  courses: [],
  municipalities: [],
  sort: 'best',
  after: null,
  limit: 20,
  facets: true,
};

describe('a question', () => {
  it('ends open while a word is being typed, and with a space when the word is finished', () => {
    expect(stages('muziek')).toEqual(['muziek']);
    expect(stages('muziek ')).toEqual(['muziek']);
    expect(stages('toetsen')).toEqual(['toets ']);
    expect(stages('gm0899')).toEqual(['gm0899 ']);
    expect(stages('po')).toEqual(['po ']);
    expect(stages('muziek', false, true)).toEqual(['muziek ']);
  });

  it('forbids the word it leaves out, so that no document is found twice', () => {
    expect(stages('muziek theater toneel', true)).toEqual([
      'muziek theater toneel',
      '-muziek theater toneel',
      '-theater muziek toneel',
      '-toneel muziek theater',
    ]);
  });

  it('keeps phrases and what must be absent before the words', () => {
    expect(stages('"op school" muziek -corona')).toEqual(['-corona "op school" muziek']);
    expect(stages('-corona')).toEqual(['-corona ']);
    expect(stages('"de" !')).toBeUndefined();
  });

  it('holds no value that could end its own quotes', () => {
    const filter = filterOf(
      { ...query, themes: ['taal', 'x"] OR kind IN ["y', 'a\\'], kinds: ['agenda'] },
      ['agenda-1'],
      null,
    );
    expect(filter).toEqual(['kind IN ["agenda"]', 'themes IN ["taal", ""]', 'NOT key IN ["agenda-1"]']);
    expect(filterOf({ ...query, themes: ['taal'] }, [], 'themes')).toEqual([]);
  });
});

describe('the words of a document', () => {
  const read = createTermReader({
    stemOf,
    partsOf: (word) => (word === 'schoolfeest' ? ['school', 'feest'] : []),
  });

  it('are its stems, and what long words are made of', () => {
    const { own, wide } = read('Een schoolfeest in 2025');
    expect(own).toEqual(['schoolfeest', '2025']);
    expect(wide).toEqual(['school', 'feest']);
  });

  it('are never small words, which the engine would skip: neither in a document nor in a question', () => {
    // The stem of 'dans' is 'dan'.
    expect(read('Dans').own).toEqual(['danstam']);
    expect(stages('muziek dans')).toEqual(['muziek danstam ']);
  });

  it('are the other labels of what it names, each as one word; a narrower one brings the broader', () => {
    expect(read('Rekenen in het primair onderwijs').own).toContain('primaironderwij');
    expect(read('Rekenen in het primair onderwijs').wide).toEqual(
      expect.arrayContaining(['po', 'basisonderwij']),
    );
    expect(read('Primair is het doel').wide).not.toContain('po');
    expect(read('De basisschool').wide).toContain('po');
    expect(read('Rekenen in het PO').wide).not.toContain('basisschool');
  });
});
