// What an adopter kept, changed, dropped and added, told by field.
import { describe, expect, it } from 'vitest';
import { emptyContent } from '../interventions/index.ts';
import { fidelityOf } from './fidelity.ts';
import { adoptedFrom, sharedFields, withFieldsOf } from './fields.ts';

const source = {
  ...emptyContent('Spelen met woorden'),
  goal: 'Kleuters leren honderd nieuwe woorden.',
  activities: 'Elke week een middag met verhalen.',
  locations: 'Drie kindcentra in de wijk',
  contactMailbox: 'jeugd@bron.example',
  activeIngredients: ['Vaste begeleider', 'Ouders lezen mee', 'Elke week'],
  themes: ['taalontwikkeling' as const, 'ouderbetrokkenheid' as const],
  visibility: 'public' as const,
};

describe('taking over', () => {
  it('brings what is shared and nothing of the place it came from', () => {
    const taken = adoptedFrom(source);
    for (const field of sharedFields) expect(taken[field]).toEqual(source[field]);
    expect([taken.locations, taken.contactMailbox, taken.funding, taken.parties]).toEqual(['', '', '', '']);
  });

  it('is shown to the own municipality only, until somebody decides otherwise', () => {
    expect(adoptedFrom(source).visibility).toBe('municipality');
  });

  it('takes only the fields that were chosen', () => {
    const ours = { ...adoptedFrom(source), goal: 'Ons doel', activities: 'Onze activiteiten' };
    const taken = withFieldsOf(ours, source, ['goal']);
    expect([taken.goal, taken.activities]).toEqual([source.goal, 'Onze activiteiten']);
  });
});

describe('fidelity', () => {
  it('says of each field that says something how it stands, and why', () => {
    const ours = {
      ...adoptedFrom(source),
      goal: 'Kleuters leren tweehonderd woorden.',
      activities: '',
      monitoring: 'Wij tellen de woorden twee keer per jaar.',
    };
    const { fields } = fidelityOf(source, ours, { goal: 'Wij beginnen eerder.' });
    expect(fields).toEqual([
      { field: 'title', standing: 'kept', why: '' },
      { field: 'goal', standing: 'changed', why: 'Wij beginnen eerder.' },
      { field: 'activities', standing: 'dropped', why: '' },
      { field: 'activeIngredients', standing: 'kept', why: '' },
      { field: 'monitoring', standing: 'own', why: '' },
      { field: 'themes', standing: 'kept', why: '' },
    ]);
  });

  it('tells which active ingredients stayed, went and came', () => {
    const ours = {
      ...adoptedFrom(source),
      activeIngredients: ['Elke week', 'Vaste begeleider', 'Samen met de bibliotheek'],
    };
    expect(fidelityOf(source, ours, {}).ingredients).toEqual({
      kept: ['Elke week', 'Vaste begeleider'],
      dropped: ['Ouders lezen mee'],
      added: ['Samen met de bibliotheek'],
    });
  });

  it('does not call another order or a space at the end a change', () => {
    const ours = {
      ...adoptedFrom(source),
      goal: `${source.goal} `,
      themes: ['ouderbetrokkenheid' as const, 'taalontwikkeling' as const],
    };
    expect(fidelityOf(source, ours, {}).fields.every(({ standing }) => standing === 'kept')).toBe(true);
  });
});
