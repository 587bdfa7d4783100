import { describe, expect, it } from 'vitest';
import { accessibility, statuses } from './accessibility.ts';
import { wrongInAccessibility, wrongInPrivacy } from './check.ts';
import { afterInWords, periodInWords } from './period-words.ts';
import { privacy } from './privacy.ts';

// Dates of the statements are compared with the day they were written, so that this test says the same in ten years.
const now = new Date('2026-11-22T12:00:00Z');

describe('the privacy statement', () => {
  it('is complete, and no date in it is still to come', () => {
    expect(wrongInPrivacy(privacy, new Date())).toEqual([]);
  });

  it.each([
    [{ ...privacy, contact: ' ' }, 'privacy.contact is empty'],
    [{ ...privacy, kept: [] }, 'privacy.kept holds nothing'],
    [{ ...privacy, checkedOn: '2026-11-23' }, 'privacy.checkedOn lies in the future'],
    [{ ...privacy, checkedOn: '2026-02-30' }, 'privacy.checkedOn is no day'],
  ])('is refused when something is missing or impossible', (statement, problem) => {
    expect(wrongInPrivacy(statement, now)).toEqual([problem]);
  });

  it('says periods as people do', () => {
    const since = 'het versturen';
    expect(periodInWords({ hours: 1, since })).toBe('1 uur vanaf het versturen');
    expect(periodInWords({ hours: 24, since })).toBe('1 dag vanaf het versturen');
    expect(periodInWords({ hours: 30 * 24, since })).toBe('30 dagen vanaf het versturen');
    expect(periodInWords({ hours: 2 * 365 * 24, since })).toBe('2 jaar vanaf het versturen');
    expect(periodInWords({ hours: null, since })).toBe('Zonder vaste termijn, vanaf het versturen');
    expect(afterInWords({ hours: 1, after: 'Verwijderd.' })).toBe('Daarna: verwijderd.');
    expect(afterInWords({ hours: null, after: 'Blijft.' })).toBe('Blijft.');
  });
});

describe('the accessibility statement', () => {
  it('is complete, its state fits what is known, and no date in it is still to come', () => {
    expect(Object.keys(statuses)).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect(wrongInAccessibility(accessibility, new Date())).toEqual([]);
  });

  const examined = { ...accessibility, examinedOn: '2026-05-01' };
  it.each([
    [{ ...accessibility, status: 'A' as const, issues: [] }, /three years/],
    [{ ...examined, status: 'A' as const }, /no known issues/],
    [{ ...examined, status: 'B' as const, examinedOn: '2023-01-01' }, /three years/],
    [{ ...examined, status: 'B' as const, issues: [] }, /does not comply/],
    [{ ...accessibility, status: 'C' as const }, /six months/],
    [{ ...accessibility, status: 'C' as const, examinationPlannedBefore: '2027-09-01' }, /six months/],
    [{ ...accessibility, examinationPlannedBefore: '2027-02-01' }, /state is C/],
    [{ ...accessibility, status: 'E' as const }, /cannot say/],
    [{ ...accessibility, checkedOn: '2026-12-01' }, /in the future/],
    [
      {
        ...accessibility,
        issues: [{ ...accessibility.issues[0], what: 'x', why: '', effect: 'x', plan: 'x', by: null }],
      },
      /why is empty/,
    ],
  ])('is refused when its state claims more than is known (%#)', (statement, problem) => {
    expect(wrongInAccessibility(statement, now).join(' ')).toMatch(problem);
  });

  it('may say B with an examination and what is left to mend', () => {
    expect(wrongInAccessibility({ ...examined, status: 'B' }, now)).toEqual([]);
  });
});
