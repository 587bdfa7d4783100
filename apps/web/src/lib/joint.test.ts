import { describe, expect, it } from 'vitest';
import { budgetInWords, isJoint, sumsInWords } from './joint.ts';
import type { Sum, Totals } from './wire.ts';

const none: Sum = {
  municipalities: 0,
  pupils: 0,
  unknown: 0,
  money: { year: null, whole: null, unknown: 0 },
};
const sum = (municipalities: number, more: Partial<Sum> = {}): Sum => ({ ...none, municipalities, ...more });
const totals = (more: Partial<Totals>): Totals => ({
  confirmed: none,
  confirmedWithConditional: more.confirmed ?? none,
  stated: none,
  withoutConditional: { pupils: 0, unknown: 0 },
  withConditional: { pupils: 0, unknown: 0 },
  budget: null,
  ...more,
});
/** With ordinary spaces. */
const plain = (text: string | null | undefined) => text?.replaceAll('\u00a0', ' ');

describe('what municipalities bring together', () => {
  it('says of how many it is not known, and that the sum is then the least of it', () => {
    const money = { year: 15_000, whole: null, unknown: 2 };
    const [words] = sumsInWords(totals({ confirmed: sum(5, { pupils: 120, unknown: 1, money }) }));
    expect(words).toMatchObject({
      municipalities: '5 gemeenten',
      pupils: 'ten minste 120 leerlingen',
      unknown: [
        '1 van de 5 gemeenten heeft geen aantal leerlingen genoemd.',
        '2 van de 5 gemeenten hebben geen bedrag genoemd.',
      ],
    });
    expect(plain(words?.money)).toBe('ten minste € 15.000 per jaar');
  });

  it('is no number where nobody named one', () => {
    const money = { year: null, whole: null, unknown: 3 };
    const [words] = sumsInWords(totals({ confirmed: sum(3, { unknown: 3, money }) }));
    expect(words).toMatchObject({ pupils: 'aantal leerlingen onbekend', money: 'geen bedrag bekend' });
    expect(words?.unknown.at(-1)).toBe('Geen van de 3 gemeenten heeft een bedrag genoemd.');
  });

  it('tells amounts for another time beside each other', () => {
    const money = { year: 0, whole: 2_500, unknown: 0 };
    const [words] = sumsInWords(totals({ confirmed: sum(2, { money }) }));
    expect(plain(words?.money)).toBe('€ 0 per jaar en € 2.500 in totaal');
  });

  it('tells the conditional ones only when there are any, and who has not confirmed apart and last', () => {
    const all = { confirmed: sum(2), confirmedWithConditional: sum(3), stated: sum(1) };
    expect(sumsInWords(totals(all)).map(({ group }) => group)).toEqual([
      'confirmed',
      'confirmedWithConditional',
      'stated',
    ]);
    expect(sumsInWords(totals({ confirmed: sum(2) })).map(({ group }) => group)).toEqual(['confirmed']);
    expect([isJoint(totals({ confirmed: sum(1) })), isJoint(totals({ ...all }))]).toEqual([false, true]);
  });
});

describe('what the whole costs', () => {
  const with_ = (year: number | null, gap: number | null) =>
    budgetInWords(
      totals({
        confirmed: sum(2, { money: { year, whole: null, unknown: 0 } }),
        budget: { euros: 20_000, per: 'year', gap },
      }),
    );

  it('is told with what the shares leave open, or go beyond', () => {
    expect(plain(with_(15_000, 5_000)?.difference)).toContain('zijn samen € 15.000: € 5.000 minder dan dat.');
    expect(plain(with_(21_000, -1_000)?.difference)).toContain('zijn samen € 21.000: € 1.000 meer dan dat.');
    expect(with_(20_000, 0)?.difference).toBeNull();
  });

  it('is compared with nothing that is for another time, or was not named', () => {
    expect(with_(15_000, null)?.difference).toContain('niet allemaal voor dezelfde tijd');
    expect(with_(null, null)?.difference).toContain('heeft een bedrag genoemd');
    expect(budgetInWords(totals({}))).toBeNull();
  });
});
