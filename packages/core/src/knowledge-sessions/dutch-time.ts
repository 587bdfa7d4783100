// Clock times as people in the Netherlands read them, and the instants they are. A clock time that the day does not have,
// or has twice because the clock is put back, is said to be so: nobody guesses which was meant.
import { timeZone } from './vocabulary.ts';

const clock = new Intl.DateTimeFormat('en-CA', {
  timeZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** What the clock shows at an instant: `2027-03-28` and `14:30`. */
export function clockAt(instant: Date): {
  readonly day: string;
  readonly time: string;
} {
  const part = Object.fromEntries(clock.formatToParts(instant).map(({ type, value }) => [type, value]));
  return {
    day: `${part.year}-${part.month}-${part.day}`,
    time: `${part.hour}:${part.minute}`,
  };
}

export type ClockTime =
  | { readonly kind: 'instant'; readonly at: Date }
  /** Between two and three in the night when the clock is put forward. */
  | { readonly kind: 'missing' }
  /** Between two and three in the night when the clock is put back. */
  | { readonly kind: 'twice' };

const isDay = (day: string) => /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(`${day}T00:00Z`));

/** The day exists, so not 31 April. */
export const isCalendarDay = (day: string): boolean =>
  isDay(day) && new Date(`${day}T00:00Z`).toISOString().startsWith(day);

/** `day` as `2027-03-28`, `time` as `14:30`; both must exist as such. */
export function instantOf(day: string, time: string): ClockTime {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  // Dutch time is one or two hours ahead of UTC.
  const fitting = [1, 2]
    .map((ahead) => new Date(asUtc - ahead * 3_600_000))
    .filter((at) => {
      const shown = clockAt(at);
      return shown.day === day && shown.time === time;
    });
  const [at] = fitting;
  if (!at) return { kind: 'missing' };
  return fitting.length === 1 ? { kind: 'instant', at } : { kind: 'twice' };
}
