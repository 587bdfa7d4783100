// A knowledge session from a proposal to a report: who comes, who waits, what is mailed, and what came of it.
import { forgetWhatIsOver, settleNextSession, tellNextRegistration } from '@kansenplein/core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addressOf, makeAlliance, type Alliance, type PersonName } from '../support/alliance.ts';
import { openMailbox, type Mailbox } from '../support/mailbox.ts';
import { codeOf, refusalOf } from '../support/refusals.ts';
import {
  allianceDesk,
  dayFromNow,
  fullSession,
  letItBeOver,
  makeSession,
  publishSession,
  registerFor,
} from '../support/sessions.ts';
import { asSuperuser } from '../support/sql.ts';
import { makeIntervention, strangerDesk } from '../support/writing.ts';

let alliance: Alliance;
let mailbox: Mailbox;

beforeAll(async () => {
  alliance = await makeAlliance();
  mailbox = await openMailbox();
});
afterAll(async () => {
  expect(alliance.internalErrors).toEqual([]);
  await mailbox?.close();
  await alliance?.close();
});

const byHand = (text: string, params: unknown[] = []) =>
  asSuperuser<Record<string, unknown>>(alliance.urls.superuserUrl, text, params, { withoutTriggers: true });
beforeEach(async () => {
  await byHand('update session_registration set tell = null');
});

const settle = async () => {
  while (await settleNextSession(alliance.database));
};
/** What was queued for an address since the last look, with the link in it. */
const mailsTo = async (address: string) => {
  while (await tellNextRegistration(alliance.database, alliance.origin));
  const mails = await byHand('delete from outgoing_mail where recipient = $1 returning subject, body', [
    address,
  ]);
  return mails.map(({ subject, body }) => ({
    subject: String(subject),
    body: String(body),
    token: /aanmelding\/([\w-]{43})/.exec(String(body))?.[1] ?? '',
  }));
};
const pageFor = async (person: PersonName, handle: string) =>
  (await alliance.as(person)).knowledgeSessions.get.query({ handle });

describe('A programme', () => {
  it('is a proposal that nobody else knows of, until a publisher publishes it', async () => {
    const { id, handle } = await makeSession(alliance, { state: 'proposal' });
    expect(await codeOf(pageFor('strangerEditor', handle))).toBe('session.not_found');
    expect(await codeOf(alliance.visitor().knowledgeSessions.get.query({ handle }))).toBe(
      'session.not_found',
    );
    const editor = await alliance.as('editor');
    expect(await codeOf(publishSession(editor, id))).toBe('session.cannot_publish');
    await publishSession(await alliance.as('publisher'), id);
    const page = await alliance.visitor().knowledgeSessions.get.query({ handle });
    expect(page.card).toMatchObject({ state: 'planned', registers: false, places: null, left: null });
    expect(page.registration).toBe(null);
  });

  it('says what is missing, and what contradicts itself, beside the field', async () => {
    const editor = await alliance.as('editor');
    const { id } = await editor.knowledgeSessions.create.mutate({ title: 'Onaf' });
    const save = (change: object) =>
      editor.knowledgeSessions.save.mutate({ id, revision: 1, content: fullSession('Onaf', change) });
    const fieldsOf = async (change: object) => (await refusalOf(save(change))).fields;
    expect(await fieldsOf({ from: '14:00', until: '13:00' })).toEqual([
      { field: 'content.until', code: 'ends_before_start' },
    ]);
    expect(await fieldsOf({ day: '2027-03-28', from: '02:30', until: '12:00' })).toEqual([
      { field: 'content.from', code: 'clock_missing' },
    ]);
    expect(await fieldsOf({ day: '2027-10-31', from: '02:30', until: '12:00' })).toEqual([
      { field: 'content.from', code: 'clock_twice' },
    ]);
    expect(await fieldsOf({ day: '2027-02-30' })).toEqual([{ field: 'content.day', code: 'no_such_day' }]);
    expect(await fieldsOf({ visibility: 'alliance' })).toEqual([
      { field: 'content.guests', code: 'guests_need_public' },
    ]);
    expect(await fieldsOf({ title: 'Twee\r\nBcc: iemand@voorbeeld.example' })).toEqual([
      { field: 'content.title', code: 'characters' },
    ]);
  });

  it('names a speaker only with consent', async () => {
    const speakers = [{ key: 'spreker1', name: 'Spreker Een', role: 'Onderzoeker', agreed: false }];
    const { id } = await makeSession(alliance, { state: 'proposal', content: { speakers } });
    const publisher = await alliance.as('publisher');
    expect(await refusalOf(publishSession(publisher, id))).toMatchObject({
      code: 'session.speaker_consent',
      fields: [{ field: 'speakers.0.agreed', code: 'speaker_consent' }],
    });
  });

  it('keeps its instants when the clock is put back between writing and the day', async () => {
    const year = Number(dayFromNow(0).slice(0, 4)) + 1;
    const content = { day: `${year}-01-15`, from: '13:00', until: '15:00' };
    const winter = await makeSession(alliance, { content });
    const summer = await makeSession(alliance, { content: { ...content, day: `${year}-07-15` } });
    expect((await pageFor('reader', winter.handle)).card.startsAt).toBe(`${year}-01-15T12:00:00.000Z`);
    expect((await pageFor('reader', summer.handle)).card.startsAt).toBe(`${year}-07-15T11:00:00.000Z`);
  });
});

describe('Registering', () => {
  it('gives a place and, with it, the joining link; who waits or is a stranger sees none', async () => {
    const { id, handle } = await makeSession(alliance, { content: { places: 1 } });
    const editor = await alliance.as('editor');
    const links = [{ kind: 'joining' as const, title: 'Meedoen', url: 'https://bellen.example/1' }];
    await editor.knowledgeSessions.saveLinks.mutate({ id, links });
    expect((await registerFor(alliance, 'strangerEditor', id)).outcome).toBe('seated');
    expect((await registerFor(alliance, 'partner', id)).outcome).toBe('waiting');
    expect((await registerFor(alliance, 'strangerEditor', id)).outcome).toBe('known');
    expect((await pageFor('strangerEditor', handle)).links).toMatchObject(links);
    expect((await pageFor('partner', handle)).links).toEqual([]);
    expect((await pageFor('coordinator', handle)).links).toEqual([]);
    const { card, registration } = await pageFor('partner', handle);
    expect(card).toMatchObject({ places: 1, left: 0, waiting: 1 });
    expect(registration).toMatchObject({ state: 'waiting', turn: 1 });
  });

  it('moves up by itself: mailed once, kept for two days, accepted by the link', async () => {
    const { id, handle } = await makeSession(alliance, { content: { places: 1 } });
    const first = await registerFor(alliance, 'reader', id);
    await registerFor(alliance, 'partner', id);
    await registerFor(alliance, 'coordinator', id);
    await mailsTo(addressOf('partner'));
    await (await alliance.as('reader')).knowledgeSessions.withdraw.mutate({ id: first.id });
    await settle();
    expect((await pageFor('partner', handle)).registration?.state).toBe('offered');
    expect((await pageFor('coordinator', handle)).registration).toMatchObject({ state: 'waiting', turn: 1 });
    // A newcomer does not pass who waits.
    expect((await registerFor(alliance, 'strangerEditor', id)).outcome).toBe('waiting');
    const [mail, ...more] = await mailsTo(addressOf('partner'));
    expect(more).toEqual([]);
    expect(mail?.subject).toContain('Er is een plaats vrij');
    const visitor = alliance.visitor();
    await visitor.knowledgeSessions.acceptByLink.mutate({ token: mail?.token ?? '', part: '' });
    expect((await pageFor('partner', handle)).registration?.state).toBe('seated');
    expect((await pageFor('partner', handle)).card).toMatchObject({ left: 0, waiting: 2 });
  });

  it('goes on to the next when an offer was not taken', async () => {
    const { id, handle } = await makeSession(alliance, { content: { places: 1 } });
    const first = await registerFor(alliance, 'reader', id);
    await registerFor(alliance, 'partner', id);
    await registerFor(alliance, 'coordinator', id);
    await (await alliance.as('reader')).knowledgeSessions.withdraw.mutate({ id: first.id });
    await settle();
    await byHand(
      `update session_seat set offered_until = now() - interval '1 second' where state = 'offered'`,
    );
    const partner = await alliance.as('partner');
    const own = (await pageFor('partner', handle)).registration;
    expect(await codeOf(partner.knowledgeSessions.acceptSeat.mutate({ id: own?.id ?? '', part: '' }))).toBe(
      'session.offer_over',
    );
    await settle();
    expect((await pageFor('partner', handle)).registration?.state).toBe('lapsed');
    expect((await pageFor('coordinator', handle)).registration?.state).toBe('offered');
    // Who let it pass may stand in the row again, at the end.
    expect((await registerFor(alliance, 'partner', id)).outcome).toBe('waiting');
  });

  it('waits for the host where the host decides, and keeps its turn', async () => {
    const { id, handle } = await makeSession(alliance, { content: { places: 1, approval: true } });
    const one = await registerFor(alliance, 'partner', id);
    const other = await registerFor(alliance, 'strangerEditor', id);
    expect(one.outcome).toBe('requested');
    const editor = await alliance.as('editor');
    await editor.knowledgeSessions.decide.mutate({ id: other.id, yes: true });
    await editor.knowledgeSessions.decide.mutate({ id: one.id, yes: true });
    expect((await pageFor('strangerEditor', handle)).registration?.state).toBe('seated');
    expect((await pageFor('partner', handle)).registration?.state).toBe('waiting');
    const stranger = await alliance.as('strangerEditor');
    expect(await codeOf(stranger.knowledgeSessions.decide.mutate({ id: other.id, yes: false }))).toBe(
      'registration.not_found',
    );
    await editor.knowledgeSessions.decide.mutate({ id: other.id, yes: false });
    await settle();
    expect((await pageFor('partner', handle)).registration?.state).toBe('offered');
    expect((await pageFor('strangerEditor', handle)).registration?.state).toBe('declined');
    expect(await codeOf(registerFor(alliance, 'strangerEditor', id))).toBe('session.declined');
  });

  it('has one workshop of each round, each with its own places', async () => {
    const workshop = (key: string, places: number | null) => ({ key, title: key, text: '', places });
    const rounds = [
      {
        key: 'ronde001',
        title: 'Ronde 1',
        from: '',
        until: '',
        workshops: [workshop('lezen001', 1), workshop('rekenen1', null)],
      },
    ];
    const { id, handle } = await makeSession(alliance, { content: { rounds } });
    expect(await codeOf(registerFor(alliance, 'reader', id, ['lezen001', 'rekenen1']))).toBe(
      'session.one_per_round',
    );
    expect(await codeOf(registerFor(alliance, 'reader', id, ['weg00001']))).toBe('session.workshop_gone');
    await registerFor(alliance, 'reader', id, ['lezen001']);
    expect((await registerFor(alliance, 'partner', id, ['lezen001'])).outcome).toBe('seated');
    const { registration, parts } = await pageFor('partner', handle);
    expect(registration?.workshops).toMatchObject([{ key: 'lezen001', state: 'waiting' }]);
    expect(parts).toContainEqual({ part: 'lezen001', places: 1, left: 0, waiting: 1 });
    const editor = await alliance.as('editor');
    const { revision, content } = await editor.knowledgeSessions.workingSession.query({ id });
    const save = (change: object) =>
      editor.knowledgeSessions.save.mutate({ id, revision, content: { ...content, ...change } });
    expect(await codeOf(save({ rounds: [] }))).toBe('session.workshop_taken');
    expect(await refusalOf(save({ places: 1 }))).toMatchObject({
      code: 'session.places_below',
      fields: [{ field: 'places', code: 'places_below' }],
    });
  });

  it('is refused when it is closed, over, or not for the person', async () => {
    const planned = await makeSession(alliance, { state: 'planned' });
    expect(await codeOf(registerFor(alliance, 'reader', planned.id))).toBe('session.closed');
    const invited = await makeSession(alliance, {
      content: {
        visibility: 'invited',
        guests: false,
        invited: { municipalities: ['gm0917'], organisations: [] },
      },
    });
    expect((await registerFor(alliance, 'agreedEditor', invited.id)).outcome).toBe('seated');
    expect(await codeOf(registerFor(alliance, 'strangerEditor', invited.id))).toBe('session.not_found');
    expect(await codeOf(alliance.visitor().knowledgeSessions.get.query({ handle: invited.handle }))).toBe(
      'session.not_found',
    );
  });
});

describe('A guest', () => {
  const address = 'gast@voorbeeld.example';
  const guest = (session: string, name = 'Gast Een') => ({ session, name, address, choices: [], answer: '' });

  it('takes a place by opening the mail, and not before; withdraws by the link; nothing tells who is on the list', async () => {
    const { id, handle } = await makeSession(alliance, { content: { places: 5 } });
    const visitor = alliance.visitor();
    await visitor.knowledgeSessions.registerGuest.mutate(guest(id));
    const left = async () => (await visitor.knowledgeSessions.get.query({ handle })).card.left;
    expect(await left()).toBe(5);
    const [confirm] = await mailsTo(address);
    const token = confirm?.token ?? '';
    expect(confirm?.subject).toContain('Bevestig');
    await visitor.knowledgeSessions.confirmByLink.mutate({ token });
    await visitor.knowledgeSessions.confirmByLink.mutate({ token });
    expect(await left()).toBe(4);
    const again = await visitor.knowledgeSessions.registerGuest.mutate(guest(id, 'Een Ander'));
    expect(again).toEqual({ done: true });
    const subjects = (await mailsTo(address)).map(({ subject }) => subject);
    expect(subjects).toEqual([expect.stringContaining('al aangemeld')]);
    expect((await visitor.knowledgeSessions.link.query({ token })).name).toBe('Gast Een');
    await visitor.knowledgeSessions.withdrawByLink.mutate({ token });
    expect(await left()).toBe(5);
    expect(await codeOf(visitor.knowledgeSessions.link.query({ token: 'A'.repeat(43) }))).toBe(
      'registration.not_found',
    );
  });

  it('does not smuggle a line into a mail', async () => {
    const { id } = await makeSession(alliance);
    const name = 'Gast\r\nBcc: ander@voorbeeld.example';
    const { fields } = await refusalOf(
      alliance.visitor().knowledgeSessions.registerGuest.mutate(guest(id, name)),
    );
    expect(fields).toEqual([{ field: 'name', code: 'characters' }]);
  });

  it('cannot come where guests are not asked', async () => {
    const { id } = await makeSession(alliance, { content: { guests: false } });
    const refused = alliance.visitor().knowledgeSessions.registerGuest.mutate(guest(id));
    expect(await codeOf(refused)).toBe('session.no_guests');
  });
});

describe('What is over', () => {
  const address = 'voorbij@voorbeeld.example';
  const guestsOf = (session: string) =>
    byHand('select name, guest_address, attended_at from session_registration where session_id = $1', [
      session,
    ]);

  it('forgets name and address of a guest after thirty days, and not how many were there', async () => {
    const { id } = await makeSession(alliance);
    const visitor = alliance.visitor();
    const guest = { session: id, name: 'Gast Voorbij', address, choices: [], answer: 'Een antwoord' };
    await visitor.knowledgeSessions.registerGuest.mutate(guest);
    const [mail] = await mailsTo(address);
    await visitor.knowledgeSessions.confirmByLink.mutate({ token: mail?.token ?? '' });
    await letItBeOver(alliance, id);
    await forgetWhatIsOver(alliance.database);
    expect(await guestsOf(id)).toMatchObject([{ name: 'Gast Voorbij', guest_address: address }]);
    const longAgo = `update knowledge_session_version set ends_at = now() - interval '31 days' where session_id = $1`;
    await byHand(longAgo, [id]);
    await forgetWhatIsOver(alliance.database);
    expect(await guestsOf(id)).toMatchObject([{ name: '', guest_address: null }]);
    expect(await codeOf(visitor.knowledgeSessions.link.query({ token: mail?.token ?? '' }))).toBe(
      'registration.not_found',
    );
  });
});

describe('Mail', () => {
  it('comes once to each, whichever of three hosts sends it', async () => {
    await byHand('delete from outgoing_mail');
    const title = 'Een sessie met drie hosts';
    const { id } = await makeSession(alliance, { title });
    const people = ['partner', 'reader', 'coordinator', 'strangerEditor'] as const;
    for (const person of people) await registerFor(alliance, person, id);
    const letters = () => mailbox.letters.filter(({ subject }) => subject.includes(title));
    await mailbox.whileJobsRun(alliance, () => letters().length >= people.length, 3);
    expect(
      letters()
        .map(({ to }) => to)
        .sort(),
    ).toEqual(people.map(addressOf).sort());
  });
});

describe('The host', () => {
  it('sees who comes, checks in, and is nobody but the host', async () => {
    const { id } = await makeSession(alliance, { desk: allianceDesk });
    const { id: registration } = await registerFor(alliance, 'partner', id);
    const coordinator = await alliance.as('coordinator');
    await coordinator.knowledgeSessions.checkIn.mutate({ id: registration, there: true });
    const { registrations } = await coordinator.knowledgeSessions.registrations.query({ id });
    expect(registrations).toMatchObject([{ name: 'Proef partner', attended: true, address: null }]);
    const editor = await alliance.as('editor');
    expect(await codeOf(editor.knowledgeSessions.registrations.query({ id }))).toBe('session.not_found');
  });

  it('tells who registered that the time changed, and that it is off', async () => {
    const { id, handle } = await makeSession(alliance);
    await registerFor(alliance, 'partner', id);
    await mailsTo(addressOf('partner'));
    const publisher = await alliance.as('publisher');
    const { revision, content } = await publisher.knowledgeSessions.workingSession.query({ id });
    await publisher.knowledgeSessions.save.mutate({ id, revision, content: { ...content, from: '14:00' } });
    await publishSession(publisher, id);
    expect((await mailsTo(addressOf('partner'))).map(({ subject }) => subject)).toEqual([
      expect.stringContaining('gewijzigd'),
    ]);
    const before = (await pageFor('partner', handle)).card.sequence;
    await publisher.knowledgeSessions.cancel.mutate({ id, reason: 'De spreker is ziek.' });
    const [mail] = await mailsTo(addressOf('partner'));
    expect(mail?.body).toContain('De spreker is ziek.');
    const { card } = await pageFor('partner', handle);
    expect(card).toMatchObject({
      state: 'cancelled',
      cancelledReason: 'De spreker is ziek.',
      registers: false,
    });
    expect(card.sequence).toBeGreaterThan(before);
  });

  it('reports what was taken away; what can be taken over is a card of what the reader may see', async () => {
    const seen = await makeIntervention(alliance, { state: 'published', visibility: 'public' });
    const unseen = await makeIntervention(alliance, { state: 'published', visibility: 'municipality' });
    const outcome = (key: string, intervention: string | null) => ({
      ...{ key, kind: 'takeover' as const, text: 'Dit nemen wij mee.', intervention, municipality: null },
    });
    const outcomes = [outcome('eerste01', seen.id), outcome('tweede01', unseen.id)];
    const report = { text: 'Zo ging het.', outcomes };
    const { id, handle } = await makeSession(alliance, { state: 'held', content: { report } });
    expect((await alliance.visitor().knowledgeSessions.get.query({ handle })).report).toBe(null);
    await publishSession(await alliance.as('publisher'), id, true);
    const page = await alliance.visitor().knowledgeSessions.get.query({ handle });
    expect(page.card.state).toBe('reported');
    expect(page.report?.outcomes.map(({ intervention }) => intervention?.id ?? null)).toEqual([
      seen.id,
      null,
    ]);
    const own = await pageFor('reader', handle);
    expect(own.report?.outcomes.map(({ intervention }) => intervention?.id ?? null)).toEqual([
      seen.id,
      unseen.id,
    ]);
  });

  it('reads what people thought of it, and not who they are', async () => {
    const { id } = await makeSession(alliance);
    const { id: registration } = await registerFor(alliance, 'partner', id);
    const partner = await alliance.as('partner');
    const feedback = { id: registration, score: 4, useful: 'De voorbeelden.', better: '' };
    expect(await codeOf(partner.knowledgeSessions.giveFeedback.mutate(feedback))).toBe('session.no_feedback');
    await letItBeOver(alliance, id);
    expect((await mailsTo(addressOf('partner'))).at(-1)?.subject).toContain('Wat vond u ervan');
    await partner.knowledgeSessions.giveFeedback.mutate(feedback);
    expect(await codeOf(partner.knowledgeSessions.giveFeedback.mutate(feedback))).toBe('session.no_feedback');
    const found = await (await alliance.as('editor')).knowledgeSessions.registrations.query({ id });
    expect(found.feedback).toEqual([{ score: 4, useful: 'De voorbeelden.', better: '' }]);
  });
});

describe('The list', () => {
  it('counts what each choice gives, of what the reader may see', async () => {
    const desk = strangerDesk;
    const day = dayFromNow(200);
    const only = { day, guests: false };
    await makeSession(alliance, { desk, content: { day, themes: ['armoede'] } });
    await makeSession(alliance, {
      desk,
      content: { ...only, themes: ['armoede'], visibility: 'alliance', form: 'online' },
    });
    const input = { from: day, until: day };
    const seenBy = async (person: PersonName | null) => {
      const client = person === null ? alliance.visitor() : await alliance.as(person);
      const { total, counts } = await client.knowledgeSessions.list.query(input);
      return { total, themes: counts.themes };
    };
    expect(await seenBy(null)).toEqual({ total: 1, themes: [{ value: 'armoede', label: '', count: 1 }] });
    expect(await seenBy('reader')).toEqual({ total: 2, themes: [{ value: 'armoede', label: '', count: 2 }] });
    const client = await alliance.as('reader');
    const first = await client.knowledgeSessions.list.query({ ...input, take: 1 });
    const rest = await client.knowledgeSessions.list.query({ ...input, take: 1, after: first.next });
    expect(first.sessions[0]?.id).not.toBe(rest.sessions[0]?.id);
    expect(rest.next).toBe(null);
  });
});
