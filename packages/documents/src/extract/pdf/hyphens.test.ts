import { describe, expect, it } from 'vitest';
import { hyphenHabits, joinLines } from './hyphens.ts';

const plain = hyphenHabits([
  'De kind-ouder ondersteuner werkt aan onderwijs.',
  'Een regel zonder afbreking die lang genoeg is.',
]);
const breaking = hyphenHabits([
  'De gemeente werkt samen met het onder-',
  'wijs aan een goede en soepele over-',
  'gang voor de leerlingen van de basis-',
  'school en hun ouders in de wijken.',
]);

describe('a hyphen at the end of a line', () => {
  it.each([
    [
      'stays in a word that the document writes with it',
      'met kind-',
      'ouder gesprekken',
      'met kind-ouder gesprekken',
    ],
    ['goes from a word that the document writes without', 'aan onder-', 'wijs', 'aan onderwijs'],
    ['stays behind an abbreviation', 'het LEA-', 'overleg', 'het LEA-overleg'],
    ['stays between capitals', 'van PO-', 'VO', 'van PO-VO'],
    ['stays behind a number', 'voor 12-', 'jarigen', 'voor 12-jarigen'],
    ['stays before and, with its space', 'taal-', 'en rekenonderwijs', 'taal- en rekenonderwijs'],
    ['stays as the second of two dashes', 'en -waar nodig-', 'extra hulp', 'en -waar nodig- extra hulp'],
    ['stays in a document that breaks no words', 'een niet-', 'bestaand woord', 'een niet-bestaand woord'],
    ['goes when it is a soft one', 'kin\u00ad', 'deren', 'kinderen'],
  ])('%s', (_name, before, after, joined) => {
    expect(joinLines(before, after, plain)).toBe(joined);
  });

  it('goes in a document in which a program broke the words', () => {
    expect(joinLines('een goede voor-', 'bereiding', breaking)).toBe('een goede voorbereiding');
    expect(joinLines('het LEA-', 'overleg', breaking)).toBe('het LEA-overleg');
  });

  it('is not all that ends a line: a slash holds on, other words get a space', () => {
    expect(joinLines('onderwijs/', 'opvang', plain)).toBe('onderwijs/opvang');
    expect(joinLines('scholen en', 'ouders', plain)).toBe('scholen en ouders');
  });
});
