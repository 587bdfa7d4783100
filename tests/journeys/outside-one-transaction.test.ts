// Work of who is signed in that cannot be one transaction (argon2, an issuer): refused and kept alive as everything else.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAlliance, type Alliance } from '../support/alliance.ts';
import { doors } from '../support/platform.ts';
import { codeOf } from '../support/refusals.ts';
import { asSuperuser, hashOf } from '../support/sql.ts';

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance();
});
afterAll(() => alliance.close());

const ask = (text: string, params: unknown[] = []) => asSuperuser(alliance.urls.superuserUrl, text, params);
const token = 'a'.repeat(43);

const denials = () =>
  ask(
    `select object, outcome, reason from audit_event where action = 'access.denied' and reason like 'signing.join%' order by id`,
  );

describe.each(doors)('through %s, work in several transactions', (door) => {
  it('that is refused leaves an event of who was refused', async () => {
    const before = await denials();
    const editor = await alliance.as('editor', door);
    expect(await codeOf(editor.signing.join.mutate({ token }))).toBe('invitation.not_found');
    expect((await denials()).slice(before.length)).toEqual([
      { object: 'signing.join', outcome: 'denied', reason: 'signing.join: invitation.not_found' },
    ]);
  });

  it('of nobody leaves none', async () => {
    const before = await denials();
    expect(await codeOf(alliance.visitor(door).signing.join.mutate({ token }))).toBe('account.sign_in_first');
    expect(await denials()).toEqual(before);
  });

  it('counts as being seen: the login lives on', async () => {
    const login = hashOf(await alliance.secretOf('publisher'));
    const publisher = await alliance.as('publisher', door);
    await ask(
      `update login_session set last_seen = now() - interval '5 hours', expires_at = now() + interval '3 hours',
         confirmed_at = now() where id = $1`,
      [login],
    );
    await publisher.signing.changePassword.mutate({ password: 'een heel andere lange zin' });
    const [seen] = await ask(
      `select last_seen > now() - interval '1 minute' as now, expires_at > now() + interval '7 hours' as extended
       from login_session where id = $1`,
      [login],
    );
    expect(seen).toEqual({ now: true, extended: true });
  });
});
