// The functions that give and free places look at who asks, whatever the services in front of them checked.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAlliance, type Alliance, type PersonName } from '../support/alliance.ts';
import { makeCommunity } from '../support/communities.ts';
import { forMembers, makeSession, registerFor, type MadeSession } from '../support/sessions.ts';
import { asSuperuser, sqlAs, tryAs } from '../support/sql.ts';

let alliance: Alliance;
let open: MadeSession;
let invited: MadeSession;
let registration: string;
beforeAll(async () => {
  alliance = await makeAlliance();
  open = await makeSession(alliance, { content: { approval: true, places: 1 } });
  invited = await makeSession(alliance, {
    content: {
      visibility: 'invited',
      guests: false,
      invited: { municipalities: ['gm0917'], organisations: [] },
    },
  });
  registration = (await registerFor(alliance, 'partner', open.id)).id;
});
afterAll(() => alliance?.close());

const answer = (person: PersonName | null, call: string, params: unknown[]) =>
  sqlAs(
    alliance,
    person,
    async (query) => (await query(`select ${call} as value`, params)).rows[0]?.['value'],
  );

describe('with SQL as role app', () => {
  it('nobody but the host decides about a registration, or says that somebody was there', async () => {
    const decide = (person: PersonName | null) =>
      answer(person, 'wall.decide_registration($1, true)', [registration]);
    expect(await decide('editor')).toBe(registration);
    for (const person of ['strangerEditor', 'coordinator', 'partner', 'reader', null] as const)
      expect([person, await decide(person)]).toEqual([person, null]);
    expect(await answer('strangerEditor', 'wall.check_in($1, true)', [registration])).toBe(null);
  });

  it('nobody withdraws, accepts or speaks for somebody else', async () => {
    for (const person of ['strangerEditor', 'editor', 'coordinator', null] as const) {
      expect(await answer(person, 'wall.withdraw_registration($1)', [registration])).toBe(null);
      expect(await answer(person, `wall.accept_seat($1, '')`, [registration])).toBe(null);
      expect(await answer(person, `wall.give_feedback($1, 5, '', '')`, [registration])).toBe(false);
    }
    expect(await answer('partner', 'wall.withdraw_registration($1)', [registration])).toBe(registration);
  });

  it('nobody registers for what they may not see, and a visitor for nothing', async () => {
    const register = (person: PersonName | null, session: string) =>
      tryAs(alliance, person, `select * from wall.register_for_session($1, '{}', '')`, [session]);
    expect(await register('agreedEditor', invited.id)).toBe(1);
    expect(await register('strangerEditor', invited.id)).toBe(0);
    expect(await register(null, open.id)).toBe(0);
  });

  it('the next number on a list is told to that person and to the host', async () => {
    const turn = 'select state, ordinal from session_seat where registration_id = $1';
    expect(await tryAs(alliance, 'partner', turn, [registration])).toBe(1);
    expect(await tryAs(alliance, 'editor', turn, [registration])).toBe(1);
    for (const person of ['reader', 'strangerEditor', 'coordinator', null] as const)
      expect([person, await tryAs(alliance, person, turn, [registration])]).toEqual([person, 0]);
  });

  it('an editor publishes nothing by moving the working copy itself', async () => {
    const { id } = await makeSession(alliance, { state: 'planned' });
    const set = (state: string) => `update knowledge_session set state = '${state}' where id = $1`;
    expect(await tryAs(alliance, 'editor', set('open'), [id])).toEqual(
      expect.stringContaining('session.publisher_needed'),
    );
    expect(await tryAs(alliance, 'publisher', set('reported'), [id])).toEqual(
      expect.stringContaining('session.state'),
    );
    expect(await tryAs(alliance, 'publisher', set('open'), [id])).toBe(1);
  });

  it('a programme is for members of a community only where one holds it, whatever the service checked', async () => {
    const { id } = await makeSession(alliance, { state: 'proposal' });
    const publish = (person: PersonName, visibility: string, session: string) =>
      tryAs(
        alliance,
        person,
        `insert into knowledge_session_version (session_id, number, handle, visibility, title, content, note, state)
         select id, 1, handle, '', title, jsonb_set(content, '{visibility}', to_jsonb($2::text)), '', 'planned'
         from knowledge_session where id = $1`,
        [session, visibility],
      );
    expect(await publish('publisher', 'community', id)).toEqual(expect.stringContaining('session.circle'));
    expect(await publish('publisher', 'alliance', id)).toBe(1);
    // And of a community by invitation nothing is for others.
    const { id: community } = await makeCommunity(alliance, { joining: 'invitation', by: 'partner' });
    const desk = { editor: 'partner', publisher: 'partner' } as const;
    const hidden = await makeSession(alliance, { desk, community, state: 'proposal', content: forMembers });
    for (const circle of ['public', 'alliance', 'invited'])
      expect(await publish('partner', circle, hidden.id)).toEqual(expect.stringContaining('session.circle'));
    expect(await publish('partner', 'community', hidden.id)).toBe(1);
  });

  it('nobody but the host mails who has a place, and nobody reads what was mailed', async () => {
    const { id } = await makeSession(alliance);
    await registerFor(alliance, 'partner', id);
    const mail = (person: PersonName | null) =>
      answer(person, `wall.mail_participants($1, 'Hallo', 'Dag.', 'Hallo', 'Dag.')`, [id]);
    for (const person of ['strangerEditor', 'coordinator', 'partner', 'reader', null] as const)
      expect([person, await mail(person)]).toEqual([person, null]);
    expect(await mail('editor')).toBe(1);
  });

  it('a published programme never changes, whoever tries', async () => {
    const byHand = asSuperuser(
      alliance.urls.superuserUrl,
      `update knowledge_session_version set title = 'Anders'`,
    );
    await expect(byHand).rejects.toThrow('version.immutable');
  });
});
