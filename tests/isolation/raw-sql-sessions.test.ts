// A login session that has ended opens nothing any more, whichever function of the wall is called with what it left.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainQuery } from '@kansenplein/db';
import { addressOf, makeAlliance, type Alliance } from '../support/alliance.ts';
import { asSuperuser, hashOf } from '../support/sql.ts';

let alliance: Alliance;
let living: string;
let membership: string;

/** The hashes of two login sessions of the editor that have ended. */
const ended = { 'not used for eight hours': 'a'.repeat(64), 'seven days old': 'b'.repeat(64) };

const stored = <Row extends Record<string, unknown>>(text: string, params: unknown[] = []) =>
  asSuperuser<Row>(alliance.urls.superuserUrl, text, params);
const heldSessions = () =>
  stored<{ id: string; expires_at: Date }>('select id, expires_at from login_session order by id');

beforeAll(async () => {
  alliance = await makeAlliance();
  living = hashOf(await alliance.secretOf('editor'));
  const [row] = await stored<{ membership_id: string }>(
    'select membership_id from login_session where id = $1',
    [living],
  );
  membership = row?.membership_id ?? '';
  const [idle, old] = Object.values(ended);
  await stored(
    `insert into login_session (id, account_id, membership_id, created_at, expires_at)
     select each.id, a.id, $2, now() - each.age, now() + each.left
     from account a, (values ('${idle}', interval '9 hours', interval '-1 hour'), ('${old}', '8 days', '1 hour')) each(id, age, "left")
     where a.address = $1`,
    [addressOf('editor'), membership],
  );
});
afterAll(() => alliance?.close());

/** What a function says to who is signed in with `login`; what it changed is committed. */
const said = (text: string, params: unknown[], login: string | null = null) =>
  alliance.database.asActor({ login, link: null }, 'write', (tx) => plainQuery(tx)(text, params));

describe.each(Object.entries(ended))('a login session %s', (_, hash) => {
  it('brings nobody in', async () => {
    const account = (login: string) =>
      alliance.database.asActor({ login, link: null }, 'read', async (__, actor) => actor.account);
    expect(await account(hash)).toBeNull();
    expect(await account(living)).not.toBeNull();
  });

  it('is not found', async () => {
    const find = 'select * from wall.find_login_session($1)';
    expect(await said(find, [hash])).toEqual([]);
    expect(await said(find, [living])).toHaveLength(1);
  });

  it.each([
    ['extended', `select wall.extend_login_session($1, now() + interval '1 day')`, null],
    ['moved', `select wall.move_login_session($1, 'c', '$membership$')`, null],
    ['renewed', `select wall.renew_login_session($1, 'c', true)`, 'living'],
  ])('is not %s', async (__, text, login) => {
    const before = await heldSessions();
    await said(text.replace('$membership$', membership), [hash], login === null ? null : living);
    expect(await heldSessions()).toEqual(before);
  });

  it('is not among those that somebody has', async () => {
    const [row] = await stored<{ handle: string }>('select handle from login_session where id = $1', [hash]);
    const mine = await said('select handle from wall.my_login_sessions($1)', [living], living);
    expect(mine.length).toBeGreaterThan(0);
    expect(mine).not.toContainEqual({ handle: row?.handle });
  });
});

it('a living one is renewed by nobody else', async () => {
  const before = await heldSessions();
  const stranger = hashOf(await alliance.secretOf('strangerEditor'));
  const held = before.map(({ id }) => id);
  await said(`select wall.renew_login_session($1, 'c', true)`, [living], stranger);
  expect((await heldSessions()).filter(({ id }) => held.includes(id))).toEqual(before);
});

it('what has ended is thrown away by the job, and nothing else', async () => {
  const before = await heldSessions();
  await alliance.database.asJob('probe', (tx) =>
    plainQuery(tx)('select wall.end_expired_login_sessions()', []),
  );
  const dead: readonly string[] = Object.values(ended);
  expect(await heldSessions()).toEqual(before.filter(({ id }) => !dead.includes(id)));
});
