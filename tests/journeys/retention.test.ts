// What is over its time goes, what is not stays: one plant on each side of every period.
import { chainEvents, forgetWhatIsOver, retentionPeriods } from '@kansenplein/core';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { privacy } from '../../apps/web/src/lib/statements/privacy.ts';
import { makeAlliance, own, type Alliance } from '../support/alliance.ts';
import { makePeople } from '../support/owner.ts';
import { asSuperuser } from '../support/sql.ts';
import { makeSession } from '../support/sessions.ts';
import { makeAgenda, makeIntervention } from '../support/writing.ts';

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance();
});
afterAll(() => alliance.close());

/** With triggers off, because no trigger lets anybody plant the past. */
const plant = (text: string, params: unknown[]) =>
  asSuperuser(alliance.urls.superuserUrl, text, params, { withoutTriggers: true });
const exists = async (text: string, params: unknown[]) =>
  (await asSuperuser(alliance.urls.superuserUrl, text, params)).length > 0;

interface Plant {
  readonly is: () => Promise<boolean>;
}

type Planting = (age: string) => Promise<Plant>;

const row =
  (
    table: string,
    key: string,
    insert: (age: string, id: string) => readonly [text: string, params: unknown[]],
  ): Planting =>
  async (age) => {
    const id = randomUUID();
    await plant(...insert(age, id));
    return { is: () => exists(`select 1 from ${table} where ${key}::text = $1`, [id]) };
  };

const document = (state: string): Planting =>
  row('document_import', 'id', (age, id) => [
    `insert into document_import (id, municipality, file_name, source, state, created_at)
     values ($1, $3, 'agenda.txt', 'Tekst', $4, now() - $2::interval)`,
    [id, age, own, state],
  ]);

const draft =
  (table: 'intervention' | 'agenda'): Planting =>
  async (age) => {
    const { id } = await (table === 'agenda' ? makeAgenda(alliance) : makeIntervention(alliance));
    await plant(`update ${table} set updated_at = now() - $2::interval where id = $1`, [id, age]);
    return { is: () => exists(`select 1 from ${table} where id = $1`, [id]) };
  };

/** Somebody at a session that ended so long ago; `still`: what of that row is kept until then. */
const registered =
  (guest: boolean, still: string): Planting =>
  async (age) => {
    const session = await makeSession(alliance);
    const id = randomUUID();
    await plant(
      `insert into session_registration (id, session_id, account_id, name, guest_address, state)
       select $1, $2, case when $3 then null else a.id end, 'Proef', case when $3 then 'gast@elders.example' end, 'admitted'
       from account a limit 1`,
      [id, session.id, guest],
    );
    await plant(
      `update knowledge_session_version set starts_at = now() - $2::interval - interval '1 hour', ends_at = now() - $2::interval
       where session_id = $1`,
      [session.id, age],
    );
    return { is: () => exists(`select 1 from session_registration where id = $1 and ${still}`, [id]) };
  };

const plants: Readonly<Record<string, Planting>> = {
  attempt: row('attempt', 'key', (age, id) => [
    `insert into attempt (key, points, expire) values ($1, 1, extract(epoch from now() - $2::interval) * 1000)`,
    [id, age],
  ]),
  invitation: row('invitation', 'id', (age, id) => [
    `insert into invitation (id, token_hash, address, kind, municipality, role, created_at, expires_at)
     values ($1::uuid, $1::text, 'x@kansenplein.example', 'municipality', $3, 'reader', now() - interval '9 years', now() - $2::interval)`,
    [id, age, own],
  ]),
  outgoing_mail: row('outgoing_mail', 'id', (age, id) => [
    `insert into outgoing_mail (id, recipient, subject, body, created_at, sent_at)
     values ($1, 'x@kansenplein.example', 'x', '', now() - interval '9 years', now() - $2::interval)`,
    [id, age],
  ]),
  unused_import: document('read'),
  used_import: document('drafted'),
  sign_in_step: row('sign_in_step', 'id', (age, id) => [
    `insert into sign_in_step (id, purpose, payload, expires_at) values ($1, 'passkey', '{}', now() - $2::interval)`,
    [id, age],
  ]),
  mailed_link: row('mailed_link', 'id', (age, id) => [
    `insert into mailed_link (id, purpose, account_id, address, expires_at)
     select $1, 'new_password', a.id, a.address, now() - $2::interval from account a limit 1`,
    [id, age],
  ]),
  loose_file: row('file', 'id', (age, id) => [
    `insert into file (id, name, type, size, sha256, uploaded_by, uploaded_at)
     select $1, 'agenda.txt', 'txt', 1, 'x', a.id, now() - $2::interval from account a limit 1`,
    [id, age],
  ]),
  import_presence: async (age) => {
    const held = await document('read')('0 hours');
    const key = randomUUID();
    await plant(
      `insert into import_presence (import_id, account_id, seen_at)
       select d.id, $1, now() - $2::interval from document_import d where d.state = 'read' limit 1`,
      [key, age],
    );
    expect(await held.is()).toBe(true);
    return { is: () => exists('select 1 from import_presence where account_id = $1', [key]) };
  },
  draft_presence: async (age) => {
    const [account, drafts] = [randomUUID(), { intervention: makeIntervention, agenda: makeAgenda }];
    for (const [noun, make] of Object.entries(drafts))
      await plant(
        `insert into ${noun}_presence (document_id, account_id, until) values ($1, $2, now() - $3::interval)`,
        [(await make(alliance)).id, account, age],
      );
    const left = (noun: string) => exists(`select 1 from ${noun}_presence where account_id = $1`, [account]);
    return { is: async () => (await left('intervention')) || (await left('agenda')) };
  },
  audit_event: async (age) => {
    // A chain of its own, because only its oldest part goes.
    const object = randomUUID();
    await plant(
      `with event as (
         insert into audit_event (municipality, action, object, at)
         values ('gm' || substr($1, 1, 4), 'intervention.saved', $1, now() - $2::interval) returning id)
       insert into audit_pending (event_id) select id from event`,
      [object, age],
    );
    while (await chainEvents(alliance.database));
    return { is: () => exists('select 1 from audit_event where object = $1', [object]) };
  },
  notification: row('notification', 'id', (age, id) => [
    `insert into notification (id, account_id, membership_id, kind, noun, key, part, happened_at)
     select $1::uuid, m.account_id, m.id, 'published', 'agenda', gen_random_uuid(), '1', now() - $2::interval from membership m limit 1`,
    [id, age],
  ]),
  stop_link: row('stop_link', 'hash', (age, id) => [
    `insert into stop_link (hash, account_id, made_at) select $1, a.id, now() - $2::interval from account a limit 1`,
    [id, age],
  ]),
  happening: row('happening', 'id', (age, id) => [
    `insert into happening (id, kind, noun, key, at, held) values ($1, 'import_ready', 'import', gen_random_uuid(), now() - $2::interval, true)`,
    [id, age],
  ]),
  session_unconfirmed: async (age) => {
    const session = await makeSession(alliance);
    const id = randomUUID();
    await plant(
      `insert into session_registration (id, session_id, name, guest_address, state, confirm_until)
       values ($1, $2, 'Proef', 'gast@elders.example', 'unconfirmed', now() - $3::interval)`,
      [id, session.id, age],
    );
    return { is: () => exists('select 1 from session_registration where id = $1', [id]) };
  },
  session_guest: registered(true, 'guest_address is not null'),
  session_registration: registered(false, 'true'),
  draft_intervention: draft('intervention'),
  draft_agenda: draft('agenda'),
  account_without_membership: async (age) => {
    const address = `${randomUUID()}@kansenplein.example`;
    await makePeople(alliance.urls, [
      {
        address,
        name: 'Proef vertrokken',
        memberships: [{ municipality: own, role: 'reader', organisation: null }],
      },
    ]);
    await plant(
      `update membership set ended_at = now() - $2::interval
       where account_id = (select id from account where address = $1)`,
      [address, age],
    );
    await plant(`update account set created_at = now() - interval '9 years' where address = $1`, [address]);
    return { is: () => exists('select 1 from account where address = $1', [address]) };
  },
};

describe('the periods', () => {
  const kept = retentionPeriods.filter(({ noun }) => noun !== null);

  it('are all told on the privacy page, and that page tells no other', () => {
    const told = privacy.kept.flatMap(({ periods }) => periods);
    const known = retentionPeriods.map(({ what }) => what);
    expect(told.filter((what) => !known.includes(what))).toEqual([]);
    expect(known.filter((what) => !told.includes(what))).toEqual([]);
  });

  it('each have a plant here', () => {
    expect(Object.keys(plants).sort()).toEqual(kept.map(({ noun }) => noun).sort());
  });

  it.each(kept.map((period) => [period.what, period] as const))(
    '%s: gone when the time is over, still there just before',
    async (_what, { noun, hours }) => {
      const planting = plants[noun ?? ''];
      if (!planting || hours === null) throw new Error('no plant');
      const over = await planting(`${hours} hours 10 minutes`);
      const notYet = await planting(`${hours - 1} hours 50 minutes`);
      expect([await over.is(), await notYet.is()]).toEqual([true, true]);
      await forgetWhatIsOver(alliance.database);
      expect([await over.is(), await notYet.is()]).toEqual([false, true]);
    },
  );

  it('spare what is in use: published work, people who belong somewhere, whatever their age', async () => {
    const page = await makeIntervention(alliance, { state: 'published' });
    await plant(`update intervention set updated_at = now() - interval '9 years' where id = $1`, [page.id]);
    await plant(`update account set created_at = now() - interval '9 years' where true`, []);
    const people = () =>
      asSuperuser(alliance.urls.superuserUrl, 'select count(*) from account where erased_at is null');
    const before = await people();
    await forgetWhatIsOver(alliance.database);
    expect(await exists('select 1 from intervention where id = $1', [page.id])).toBe(true);
    expect(await people()).toEqual(before);
  });

  it('are those the database keeps to, to the hour', async () => {
    const hoursOf = async (noun: string) =>
      (
        await asSuperuser<{ hours: number | null }>(
          alliance.urls.superuserUrl,
          `select (extract(epoch from coalesce(wall.kept_for($1), wall.session_kept_for($1), wall.told_kept_for($1))) / 3600)::int as hours`,
          [noun],
        )
      )[0]?.hours;
    for (const { noun, hours } of kept) expect([noun, await hoursOf(noun ?? '')]).toEqual([noun, hours]);
    expect(await hoursOf('something else')).toBe(null);
  });

  it('cannot be shortened by who has the password of the jobs: they name a kind and no moment', async () => {
    const asWorker = (text: string) =>
      asSuperuser(alliance.urls.workerUrl, text).catch((error: { code?: string }) => error.code);
    const { id } = await makeIntervention(alliance);
    expect(await asWorker(`select wall.forget('draft_intervention', interval '-1 year')`)).toBe('42883');
    expect(await asWorker(`select wall.prune_audit(null, now())`)).toBe('42883');
    expect(await asWorker(`select wall.forget('something else')`)).toBe('P0001');
    const events = () => asSuperuser(alliance.urls.superuserUrl, 'select count(*)::int from audit_event');
    const before = await events();
    for (const { noun } of kept)
      await asWorker(
        noun === 'audit_event'
          ? 'select wall.prune_audit()'
          : `select wall.${noun?.startsWith('session_') ? 'forget_registrations' : 'forget'}('${noun ?? ''}')`,
      );
    expect(await exists('select 1 from intervention where id = $1', [id])).toBe(true);
    expect(await events()).toEqual(before);
  });
});
