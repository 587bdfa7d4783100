// What only the demo shows does not exist outside it, and the jobs reach their queues and nothing else.
import { markDemo } from '@kansenplein/core';
import { asOwner, plainQuery } from '@kansenplein/db';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePeople } from '../support/owner.ts';
import { startPlatform, type Platform } from '../support/platform.ts';
import { asSuperuser, hashOf } from '../support/sql.ts';
import { call, normalised } from '../support/wire.ts';
import { calendarJobs } from './catalogue-calendar.ts';
import { sessionJobs } from './catalogue-sessions.ts';

let platform: Platform;
const secrets = new Map<string, string | null>([['visitor', null]]);

beforeAll(async () => {
  platform = await startPlatform({ demo: false });
  const roles = { administrator: 'gm0899', coordinator: null, operator: null } as const;
  for (const [role, municipality] of Object.entries(roles)) {
    const address = `${role}@kansenplein.example`;
    const memberships = [{ role: role as keyof typeof roles, municipality, organisation: null }];
    await makePeople(platform.urls, [{ address, name: `Proef ${role}`, memberships }]);
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

/** Every function the jobs may call, and what for. */
const jobFunctions: Readonly<Record<string, string>> = {
  ...sessionJobs,
  app_account: 'who acts: nobody, for a job',
  app_audiences: 'what the policies compare with',
  app_scopes: 'what the policies compare with',
  chain_events: 'links what waits; answers a number',
  demo_accounts:
    'demo: accounts on the sign-in page; none before the owner said that the examples were loaded',
  demo_state: 'demo: whether it was loaded',
  digests_waiting: 'how many people wait for a mail with notifications; a number',
  end_expired_login_sessions: 'login sessions that can never be used again',
  engine_adopt: 'another engine: what one of two indexes lacks, before they change places; answers nothing',
  engine_copy: 'another engine: published documents as the read model has them, to compare with a copy',
  engine_follow: 'another engine: begins to follow; answers nothing',
  engine_forget_unseen: 'another engine that is gone for a week; answers a number',
  engine_kind: 'another engine: the number of a kind of document',
  engine_mark: 'another engine: documents that must be sent again; answers nothing',
  engine_ready: 'another engine: the index is filled; answers nothing',
  engine_refused: 'another engine: a document it does not take; answers nothing',
  engine_sent: 'another engine: what it has now; answers a number',
  engine_state: 'another engine: how much waits, in numbers',
  engine_take:
    'another engine: published documents that wait to be sent to it, also those of one municipality',
  engine_unfollow: 'another engine: follows no longer; answers nothing',
  fan_out: 'tells what happened to who follows it and may see it; answers a number',
  file_keys_known: 'which of the keys it names belong to a file; answers those keys',
  forget: 'what is past its period, by kind; the wall knows how old that is; answers a number',
  forget_told: 'what is past its period, by kind, of what people were told; answers a number',
  import_read: 'hands over what was found in a document',
  prune_audit: 'the trail past its seven years, up to an anchor that is itself an event; answers a number',
  ...calendarJobs,
  queue_mail: 'mail that a job causes',
  record_event: 'what a job did',
  search_compact: 'packs what is counted of an audience; answers a number',
  search_count_words:
    'how many public interventions say each word; reads nothing back but how many counts changed',
  search_rebuild: 'makes the read model anew from what is published; answers a number',
  search_sweep: 'takes out of the read model what is published no longer; answers a number',
  search_sweep_words: 'takes out words that nothing published says; answers how far it came',
  settle_audit_counts: 'counted events whose ten minutes are over; reads nothing',
  take_due_alert: 'one question that is due, without whose it is: its name, its words and the municipality',
  take_due_digests: 'errands to look on behalf of people, without whose they are, and for which body',
  tell_alert: 'a mail to the person of an errand, and how far was looked',
  take_due_questions: 'who must be told which question: title, answer and mail addresses, each once',
  tell_digest: 'a mail to the person of an errand; answers whether it went',
  tombstones: 'who was erased, kept outside the database too: salted hashes',
};

const asWorker = (text: string) =>
  platform.database
    .asJob('probe', (tx) => plainQuery(tx)(text, []))
    .catch((error: { code?: string }) => error.code);

describe('the jobs', () => {
  it('call the functions of the wall that were given to them, and no other', async () => {
    const rows = await asSuperuser<{ name: string }>(
      platform.urls.superuserUrl,
      `select distinct p.proname::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname = 'wall' and has_function_privilege('worker', p.oid, 'execute') order by 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(jobFunctions).sort());
  });

  it('cannot do what only whoever runs the installation does, in demo mode or outside it', async () => {
    for (const text of [
      `select wall.operator_invite('${'a'.repeat(64)}', 'x@kansenplein.example', 'operator', null, null, 72)`,
      `select wall.operator_factor_link('${'a'.repeat(64)}', 'operator@kansenplein.example', 72, 'x', 'y')`,
      `select wall.demo_person('x@kansenplein.example', 'X', 'hash', 'operator', null, null)`,
      `select wall.demo_backdate(gen_random_uuid(), 1, 30)`,
      `select wall.demo_backdate_questions(gen_random_uuid(), 30)`,
      `select wall.demo_backdate_withdrawal(gen_random_uuid(), 30)`,
      `select * from wall.audit_links('installation', 0, 100)`,
      `select wall.append_event('demo.loaded', 'demo', null, null, null)`,
      // What others rely on cannot be said by an ordinary event either.
      `select wall.record_event('demo.loaded', 'demo', null, null)`,
      `select wall.record_event('audit.pruned', '1:a', 'gm0899', null)`,
      `set role kansenplein_owner`,
    ])
      expect([text, await asWorker(text)]).toEqual([text, '42501']);
    expect(await asWorker('select wall.demo_state() as state')).toEqual([{ state: 'in_use' }]);
    expect(await asWorker('select * from wall.demo_accounts()')).toEqual([]);
    await asOwner(platform.urls.ownerUrl, (tx) => markDemo(tx, 'loaded'));
    expect(await asWorker('select address from wall.demo_accounts()')).toHaveLength(3);
  });

  it('leave their events as nobody, whoever they say they are', async () => {
    await platform.database.asJob('probe', async (tx) => {
      const [{ id } = { id: '' }] = await asSuperuser<{ id: string }>(
        platform.urls.superuserUrl,
        `select id from account where address = 'operator@kansenplein.example'`,
      );
      await plainQuery(tx)(`select set_config('app.account', $1, true)`, [id]);
      await plainQuery(tx)(
        `select wall.record_event('intervention.published', 'planted', 'gm0899', null)`,
        [],
      );
    });
    const events = await asSuperuser(
      platform.urls.superuserUrl,
      `select pseudonym from audit_event where object = 'planted'`,
    );
    expect(events).toEqual([{ pseudonym: null }]);
  });

  it('cannot become anybody: neither by scopes nor by a role', async () => {
    const everything = `select set_config('app.scopes', '{public,alliance,municipality:gm0899}', true)`;
    expect(await asWorker(everything)).toHaveLength(1);
    // Scopes open nothing to this role: its policies do not ask for them.
    for (const table of ['intervention', 'intervention_version', 'agenda', 'account', 'audit_event'])
      expect(await asWorker(`select 1 from ${table}`)).toBe('42501');
    for (const text of ['set role wall', 'set role app', `select * from wall.enter(null, null)`])
      expect(await asWorker(text)).toBe('42501');
  });
});
