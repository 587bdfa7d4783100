// The same as raw SQL: whoever is signed in reaches nothing of how others prove who they are, whatever function is called.
import { plainQuery } from '@kansenplein/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf, makeAlliance, type Alliance } from '../support/alliance.ts';
import { asSuperuser, hashOf, tryAs } from '../support/sql.ts';

let alliance: Alliance;
let victim: string;
let theirs: { membership: string; passkey: string; identity: string; handle: string };
const hash = 'a'.repeat(64);

beforeAll(async () => {
  alliance = await makeAlliance();
  await alliance.secretOf('strangerEditor');
  const ask = async (text: string, params: unknown[] = []) =>
    (await asSuperuser<{ id: string }>(alliance.urls.superuserUrl, text, params))[0]?.id ?? '';
  victim = await ask('select id from account where address = $1', [addressOf('strangerEditor')]);
  await asSuperuser(
    alliance.urls.superuserUrl,
    `with t as (insert into totp (account_id, seed, last_period) values ('${victim}', 'seed', 0)),
       r as (insert into recovery_code (id, account_id) values ('code', '${victim}')),
       p as (insert into passkey (account_id, credential_id, public_key, counter, transports, backed_up, name)
         values ('${victim}', 'credential', 'key', 0, '{}', false, 'x')),
       e as (insert into external_identity (account_id, issuer, subject) values ('${victim}', 'https://x.example', 'sub'))
     insert into mailed_link (id, purpose, account_id, address, expires_at)
     values ('${hash}', 'new_factor', '${victim}', 'x@kansenplein.example', now() + interval '1 hour'),
       ('${'c'.repeat(64)}', 'new_address', '${victim}', 'y@kansenplein.example', now() + interval '1 hour')`,
  );
  theirs = {
    membership: await ask('select id from membership where account_id = $1', [victim]),
    passkey: await ask('select id from passkey'),
    identity: await ask('select id from external_identity'),
    handle: await ask('select handle as id from login_session where account_id = $1', [victim]),
  };
});
afterAll(() => alliance.close());

const tables = [
  'sign_in_step',
  'totp',
  'recovery_code',
  'passkey',
  'external_identity',
  'mailed_link',
  'login_session',
  'credential',
];

/** Everything about the victim as one text. */
async function stored(): Promise<string> {
  const parts = tables.map(
    (table) =>
      `select '${table}' as t, r::text as row from ${table} r ${table === 'sign_in_step' ? '' : `where account_id = '${victim}'`}`,
  );
  const rows = await asSuperuser(
    alliance.urls.superuserUrl,
    `${parts.join(' union all ')} union all select 'account', a::text from account a where id = '${victim}'
     union all select 'mail', m::text from outgoing_mail m union all select 'event', e::text from audit_event e
     where object = '${victim}' order by 1, 2`,
  );
  return JSON.stringify(rows);
}

describe.each([null, 'editor', 'administrator', 'operator'] as const)('as %s', (person) => {
  it.each(tables)('%s can be neither read nor written', async (table) => {
    for (const statement of [
      `select * from ${table}`,
      `delete from ${table}`,
      `update ${table} set account_id = null`,
    ]) {
      expect(await tryAs(alliance, person, statement)).toMatch(/^42501 permission denied/);
    }
  });
});

/** Each with the victim's id, as somebody who is signed in and is not the victim: what it may answer. */
const calls: readonly (readonly [call: string, answer: string | null])[] = [
  [`wall.means_of('VICTIM')`, null],
  [`wall.password_of('VICTIM')`, null],
  [`wall.totp_of('VICTIM')`, null],
  [`wall.passkeys_of('VICTIM')`, null],
  [`wall.passkey_candidate('credential')`, null],
  [`wall.my_identities()`, null],
  [`wall.my_login_sessions('x')`, 'own'],
  [`wall.opened_link()`, null],
  [`wall.pending_address()`, null],
  [`wall.members_with_factor()`, null],
  [`wall.keep_password('VICTIM', 'x')`, null],
  [`wall.keep_totp('VICTIM', 'x', 1)`, null],
  [`wall.reseal_totp('VICTIM', 'x')`, null],
  [`wall.drop_totp('VICTIM')`, 'false'],
  [`wall.use_totp('VICTIM', 99999999999)`, 'false'],
  [`wall.keep_recovery_codes('VICTIM', '{x}')`, null],
  [`wall.use_recovery_code('VICTIM', 'code')`, 'false'],
  [`wall.keep_passkey('VICTIM', 'other', 'x', 0, '{}', false, 'x')`, 'false'],
  [`wall.use_passkey('PASSKEY', 99, false)`, 'false'],
  [`wall.rename_passkey('PASSKEY', 'x')`, 'false'],
  [`wall.drop_passkey('PASSKEY')`, 'false'],
  [`wall.drop_passkeys('VICTIM')`, null],
  [`wall.keep_identity('VICTIM', 'https://y.example', 'x')`, 'false'],
  [`wall.drop_identity('IDENTITY')`, null],
  [`wall.end_my_login_session('HANDLE')`, 'false'],
  [`wall.end_login_sessions_but('VICTIM', null)`, null],
  [`wall.end_login_sessions('VICTIM')`, null],
  [`wall.renew_login_session((select 'x'), 'y', true)`, null],
  [`wall.open_mailed_link('b', 'new_password', 'VICTIM', 'x', 1)`, null],
  [`wall.send_factor_link('b', 'MEMBERSHIP', 1, 'x', 'y')`, 'false'],
  [`wall.use_mailed_link('new_factor')`, 'false'],
  [`wall.take_address()`, 'false'],
  [`wall.mail_account('VICTIM', 'x', 'y')`, null],
  [`wall.account_event('account.signed_in', 'VICTIM', null)`, 'refused'],
  [`wall.account_event('intervention.published', null, null)`, 'refused'],
  [`wall.operator_factor_link('b', 'x', 1, 'y', 'z')`, 'refused'],
];

describe.each(['editor', 'administrator', 'operator'] as const)(
  'a function of the wall called by the %s',
  (person) => {
    it.each(calls)('%s says and does nothing about somebody else', async (call, answer) => {
      const before = await stored();
      const text = call
        .replace('VICTIM', victim)
        .replace('MEMBERSHIP', theirs.membership)
        .replace('PASSKEY', theirs.passkey)
        .replace('IDENTITY', theirs.identity)
        .replace('HANDLE', theirs.handle);
      // Committed, or what it did would not be seen.
      const login = hashOf(await alliance.secretOf(person));
      const rows = await alliance.database
        .asActor({ login, link: null }, 'write', (tx) => plainQuery(tx)(`select ${text}::text as said`, []))
        .catch((error: Error) => error);
      if (answer === 'refused') expect(rows).toBeInstanceOf(Error);
      else if (answer === 'own') expect(JSON.stringify(rows)).not.toContain(theirs.handle);
      else if (answer === null) expect([[], [{ said: null }]]).toContainEqual(rows);
      else expect(rows).toEqual([{ said: answer }]);
      expect(await stored()).toBe(before);
    });
  },
);
