import { describe, expect, it } from 'vitest';
import { askedIn, judge, type Kept } from './standing.ts';

const kept = (change: Partial<Kept> = {}): Kept => ({
  commitment: 'consultation',
  signedOn: '2020-03-01',
  endedOn: null,
  joinedOn: '2024-01-15',
  counted: 0,
  ...change,
});
const during = '2026-08-01';
const after = '2027-01-01';
const standing = (change: Partial<Kept>, today = during) => judge(kept(change), 2026, today).standing;

describe('how a municipality stands with a promise', () => {
  it('is met from the moment that enough happened, also in a year that is not over', () => {
    expect(standing({ counted: 1 })).toBe('to_do');
    expect(standing({ counted: 2 })).toBe('met');
    expect(standing({ counted: 1 }, after)).toBe('not_met');
    expect(standing({ counted: 2 }, after)).toBe('met');
  });

  it('is never "not met" on the last day of the year, and is the day after', () => {
    expect(standing({ counted: 1 }, '2026-12-31')).toBe('to_do');
    expect(standing({ counted: 1 }, '2027-01-01')).toBe('not_met');
  });

  it('is not asked of who signed nothing, signed later, or is not on the platform', () => {
    expect(standing({ signedOn: null })).toBe('not_signed');
    expect(standing({ signedOn: '2027-01-01' })).toBe('not_signed');
    expect(standing({ joinedOn: null })).toBe('not_joined');
    expect(standing({ joinedOn: '2027-01-01' })).toBe('not_joined');
    expect(standing({ endedOn: '2025-12-31' })).toBe('ended');
  });

  it('looks from the day of signing or of joining, whichever is later', () => {
    expect(judge(kept({ joinedOn: '2026-07-01' }), 2026, during)).toMatchObject({
      since: '2026-07-01',
      until: '2026-12-31',
      asked: 1,
    });
    expect(judge(kept({ signedOn: '2026-02-01', joinedOn: '2026-01-20' }), 2026, during)).toMatchObject({
      since: '2026-02-01',
      asked: 2,
    });
  });

  it('asks nothing of who begins at the end of the year, and says so instead of failing it', () => {
    expect(standing({ joinedOn: '2026-12-01' }, after)).toBe('from_next_year');
    expect(standing({ commitment: 'sharing', joinedOn: '2026-09-01' }, after)).toBe('from_next_year');
  });

  it('looks until the last day that was agreed, and is settled the day after', () => {
    const ended = { endedOn: '2026-06-30', counted: 0 };
    expect(judge(kept(ended), 2026, '2026-06-30')).toMatchObject({ standing: 'to_do', asked: 1 });
    expect(judge(kept(ended), 2026, '2026-07-01').standing).toBe('not_met');
    expect(standing({ endedOn: '2026-01-10' })).toBe('ended');
  });
});

describe('what is asked in a part of a year', () => {
  it('is pro rata and rounded, in a leap year too', () => {
    expect(askedIn('consultation', 2026, '2026-01-01', '2026-12-31')).toBe(2);
    expect(askedIn('consultation', 2028, '2028-01-01', '2028-12-31')).toBe(2);
    expect(askedIn('consultation', 2026, '2026-04-01', '2026-12-31')).toBe(2);
    expect(askedIn('consultation', 2026, '2026-04-03', '2026-12-31')).toBe(1);
    expect(askedIn('consultation', 2026, '2026-10-03', '2026-12-31')).toBe(0);
    expect(askedIn('sharing', 2026, '2026-07-02', '2026-12-31')).toBe(1);
    expect(askedIn('sharing', 2026, '2026-07-03', '2026-12-31')).toBe(0);
  });
});
