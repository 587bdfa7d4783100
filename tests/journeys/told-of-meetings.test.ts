// What is said in communities, and which sessions are held: told to who follows it and may read it, and to nobody else,
// also not to who left before the job came, and not by mail.
import { fanOutNext, mailNextDigests } from '@kansenplein/core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addressOf, makeAlliance, own, type Alliance, type PersonName } from '../support/alliance.ts';
import { accountOf, makeCommunity, makeReply, makeThread } from '../support/communities.ts';
import { refusalOf } from '../support/refusals.ts';
import { allianceDesk, letItBeOver, makeSession, publishSession } from '../support/sessions.ts';
import { asSuperuser } from '../support/sql.ts';

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance();
});
afterAll(async () => {
  expect(alliance.internalErrors).toEqual([]);
  await alliance.close();
});

const byHand = <Row extends Record<string, unknown>>(text: string, params: unknown[] = []) =>
  asSuperuser<Row>(alliance.urls.superuserUrl, text, params, {
    withoutTriggers: true,
  });
beforeEach(async () => {
  for (const table of [
    'happening',
    'notification',
    'notification_choice',
    'follow',
    'stop_link',
    'outgoing_mail',
  ])
    await byHand(`delete from ${table}`);
});

type Client = Awaited<ReturnType<Alliance['as']>>;
type Target = Parameters<Client['notifications']['follow']['mutate']>[0];
type Kind = Parameters<Client['notifications']['choose']['mutate']>[0]['kind'];

const follow = async (person: PersonName, kind: Target['kind'], key: string) =>
  (await alliance.as(person)).notifications.follow.mutate({ kind, key });
const mailAtOnce = async (person: PersonName, kind: Kind) =>
  (await alliance.as(person)).notifications.choose.mutate({
    kind,
    way: 'at_once',
  });
/** The job that tells what happened, until nothing waits. */
const tellAll = async () => {
  while (await fanOutNext(alliance.database));
};
/** What somebody is told, as 'kind title', newest first; the number in the header says the same. */
async function toldTo(person: PersonName): Promise<string[]> {
  const { notifications } = await alliance.as(person);
  const { groups } = await notifications.list.query({});
  const told = groups.flatMap(({ title, items }) => items.map(({ kind }) => `${kind} ${title}`));
  expect((await notifications.unread.query()).unread).toBe(told.length);
  return told;
}
/** Whose rows there are, whatever they may see of them. */
async function whoIsTold(): Promise<string[]> {
  const rows = await byHand<{ address: string }>(
    `select distinct a.address from notification n join account a on a.id = n.account_id order by a.address`,
  );
  return rows.map(({ address }) => address);
}
/** The mail about what happened that somebody gets now. */
async function mailTo(person: PersonName): Promise<string[]> {
  while ((await mailNextDigests(alliance.database, alliance.origin)) > 0);
  const mails = await byHand<{ body: string }>(
    `select body from outgoing_mail where recipient = $1 and body like '%/mijn/meldingen/instellingen%'`,
    [addressOf(person)],
  );
  return mails.map(({ body }) => body);
}

describe('a conversation', () => {
  it('is told to who follows the community, its replies to who began or follows it, and not to who writes', async () => {
    const community = await makeCommunity(alliance, {
      joining: 'open',
      by: 'coordinator',
      members: ['editor', 'partner'],
    });
    await follow('reader', 'community', community.id);
    await follow('editor', 'community', community.id);
    const thread = await makeThread(alliance, community, {
      by: 'editor',
      title: 'Wie weet raad?',
    });
    await follow('strangerEditor', 'thread', thread.id);
    const reply = await makeReply(alliance, thread, { by: 'partner' });
    await tellAll();
    expect(await toldTo('reader')).toEqual(['thread_started Wie weet raad?']);
    expect(await toldTo('editor')).toEqual(['replied Wie weet raad?']);
    expect(await toldTo('strangerEditor')).toEqual(['replied Wie weet raad?']);
    expect(await toldTo('partner')).toEqual([]);
    const { groups } = await (await alliance.as('editor')).notifications.list.query({});
    expect(groups[0]?.href).toBe(`/communities/${community.slug}/gesprekken/${thread.slug}#bericht-1`);
    const { follows } = await (await alliance.as('strangerEditor')).notifications.follows.query();
    expect(follows.map(({ title, href }) => [title, href])).toEqual([
      ['Wie weet raad?', `/communities/${community.slug}/gesprekken/${thread.slug}`],
    ]);
    // Marked as the answer: told to who gave it, to who follows, and not to who marked it.
    await (await alliance.as('editor')).communities.markAnswer.mutate({ id: reply, answer: true });
    await tellAll();
    expect(await toldTo('partner')).toEqual(['answer_marked Wie weet raad?']);
    expect(await toldTo('strangerEditor')).toContain('answer_marked Wie weet raad?');
    expect(await toldTo('editor')).toEqual(['replied Wie weet raad?']);
    // What was taken away is told to nobody any more.
    await (await alliance.as('partner')).communities.removePost.mutate({ id: reply, reason: '' });
    expect(await toldTo('strangerEditor')).toEqual([]);
  });

  it('tells who is named, once, also when that was added afterwards', async () => {
    const community = await makeCommunity(alliance, {
      joining: 'request',
      by: 'coordinator',
      members: ['editor', 'partner'],
    });
    const thread = await makeThread(alliance, community, {
      by: 'editor',
      title: 'Over u',
    });
    const reply = await makeReply(alliance, thread, {
      by: 'editor',
      body: 'Nog niemand.',
    });
    await tellAll();
    expect(await toldTo('partner')).toEqual([]);
    const { communities } = await alliance.as('editor');
    for (const body of ['Wat vindt @proef-partner?', 'Wat vindt @proef-partner ervan?'])
      await communities.editPost.mutate({ id: reply, body });
    await tellAll();
    expect(await toldTo('partner')).toEqual(['mentioned Over u']);
    expect(await toldTo('coordinator')).toEqual([]);
  });
});

describe('what a circle says among itself', () => {
  it('cannot be followed from outside, as what does not exist', async () => {
    const community = await makeCommunity(alliance, {
      joining: 'invitation',
      by: 'coordinator',
    });
    const thread = await makeThread(alliance, community, { by: 'coordinator' });
    for (const [kind, key] of [
      ['community', community.id],
      ['thread', thread.id],
      ['community', '00000000-0000-4000-8000-000000000000'],
    ] as const)
      for (const person of ['reader', 'operator'] as const)
        expect((await refusalOf(follow(person, kind, key))).code).toBe('follow.not_found');
  });

  it('is told and mailed to nobody who left, was removed or is only invited, whenever the job comes', async () => {
    const community = await makeCommunity(alliance, {
      joining: 'invitation',
      by: 'coordinator',
      members: ['editor', 'partner', 'reader'],
    });
    const { communities } = await alliance.as('coordinator');
    await communities.invite.mutate({
      id: community.id,
      address: addressOf('publisher'),
    });
    for (const person of ['editor', 'partner', 'reader', 'publisher'] as const) {
      await follow(person, 'community', community.id);
      await mailAtOnce(person, 'thread_started');
    }
    await makeThread(alliance, community, {
      by: 'coordinator',
      title: 'Besloten',
    });
    // One left before it was told, one after; one stays.
    await (await alliance.as('partner')).communities.leave.mutate({ id: community.id });
    await tellAll();
    await communities.decide.mutate({
      id: community.id,
      account: await accountOf(alliance, 'reader'),
      what: 'remove',
    });
    expect(await toldTo('editor')).toEqual(['thread_started Besloten']);
    for (const person of ['partner', 'reader', 'publisher'] as const) {
      expect([person, await toldTo(person)]).toEqual([person, []]);
      expect([person, await mailTo(person)]).toEqual([person, []]);
    }
    expect((await mailTo('editor')).join()).toContain('Besloten');
    // Of who left before, there is no trace; of who left after, a reference that leads nowhere.
    expect(await whoIsTold()).toEqual([addressOf('editor'), addressOf('reader')]);
    const { follows } = await (await alliance.as('partner')).notifications.follows.query();
    expect(follows.map(({ title, href }) => [title, href])).toEqual([[null, null]]);
  });
});

describe('a knowledge session', () => {
  it('is told when its programme can be read, when one can register and when there is a report', async () => {
    await follow('strangerEditor', 'municipality', own);
    await follow('partner', 'theme', 'loopbaan');
    const { id } = await makeSession(alliance, {
      title: 'Leren van elkaar',
      state: 'open',
      content: { themes: ['loopbaan'] },
    });
    await tellAll();
    const both = ['session_open Leren van elkaar', 'session_planned Leren van elkaar'];
    expect(await toldTo('strangerEditor')).toEqual(both);
    expect(await toldTo('partner')).toEqual(both);
    expect(await toldTo('reader')).toEqual([]);
    // Anew for the same people is nothing new.
    await publishSession(await alliance.as('publisher'), id);
    await tellAll();
    expect(await toldTo('strangerEditor')).toEqual(both);
    await letItBeOver(alliance, id);
    await byHand('delete from happening');
    await publishSession(await alliance.as('publisher'), id, true);
    await tellAll();
    expect(await toldTo('strangerEditor')).toEqual(['session_reported Leren van elkaar', ...both]);
    const { groups } = await (await alliance.as('strangerEditor')).notifications.list.query({});
    expect(groups.map(({ place }) => place)).toEqual(['Brunssum']);
  });

  it('for who is invited is told to them only, and to the others when it is for them too', async () => {
    for (const person of ['strangerEditor', 'reader'] as const) await follow(person, 'theme', 'armoede');
    const wanted = { title: 'Eerst met weinigen', desk: allianceDesk } as const;
    const { id } = await makeSession(alliance, {
      ...wanted,
      state: 'planned',
      content: {
        themes: ['armoede'],
        visibility: 'invited',
        guests: false,
        invited: { municipalities: [own], organisations: [] },
      },
    });
    await tellAll();
    expect(await toldTo('reader')).toEqual(['session_planned Eerst met weinigen']);
    // Of the others there is not even a row.
    expect(await whoIsTold()).toEqual([addressOf('reader')]);
    const { knowledgeSessions } = await alliance.as('coordinator');
    const { content, revision } = await knowledgeSessions.workingSession.query({
      id,
    });
    await knowledgeSessions.save.mutate({
      id,
      revision,
      content: { ...content, visibility: 'alliance' },
    });
    await publishSession(await alliance.as('coordinator'), id);
    await tellAll();
    expect(await toldTo('strangerEditor')).toEqual(['session_planned Eerst met weinigen']);
  });
});
