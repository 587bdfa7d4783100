// A month as people look at it: weeks from Monday to Sunday, in Dutch days.
import type { CalendarEntry } from '../wire.ts';

/** `2027-03` */
export type Month = string;

const zoned = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam' });
const title = new Intl.DateTimeFormat('nl-NL', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** The Dutch day of a moment: `2027-03-28`. */
export const dayOf = (moment: string | Date): string => zoned.format(new Date(moment));

export const monthOf = (moment: string | Date): Month => dayOf(moment).slice(0, 7);

/** What stands in an address; null when it is no month that a page can show. */
export const monthIn = (text: string): Month | null => (/^20\d{2}-(0[1-9]|1[0-2])$/.test(text) ? text : null);

const firstOf = (month: Month): Date => new Date(`${month}-01T00:00:00Z`);

/** `maart 2027` */
export const monthTitle = (month: Month): string => title.format(firstOf(month));

/** The month so many further on; null beyond what a page can show. */
export function monthBeside(month: Month, further: number): Month | null {
  const first = firstOf(month);
  first.setUTCMonth(first.getUTCMonth() + further);
  return monthIn(first.toISOString().slice(0, 7));
}

const asDay = (date: Date): string => date.toISOString().slice(0, 10);

/** Its days in weeks; null for a day of another month. */
export function weeksOf(month: Month): (string | null)[][] {
  const first = firstOf(month);
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  // Sunday is the last day of a week here, not the first.
  const before = (first.getUTCDay() + 6) % 7;
  const days = [
    ...Array<null>(before).fill(null),
    ...Array.from({ length }, (_, at) =>
      asDay(new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), at + 1))),
    ),
  ];
  const weeks = Math.ceil(days.length / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, at) => days[week * 7 + at] ?? null),
  );
}

/** An entry on one of its days. */
export interface OnDay {
  readonly entry: CalendarEntry;
  /** It began before this day. */
  readonly continues: boolean;
}

/** A session of a whole year is no session: more days than this are not written out. */
const mostDays = 31;

/** Each day of the month on which something is, in order; what lasts several days stands on each of them. */
export function daysOf(
  month: Month,
  entries: readonly CalendarEntry[],
): ReadonlyMap<string, readonly OnDay[]> {
  const days = new Map<string, OnDay[]>();
  for (const entry of entries) {
    const first = dayOf(entry.startsAt);
    // What ends at midnight does not go on into the next day.
    const last = dayOf(new Date(Date.parse(entry.endsAt) - 1));
    for (let at = 0; at < mostDays; at += 1) {
      const day = asDay(new Date(Date.parse(`${first}T00:00:00Z`) + at * 86_400_000));
      if (day > last) break;
      if (day.startsWith(month)) days.set(day, [...(days.get(day) ?? []), { entry, continues: at > 0 }]);
    }
  }
  return new Map([...days].sort(([one], [other]) => one.localeCompare(other)));
}
