// Calendars with SQL instead of the API: nobody sees, makes or drops the secret address of another, a secret that was
// guessed or taken back reads nothing, and what a calendar holds of who registered is the job's to change.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf, makeAlliance, type Alliance, type PersonName } from '../support/alliance.ts';
import { makeSession, registerFor } from '../support/sessions.ts';
import { asSuperuser, hashOf, tryAs } from '../support/sql.ts';
import { makeCalendarAddress } from './matrix-calendar.ts';

let alliance: Alliance;
let ofReader: string;
let registration: string;

beforeAll(async () => {
  alliance = await makeAlliance();
  ofReader = await makeCalendarAddress(alliance, 'reader');
  const { id } = await makeSession(alliance, { title: 'Van de lezer' });
  registration = (await registerFor(alliance, 'reader', id)).id;
});
afterAll(() => alliance?.close());

const run = (person: PersonName | null, text: string, params: unknown[] = []) =>
  tryAs(alliance, person, text, params);
const accountOf = async (person: PersonName) => {
  const [row] = await asSuperuser<{ id: string }>(
    alliance.urls.superuserUrl,
    'select id from account where address = $1',
    [addressOf(person)],
  );
  return row?.id ?? '';
};
/** What somebody with this link reads. */
const withLink = (link: string, text: string) =>
  alliance.database.asActor(
    { login: null, link: hashOf(link) },
    'read',
    async (tx) => (await tx.execute(text)).rows,
  );

describe('the secret address in the database', () => {
  it('is seen and dropped by its person only', async () => {
    for (const person of [null, 'editor', 'administrator', 'operator', 'coordinator'] as const) {
      expect(await run(person, 'select * from calendar_address')).toBe(0);
      expect(await run(person, 'delete from calendar_address')).toBe(0);
    }
    const own = 'from calendar_address where secret_hash = $1';
    expect(await run('reader', `select * ${own}`, [hashOf(ofReader)])).toBe(1);
    expect(await run('reader', `delete ${own}`, [hashOf(ofReader)])).toBe(1);
  });

  it('is made for oneself only, and only of a hash', async () => {
    const text =
      'insert into calendar_address (id, account_id, secret_hash) values (gen_random_uuid(), $1, $2)';
    const [reader, editor] = [await accountOf('reader'), await accountOf('editor')];
    expect(await run('editor', text, [reader, hashOf('x')])).toEqual(
      expect.stringContaining('42501 new row violates row-level security policy'),
    );
    expect(await run('editor', text, [editor, 'open'])).toEqual(expect.stringContaining('calendar.secret'));
    expect(await run('reader', `update calendar_address set secret_hash = $1`, [hashOf('x')])).toEqual(
      expect.stringContaining('permission denied'),
    );
  });

  it('reads the sessions of its person; another secret, the hash itself and a login read nothing', async () => {
    const sessions = 'select title from wall.sessions_of_calendar_link()';
    expect(await withLink(ofReader, sessions)).toEqual([{ title: 'Van de lezer' }]);
    for (const link of ['A'.repeat(43), hashOf(ofReader)]) {
      expect(await withLink(link, sessions)).toEqual([]);
      expect(await withLink(link, 'select wall.calendar_is_followed() as known')).toEqual([{ known: false }]);
    }
    expect(await run('reader', sessions)).toBe(0);
    // The link opens that list, and no row of anybody.
    expect(await withLink(ofReader, 'select * from session_registration')).toEqual([]);
    expect(await withLink(ofReader, 'select * from calendar_address')).toEqual([]);
  });
});

describe('what a calendar holds', () => {
  it('is told to the job and to nobody who asks', async () => {
    for (const text of [
      `select * from wall.calendar_turn('${registration}', true)`,
      'select wall.followed_account()',
      `update session_registration set in_calendar = true, calendar_sequence = 7 where id = '${registration}'`,
    ])
      expect(await run('reader', text)).toEqual(expect.stringContaining('permission denied'));
  });

  it('is queued by nobody who is not signed in', async () => {
    expect(await run(null, `select wall.queue_calendar_mail('a@b.example', 'x', 'x', 'x')`)).toEqual(
      expect.stringContaining('mail.sign_in_first'),
    );
  });
});
