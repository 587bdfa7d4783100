// Calendar files: what somebody takes along or follows, and what comes by mail and changes a calendar by itself.
import { timeLine, timeZone, utcTime } from './amsterdam.ts';
import { component, file, line, quoted, textValue, type Line } from './content-lines.ts';

/** One happening as a calendar shows it, whatever it is of. */
export interface CalendarEvent {
  /** The row it is of: the same in every file, so that a calendar knows it again. */
  readonly id: string;
  /** Raised by one with each change that a calendar must take over (RFC 5545, 3.8.7.4). */
  readonly sequence: number;
  /** When it last changed. */
  readonly changedAt: Date;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly title: string;
  readonly description: string;
  /** Null when there is none, or it is not to be told. */
  readonly place: string | null;
  /** Address of its page. */
  readonly url: string;
  readonly cancelled: boolean;
}

export interface CalendarPerson {
  readonly name: string;
  /** Mail address. */
  readonly address: string;
}

export interface Invitation {
  /** REQUEST puts it in the calendar, or replaces what is there; CANCEL takes it out. */
  readonly method: 'REQUEST' | 'CANCEL';
  readonly event: CalendarEvent;
  /** Sends the mail: programs trust an invitation when its organizer is who the mail is from. */
  readonly organizer: CalendarPerson;
  /** Who gets the mail. Nobody else is named. */
  readonly attendee: CalendarPerson;
  /** Now. */
  readonly at: Date;
}

/** The name is a parameter, the address a URI: what may stand in an address and not in a URI is percent-encoded. */
const person = (role: string, { name, address }: CalendarPerson, more = {}): Line =>
  line(role, `mailto:${encodeURI(address)}`, { ...more, CN: quoted(name) });

/** `stamp`: when the file was made for who it is for, or, where it is for anybody, when the event changed (3.8.7.2). */
function eventLines(event: CalendarEvent, stamp: Date, cancelled: boolean): Line[] {
  const { id, sequence, changedAt, startsAt, endsAt, title, description, place, url } = event;
  return [
    line('UID', `${id}@kansenplein`),
    line('DTSTAMP', utcTime(stamp)),
    line('SEQUENCE', String(Math.trunc(sequence))),
    line('STATUS', cancelled ? 'CANCELLED' : 'CONFIRMED'),
    line('LAST-MODIFIED', utcTime(changedAt)),
    timeLine('DTSTART', startsAt),
    timeLine('DTEND', endsAt),
    line('SUMMARY', textValue(title)),
    ...(place === null ? [] : [line('LOCATION', textValue(place))]),
    line('DESCRIPTION', textValue(description)),
    line('URL', new URL(url).href),
    line('TRANSP', cancelled ? 'TRANSPARENT' : 'OPAQUE'),
  ];
}

const opening: readonly Line[] = [
  line('VERSION', '2.0'),
  line('PRODID', '-//Kansenplein//Kansenplein//NL'),
  line('CALSCALE', 'GREGORIAN'),
];

/** Without a METHOD, because nobody is asked anything: it is what stood there when it was fetched (3.7.2). */
const published = (named: readonly Line[], events: readonly CalendarEvent[]): string =>
  file([
    ...opening,
    ...named,
    timeZone,
    ...events.map((event) => component('VEVENT', eventLines(event, event.changedAt, event.cancelled))),
  ]);

/** Events to take along. */
export const calendarFile = (events: readonly CalendarEvent[]): string => published([], events);

/** The same as a calendar to follow, with a name; programs look again after an hour, where they let themselves be told. */
export const calendarFeed = (name: string, events: readonly CalendarEvent[]): string =>
  published(
    [
      line('NAME', textValue(name)),
      line('X-WR-CALNAME', textValue(name)),
      line('REFRESH-INTERVAL', 'PT1H', { VALUE: 'DURATION' }),
      line('X-PUBLISHED-TTL', 'PT1H'),
    ],
    events,
  );

/**
 * The calendar part of a mail (RFC 5546, 3.2.2 and 3.2.5). Who gets it has registered already: accepted, and no answer is
 * asked. The mail must say the same method in the type of the part (RFC 6047, 2.4), or Outlook shows no meeting.
 */
export function invitationFile({ method, event, organizer, attendee, at }: Invitation): string {
  const people = [
    person('ORGANIZER', organizer),
    person('ATTENDEE', attendee, {
      CUTYPE: 'INDIVIDUAL',
      ROLE: 'REQ-PARTICIPANT',
      PARTSTAT: 'ACCEPTED',
      RSVP: 'FALSE',
    }),
  ];
  return file([
    ...opening,
    line('METHOD', method),
    timeZone,
    component('VEVENT', [...eventLines(event, at, method === 'CANCEL'), ...people]),
  ]);
}
