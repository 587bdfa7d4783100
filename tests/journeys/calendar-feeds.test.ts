// Feeds over HTTP: what everybody may follow, one session to take along, and the secret address of one's own sessions.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAlliance, stranger, type Alliance, type PersonName } from '../support/alliance.ts';
import { refusalOf } from '../support/refusals.ts';
import { makeSession, registerFor, type MadeSession } from '../support/sessions.ts';
import { asSuperuser } from '../support/sql.ts';

let alliance: Alliance;
let open: MadeSession;
let forMembers: MadeSession;
let invited: MadeSession;

const members = { visibility: 'alliance', guests: false } as const;

beforeAll(async () => {
  alliance = await makeAlliance();
  open = await makeSession(alliance, { title: 'Voor iedereen' });
  forMembers = await makeSession(alliance, { title: 'Voor leden', content: members });
  invited = await makeSession(alliance, {
    title: 'Op uitnodiging',
    content: {
      ...members,
      visibility: 'invited',
      invited: { municipalities: [stranger], organisations: [] },
    },
  });
});
afterAll(() => alliance.close());

const get = async (
  path: string,
  { as, headers = {} }: { as?: PersonName; headers?: Record<string, string> } = {},
) =>
  fetch(`${alliance.origin}${path}`, {
    headers: { ...headers, ...(as ? { cookie: `kansenplein=${await alliance.secretOf(as)}` } : {}) },
  });
const unfolded = (text: string) => text.replaceAll('\r\n ', '');
const titlesIn = (text: string) =>
  [...unfolded(text).matchAll(/^SUMMARY:(.*)$/gm)].map(([, title]) => title?.trim());

const makeAddress = async (person: PersonName) => {
  const { secret } = await (await alliance.as(person)).calendar.makeAddress.mutate();
  return `/feeds/kalender/${secret}.ics`;
};

describe('the feeds for everybody', () => {
  it('hold public sessions and nothing else, also for who is signed in', async () => {
    for (const path of ['/feeds/kennissessies.ics', '/feeds/kennissessies.atom'])
      for (const as of [undefined, 'publisher', 'strangerPublisher', 'coordinator'] as const) {
        const answer = await get(path, as ? { as } : {});
        const text = await answer.text();
        expect(answer.status).toBe(200);
        expect(answer.headers.get('cache-control')).toBe('public, max-age=300');
        expect(text).toContain('Voor iedereen');
        expect(text).not.toMatch(/Voor leden|Op uitnodiging/);
      }
  });

  it('answer 304 to who has them already, and anew when something changed', async () => {
    for (const path of ['/feeds/kennissessies.ics', '/feeds/kennissessies.atom']) {
      const first = await get(path);
      const etag = first.headers.get('etag') ?? '';
      const date = first.headers.get('last-modified') ?? '';
      const known = await get(path, { headers: { 'if-none-match': etag } });
      expect([known.status, await known.text(), known.headers.get('etag')]).toEqual([304, '', etag]);
      expect((await get(path, { headers: { 'if-modified-since': date } })).status).toBe(304);
      const host = await alliance.as('publisher');
      const made = await makeSession(alliance, { title: 'Nog een' });
      expect((await get(path, { headers: { 'if-none-match': etag } })).status).toBe(200);
      await host.knowledgeSessions.cancel.mutate({ id: made.id, reason: 'Ziek.' });
      const text = await (await get(path, { headers: { 'if-modified-since': date } })).text();
      expect(unfolded(text)).toContain('Gaat niet door: Nog een');
    }
  });

  it('say what they are, and the Atom feed its own address', async () => {
    const atom = await get('/feeds/kennissessies.atom');
    expect(atom.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    expect(await atom.text()).toContain(
      `<link rel="self" type="application/atom+xml" href="${alliance.config.origin}/feeds/kennissessies.atom"/>`,
    );
    expect((await get('/feeds/kennissessies.ics')).headers.get('content-type')).toBe(
      'text/calendar; charset=utf-8',
    );
  });
});

describe('one session to take along', () => {
  const pathOf = ({ handle }: MadeSession) => `/feeds/kennissessies/wat-er-ook-staat-${handle}.ics`;

  it('is for who may read its page; unseen and not existing are one answer', async () => {
    expect(titlesIn(await (await get(pathOf(open))).text())).toEqual(['Voor iedereen']);
    expect(titlesIn(await (await get(pathOf(forMembers), { as: 'partner' })).text())).toEqual(['Voor leden']);
    const missing = await get('/feeds/kennissessies/aaaaaaaaaa.ics');
    const unseen = await get(pathOf(forMembers));
    expect([unseen.status, await unseen.text()]).toEqual([404, await missing.text()]);
    expect((await get(pathOf(invited), { as: 'partner' })).status).toBe(404);
    expect((await get(pathOf(invited), { as: 'strangerEditor' })).status).toBe(200);
  });

  it('is not kept on the way, and is a file that no browser opens', async () => {
    const { headers } = await get(pathOf(open));
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="kennissessie-/);
  });
});

describe('the secret address of one’s own calendar', () => {
  it('gives the sessions that this person has a place in, and nothing else', async () => {
    const full = await makeSession(alliance, { title: 'Vol', content: { places: 1 } });
    await registerFor(alliance, 'publisher', full.id);
    await registerFor(alliance, 'agreedEditor', full.id);
    await registerFor(alliance, 'agreedEditor', forMembers.id);
    const mine = await registerFor(alliance, 'agreedEditor', open.id);
    await registerFor(alliance, 'partner', invited.id).catch(() => undefined);
    const path = await makeAddress('agreedEditor');
    // The waiting list is no place.
    expect(titlesIn(await (await get(path)).text()).sort()).toEqual(['Voor iedereen', 'Voor leden']);
    // Whoever else is signed in: the address stands alone.
    expect(titlesIn(await (await get(path, { as: 'publisher' })).text()).sort()).toEqual([
      'Voor iedereen',
      'Voor leden',
    ]);
    expect(titlesIn(await (await get(await makeAddress('partner'))).text())).toEqual([]);
    const client = await alliance.as('agreedEditor');
    await client.knowledgeSessions.withdraw.mutate({ id: mine.id });
    expect(titlesIn(await (await get(path)).text())).toEqual(['Voor leden']);
  });

  it('tells a session that does not go on as cancelled, and never who comes or how to join', async () => {
    const made = await makeSession(alliance, {
      title: 'Vervalt',
      content: { form: 'online', place: '', address: '' },
    });
    const host = await alliance.as('publisher');
    await host.knowledgeSessions.saveLinks.mutate({
      id: made.id,
      links: [{ kind: 'joining', title: 'Meedoen', url: 'https://vergadering.example/geheim' }],
    });
    await registerFor(alliance, 'reader', made.id);
    const path = await makeAddress('reader');
    const before = await (await get(path)).text();
    expect(before).not.toContain('vergadering.example');
    expect(before).not.toMatch(/^(ATTENDEE|ORGANIZER)/m);
    await host.knowledgeSessions.cancel.mutate({ id: made.id, reason: 'Ziek.' });
    expect(await (await get(path)).text()).toMatch(/STATUS:CANCELLED/);
  });

  it('that was made anew or taken back answers like one that never was', async () => {
    const never = await get(`/feeds/kalender/${'A'.repeat(43)}.ics`);
    const told = [never.status, await never.text(), [...never.headers].filter(([name]) => name !== 'date')];
    const over = async (path: string) => {
      const answer = await get(path);
      return [answer.status, await answer.text(), [...answer.headers].filter(([name]) => name !== 'date')];
    };
    const first = await makeAddress('editor');
    const second = await makeAddress('editor');
    expect(await over(first)).toEqual(told);
    expect((await get(second)).status).toBe(200);
    const editor = await alliance.as('editor');
    expect((await editor.calendar.address.query()).since).not.toBeNull();
    await editor.calendar.dropAddress.mutate();
    expect(await over(second)).toEqual(told);
    expect(await over('/feeds/kalender/kort.ics')).toEqual(told);
    expect(await editor.calendar.address.query()).toEqual({ since: null });
    expect(await refusalOf(editor.calendar.dropAddress.mutate())).toMatchObject({
      code: 'calendar.not_found',
    });
  });

  it('keeps nothing of members’ sessions for who belongs nowhere any more', async () => {
    const member = await alliance.as('conditionalPublisher');
    await registerFor(alliance, 'conditionalPublisher', forMembers.id);
    await registerFor(alliance, 'conditionalPublisher', open.id);
    const path = await makeAddress('conditionalPublisher');
    expect(titlesIn(await (await get(path)).text())).toHaveLength(2);
    const { account } = await member.accounts.me.query();
    await asSuperuser(
      alliance.urls.superuserUrl,
      `update membership set ended_at = now() where account_id = (select id from account where address = $1)`,
      [account?.address ?? ''],
    );
    expect(titlesIn(await (await get(path)).text())).toEqual(['Voor iedereen']);
  });

  it('is kept as a hash: what lies in the database opens nothing', async () => {
    const path = await makeAddress('reader');
    const secret = /kalender\/(.{43})/.exec(path)?.[1];
    const rows = await asSuperuser(
      alliance.urls.superuserUrl,
      'select c::text as row from calendar_address c',
    );
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it('made by ten at once is one', async () => {
    const twice = await alliance.as('twice');
    const made = await Promise.all(Array.from({ length: 10 }, () => twice.calendar.makeAddress.mutate()));
    const answers = await Promise.all(
      made.map(async ({ secret }) => (await get(`/feeds/kalender/${secret}.ics`)).status),
    );
    expect(answers.filter((status) => status === 200)).toHaveLength(1);
  });
});
