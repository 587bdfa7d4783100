import { describe, expect, it } from 'vitest';
import { contentFrom, eurosFrom, fieldsOf, numberOrNull } from './intervention-form.ts';

function form(fields: Record<string, string | string[]>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const each of [value].flat()) data.append(name, each);
  return data;
}

describe('the editor of an intervention', () => {
  it('takes lines as a browser sends them and stores them as one kind of line end', () => {
    expect(contentFrom(form({ goal: 'Een\r\n\r\nTwee' })).goal).toBe('Een\n\nTwee');
  });

  it('reads one ingredient per line, with or without a bullet', () => {
    expect(
      contentFrom(form({ activeIngredients: '- Vast gezicht\r\n\r\n• Ouders erbij\r\n' })).activeIngredients,
    ).toEqual(['Vast gezicht', 'Ouders erbij']);
  });

  it('shows nothing to more people because a choice did not arrive', () => {
    expect(contentFrom(form({})).visibility).toBe('municipality');
    expect(contentFrom(form({ visibility: 'toString' })).visibility).toBe('municipality');
  });

  it('reads an amount as people write it, and refuses what is none instead of dropping it', () => {
    expect(['12500', '12.500', '€ 12.500,-', '€ 1.000.000,00', ''].map(eurosFrom)).toEqual([
      12_500,
      12_500,
      12_500,
      1_000_000,
      null,
    ]);
    expect(['vijfduizend', '12,5', '1.25', '-5', '1e9'].map(eurosFrom)).toEqual([-1, -1, -1, -1, -1]);
    expect(contentFrom(form({ budget: '5000', budgetPer: 'year' }))).toMatchObject({
      budget: 5_000,
      budgetPer: 'year',
    });
    expect(contentFrom(form({ budgetPer: 'year' }))).toMatchObject({ budget: null, budgetPer: null });
  });

  it('keeps only themes that exist', () => {
    expect(contentFrom(form({ themes: ['armoede', 'bestaat-niet', 'constructor'] })).themes).toEqual([
      'armoede',
    ]);
  });

  it('takes an empty number for unknown, not for zero', () => {
    expect([numberOrNull(''), numberOrNull('0'), numberOrNull('2,5')]).toEqual([null, 0, null]);
  });
});

describe('what the API refuses', () => {
  it('is said once per field, under the name the form knows', () => {
    const fields = [
      { field: 'content.website', code: 'invalid_format' },
      { field: 'content.website', code: 'invalid_format' },
      { field: 'content.activeIngredients.3', code: 'too_big' },
    ];
    expect(fieldsOf(fields)).toEqual([
      { field: 'website', code: 'invalid_format' },
      { field: 'activeIngredients', code: 'too_big' },
    ]);
  });
});
