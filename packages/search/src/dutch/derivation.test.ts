import { describe, expect, it } from 'vitest';
import { analyse } from './analyse.ts';
import { activitiesOf } from './derivation.ts';
import { conceptDerived } from './thesaurus.ts';

describe('who does it, and the doing of it', () => {
  it.each([
    ['mentoren', 'mentoring'],
    ['voorlezers', 'voorlezen'],
    ['spijbelaars', 'spijbelen'],
    ['adviseren', 'advisering'],
    ['opvoeding', 'opvoeden'],
  ])('%s may be asked for %s', (word, activity) => {
    expect(activitiesOf(word)).toContain(activity);
  });

  it.each([
    ['mentoren', 'mentoring'],
    ['huisbezoekers', 'huisbezoek'],
    ['zwemmers', undefined],
    ['later', undefined],
  ])('%s is about %s', (word, notation) => {
    expect(conceptDerived(word)?.notation).toBe(notation);
  });

  it('looks for the activity beside the word, and for no doers of what was asked', () => {
    const [asked] = analyse('mentoren voor jongeren ', { literal: false }).groups;
    expect(asked?.concept?.notation).toBe('mentoring');
    expect(asked?.labels.map(({ text }) => text)).toContain('maatjesproject');
    const [activity] = analyse('mentoring ', { literal: false }).groups;
    expect(activity?.labels.map(({ text }) => text)).not.toContain('mentor');
  });

  it('leaves alone what says little: schools are not about schooling', () => {
    const [school] = analyse('scholen ', { literal: false }).groups;
    expect(school?.concept).toBeNull();
  });
});
