// What the document says beside a field is a sentence of it, and never one with the name of a person.
import { describe, expect, it } from 'vitest';
import { emptyAgenda } from '../agendas/index.ts';
import { goalKey } from './drafting.ts';
import { keyOf } from './keys.ts';
import { placeInAgenda, sourceOf } from './marks.ts';

const document = 'Eerste zin. De begroting telt drie gemeenten. Laatste zin.\nContact\tMw. Voorbeeld';
const spanOf = (words: string) => {
  const start = document.indexOf(words);
  return { spans: [{ start, end: start + words.length }] };
};

describe('the words of the document', () => {
  it('are the whole sentence the place stands in', () =>
    expect(sourceOf(spanOf('drie gemeenten'), document, [])).toBe('De begroting telt drie gemeenten.'));

  it('end with the cell of a table', () =>
    expect(sourceOf(spanOf('Laatste'), document, [])).toBe('Laatste zin.'));

  it('are without the loose marks of HTML in its cells', () => {
    const cell = '<ul style="list-style-type: none"> • Twee scholen <b>en een</b> a < b';
    expect(sourceOf({ spans: [{ start: 0, end: cell.length }] }, cell, [])).toBe(
      '• Twee scholen en een a < b',
    );
  });

  it('are withheld where a person is named', () =>
    expect(sourceOf(spanOf('Voorbeeld'), document, [spanOf('Mw. Voorbeeld')])).toBeNull());

  it('are cut when there is no end to them', () =>
    expect(sourceOf({ spans: [{ start: 0, end: 900 }] }, 'a'.repeat(2000), [])?.length).toBeLessThanOrEqual(
      400,
    ));
});

describe('the place in an agenda', () => {
  const goal = (key: string, number: string, title: string) => ({
    ...{ key, number, title, parent: null, text: '', intendedResults: [] },
  });
  const draft = {
    ...emptyAgenda('Agenda', 'gka_agenda'),
    goals: [goal(goalKey('0'), '1', 'Lezen'), goal('eigen', '2', 'Rekenen')],
    actions: [
      {
        ...{ key: keyOf('action', '/0', 1), text: 'Doen', goals: [goalKey('0')], status: 'planned' as const },
        ...{ from: null, until: null, who: '', interventions: [] },
      },
    ],
  };
  const place = (key: string, field: string, number = '') => placeInAgenda({ key, field, number }, draft);

  it('is the goal or the action that was made of it', () => {
    expect(place('goal/0/title', 'goals', '1')).toBe(`goals/${goalKey('0')}`);
    expect(place('goal/0/action/1', 'actions', '1')).toBe(`actions/${keyOf('action', '/0', 1)}`);
  });
  it('is a goal of the same number, when it was made of an earlier document', () =>
    expect(place('goal/7/title', 'goals', '2')).toBe('goals/eigen'));
  it('is nowhere, when that goal has gone', () => expect(place('goal/7/title', 'goals', '9')).toBe(''));
  it('is the field, where there is one', () => {
    expect(place('agenda/period', 'period')).toBe('periodFrom');
    expect(place('agenda/mission', 'mission')).toBe('mission');
  });
});
