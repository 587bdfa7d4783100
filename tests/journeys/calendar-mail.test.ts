// The calendar that comes by mail: it goes in when somebody has a place, changes with the session, and goes out again. Over a
// real mail server, as a mail program reads it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf, makeAlliance, type Alliance, type PersonName } from '../support/alliance.ts';
import { openMailbox, type Letter, type Mailbox } from '../support/mailbox.ts';
import {
  dayFromNow,
  makeSession,
  publishSession,
  registerFor,
  type SessionContent,
} from '../support/sessions.ts';
import { asSuperuser } from '../support/sql.ts';

let alliance: Alliance;
let mailbox: Mailbox;

beforeAll(async () => {
  alliance = await makeAlliance();
  mailbox = await openMailbox();
});
afterAll(async () => {
  await mailbox?.close();
  await alliance?.close();
});

/** The programme changes and is published anew. */
async function publishAgain(id: string, change: Partial<SessionContent>) {
  const host = await alliance.as('publisher');
  const { revision, content } = await host.knowledgeSessions.workingSession.query({ id });
  await host.knowledgeSessions.save.mutate({
    id,
    revision,
    content: { ...(content as SessionContent), ...change },
  });
  await publishSession(host, id);
}

const told = () =>
  mailbox.whileJobsRun(alliance, async () => {
    const [row] = await asSuperuser<{ waits: string }>(
      alliance.urls.superuserUrl,
      `select (select count(*) from session_registration where tell is not null) + (select count(*) from outgoing_mail where sent_at is null) as waits`,
    );
    return row?.waits === '0';
  });

/** Mails about one session, oldest first. */
const lettersAbout = (address: string, title: string) =>
  mailbox.to(address).filter(({ subject }) => subject.includes(title));
const calendarOf = ({ parts }: Letter) => parts.find(({ type }) => type.startsWith('text/calendar'));
const unfolded = (text = '') => text.replaceAll('\r\n ', '').split('\r\n');
const valueOf = (letter: Letter | undefined, name: string) =>
  unfolded(letter && calendarOf(letter)?.content)
    .findLast((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`))
    ?.replace(/^[A-Z-]+(;[A-Z-]+=("[^"]*"|[^";:,]*))*:/, '');
const lastAbout = (person: PersonName, title: string) => lettersAbout(addressOf(person), title).at(-1);

describe('the calendar in a mail to who registered', () => {
  it('is an alternative beside the text and a file, and says its method twice', async () => {
    const title = 'Voorlezen in de klas';
    const made = await makeSession(alliance, { title, content: { day: dayFromNow(40), from: '10:00' } });
    await registerFor(alliance, 'agreedEditor', made.id);
    await told();
    const letter = lastAbout('agreedEditor', title);
    expect(letter?.subject).toBe(`U bent aangemeld: ${title}`);
    expect(letter?.parts.map(({ type, within }) => [type, ...within])).toEqual([
      ['text/plain; charset=utf-8', 'multipart/mixed', 'multipart/alternative'],
      ['text/calendar; charset=utf-8; method=REQUEST', 'multipart/mixed', 'multipart/alternative'],
      ['application/ics; name=kennissessie.ics', 'multipart/mixed'],
    ]);
    expect(letter?.parts[2]?.disposition).toMatch(/^attachment;/);
    expect(letter?.parts[2]?.content).toBe(letter?.parts[1]?.content);
    expect(valueOf(letter, 'METHOD')).toBe('REQUEST');
    expect(valueOf(letter, 'UID')).toBe(`${made.id}@kansenplein`);
    expect(valueOf(letter, 'SEQUENCE')).toBe('0');
    expect(valueOf(letter, 'DTSTART')).toBe(`${dayFromNow(40).replaceAll('-', '')}T100000`);
    // Who the mail is from is who organises: programs do not trust another.
    expect(valueOf(letter, 'ORGANIZER')).toBe('mailto:plein@kansenplein.example');
    expect(valueOf(letter, 'ATTENDEE')).toBe(`mailto:${addressOf('agreedEditor')}`);
    expect(unfolded(letter?.parts[1]?.content).filter((line) => line.startsWith('ATTENDEE'))).toHaveLength(1);
    expect(letter?.text).toContain('Een antwoord vanuit uw agenda komt niet bij ons aan.');
  });

  it('keeps its UID and rises: changed, taken out, and put in again by who comes back', async () => {
    const title = 'Warme overdracht';
    const made = await makeSession(alliance, { title });
    const { id } = await registerFor(alliance, 'agreedEditor', made.id);
    await told();
    await publishAgain(made.id, { from: '13:00', until: '15:00' });
    await told();
    const client = await alliance.as('agreedEditor');
    await client.knowledgeSessions.withdraw.mutate({ id });
    await told();
    await registerFor(alliance, 'agreedEditor', made.id);
    await told();
    const letters = lettersAbout(addressOf('agreedEditor'), title);
    expect(letters.map((each) => valueOf(each, 'METHOD'))).toEqual([
      'REQUEST',
      'REQUEST',
      'CANCEL',
      'REQUEST',
    ]);
    expect(letters.map((each) => Number(valueOf(each, 'SEQUENCE')))).toEqual([0, 1, 2, 3]);
    expect(new Set(letters.map((each) => valueOf(each, 'UID'))).size).toBe(1);
    expect(letters.map((each) => valueOf(each, 'STATUS'))).toEqual([
      'CONFIRMED',
      'CONFIRMED',
      'CANCELLED',
      'CONFIRMED',
    ]);
    expect(letters.map((each) => calendarOf(each)?.type.split('method=')[1])).toEqual(
      letters.map((each) => valueOf(each, 'METHOD')),
    );
    expect(valueOf(letters[1], 'DTSTART')).toMatch(/T130000$/);
  });

  it('is taken out of every calendar when the session does not go on, and not put in by a reminder', async () => {
    const title = 'Ouders en school';
    const made = await makeSession(alliance, { title });
    await registerFor(alliance, 'agreedEditor', made.id);
    await registerFor(alliance, 'partner', made.id);
    await told();
    const host = await alliance.as('publisher');
    await host.knowledgeSessions.cancel.mutate({ id: made.id, reason: 'De spreker is ziek.' });
    await told();
    for (const person of ['agreedEditor', 'partner'] as const) {
      const letter = lastAbout(person, title);
      expect(valueOf(letter, 'METHOD')).toBe('CANCEL');
      expect(valueOf(letter, 'ATTENDEE')).toBe(`mailto:${addressOf(person)}`);
      expect(calendarOf(letter as Letter)?.content).not.toContain(
        addressOf(person === 'partner' ? 'agreedEditor' : 'partner'),
      );
    }
  });

  it('does not come with a place on the waiting list', async () => {
    const title = 'Eén plaats';
    const made = await makeSession(alliance, { title, content: { places: 1 } });
    await registerFor(alliance, 'agreedEditor', made.id);
    await registerFor(alliance, 'partner', made.id);
    await told();
    const letter = lastAbout('partner', title);
    expect(letter?.subject).toContain('wachtlijst');
    expect(letter?.parts).toHaveLength(1);
  });

  it('is for guests too, and what they are called stays a name', async () => {
    const title = 'Gasten welkom';
    const made = await makeSession(alliance, { title });
    const address = 'gast@elders.example';
    const name = 'Gast"; ROLE=CHAIR:mailto:x@y.example, BEGIN:VALARM';
    await alliance.visitor().knowledgeSessions.registerGuest.mutate({
      session: made.id,
      name,
      address,
      choices: [],
      answer: '',
    });
    await told();
    const token = /aanmelding\/([A-Za-z0-9_-]{43})/.exec(mailbox.to(address).at(-1)?.text ?? '')?.[1] ?? '';
    expect(mailbox.to(address).at(-1)?.parts).toHaveLength(1);
    await alliance.visitor().knowledgeSessions.confirmByLink.mutate({ token });
    await told();
    const letter = mailbox.to(address).at(-1);
    const attendee = unfolded(letter && calendarOf(letter)?.content).filter((line) => /^ATTENDEE/.test(line));
    expect(attendee).toEqual([
      `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE;CN="${name.replace('"', "'")}":mailto:${address}`,
    ]);
  });

  it('is not kept once it was sent: it names the person', async () => {
    const kept = await asSuperuser(
      alliance.urls.superuserUrl,
      `select count(*)::int as count from outgoing_mail where sent_at is not null and calendar is not null`,
    );
    expect(kept).toEqual([{ count: 0 }]);
  });
});
