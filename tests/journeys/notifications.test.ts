// Who follows something hears what happens to it: in the app or by mail, at what may be seen at that moment, once, and
// until one press stops it.
import { fanOutNext, mailNextDigests } from '@kansenplein/core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addressOf, agreed, makeAlliance, type Alliance, type PersonName } from '../support/alliance.ts';
import { openMailbox, type Letter, type Mailbox } from '../support/mailbox.ts';
import { refusalOf } from '../support/refusals.ts';
import { asSuperuser, hashOf, tryAs } from '../support/sql.ts';
import {
  makeAgenda,
  makeIntervention,
  publishAgain,
  rewrite,
  strangerDesk,
  type Wanted,
} from '../support/writing.ts';

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

const byHand = <Row extends Record<string, unknown>>(text: string, params: unknown[] = []) =>
  asSuperuser<Row>(alliance.urls.superuserUrl, text, params, { withoutTriggers: true });

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

type Kind = Parameters<Awaited<ReturnType<Alliance['as']>>['notifications']['choose']['mutate']>[0]['kind'];
type Way = Parameters<Awaited<ReturnType<Alliance['as']>>['notifications']['choose']['mutate']>[0]['way'];

const follow = async (
  person: PersonName,
  target: { kind: 'municipality' | 'theme' | 'intervention'; key: string },
) => (await alliance.as(person)).notifications.follow.mutate(target);
const choose = async (person: PersonName, kind: Kind, way: Way) =>
  (await alliance.as(person)).notifications.choose.mutate({ kind, way });
const stranger = { kind: 'municipality', key: 'gm1952' } as const;

/** The job that tells what happened, until nothing waits. */
const tellAll = async () => {
  while (await fanOutNext(alliance.database));
};
const mailAll = async () => {
  while ((await mailNextDigests(alliance.database, alliance.origin)) > 0);
};
/** The morning has come for everything that waits to be mailed. */
const morning = () => byHand(`update notification set mail_at = now() where mail_at is not null`);

/** What somebody is told, as 'kind title'. */
async function toldTo(person: PersonName): Promise<string[]> {
  const { groups } = await (await alliance.as(person)).notifications.list.query({});
  return groups.flatMap(({ title, items }) => items.map(({ kind }) => `${kind} ${title}`));
}
const unreadOf = async (person: PersonName) =>
  (await (await alliance.as(person)).notifications.unread.query()).unread;

const publish = (wanted: Wanted) =>
  makeIntervention(alliance, { desk: strangerDesk, state: 'published', ...wanted });

const lettersTo = (person: PersonName): readonly Letter[] => mailbox.to(addressOf(person));
const waiting = async () => {
  const [row] = await byHand<{ count: number }>(
    `select (select count(*) from happening where not held) + (select count(*) from notification where mail_at <= now())
       + (select count(*) from outgoing_mail where sent_at is null and given_up_at is null)
       + (select count(*) from participation_question where due_at <= now() and told_at is null and answered_at is null)
       + (select count(*) from document_import where state = 'received') as count`,
  );
  return Number(row?.count);
};
const jobs = (hosts = 1) => mailbox.whileJobsRun(alliance, async () => (await waiting()) === 0, hosts);

describe('who follows', () => {
  it('a municipality, a theme or an intervention hears of what is published, changed and withdrawn', async () => {
    const page = await publish({ title: 'Waar men op let', content: { themes: ['loopbaan'] } });
    await tellAll();
    await follow('reader', stranger);
    await follow('editor', { kind: 'theme', key: 'loopbaan' });
    await follow('publisher', { kind: 'intervention', key: page.id });
    await publish({ title: 'Wat nieuw is', content: { themes: ['loopbaan'] } });
    await publish({ title: 'Iets anders', content: { themes: ['armoede'] } });
    const [editor, publisher] = [await alliance.as('strangerEditor'), await alliance.as('strangerPublisher')];
    await rewrite(editor, page.id, { summary: 'Anders dan het was.' });
    await publishAgain(publisher, page.id);
    await publisher.interventions.withdraw.mutate({ id: page.id, reason: 'Het project is gestopt.' });
    await tellAll();
    // The new version is no page any more: what happened to it is that it was withdrawn.
    expect(await toldTo('reader')).toEqual([
      'withdrawn Waar men op let',
      'published Iets anders',
      'published Wat nieuw is',
    ]);
    expect(await toldTo('editor')).toEqual(['withdrawn Waar men op let', 'published Wat nieuw is']);
    expect(await toldTo('publisher')).toEqual(['withdrawn Waar men op let']);
    expect([await unreadOf('reader'), await unreadOf('editor'), await unreadOf('publisher')]).toEqual([
      3, 2, 1,
    ]);
    expect(await toldTo('administrator')).toEqual([]);
  });

  it('hears nothing of what stays among others, and not of what one did oneself', async () => {
    await follow('reader', stranger);
    await follow('strangerEditor', stranger);
    await follow('strangerPublisher', stranger);
    await publish({ title: 'Onder ons', visibility: 'municipality' });
    await tellAll();
    expect(
      await byHand(
        `select 1 from notification n join account a on a.id = n.account_id where a.address = $1`,
        [addressOf('reader')],
      ),
    ).toEqual([]);
    expect(await toldTo('strangerEditor')).toEqual(['published Onder ons']);
    expect(await toldTo('strangerPublisher')).toEqual([]);
  });

  it('is no longer told, nor in a number, of what it may not see any more', async () => {
    const made = await publish({ title: 'Straks weer van ons', visibility: 'alliance' });
    await byHand('delete from happening');
    await follow('reader', { kind: 'intervention', key: made.id });
    const [editor, publisher] = [await alliance.as('strangerEditor'), await alliance.as('strangerPublisher')];
    await rewrite(editor, made.id, { summary: 'Anders dan het was.' });
    await publishAgain(publisher, made.id);
    await choose('reader', 'new_version', 'at_once');
    await tellAll();
    expect([await toldTo('reader'), await unreadOf('reader')]).toEqual([
      ['new_version Straks weer van ons'],
      1,
    ]);
    await rewrite(editor, made.id, { visibility: 'municipality' });
    await publishAgain(publisher, made.id);
    expect([await toldTo('reader'), await unreadOf('reader')]).toEqual([[], 0]);
    const before = lettersTo('reader').length;
    await jobs();
    expect(lettersTo('reader')).toHaveLength(before);
    // It was looked at, and is not looked at each time anew.
    expect(await byHand('select 1 from notification where mail_at is not null')).toEqual([]);
  });

  it('cannot follow what it cannot see, and is told the same as of what does not exist', async () => {
    const { id } = await publish({ title: 'Niet van u', visibility: 'municipality' });
    const absent = { kind: 'intervention', key: '00000000-0000-4000-8000-000000000000' } as const;
    for (const target of [
      { kind: 'intervention', key: id } as const,
      absent,
      { kind: 'theme', key: 'voetbal' } as const,
    ])
      expect(await refusalOf(follow('reader', target))).toMatchObject({ code: 'follow.not_found' });
    expect(await refusalOf(follow('memberless', stranger))).toMatchObject({ code: 'follow.cannot_follow' });
  });

  it('stops following by one press, and follows once however often it presses', async () => {
    await follow('reader', stranger);
    const { id } = await follow('reader', stranger);
    const reader = await alliance.as('reader');
    const { follows } = await reader.notifications.follows.query();
    expect(follows.map(({ title, href }) => [title, href])).toEqual([
      ['Gemeente Midden-Groningen', '/gemeenten/midden-groningen'],
    ]);
    expect(await reader.notifications.followed.query(stranger)).toEqual({ id });
    await reader.notifications.unfollow.mutate({ id: id ?? '' });
    await publish({ title: 'Niemand luistert' });
    await tellAll();
    expect(await toldTo('reader')).toEqual([]);
  });

  it('follows on behalf of nobody else, also with SQL', async () => {
    const insert = `insert into follow (id, account_id, membership_id, target)
      select gen_random_uuid(), (select id from account where address = $1), $2, 'theme:armoede'`;
    const membershipOf = async (person: PersonName) =>
      (
        await byHand<{ id: string }>(
          `select m.id from membership m join account a on a.id = m.account_id where a.address = $1`,
          [addressOf(person)],
        )
      )[0]?.id;
    const follows = async (person: PersonName) =>
      tryAs(alliance, 'reader', insert, [addressOf('reader'), await membershipOf(person)]);
    expect(await follows('reader')).toBe(1);
    expect(await follows('strangerEditor')).toMatch(/row-level security/);
  });

  it('hears nothing once the membership it followed for has ended', async () => {
    await follow('agreedEditor', stranger);
    const ended = (to: string) =>
      byHand(
        `update membership m set ended_at = ${to} from account a where a.id = m.account_id and a.address = $1`,
        [addressOf('agreedEditor')],
      );
    await ended('now()');
    await publish({ title: 'Na het afscheid' });
    await tellAll();
    await ended('null');
    expect(await toldTo('agreedEditor')).toEqual([]);
  });
});

describe('whom it concerns', () => {
  it('hears without following: handed in, sent back, remarked, asked, answered, adopted', async () => {
    const joint = await makeIntervention(alliance, { title: 'Samen', parts: [{ municipality: agreed }] });
    const [editor, publisher] = [await alliance.as('editor'), await alliance.as('publisher')];
    await editor.interventions.submit.mutate({ id: joint.id });
    await publisher.interventions.remark.mutate({ id: joint.id, field: 'goal', text: 'Kan dit scherper?' });
    await tellAll();
    expect(await toldTo('publisher')).toEqual(['submitted Samen']);
    expect(await toldTo('editor')).toEqual(['remarked Samen']);
    // The municipality that is asked hears so when it is mailed, which handing in makes due.
    await jobs();
    expect(await toldTo('agreedPublisher')).toEqual(['asked Samen']);
    expect(await toldTo('agreedEditor')).toEqual([]);
    await (
      await alliance.as('agreedPublisher')
    ).interventions.answerParticipation.mutate({
      id: joint.id,
      commitment: 'confirmed',
      pupils: null,
      schools: '',
      condition: '',
    });
    await tellAll();
    expect(await toldTo('editor')).toEqual(['answered Samen', 'remarked Samen']);
    // A participant reads the draft, and of what is said about it nothing.
    expect(await toldTo('agreedPublisher')).toEqual(['asked Samen']);
  });

  it('who brought a document hears when it was read, and nobody else', async () => {
    const editor = await alliance.as('editor');
    await editor.imports.start.mutate({
      fileName: 'agenda.txt',
      text: 'Boodschappen: melk, brood en appels.',
    });
    await tellAll();
    expect(await toldTo('editor')).toEqual([]);
    await jobs();
    expect(await toldTo('editor')).toEqual(['import_ready agenda.txt']);
    expect(await toldTo('publisher')).toEqual([]);
  });
});

describe('the list', () => {
  it('puts what happened to one thing together, tells what was read, and goes on page by page', async () => {
    await follow('reader', stranger);
    const { id } = await publish({ title: 'Steeds weer' });
    const [editor, publisher] = [await alliance.as('strangerEditor'), await alliance.as('strangerPublisher')];
    for (const time of [1, 2]) {
      await rewrite(editor, id, { summary: `De ${time}e keer anders.` });
      await publishAgain(publisher, id);
    }
    await tellAll();
    const reader = await alliance.as('reader');
    const { groups, next } = await reader.notifications.list.query({});
    expect(next).toBeNull();
    expect(groups.map(({ title, place, items }) => [title, place, items.length])).toEqual([
      ['Steeds weer', 'Midden-Groningen', 3],
    ]);
    const [newest] = groups[0]?.items ?? [];
    expect(await reader.notifications.markRead.mutate({ ids: [newest?.id ?? ''] })).toEqual({ marked: 1 });
    expect(await unreadOf('reader')).toBe(2);
    // Somebody else's are passed over.
    expect(
      await (await alliance.as('editor')).notifications.markRead.mutate({ ids: [newest?.id ?? ''] }),
    ).toEqual({ marked: 0 });
    await reader.notifications.markRead.mutate({ until: new Date().toISOString() });
    expect(await unreadOf('reader')).toBe(0);
    await byHand(
      `insert into notification (id, account_id, membership_id, kind, noun, key, part, happened_at, visible_to, audience, writable_by)
       select gen_random_uuid(), n.account_id, n.membership_id, n.kind, n.noun, n.key, n.part, n.happened_at - make_interval(mins => s),
         n.visible_to, n.audience, n.writable_by from (select * from notification limit 1) n, generate_series(1, 70) s`,
    );
    const seen = new Set<string>();
    let cursor: string | null = null;
    let pages = 0;
    do {
      const page: Awaited<ReturnType<typeof reader.notifications.list.query>> =
        await reader.notifications.list.query(cursor ? { cursor } : {});
      for (const item of page.groups.flatMap(({ items }) => items)) seen.add(item.id);
      cursor = page.next;
      pages += 1;
    } while (cursor);
    expect([seen.size, pages]).toEqual([73, 3]);
  });
});

describe('the mail', () => {
  it('does not come unless it is chosen: quiet by default', async () => {
    await follow('reader', stranger);
    await publish({ title: 'Stil' });
    await jobs();
    expect(lettersTo('reader').filter(({ text }) => text.includes('Stil'))).toEqual([]);
    const { choices } = await (await alliance.as('reader')).notifications.choices.query();
    expect(new Set(choices.map(({ way }) => way))).toEqual(new Set(['app']));
  });

  it('comes once, grouped by kind, as text and as HTML that say the same, whichever of two hosts makes it', async () => {
    await follow('reader', stranger);
    await choose('reader', 'published', 'day');
    await choose('reader', 'withdrawn', 'day');
    await publish({ title: 'Eerst dit <b>&' });
    await makeAgenda(alliance, { desk: strangerDesk, title: 'En een agenda', state: 'withdrawn' });
    await tellAll();
    const before = lettersTo('reader').length;
    await jobs(2);
    // Not before the morning.
    expect(lettersTo('reader')).toHaveLength(before);
    await morning();
    await jobs(2);
    const [letter, ...more] = lettersTo('reader').slice(before);
    expect(more).toEqual([]);
    expect(letter?.subject).toBe('2 meldingen van Kansenplein');
    expect(letter?.text).toContain('NIEUW GEPUBLICEERD\r\n\r\nEerst dit <b>& (Midden-Groningen)\r\n');
    expect(letter?.text).toContain('INGETROKKEN\r\n\r\nEn een agenda (Midden-Groningen)\r\n');
    expect(letter?.html).toContain('Eerst dit &lt;b&gt;&amp;</a> (Midden-Groningen)');
    expect(letter?.html).toMatch(/<html lang="nl">[^]*<h1[^]*<h2[^]*<ul/);
    const links = (text: string) => new Set(text.match(/https?:\/\/[^\s"<]+/g));
    expect(links(letter?.html ?? '')).toEqual(links(letter?.text ?? ''));
    expect(letter?.header('Message-ID')).toMatch(/^<[0-9a-f-]{36}@kansenplein>$/);
    expect(
      await byHand(`select body, html, headers from outgoing_mail where recipient = $1`, [
        addressOf('reader'),
      ]),
    ).toEqual([{ body: '', html: null, headers: null }]);
  });

  it('is stopped per kind by its own link, and wholly by the button of the mail program, without signing in', async () => {
    await follow('reader', stranger);
    await choose('reader', 'published', 'at_once');
    await choose('reader', 'withdrawn', 'at_once');
    await choose('editor', 'published', 'day');
    await makeAgenda(alliance, { desk: strangerDesk, title: 'Kort bestaan', state: 'withdrawn' });
    await publish({ title: 'Blijft bestaan' });
    const before = lettersTo('reader').length;
    await tellAll();
    await jobs();
    const [letter] = lettersTo('reader').slice(before);
    const [ofPublished, ofWithdrawn] = [...(letter?.text ?? '').matchAll(/\/stop\/([\w-]{43})/g)].map(
      (each) => each[1] ?? '',
    );
    const ofAll = /\/stop\/([\w-]{43})>/.exec(letter?.header('List-Unsubscribe') ?? '')?.[1] ?? '';
    expect(letter?.header('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
    const visitor = alliance.visitor();
    expect(await visitor.notifications.link.query({ token: ofPublished ?? '' })).toEqual({
      kinds: ['published'],
      search: null,
      stopped: false,
    });
    expect((await visitor.notifications.link.query({ token: ofAll })).kinds).toEqual([
      'published',
      'withdrawn',
    ]);
    const wayOf = async (kind: Kind) =>
      (await (await alliance.as('reader')).notifications.choices.query()).choices.find(
        (each) => each.kind === kind,
      )?.way;
    await visitor.notifications.stop.mutate({ token: ofWithdrawn ?? '' });
    expect([await wayOf('published'), await wayOf('withdrawn')]).toEqual(['at_once', 'app']);
    // As a mail program posts it: no cookie, no Origin, a form that says what it is.
    const posted = await fetch(`${alliance.origin}/stop/${ofAll}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
      redirect: 'manual',
    });
    expect(posted.status).toBe(200);
    expect([await wayOf('published'), await wayOf('withdrawn')]).toEqual(['app', 'app']);
    // What others chose is theirs.
    expect(await byHand(`select way from notification_choice where kind = 'published' order by way`)).toEqual(
      [{ way: 'app' }, { way: 'day' }],
    );
    const dead = await fetch(`${alliance.origin}/stop/${'A'.repeat(43)}`, { method: 'POST' });
    expect(dead.status).toBe(404);
    const opened = await fetch(`${alliance.origin}/stop/${ofPublished}`, { redirect: 'manual' });
    expect([opened.status, opened.headers.get('location')]).toEqual([303, `/mail-stoppen/${ofPublished}`]);
  });

  it('does not go out as it was made when the person chose otherwise meanwhile', async () => {
    await follow('reader', stranger);
    await choose('reader', 'published', 'at_once');
    await publish({ title: 'Te laat' });
    await tellAll();
    const errand = hashOf('a secret of the job');
    await byHand('select * from wall.take_due_digests(array[$1])', [errand]);
    await asSuperuser(alliance.urls.superuserUrl, `update notification_choice set way = 'none'`);
    expect(await byHand(`select wall.tell_digest($1, 'x', 'x', 'x', '{}', '[]') as told`, [errand])).toEqual([
      { told: false },
    ]);
    await mailAll();
    expect(await byHand('select 1 from outgoing_mail')).toEqual([]);
  });

  it('is read by an errand that lives five minutes, reads only, and sees what its person may see', async () => {
    await follow('reader', stranger);
    await choose('reader', 'published', 'at_once');
    await publish({ title: 'Een boodschap' });
    await tellAll();
    const errand = hashOf('a secret of the job');
    const enter = (mode: 'read' | 'write') =>
      alliance.database.asActor({ login: null, link: null, errand }, mode, async (_tx, actor) => actor);
    await expect(byHand(`select * from wall.take_due_digests('{geraden}')`)).rejects.toThrow(
      'errand.malformed',
    );
    await byHand('select * from wall.take_due_digests(array[$1])', [errand]);
    const entered = await enter('read');
    expect(entered.acting).toMatchObject({ role: 'reader', key: 'gm0899' });
    expect(entered.scopes).toEqual([
      'public',
      `account:${entered.account ?? ''}`,
      'alliance',
      'municipality:gm0899',
    ]);
    await expect(enter('write')).rejects.toThrow('an errand only reads');
    await byHand(`update notification set errand_until = now() - interval '1 second'`);
    await expect(enter('read')).rejects.toThrow('errand is over');
  });

  it('is made again when the job died, and what an older errand brings is refused', async () => {
    await follow('reader', stranger);
    await choose('reader', 'published', 'at_once');
    await publish({ title: 'Toch nog' });
    await tellAll();
    const errand = hashOf('a secret of the job');
    const taken = await byHand('select on_behalf_of from wall.take_due_digests(array[$1])', [errand]);
    expect(taken).toEqual([{ on_behalf_of: 'gemeente Brunssum' }]);
    expect(await mailNextDigests(alliance.database, alliance.origin)).toBe(0);
    await byHand(`update notification set errand_until = now() - interval '1 second'`);
    await mailAll();
    expect(await byHand(`select wall.tell_digest($1, 'x', 'x', 'x', '{}', '[]') as told`, [errand])).toEqual([
      { told: false },
    ]);
    expect(await byHand('select subject from outgoing_mail')).toEqual([
      { subject: 'Nieuw gepubliceerd: Toch nog' },
    ]);
  });

  it.each([
    ['day', '2026-03-28T12:00:00Z', '2026-03-29T05:00:00Z'],
    ['day', '2026-03-29T04:59:00Z', '2026-03-29T05:00:00Z'],
    ['day', '2026-10-24T12:00:00Z', '2026-10-25T06:00:00Z'],
    ['day', '2026-10-25T06:00:00Z', '2026-10-26T06:00:00Z'],
    ['week', '2026-11-23T05:59:00Z', '2026-11-23T06:00:00Z'],
    ['week', '2026-11-23T06:00:00Z', '2026-11-30T06:00:00Z'],
    ['at_once', '2026-11-23T06:00:00Z', '2026-11-23T06:00:00Z'],
  ])(
    'chosen by the %s is due, from %s, at %s: seven in the morning, summer and winter',
    async (way, since, due) => {
      const [row] = await byHand<{ at: Date }>('select wall.mail_moment($1, $2) as at', [way, since]);
      expect(row?.at.toISOString()).toBe(due.replace('Z', '.000Z'));
    },
  );
});
