// What only the demo shows does not exist outside it, and the jobs reach their queues and nothing else.
import { createDemoPeople } from '@kansenplein/core';
import { plainQuery } from '@kansenplein/db';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPlatform, type Platform } from '../support/platform.ts';
import { asSuperuser, hashOf } from '../support/sql.ts';
import { call, normalised } from '../support/wire.ts';

let platform: Platform;
const secrets = new Map<string, string | null>([['visitor', null]]);

beforeAll(async () => {
  platform = await startPlatform({ demo: false });
  const roles = { administrator: 'gm0899', coordinator: null, operator: null } as const;
  for (const [role, municipality] of Object.entries(roles)) {
    const address = `${role}@kansenplein.example`;
    const memberships = [{ role: role as keyof typeof roles, municipality, organisation: null }];
    await createDemoPeople(platform.database, [{ address, name: `Proef ${role}`, memberships }]);
    const secret = randomBytes(32).toString('base64url');
    await asSuperuser(
      platform.urls.superuserUrl,
      `insert into login_session (id, account_id, membership_id, expires_at)
       select $2, a.id, m.id, now() + interval '1 hour' from account a join membership m on m.account_id = a.id where a.address = $1`,
      [address, hashOf(secret)],
    );
    secrets.set(role, secret);
  }
});
afterAll(() => platform?.close());

describe('outside the demo', () => {
  it.each(['accounts.demoMail', 'accounts.demoAccounts'])('%s is for nobody', async (procedure) => {
    const answers = new Set<string>();
    for (const [who, secret] of secrets) {
      const answer = await call(platform, { procedure, kind: 'query', input: undefined, secret });
      expect({ who, status: answer.status }).toEqual({ who, status: 404 });
      expect(answer.body).toContain('page.not_found');
      answers.add(normalised(answer));
    }
    expect(answers.size).toBe(1);
  });

  it('who is signed in is known, so that the answers above mean something', async () => {
    for (const [who, secret] of secrets) {
      const { body } = await call(platform, {
        procedure: 'accounts.me',
        kind: 'query',
        input: undefined,
        secret,
      });
      expect(body).toContain(who === 'visitor' ? '"acting":null' : `"role":"${who}"`);
    }
  });
});

/** Every function the jobs and the operator's commands may call, and what for. */
const jobFunctions: Readonly<Record<string, string>> = {
  app_account: 'who acts: nobody, for a job',
  app_audiences: 'what the policies compare with',
  app_scopes: 'what the policies compare with',
  audit_chains: 'audit:verify: where each chain begins and ends',
  audit_links: 'audit:verify: reads the trail whole, with pseudonyms and without names',
  audit_loose: 'audit:verify: events outside the chains',
  chain_events: 'links what waits; answers a number',
  demo_accounts: 'demo: accounts on the sign-in page',
  demo_backdate: 'demo: believable dates',
  demo_backdate_questions: 'demo: believable dates',
  demo_backdate_withdrawal: 'demo: believable dates',
  demo_person: 'demo: ready-made accounts',
  demo_state: 'demo: whether it was loaded',
  end_expired_login_sessions: 'login sessions that can never be used again',
  forget: 'what is past its period, by kind and age; answers a number',
  forget_in_audit: 'takes a person its pseudonym; reads nothing',
  import_read: 'hands over what was found in a document',
  operator_factor_link:
    'who lost every second factor, helped by the operator; mailed to the address of the account',
  operator_invite: 'the first administrator',
  prune_audit: 'the trail past its period, up to an anchor that is itself an event; answers a number',
  queue_mail: 'mail that a job causes',
  record_event: 'what a job did',
  settle_audit_counts: 'counted events whose ten minutes are over; reads nothing',
  take_due_questions: 'who must be told which question: title, answer and mail addresses, each once',
  tombstones: 'who was erased, kept outside the database too: salted hashes',
};

describe('the jobs', () => {
  it('call the functions of the wall that were given to them, and no other', async () => {
    const rows = await asSuperuser<{ name: string }>(
      platform.urls.superuserUrl,
      `select distinct p.proname::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname = 'wall' and has_function_privilege('worker', p.oid, 'execute') order by 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(jobFunctions).sort());
  });

  it('cannot become anybody: neither by scopes nor by a role', async () => {
    const run = (text: string) =>
      platform.database
        .asJob('probe', (tx) => plainQuery(tx)(text, []))
        .catch((error: { code?: string }) => error.code);
    const everything = `select set_config('app.scopes', '{public,alliance,municipality:gm0899}', true)`;
    expect(await run(everything)).toHaveLength(1);
    // Scopes open nothing to this role: its policies do not ask for them.
    for (const table of ['intervention', 'intervention_version', 'agenda', 'account', 'audit_event'])
      expect(await run(`select 1 from ${table}`)).toBe('42501');
    for (const text of ['set role wall', 'set role app', `select * from wall.enter(null, null)`])
      expect(await run(text)).toBe('42501');
  });
});
