import { describe, expect, it } from 'vitest';
import { clockAt, instantOf, isCalendarDay } from './dutch-time.ts';

const instant = (day: string, time: string) => {
  const found = instantOf(day, time);
  return found.kind === 'instant' ? found.at.toISOString() : found.kind;
};

describe('a clock time in the Netherlands', () => {
  it('is one hour ahead of UTC in winter and two in summer', () => {
    expect(instant('2027-01-15', '13:00')).toBe('2027-01-15T12:00:00.000Z');
    expect(instant('2027-07-15', '13:00')).toBe('2027-07-15T11:00:00.000Z');
  });

  it('is no instant when the clock skips it or shows it twice, and is one right beside that', () => {
    expect(instant('2027-03-28', '02:30')).toBe('missing');
    expect(instant('2027-03-28', '01:59')).toBe('2027-03-28T00:59:00.000Z');
    expect(instant('2027-03-28', '03:00')).toBe('2027-03-28T01:00:00.000Z');
    expect(instant('2027-10-31', '02:30')).toBe('twice');
    expect(instant('2027-10-31', '01:59')).toBe('2027-10-30T23:59:00.000Z');
    expect(instant('2027-10-31', '03:00')).toBe('2027-10-31T02:00:00.000Z');
  });

  it('is read back as it was written', () => {
    expect(clockAt(new Date('2027-07-15T22:30:00Z'))).toEqual({ day: '2027-07-16', time: '00:30' });
  });

  it('needs a day that exists', () => {
    expect(['2027-02-28', '2028-02-29'].map(isCalendarDay)).toEqual([true, true]);
    expect(['2027-02-29', '2027-04-31', '2027-13-01', ''].map(isCalendarDay)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
