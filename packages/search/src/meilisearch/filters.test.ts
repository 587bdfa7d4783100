import { describe, expect, it } from 'vitest';
import { compose, type WordKnowledge } from '../composing.ts';
import { everything } from '../conformance/adapter-under-test.ts';
import { analyse } from '../dutch/analyse.ts';
import { all, any, not, prefix, sequence, word } from '../expression.ts';
import type { SearchQuery } from '../port.ts';
import { comingAfter, conditionOf, filterOf, stagesOf } from './filters.ts';
import { termsOf } from './terms.ts';

/** Stems as far as these tests need them. */
const stemOf = (text: string) => text.replace(/(en|s)$/, '');
const known: WordKnowledge = {
  stemOf,
  compoundsOf: () => [],
  partsOf: () => [],
};
const stages = (text: string, sort: SearchQuery['sort'] = 'best') => {
  const composed = compose(analyse(`${text} `, { literal: false }), known, false);
  return composed && stagesOf(composed, composed.relaxed, sort);
};

describe('a filter', () => {
  const condition = (expression: Parameters<typeof conditionOf>[0]) => conditionOf(expression, 'allWords');

  it('asks for one of several terms as a list, and for everything else beside it', () => {
    expect(condition(any([word('muziek'), word('zang'), prefix('toets')]))).toBe(
      '(allWords IN ["muziek", "zang"] OR allWords STARTS WITH "toets")',
    );
    expect(condition(all([word('een'), not(any([word('twee'), word('drie')]))]))).toBe(
      '(allWords IN ["een"] AND NOT allWords IN ["twee", "drie"])',
    );
  });

  it('asks for words in their order as pairs, with small words between them as places', () => {
    const inOrder = (text: string) => condition(sequence(text.split(' '), (each) => each) ?? word(''));
    expect(inOrder('passend onderwijs')).toBe('allWords IN ["passend_onderwijs"]');
    expect(inOrder('tekort aan goede leraren')).toBe(
      '(allWords IN ["tekort__goede"] AND allWords IN ["goede_leraren"])',
    );
  });

  it('holds no value that could end its own quotes', () => {
    const filter = filterOf(
      {
        ...everything,
        themes: ['taal', 'x"] OR kind IN ["y', 'a\\'],
        kinds: ['agenda'],
      },
      ['agenda-1'],
      null,
    );
    expect(filter).toEqual(['kind IN ["agenda"]', 'themes IN ["", "taal"]', 'NOT key IN ["agenda-1"]']);
    expect(filterOf({ ...everything, themes: ['taal'] }, [], 'themes')).toEqual([]);
    for (const { filter: typed } of stages('"] OR (visible_to = "alliance') ?? [])
      expect(typed.join(' ').replace(/"[^"]*"/g, '')).not.toMatch(/visible/);
  });

  it('goes on after a place exactly, to the microsecond', () => {
    const last = { tier: 0, at: '2025-03-01T00:00:00.123456Z', id: '' };
    expect(comingAfter(last, 7)).toBe(
      'micros < 1740787200123456 OR (micros = 1740787200123456 AND place < 7)',
    );
  });
});

describe('the tiers of a question', () => {
  it('leave out what a tier before them finds, and are one when sorted by date', () => {
    const tiers = stages('muziek dans toneel') ?? [];
    expect(tiers.map(({ tier }) => tier)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(tiers.map(({ filter }) => filter.length)).toEqual([1, 2, 2, 3, 2, 3, 2, 3]);
    expect(stages('muziek dans toneel', 'newest')).toHaveLength(1);
  });

  it('say in each of them what must not stand there', () => {
    for (const { filter } of stages('verzuim -corona') ?? [])
      expect(filter.at(-1)).toBe('NOT (allWords IN ["corona"] OR allWords STARTS WITH "corona")');
    expect(stages('"de" !')).toBeNull();
  });
});

describe('the terms of a document', () => {
  it('are its words, their stems and each word with the one that follows', () => {
    expect([...termsOf('Boeken van scholen in 2025', stemOf)]).toEqual([
      ...['boeken', 'boek', 'scholen', 'schol', 'boeken__scholen', 'boek__schol'],
      ...['2025', 'scholen__2025', 'schol__2025'],
    ]);
  });

  it('are no longer than the engine keeps: an endless word is none, and nothing follows it', () => {
    expect([...termsOf(`Een ${'x'.repeat(61)} boek`, stemOf)]).toEqual(['boek']);
  });
});
