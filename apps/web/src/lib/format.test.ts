import { describe, expect, it } from 'vitest';
import { enumerate, formatAges, formatPeriod, handleIn, isShouted } from './format.ts';

describe('the address of a page', () => {
  it('is found again by its handle, whatever stands before it', () => {
    expect(handleIn('een-oude-titel-k3f9a00001')).toBe('k3f9a00001');
    expect(handleIn('k3f9a00001')).toBe('k3f9a00001');
    expect(handleIn('geen-handvat')).toBeNull();
  });
});

describe('periods, ages and lists', () => {
  it('say what is known and no more', () => {
    expect(formatPeriod(2021, 2024)).toBe('2021–2024');
    expect(formatPeriod(2021, null)).toBe('vanaf 2021');
    expect(formatPeriod(null, null)).toBe('');
    expect(formatAges(11, 14)).toBe('11 tot en met 14 jaar');
    expect(enumerate(['Heerlen', 'Kerkrade', 'Landgraaf'])).toBe('Heerlen, Kerkrade en Landgraaf');
  });
});

describe('a heading in capitals', () => {
  it('is recognised, and an abbreviation in an ordinary heading is not taken for one', () => {
    expect(isShouted('DEKKEND AANBOD')).toBe(true);
    expect(isShouted('VVE en de OAB-middelen')).toBe(false);
    expect(isShouted('VVE')).toBe(false);
  });
});
