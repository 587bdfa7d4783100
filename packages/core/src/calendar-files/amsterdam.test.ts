import { convertIcsTimezone, extendTimezoneProps } from 'ts-ics';
import { describe, expect, it } from 'vitest';
import { localTime, timeLine, timeZone } from './amsterdam.ts';

const at = (iso: string) => timeLine('DTSTART', new Date(iso));
const hour = 3_600_000;

describe('Dutch time in a calendar file', () => {
  it('says what the clock shows, in winter and in summer', () => {
    expect(at('2027-01-14T09:00:00Z')).toBe('DTSTART;TZID=Europe/Amsterdam:20270114T100000');
    expect(at('2027-06-14T08:00:00Z')).toBe('DTSTART;TZID=Europe/Amsterdam:20270614T100000');
  });

  it('spans the night in which the clock goes forward, and the one in which it goes back', () => {
    // 27 March 22:00 to 28 March 10:00 is eleven hours; 30 October 22:00 to 31 October 10:00 is thirteen.
    expect(at('2027-03-27T21:00:00Z')).toMatch(/20270327T220000$/);
    expect(at('2027-03-28T08:00:00Z')).toMatch(/20270328T100000$/);
    expect(at('2027-10-30T20:00:00Z')).toMatch(/20271030T220000$/);
    expect(at('2027-10-31T09:00:00Z')).toMatch(/20271031T100000$/);
  });

  it('says a clock time that comes twice in UTC, so that nobody reads the other one', () => {
    expect(at('2027-10-31T00:30:00Z')).toBe('DTSTART:20271031T003000Z');
    expect(at('2027-10-31T01:30:00Z')).toBe('DTSTART:20271031T013000Z');
    expect(at('2027-10-31T02:30:00Z')).toBe('DTSTART;TZID=Europe/Amsterdam:20271031T033000');
  });

  it('has the rule that the time zone of this machine follows, for ten years', () => {
    const { props } = convertIcsTimezone(undefined, timeZone);
    for (let each = 2026; each < 2036; each += 1) {
      const changes = extendTimezoneProps(new Date(Date.UTC(each, 11, 31)), props)
        .filter(({ start }) => start.getUTCFullYear() === each)
        .map(({ start, offsetFrom, offsetTo }) => ({ start, offsetFrom, offsetTo }));
      expect(changes).toHaveLength(2);
      for (const { start, offsetFrom, offsetTo } of changes) {
        const shown = (moment: number) => localTime(new Date(moment)).slice(9, 13);
        // Both changes are at one o'clock UTC.
        const change = Date.UTC(each, start.getUTCMonth(), start.getUTCDate(), 1);
        expect(shown(change - hour / 2)).toBe(offsetFrom === '+0100' ? '0130' : '0230');
        expect(shown(change + hour / 2)).toBe(offsetTo === '+0200' ? '0330' : '0230');
      }
    }
  });
});
