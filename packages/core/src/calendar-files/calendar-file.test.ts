import fc from 'fast-check';
import { convertIcsCalendar } from 'ts-ics';
import { describe, expect, it } from 'vitest';
import { calendarFeed, calendarFile, invitationFile, type CalendarEvent } from './calendar-file.ts';

const event: CalendarEvent = {
  id: '7f0c2d4e-1111-4222-8333-944455556666',
  sequence: 3,
  changedAt: new Date('2026-11-20T09:30:00Z'),
  startsAt: new Date('2027-03-11T09:00:00Z'),
  endsAt: new Date('2027-03-11T11:30:00Z'),
  title: 'Samen lezen',
  description: 'Wat werkt in de klas.',
  place: 'Bibliotheek, Brunssum',
  url: 'https://kansenplein.example/kennissessies/samen-lezen-k7m2p9xqhr',
  cancelled: false,
};
const people = {
  organizer: { name: 'Gemeente Brunssum', address: 'post@kansenplein.example' },
  attendee: { name: 'Proef persoon', address: 'proef@heerlen.example' },
  at: new Date('2026-11-22T12:00:00Z'),
};
const request = { ...people, method: 'REQUEST', event } as const;

/** Lines as a reader by the rules sees them: put together first, and only at a line end with a space. */
const unfolded = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n');
/** A line by the grammar of RFC 5545, 3.1: a name, parameters whose values may be quoted, and a value without controls. */
const grammar = /^[A-Z][A-Z-]*(;[A-Z-]+=("[^"\p{Cc}]*"|[^";:,\p{Cc}]*))*:[^\p{Cc}]*$/u;
const valueOf = (text: string, name: string): string | undefined =>
  unfolded(text)
    .find((line) => new RegExp(`^${name}[;:]`).test(line))
    ?.replace(/^[A-Z-]+(;[A-Z-]+=("[^"]*"|[^";:,]*))*:/, '');
const typed = (value = '') =>
  value.replace(/\\([\\;,nN])/g, (_, escaped: string) => (/n/i.test(escaped) ? '\n' : escaped));
const components = (text: string) => unfolded(text).filter((line) => /^(BEGIN|END):/.test(line));

/** What people type to make trouble, between what fast-check finds. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '\r\nATTENDEE:mailto:x@y.example',
        '\nEND:VEVENT\nEND:VCALENDAR\n',
        'BEGIN:VEVENT',
        'END:VCALENDAR',
        '\r',
        '\u2028',
        '\u0085',
        '\u0000',
        '\ud83d',
        '\t',
        '\\',
        '\\n',
        ';',
        ',',
        ':',
        '"',
        '^n',
        ' ',
        'ë'.repeat(60),
        '👩🏽‍🏫'.repeat(12),
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

/** What is left of a text in a calendar: no control characters, one kind of line end. */
const kept = (text: string) =>
  text
    .toWellFormed()
    .replace(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '');

describe('a calendar file', () => {
  it('holds whatever is typed as text: no line, component or parameter comes from it, and nothing of it is lost', () => {
    const shape = components(invitationFile(request));
    fc.assert(
      fc.property(hostile, hostile, hostile, hostile, (title, description, place, name) => {
        const written = invitationFile({
          ...request,
          event: { ...event, title, description, place },
          attendee: { name, address: people.attendee.address },
          organizer: { name, address: people.organizer.address },
        });
        const lines = unfolded(written);
        expect(lines.pop()).toBe('');
        expect(components(written)).toEqual(shape);
        for (const line of lines) expect(line.replaceAll('\t', '')).toMatch(grammar);
        expect(lines.filter((line) => /^(ATTENDEE|ORGANIZER|METHOD|UID)[;:]/.test(line))).toHaveLength(4);
        expect(typed(valueOf(written, 'SUMMARY'))).toBe(kept(title));
        expect(typed(valueOf(written, 'DESCRIPTION'))).toBe(kept(description));
        expect(typed(valueOf(written, 'LOCATION'))).toBe(kept(place));
        expect(valueOf(written, 'ATTENDEE')).toBe('mailto:proef@heerlen.example');
      }),
      { numRuns: 300 },
    );
  });

  it('has no line of more than 75 octets, and cuts no character', () => {
    fc.assert(
      fc.property(hostile, (title) => {
        const bytes = Buffer.from(calendarFile([{ ...event, title, description: title.repeat(5) }]));
        const strict = new TextDecoder('utf-8', { fatal: true });
        let from = 0;
        while (from < bytes.length) {
          const until = bytes.indexOf('\r\n', from);
          expect(until - from).toBeLessThanOrEqual(75);
          expect(() => strict.decode(bytes.subarray(from, until))).not.toThrow();
          from = until + 2;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is read back by another program, also by one that looks for components before it puts lines together', () => {
    fc.assert(
      fc.property(hostile, (title) => {
        const { events, timezones } = convertIcsCalendar(undefined, calendarFile([{ ...event, title }]));
        expect(timezones).toHaveLength(1);
        expect(events).toHaveLength(1);
        expect(events?.[0]).toMatchObject({ uid: `${event.id}@kansenplein`, sequence: 3, url: event.url });
        expect(events?.[0]?.start.date).toEqual(event.startsAt);
        expect(events?.[0]?.end?.date).toEqual(event.endsAt);
        expect(events?.[0]?.attendees).toBeUndefined();
      }),
      { numRuns: 200 },
    );
    const read = convertIcsCalendar(
      undefined,
      calendarFile([{ ...event, title: 'END:VEVENT; of; toch, niet' }]),
    );
    expect(read.events?.[0]?.summary).toBe('END:VEVENT; of; toch, niet');
  });

  it('refuses what is no line: an address with a line end never becomes one', () => {
    const attendee = { name: 'Proef', address: 'a@b.example\r\nX-EVIL:1' };
    expect(invitationFile({ ...request, attendee })).not.toMatch(/^X-EVIL/m);
    expect(() => calendarFile([{ ...event, id: 'a\r\nX-EVIL:1' }])).toThrow(TypeError);
  });

  it('to take along asks nobody anything: no method, no organizer, no attendees', () => {
    for (const text of [
      calendarFile([event]),
      calendarFeed('Kennissessies', [event, event]),
      calendarFeed('', []),
    ])
      expect(text).not.toMatch(/^(METHOD|ORGANIZER|ATTENDEE)/m);
  });

  it('is the same each time as long as nothing changed, so that who follows it is told nothing new', () => {
    expect(calendarFeed('Kennissessies', [event])).toBe(calendarFeed('Kennissessies', [event]));
    expect(valueOf(calendarFile([event]), 'DTSTAMP')).toBe('20261120T093000Z');
  });
});

describe('the calendar part of a mail', () => {
  it('asks for the meeting with one organizer and one attendee, who has accepted already', () => {
    const written = invitationFile(request);
    expect(valueOf(written, 'METHOD')).toBe('REQUEST');
    expect(valueOf(written, 'STATUS')).toBe('CONFIRMED');
    expect(valueOf(written, 'DTSTAMP')).toBe('20261122T120000Z');
    expect(unfolded(written)).toContain('ORGANIZER;CN="Gemeente Brunssum":mailto:post@kansenplein.example');
    expect(unfolded(written)).toContain(
      'ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE;CN="Proef persoon":mailto:proef@heerlen.example',
    );
  });

  it('cancels under the same UID with a higher sequence', () => {
    const before = invitationFile(request);
    const written = invitationFile({ ...request, method: 'CANCEL', event: { ...event, sequence: 4 } });
    expect(valueOf(written, 'METHOD')).toBe('CANCEL');
    expect(valueOf(written, 'STATUS')).toBe('CANCELLED');
    expect(valueOf(written, 'UID')).toBe(valueOf(before, 'UID'));
    expect(Number(valueOf(written, 'SEQUENCE'))).toBeGreaterThan(Number(valueOf(before, 'SEQUENCE')));
    expect(valueOf(written, 'ATTENDEE')).toBe(valueOf(before, 'ATTENDEE'));
  });
});
