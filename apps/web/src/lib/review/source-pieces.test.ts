import { describe, expect, it } from 'vitest';
import { piecesOf, samePlace } from './source-pieces.ts';

const item = (
  key: string,
  spans: [number, number][],
  more: Partial<Parameters<typeof piecesOf>[1][number]> = {},
) => ({
  key,
  spans: spans.map(([start, end]) => ({ start, end })),
  person: false,
  text: '',
  field: 'goal',
  kind: 'text' as const,
  ...more,
});

describe('a document beside its fields', () => {
  const text = 'Doel: samen lezen. Contact: mw. P. Proef, coördinator. Einde.';

  it('loses no letter and knows for each what it became', () => {
    const pieces = piecesOf(text, [item('goal', [[6, 18]]), item('remark', [[12, 17]])], 'goal', null);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.map(({ keys }) => keys)).toEqual([[], ['goal'], ['remark', 'goal'], ['goal'], []]);
    expect(pieces.map(({ marked }) => marked)).toEqual([false, true, true, true, false]);
    expect(pieces.map(({ begins }) => begins)).toEqual([null, 'goal', 'remark', null, null]);
  });

  it('shows the role where the name of a person stood, once, and never the name', () => {
    const cell = item('contact', [[28, 54]], { person: true, text: 'coördinator' });
    const remark = item('remark', [[28, 54]], { field: 'person.name_replaced' });
    const within = item('within', [[32, 40]], { field: 'person.name_replaced' });
    for (const items of [[cell], [cell, remark], [remark, cell, within]]) {
      const shown = piecesOf(text, items, null, null).map((piece) => piece.text);
      expect(shown.join('')).toBe('Doel: samen lezen. Contact: coördinator Einde.');
    }
    expect(
      piecesOf(text, [within], null, null)
        .map((piece) => piece.text)
        .join(''),
    ).not.toContain('Proef');
  });

  it('says where a page begins, also in the middle of a field', () => {
    const pieces = piecesOf(text, [item('goal', [[6, 18]])], null, [0, 10]);
    expect(pieces.map(({ page }) => page)).toEqual([1, null, 2, null]);
  });

  it('finds what stands at the same place', () => {
    const items = [item('a', [[0, 10]]), item('b', [[9, 12]]), item('c', [[12, 20]])];
    expect(samePlace(items[1] ?? item('', []), items).map(({ key }) => key)).toEqual(['a']);
  });
});
