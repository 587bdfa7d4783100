import { describe, expect, it } from 'vitest';
import { asTitle, conceptsWith, groupsOf } from './concepts.ts';
import type { Concept } from './wire.ts';

const concept = (label: string, more: Partial<Concept> = {}): Concept => ({
  notation: label.replaceAll(' ', '-'),
  label,
  otherNames: [],
  hiddenNames: [],
  definition: 'Uitleg.',
  theme: null,
  broader: [],
  narrower: [],
  related: [],
  ...more,
});

const absence = concept('schoolverzuim', {
  otherNames: ['verzuim', 'spijbelen'],
  theme: 'aanwezigheid',
  definition: 'Niet op school zijn terwijl er les is.',
});
const social = concept('sociaal-economische status', { otherNames: ['ses'] });
const money = concept('armoede', { theme: 'armoede' });

describe('the words of the field', () => {
  it.each([
    ['spijbel', [absence]],
    ['LES school', [absence]],
    ['sociaal economische', [social]],
    ['vliegtuig', []],
  ])("'%s' chooses by any name and by the explanation", (text, expected) => {
    expect(conceptsWith([absence, social, money], text)).toEqual(expected);
  });

  it('stand under their first letter', () => {
    expect(
      groupsOf([money, absence, social], 'letter').map(({ name, concepts }) => [name, concepts.length]),
    ).toEqual([
      ['A', 1],
      ['S', 2],
    ]);
  });

  it('stand under their theme, what has none last', () => {
    expect(groupsOf([social, absence, money], 'theme').map(({ name }) => name)).toEqual([
      'Aanwezigheid op school',
      'Armoede',
      'Onderwijs en beleid',
    ]);
  });

  it('begin with a capital as a title', () => {
    expect(asTitle('schoolverzuim')).toBe('Schoolverzuim');
  });
});
