// Questions that somebody keeps, and the mail that says what is new: once, with the rights of that moment, and stopped by
// one press.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tellNextSearch } from '@kansenplein/core';
import { addressOf, makeAlliance, type Alliance, type PersonName } from '../support/alliance.ts';
import { openMailbox, type Mailbox } from '../support/mailbox.ts';
import { refusalOf } from '../support/refusals.ts';
import { asSuperuser, tryAs } from '../support/sql.ts';
import { makeIntervention, strangerDesk, type Visibility } from '../support/writing.ts';

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

const byHand = (text: string, params: unknown[] = []) =>
  asSuperuser(alliance.urls.superuserUrl, text, params, { withoutTriggers: true });

beforeEach(async () => {
  await byHand('delete from saved_search');
});

const keep = async (person: PersonName, text: string, alert: 'none' | 'day' | 'week' = 'day') => {
  const client = await alliance.as(person);
  return (await client.savedSearches.save.mutate({ name: `Nieuw over ${text}`, question: { text }, alert }))
    .id;
};

/** The morning has come, and the last one is three days ago. */
const morning = () =>
  byHand(
    `update saved_search set told_until = now() - interval '3 days', due_at = now() where alert <> 'none'`,
  );
/** The morning has come once more, with what was told remembered. */
const nextMorning = () => byHand(`update saved_search set due_at = now() where alert <> 'none'`);

/** Published yesterday by another municipality. */
const publish = async (title: string, visibility: Visibility = 'public') => {
  const made = await makeIntervention(alliance, {
    desk: strangerDesk,
    title,
    state: 'published',
    visibility,
  });
  await asSuperuser(alliance.urls.superuserUrl, 'select wall.demo_backdate($1, 1, 1)', [made.id]);
  return made;
};

const jobs = (hosts = 1) =>
  mailbox.whileJobsRun(
    alliance,
    async () => {
      const [row] = await byHand(
        `select (select count(*) from saved_search where due_at <= now())
           + (select count(*) from outgoing_mail where sent_at is null) as count`,
      );
      return Number(row?.['count']) === 0;
    },
    hosts,
  );
const lettersTo = (person: PersonName, about: string) =>
  mailbox.to(addressOf(person)).filter(({ subject }) => subject.includes(about));

describe('a question that somebody keeps', () => {
  it('is found again by its person, whoever it acts for, and by nobody else', async () => {
    const id = await keep('twice', 'kraanvogel', 'none');
    const twice = await alliance.as('twice');
    await twice.savedSearches.change.mutate({ id, name: 'Vogels', alert: 'week' });
    const { searches, room } = await twice.savedSearches.list.query();
    expect(searches).toMatchObject([{ id, name: 'Vogels', alert: 'week', question: { text: 'kraanvogel' } }]);
    expect(room).toBe(49);
    const colleague = await alliance.as('administrator');
    expect((await colleague.savedSearches.list.query()).searches).toEqual([]);
    await twice.savedSearches.remove.mutate({ id });
    expect((await twice.savedSearches.list.query()).searches).toEqual([]);
  });

  it('is one of at most fifty', async () => {
    for (let count = 0; count < 50; count += 1) await keep('reader', `vraag ${count}`, 'none');
    expect(await refusalOf(keep('reader', 'een te veel'))).toMatchObject({ code: 'search.too_many' });
    await keep('editor', 'van een ander telt niet mee', 'none');
  });

  it('is asked on behalf of nobody else, also with SQL', async () => {
    await keep('reader', 'tureluur');
    const theirs = await byHand(
      `select m.id from membership m join account a on a.id = m.account_id where a.address = $1`,
      [addressOf('strangerAdministrator')],
    );
    const move = 'update saved_search set membership_id = $1';
    expect(await tryAs(alliance, 'reader', move, [theirs[0]?.['id']])).toMatch(/row-level security/);
  });
});

describe('the mail about what is new', () => {
  it('names what was published since, with its address, once, whichever of two hosts looks', async () => {
    await keep('reader', 'zeldzaamwoord');
    const { handle } = await publish('Een zeldzaamwoord op school');
    await morning();
    await jobs(2);
    const [letter, ...more] = lettersTo('reader', 'zeldzaamwoord');
    expect(more).toEqual([]);
    expect(letter?.subject).toBe('1 nieuw resultaat bij ‘Nieuw over zeldzaamwoord’');
    expect(letter?.text).toContain(
      `Een zeldzaamwoord op school (Midden-Groningen)\r\n${alliance.origin}/interventies/een-zeldzaamwoord-op-school-${handle}\r\n`,
    );
    await nextMorning();
    await jobs();
    expect(lettersTo('reader', 'zeldzaamwoord')).toHaveLength(1);
    await publish('Nog een zeldzaamwoord');
    await morning();
    await jobs();
    expect(lettersTo('reader', 'zeldzaamwoord')).toHaveLength(2);
  });

  it('does not come when nothing is new, nor for what was never asked to be mailed', async () => {
    await publish('Een stilwoord op school');
    await keep('editor', 'stilwoord');
    await keep('publisher', 'stilwoord', 'none');
    await nextMorning();
    await jobs();
    expect(lettersTo('editor', 'stilwoord')).toEqual([]);
    expect(lettersTo('publisher', 'stilwoord')).toEqual([]);
    const [row] = await byHand(`select due_at > now() as later from saved_search where alert = 'day'`);
    expect(row).toEqual({ later: true });
  });

  it('tells what the person may see at that moment, and nothing that others share among themselves', async () => {
    await keep('reader', 'geheimwoord');
    await keep('strangerEditor', 'geheimwoord');
    await publish('Het geheimwoord onder ons', 'municipality');
    await morning();
    await jobs();
    expect(lettersTo('reader', 'geheimwoord')).toEqual([]);
    expect(lettersTo('strangerEditor', 'geheimwoord')).toHaveLength(1);
  });

  it('does not come any more when the membership has ended, and the mail has stopped', async () => {
    await keep('agreedEditor', 'afscheidswoord');
    await publish('Een afscheidswoord', 'alliance');
    await morning();
    const ended = (to: string) =>
      byHand(
        `update membership m set ended_at = ${to} from account a where a.id = m.account_id and a.address = $1`,
        [addressOf('agreedEditor')],
      );
    await ended('now()');
    await jobs();
    await ended('null');
    expect(lettersTo('agreedEditor', 'afscheidswoord')).toEqual([]);
    expect(await byHand('select alert from saved_search')).toEqual([{ alert: 'none' }]);
  });

  it('comes once also when a job died after it took the question, and what an older errand brings is refused', async () => {
    const id = await keep('reader', 'herkanswoord');
    await publish('Een herkanswoord');
    await morning();
    const errand = 'e'.repeat(64);
    const taken = await byHand('select id from wall.take_due_alert($1)', [errand]).catch(() => []);
    expect(taken).toEqual([{ id }]);
    const alerting = { search: alliance.search, origin: alliance.origin };
    // Somebody else looks: nothing is due for five minutes.
    expect(await tellNextSearch(alliance.database, alerting)).toBe(false);
    await byHand(`update saved_search set errand_until = now() - interval '1 second'`);
    expect(await tellNextSearch(alliance.database, alerting)).toBe(true);
    const late = `select wall.tell_alert($1, $2, now(), 'x', 'Te laat herkanswoord', 'x', '{}') as told`;
    expect(await byHand(late, [id, errand])).toEqual([{ told: false }]);
    await jobs();
    expect(lettersTo('reader', 'herkanswoord')).toHaveLength(1);
  });

  it('is made by an errand with a secret, each day or each week and never oftener', async () => {
    await keep('reader', 'boodschap');
    await morning();
    await expect(byHand(`select id from wall.take_due_alert('geraden')`)).rejects.toThrow('errand.malformed');
    expect(await tryAs(alliance, 'reader', `update saved_search set alert = 'hour'`)).toMatch(
      /search\.alert/,
    );
    expect(await tryAs(alliance, 'reader', `update saved_search set due_at = now()`)).toMatch(
      /row\.column_fixed/,
    );
  });

  it('lets nobody enter with an errand that is over, nor write with one that lives', async () => {
    const errand = 'f'.repeat(64);
    const enter = (mode: 'read' | 'write') =>
      alliance.database.asActor({ login: null, link: null, errand }, mode, async (_tx, actor) => actor);
    await keep('reader', 'boodschap');
    await morning();
    await byHand('select id from wall.take_due_alert($1)', [errand]);
    expect((await enter('read')).acting).toMatchObject({ role: 'reader', key: 'gm0899' });
    await expect(enter('write')).rejects.toThrow('an errand only reads');
    await byHand(`update saved_search set errand_until = now() - interval '1 second'`);
    await expect(enter('read')).rejects.toThrow('errand is over');
  });
});

describe('the link in the mail', () => {
  const tokenIn = (text: string) => /\/stop\/([\w-]{43})/.exec(text)?.[1] ?? '';

  it('says what it is about, stops that mail by one press without signing in, and leaves everything else', async () => {
    const id = await keep('reader', 'stopwoord');
    await keep('reader', 'doorwoord');
    await publish('Een stopwoord en een doorwoord');
    await morning();
    await jobs();
    const token = tokenIn(lettersTo('reader', 'stopwoord')[0]?.text ?? '');
    const visitor = alliance.visitor();
    expect(lettersTo('reader', 'stopwoord')[0]?.header('List-Unsubscribe')).toBe(
      `<${alliance.origin}/stop/${token}>`,
    );
    expect(lettersTo('reader', 'stopwoord')[0]?.header('List-Unsubscribe-Post')).toBe(
      'List-Unsubscribe=One-Click',
    );
    expect(await visitor.notifications.link.query({ token })).toEqual({
      kinds: [],
      search: 'Nieuw over stopwoord',
      stopped: false,
    });
    // Looking changes nothing: mail filters open links too.
    expect(await byHand(`select 1 as one from saved_search where alert = 'day'`)).toHaveLength(2);
    await visitor.notifications.stop.mutate({ token });
    await visitor.notifications.stop.mutate({ token });
    expect(await visitor.notifications.link.query({ token })).toMatchObject({ stopped: true });
    await publish('Weer een stopwoord en een doorwoord');
    await morning();
    await jobs();
    expect(lettersTo('reader', 'stopwoord')).toHaveLength(1);
    expect(lettersTo('reader', 'doorwoord')).toHaveLength(2);
    const reader = await alliance.as('reader');
    expect((await reader.savedSearches.list.query()).searches).toHaveLength(2);
    // Thrown away and never existing are the same.
    await reader.savedSearches.remove.mutate({ id });
    expect(await refusalOf(visitor.notifications.link.query({ token }))).toMatchObject({
      code: 'stop.not_found',
    });
  });
});
