// The calendar that goes along with a mail to somebody who registered: it puts the session into the calendar, changes it
// there, or takes it out. What a calendar holds is remembered with the registration, so that it is never told twice.
import type { JobTx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { invitationFile } from '../calendar-files/index.ts';
import { eventOf, type SessionRow } from './calendar-events.ts';

/** What a job must know of the installation to write one. */
export interface Sending {
  /** Public address of the installation. */
  readonly origin: string;
  /** Address that mail is from; null while there is no mail server: then no calendar goes along. */
  readonly sender: string | null;
}

interface Turn extends SessionRow {
  readonly method: 'REQUEST' | 'CANCEL';
  readonly sequence: number;
  /** Where the mail goes, and what the person is called. */
  readonly recipient: string;
  readonly called: string;
}

export interface CalendarPart {
  readonly recipient: string;
  readonly calendar: string;
  /** What the mail says about it. */
  readonly says: string;
}

/** Some programs show buttons to accept or decline whatever the file says (RSVP=FALSE): nobody reads those answers. */
const says: Readonly<Record<Turn['method'], string>> = {
  REQUEST:
    'Bij deze mail zit de afspraak voor uw agenda. Kunt u niet? Meld u dan af met de link hierboven. Een antwoord vanuit uw agenda komt niet bij ons aan.',
  CANCEL: 'Met deze mail gaat de afspraak ook weg uit uw agenda.',
};

/**
 * What the calendar of this person must be told now, counted as told in this transaction; null when it knows. `isNews`:
 * the mail says that the session changed or that the person is registered, so that it is told again.
 */
export async function takeCalendarPart(
  tx: JobTx,
  registration: string,
  { origin, sender, isNews }: Sending & { readonly isNews: boolean },
): Promise<CalendarPart | null> {
  if (sender === null) return null;
  const { rows } = await tx.execute<Turn>(sql`select * from wall.calendar_turn(${registration}, ${isNews})`);
  const [turn] = rows;
  if (!turn) return null;
  const { method, sequence, recipient, called, host } = turn;
  const calendar = invitationFile({
    method,
    event: { ...eventOf(turn, origin), sequence },
    organizer: { name: host === null ? 'Kansenplein' : `Gemeente ${host}`, address: sender },
    attendee: { name: called, address: recipient },
    at: new Date(),
  });
  return { recipient, calendar, says: says[method] };
}
