// What is found on a device is offered only when it is not saved, and put back only where nobody else wrote meanwhile.
import { describe, expect, it } from 'vitest';
import { changes, same, standingOf, type Entry } from './entries.ts';

const entry = (more: Partial<Entry> = {}): Entry => ({
  name: 'goal',
  label: 'Doel',
  base: ['Oud.'],
  kept: ['Nieuw.'],
  at: 1,
  ...more,
});
const values = (all: Record<string, string[]>) => new Map(Object.entries(all));

describe('what differs from what was there', () => {
  it('is told by field, with what it was', () => {
    const found = changes(
      values({ goal: ['Oud.'], themes: ['zorg'] }),
      values({ goal: ['Nieuw.'], themes: ['zorg'] }),
      () => 'Doel',
      1,
    );
    expect(found).toEqual([entry()]);
  });

  it('counts a tick that was taken away', () => {
    const found = changes(values({ themes: ['zorg'] }), values({ themes: [] }), () => 'Thema’s', 1);
    expect(found.map(({ base, kept }) => [base, kept])).toEqual([[['zorg'], []]]);
  });
});

describe('what saving tidies', () => {
  it.each([
    ['Eén.\r\nTwee.', 'Eén.\nTwee.'],
    ['  Titel ', 'Titel'],
    ['- een\n- twee', 'een\ntwee'],
    ['een\n\ntwee', 'een\ntwee'],
  ])('%j says the same as %j', (one, other) => expect(same([one], [other])).toBe(true));

  it('says another thing with another word', () => expect(same(['een twee'], ['een drie'])).toBe(false));
});

describe('what was kept', () => {
  const at = (now: Record<string, string[]>, of = entry(), all = [of]) => standingOf(of, values(now), all);

  it('is saved when it stands there', () => expect(at({ goal: ['Nieuw.'] })).toBe('saved'));
  it('can be put back when nobody touched the field', () => expect(at({ goal: ['Oud.'] })).toBe('free'));
  it('is chosen by a person when somebody else wrote meanwhile', () =>
    expect(at({ goal: ['Van een ander.'] })).toBe('both'));
  it('is chosen by a person when two texts of one field were kept', () => {
    const one = entry();
    expect(at({ goal: ['Oud.'] }, one, [one, entry({ kept: ['Nog anders.'] })])).toBe('both');
  });
  it('has no place when the field has gone', () => expect(at({ title: ['x'] })).toBe('gone'));
});
