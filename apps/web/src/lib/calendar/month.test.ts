import { describe, expect, it } from 'vitest';
import { daysOf, monthBeside, monthIn, monthOf, monthTitle, weeksOf } from './month.ts';

const entry = (startsAt: string, endsAt: string) => ({
  ...{ id: startsAt, slug: 'samen-lezen-k7m2p9xqhr', title: 'Samen lezen', host: 'Brunssum', place: '' },
  ...{ startsAt, endsAt, cancelled: false, own: false },
});
const days = (month: string, startsAt: string, endsAt: string) => [
  ...daysOf(month, [entry(startsAt, endsAt)]).keys(),
];

describe('a month', () => {
  it('has weeks from Monday to Sunday, and each of its days once', () => {
    for (
      let month: string | null = '2026-01';
      month !== null && month < '2029-01';
      month = monthBeside(month, 1)
    ) {
      const weeks = weeksOf(month);
      const all = weeks.flat().filter((day) => day !== null);
      expect(weeks.every((week) => week.length === 7 && week.some((day) => day !== null))).toBe(true);
      expect(all).toEqual([...new Set(all)].sort());
      expect(all[0]).toBe(`${month}-01`);
      for (const week of weeks)
        for (const [at, day] of week.entries())
          if (day !== null) expect(new Date(`${day}T12:00:00Z`).getUTCDay()).toBe((at + 1) % 7);
      expect(all.at(-1)?.slice(8)).toBe(
        String(new Date(Date.UTC(+month.slice(0, 4), +month.slice(5), 0)).getUTCDate()),
      );
    }
  });

  it('goes on over the end of the year, and not beyond what an address can say', () => {
    expect([monthBeside('2026-12', 1), monthBeside('2027-01', -1)]).toEqual(['2027-01', '2026-12']);
    expect([monthBeside('2099-12', 1), monthBeside('2000-01', -1)]).toEqual([null, null]);
    expect(monthTitle('2027-03')).toBe('maart 2027');
    for (const text of ['2027-13', '2027-3', '1999-12', '2027-03-01', '', 'maart'])
      expect(monthIn(text)).toBeNull();
  });

  it('counts Dutch days: just after midnight is the new month', () => {
    expect(monthOf('2027-05-31T22:30:00Z')).toBe('2027-06');
    expect(monthOf('2027-12-31T22:30:00Z')).toBe('2027-12');
  });

  it('shows what lasts several days on each of them, also over the night that has an hour more or less', () => {
    expect(days('2027-03', '2027-03-27T21:00:00Z', '2027-03-28T08:00:00Z')).toEqual([
      '2027-03-27',
      '2027-03-28',
    ]);
    expect(days('2027-10', '2027-10-30T20:00:00Z', '2027-10-31T22:30:00Z')).toEqual([
      '2027-10-30',
      '2027-10-31',
    ]);
    expect(days('2027-11', '2027-10-31T09:00:00Z', '2027-11-01T09:00:00Z')).toEqual(['2027-11-01']);
    expect(days('2027-06', '2027-06-10T18:00:00Z', '2027-06-10T22:00:00Z')).toEqual(['2027-06-10']);
  });
});
