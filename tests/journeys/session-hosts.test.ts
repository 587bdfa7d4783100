// A community holds a session for its members, and a host writes to who has a place.
import { settleNextSession, tellNextRegistration } from '@kansenplein/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf, makeAlliance, type Alliance, type PersonName } from '../support/alliance.ts';
import { breathe, makeCommunity, makeThread, type Joining } from '../support/communities.ts';
import { codeOf, refusalOf } from '../support/refusals.ts';
import { forMembers, letItBeOver, makeSession, registerFor } from '../support/sessions.ts';
import { asSuperuser } from '../support/sql.ts';

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance();
});
afterAll(async () => {
  expect(alliance.internalErrors).toEqual([]);
  await alliance?.close();
});

/** The partner moderates; a reader of ours and an editor of another belong to it. */
const desk = { editor: 'partner', publisher: 'partner' } as const;
const community = (joining: Joining) =>
  makeCommunity(alliance, { joining, by: 'partner', members: ['reader', 'strangerEditor'] });
const pageFor = async (person: PersonName, handle: string) =>
  (await alliance.as(person)).knowledgeSessions.get.query({ handle });
const byHand = <Row extends Record<string, unknown>>(text: string, params: unknown[] = []) =>
  asSuperuser<Row>(alliance.urls.superuserUrl, text, params);

describe('A session of a community', () => {
  it('is for its members, and does not exist for anybody else', async () => {
    const { id: holder, slug } = await community('invitation');
    const { id, handle } = await makeSession(alliance, { desk, community: holder, content: forMembers });
    const { card } = await pageFor('strangerEditor', handle);
    expect(card.host).toMatchObject({ kind: 'community', community: { slug } });
    for (const person of ['editor', 'coordinator', 'agreedEditor'] as const) {
      expect(await codeOf(pageFor(person, handle))).toBe('session.not_found');
      expect(await codeOf(registerFor(alliance, person, id))).toBe('session.not_found');
      const client = await alliance.as(person);
      expect(await codeOf(client.knowledgeSessions.workingSession.query({ id }))).toBe('session.not_found');
      const { sessions } = await client.knowledgeSessions.list.query({});
      expect(sessions.map((each) => each.id)).not.toContain(id);
    }
    // A member reads the programme, and not the desk.
    const member = await alliance.as('strangerEditor');
    expect(await codeOf(member.knowledgeSessions.workingSession.query({ id }))).toBe('session.not_found');
    expect((await registerFor(alliance, 'reader', id)).outcome).toBe('seated');
  });

  it('is begun by a moderator only, and of who asks otherwise the community is not found', async () => {
    const { id } = await community('open');
    for (const person of ['strangerEditor', 'editor', 'coordinator'] as const) {
      const client = await alliance.as(person);
      expect(await codeOf(client.knowledgeSessions.create.mutate({ title: 'Samen', community: id }))).toBe(
        'community.not_found',
      );
    }
    const partner = await alliance.as('partner');
    expect(await codeOf(partner.knowledgeSessions.create.mutate({ title: 'Zonder community' }))).toBe(
      'session.cannot_create',
    );
  });

  it('is for others too where the community is not by invitation, and then says whose it is', async () => {
    const [open, hidden] = [await community('open'), await community('invitation')];
    const { handle } = await makeSession(alliance, { desk, community: open.id });
    const { card } = await alliance.visitor().knowledgeSessions.get.query({ handle });
    expect(card.host).toMatchObject({ kind: 'community', community: { handle: open.handle } });
    const { sessions } = await alliance.visitor().knowledgeSessions.list.query({ hosts: [open.handle] });
    expect(sessions.map((each) => each.handle)).toEqual([handle]);
    const of = (holder: string | undefined, visibility: 'community' | 'alliance') =>
      refusalOf(
        makeSession(alliance, {
          ...(holder ? { desk, community: holder } : {}),
          content: { visibility, guests: false },
        }),
      );
    expect(await of(hidden.id, 'alliance')).toMatchObject({
      code: 'session.circle_private',
      fields: [{ field: 'visibility', code: 'circle_private' }],
    });
    expect(await of(undefined, 'community')).toMatchObject({ code: 'session.circle_none' });
  });

  it('keeps its name from others when the community becomes one by invitation', async () => {
    const { id: holder, handle: ofHolder } = await community('open');
    const { handle } = await makeSession(alliance, { desk, community: holder });
    await byHand(`update community set joining = 'invitation' where id = $1`, [holder]);
    const page = await alliance.visitor().knowledgeSessions.get.query({ handle });
    expect(page.card.host).toEqual({ kind: 'community', community: null });
    const { counts } = await alliance.visitor().knowledgeSessions.list.query({});
    expect(JSON.stringify([page, counts])).not.toContain(ofHolder);
    expect(JSON.stringify([page, counts])).not.toContain(holder);
  });

  it('gives the place of who leaves the community to the next', async () => {
    const { id: holder } = await community('invitation');
    const content = { ...forMembers, places: 1 };
    const { id, handle } = await makeSession(alliance, { desk, community: holder, content });
    expect((await registerFor(alliance, 'strangerEditor', id)).outcome).toBe('seated');
    expect((await registerFor(alliance, 'reader', id)).outcome).toBe('waiting');
    await (await alliance.as('strangerEditor')).communities.leave.mutate({ id: holder });
    expect(await codeOf(pageFor('strangerEditor', handle))).toBe('session.not_found');
    while (await settleNextSession(alliance.database));
    expect((await pageFor('reader', handle)).registration?.state).toBe('offered');
    while (await tellNextRegistration(alliance.database, alliance.origin));
    const told = await byHand<{ subject: string }>(
      `select subject from outgoing_mail where recipient = $1 and subject like 'U bent afgemeld%'`,
      [addressOf('strangerEditor')],
    );
    expect(told).toHaveLength(1);
  });

  it('is shown as a card in a conversation, to who may read its programme', async () => {
    const [open, hidden] = [await community('open'), await community('invitation')];
    const seen = await makeSession(alliance, { title: 'Voor iedereen' });
    const unseen = await makeSession(alliance, {
      desk,
      community: hidden.id,
      title: 'Voor leden',
      content: forMembers,
    });
    const { handle } = await makeThread(alliance, open, { by: 'partner' });
    const partner = await alliance.as('partner');
    const { thread } = await partner.communities.thread.query({ handle });
    await breathe(alliance);
    const links = [seen, unseen].map((each) => `/kennissessies/x-${each.handle}`);
    await partner.communities.reply.mutate({ id: thread.id, body: 'Kijk hier.', links });
    const cardsFor = async (person: PersonName) => {
      const { posts } = await (await alliance.as(person)).communities.thread.query({ handle });
      return posts.flatMap(({ cards }) => cards.map(({ kind, title }) => [kind, title]));
    };
    const both = [
      ['session', 'Voor iedereen'],
      ['session', 'Voor leden'],
    ];
    expect(await cardsFor('partner')).toEqual(both);
    expect(await cardsFor('editor')).toEqual(both.slice(0, 1));
    await breathe(alliance);
    const editor = await alliance.as('editor');
    await editor.communities.join.mutate({ id: open.id });
    const pasted = { id: thread.id, body: 'En deze?', links: links.slice(1) };
    expect(await codeOf(editor.communities.reply.mutate(pasted))).toBe('community.link_unknown');
  });
});

describe('A message to who has a place', () => {
  const words = { subject: 'De zaal is gewijzigd', text: 'Wij zitten in zaal twee.' };
  const mails = (about: string) =>
    byHand<{ recipient: string; body: string }>(
      'select recipient, body from outgoing_mail where subject like $1 order by recipient',
      [`${about}%`],
    );

  it('goes once to each, names nobody else, and is read again by the host only', async () => {
    const { id } = await makeSession(alliance, { title: 'Met bericht', content: { places: 2 } });
    for (const person of ['partner', 'strangerEditor', 'reader'] as const)
      await registerFor(alliance, person, id);
    const editor = await alliance.as('editor');
    const message = { id, ...words };
    expect(await editor.knowledgeSessions.mailParticipants.mutate(message)).toEqual({ sentTo: 2 });
    // Pressed twice, or sent by a colleague in the same words.
    const publisher = await alliance.as('publisher');
    expect(await publisher.knowledgeSessions.mailParticipants.mutate(message)).toEqual({ sentTo: 2 });
    const sent = await mails(words.subject);
    const to = ['partner', 'strangerEditor'].map((person) => addressOf(person as PersonName)).sort();
    expect(sent.map(({ recipient }) => recipient)).toEqual(to);
    for (const { body } of sent) {
      expect(body).toContain(words.text);
      expect(body).toMatch(/kennissessies\/met-bericht-/);
      expect(body).not.toContain('@');
    }
    const { messages } = await editor.knowledgeSessions.registrations.query({ id });
    expect(messages).toMatchObject([{ ...words, sentTo: 2 }]);
    for (const person of ['partner', 'reader'] as const)
      expect(
        await codeOf((await alliance.as(person)).knowledgeSessions.mailParticipants.mutate(message)),
      ).toBe('session.not_found');
  });

  it('is refused when nobody has a place, the fourth time in a day, and when it is long over', async () => {
    const { id } = await makeSession(alliance);
    const editor = await alliance.as('editor');
    const mail = (text: string) =>
      editor.knowledgeSessions.mailParticipants.mutate({ id, subject: 'Vol verwachting', text });
    expect(await codeOf(mail('Nog niemand.'))).toBe('session.nobody');
    await registerFor(alliance, 'partner', id);
    for (const text of ['Eerst.', 'Dan.', 'Toen.']) await mail(text);
    expect(await codeOf(mail('Te veel.'))).toBe('session.messages_enough');
    await letItBeOver(alliance, id);
    await asSuperuser(
      alliance.urls.superuserUrl,
      `update knowledge_session_version set ends_at = now() - interval '31 days' where session_id = $1`,
      [id],
      { withoutTriggers: true },
    );
    expect(await codeOf(mail('Veel later.'))).toBe('session.over');
    expect(await mails('Vol verwachting')).toHaveLength(3);
  });

  it('of two at the same moment is one', async () => {
    const { id } = await makeSession(alliance);
    await registerFor(alliance, 'partner', id);
    const editor = await alliance.as('editor');
    const message = { id, subject: 'Tegelijk', text: 'Twee keer gedrukt.' };
    const all = Array.from({ length: 6 }, () => editor.knowledgeSessions.mailParticipants.mutate(message));
    expect(await Promise.all(all)).toEqual(all.map(() => ({ sentTo: 1 })));
    expect(await mails('Tegelijk')).toHaveLength(1);
  });

  it('cannot smuggle a header or a second recipient', async () => {
    const { id } = await makeSession(alliance);
    await registerFor(alliance, 'partner', id);
    const editor = await alliance.as('editor');
    const subject = 'Hallo\r\nBcc: iemand@voorbeeld.example';
    expect(
      (await refusalOf(editor.knowledgeSessions.mailParticipants.mutate({ id, subject, text: 'Dag.' })))
        .fields,
    ).toEqual([{ field: 'subject', code: 'characters' }]);
  });
});
