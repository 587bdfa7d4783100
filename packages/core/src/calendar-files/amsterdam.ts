// The time of the Netherlands in calendar files: local time with its zone, so that ten o'clock stays ten o'clock when a
// calendar shows it, in summer and in winter.
import { component, line, type Line } from './content-lines.ts';

const zone = 'Europe/Amsterdam';

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** `20260329T030000`: what a clock in the Netherlands shows at that moment. */
export function localTime(moment: Date): string {
  const parts = Object.fromEntries(clock.formatToParts(moment).map(({ type, value }) => [type, value]));
  const { year = '', month, day, hour, minute, second } = parts;
  return `${year.padStart(4, '0')}${month}${day}T${hour}${minute}${second}`;
}

/** `20260329T010000Z` */
export const utcTime = (moment: Date): string => `${moment.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

const hour = 3_600_000;

/** The moments at which a clock shows this: none in the hour that summer time skips, two in the one that it repeats. */
function momentsOf(local: string): number[] {
  const iso = local.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6Z');
  return [2, 1]
    .map((ahead) => Date.parse(iso) - ahead * hour)
    .filter((moment) => localTime(new Date(moment)) === local);
}

/**
 * A line that says when, to the second. A local time that comes twice, in the night that summer time ends, would mean the
 * first one (RFC 5545, 3.3.5); not every program reads it so, and both are said in UTC.
 */
export function timeLine(name: string, moment: Date): Line {
  const local = localTime(moment);
  return momentsOf(local).length === 1 ? line(name, local, { TZID: zone }) : line(name, utcTime(moment));
}

const observance = (name: 'DAYLIGHT' | 'STANDARD', changes: Readonly<Record<string, string>>) =>
  component(
    name,
    Object.entries(changes).map(([key, value]) => line(key, value)),
  );

/** The rule since 1996: summer time from the last Sunday of March to the last Sunday of October (2000/84/EC). */
export const timeZone: Line = component('VTIMEZONE', [
  line('TZID', zone),
  line('X-LIC-LOCATION', zone),
  observance('DAYLIGHT', {
    TZNAME: 'CEST',
    TZOFFSETFROM: '+0100',
    TZOFFSETTO: '+0200',
    DTSTART: '19960331T020000',
    RRULE: 'FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  }),
  observance('STANDARD', {
    TZNAME: 'CET',
    TZOFFSETFROM: '+0200',
    TZOFFSETTO: '+0100',
    DTSTART: '19961027T030000',
    RRULE: 'FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  }),
]);
