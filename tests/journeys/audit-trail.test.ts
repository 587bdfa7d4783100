// Who did what: every change, refusal, sign-in and sensitive reading leaves its event, and nothing of the content.
import { chainEvents, readNextImport, settleCounts } from '@kansenplein/core';
import { erasePersonAsOwner, plainQuery } from '@kansenplein/db';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addressOf,
  makeAlliance,
  own,
  stranger,
  type Alliance,
  type PersonName,
} from '../support/alliance.ts';
import { checkTrail, makePeople } from '../support/owner.ts';
import { codeOf } from '../support/refusals.ts';
import { asSuperuser, hashOf } from '../support/sql.ts';
import { makeIntervention, publishAgain } from '../support/writing.ts';

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance();
});
afterAll(async () => {
  expect(alliance.internalErrors).toEqual([]);
  await alliance.close();
});

interface Left extends Record<string, unknown> {
  municipality: string | null;
  who: string | null;
  role: string | null;
  action: string;
  object: string;
  outcome: string;
  origin: string | null;
  reason: string | null;
  times: number;
}

const ask = <Row extends Record<string, unknown>>(text: string, params: unknown[] = []) =>
  asSuperuser<Row>(alliance.urls.superuserUrl, text, params);

const newest = async () =>
  (await ask<{ id: string }>('select coalesce(max(id), 0) as id from audit_event'))[0]?.id ?? '0';

/** The events that this work leaves, with the address of who did it. */
async function left(work: () => Promise<unknown>): Promise<Left[]> {
  const before = await newest();
  await work();
  return ask<Left>(
    `select e.municipality, a.address as who, e.role, e.action, e.object, e.outcome, e.origin, e.reason, e.times
     from audit_event e left join audit_person p on p.pseudonym = e.pseudonym left join account a on a.id = p.account_id
     where e.id > $1 order by e.id`,
    [before],
  );
}

const personFrom = (name: PersonName, address: string) => async () =>
  alliance.client('local', await alliance.secretOf(name), address);

describe('a change', () => {
  it('says who did it, in which role, from which network, to what and when, and nothing of the content', async () => {
    const editor = await personFrom('editor', '203.0.113.77')();
    let id = '';
    const events = await left(async () => {
      ({ id } = await editor.interventions.create.mutate({ title: 'Zwemles voor Proefkees' }));
    });
    expect(events).toEqual([
      {
        municipality: own,
        who: addressOf('editor'),
        role: 'editor',
        action: 'intervention.created',
        object: id,
        outcome: 'done',
        origin: '203.0.113.0/24',
        reason: null,
        times: 1,
      },
    ]);
    const text = await ask<{ text: string }>(`select string_agg(e::text, '') as text from audit_event e`);
    expect(text[0]?.text).not.toMatch(/Zwemles|203\.0\.113\.77|@/);
  });

  it('from an IPv6 address keeps the first 48 bits', async () => {
    const editor = await personFrom('editor', '2001:DB8:12::77')();
    const [event] = await left(() => editor.interventions.create.mutate({ title: 'Zwemles' }));
    expect(event?.origin).toBe('2001:db8:12::/48');
  });

  it('says why, where a reason was asked', async () => {
    const { id } = await makeIntervention(alliance);
    const publisher = await alliance.as('publisher');
    const { content, revision } = await publisher.interventions.workingCopy.query({ id });
    await publisher.interventions.save.mutate({
      id,
      revision,
      content: { ...content, summary: 'Bel ons gerust: 06 12345678.' },
    });
    const events = await left(() =>
      publisher.interventions.publish.mutate({
        id,
        revision: revision + 1,
        note: '',
        personalDataReason: 'Het is het nummer van het loket.',
      }),
    );
    expect(events.map(({ action, reason }) => [action, reason])).toEqual([
      ['intervention.published', 'Het is het nummer van het loket.'],
    ]);
  });

  it('without an event does not commit', async () => {
    const { demandEvent } = await import('../../packages/core/src/kernel/trail.ts');
    const { id } = await makeIntervention(alliance, { title: 'Zoals het was' });
    const caller = { login: hashOf(await alliance.secretOf('editor')), link: null };
    const change = (andTell: boolean) =>
      alliance.database.asActor(caller, 'write', async (tx) => {
        await plainQuery(tx)(`update intervention set title = 'Zonder spoor' where id = $1`, [id]);
        if (andTell)
          await plainQuery(tx)(`select wall.record_event('intervention.saved', $1, $2, null)`, [id, own]);
        await demandEvent(tx);
      });
    const titleNow = async () =>
      (await ask<{ title: string }>('select title from intervention where id = $1', [id]))[0]?.title;
    await expect(change(false)).rejects.toThrow('left no event');
    expect(await titleNow()).toBe('Zoals het was');
    await change(true);
    expect(await titleNow()).toBe('Zonder spoor');
    // Reading in a transaction that may write leaves nothing to tell.
    await alliance.database.asActor(caller, 'write', async (tx) => {
      await plainQuery(tx)('select 1', []);
      await demandEvent(tx);
    });
  });

  it('that is refused leaves no event of the change', async () => {
    const { id } = await makeIntervention(alliance);
    const publisher = await alliance.as('publisher');
    const events = await left(() =>
      codeOf(publisher.interventions.publish.mutate({ id, revision: 1, note: '', personalDataReason: null })),
    );
    expect(events).toEqual([]);
  });
});

describe('signing in', () => {
  it('leaves an event, and so do failing, signing out and acting for another', async () => {
    const done = async (work: () => Promise<unknown>) =>
      (await left(work)).map(({ municipality, who, action, outcome, role }) => ({
        municipality,
        who,
        action,
        outcome,
        role,
      }));
    const at = { municipality: own, role: null };
    let secret = '';
    expect(
      await done(async () => {
        secret = await alliance.signIn(addressOf('reader'));
      }),
    ).toEqual([{ ...at, who: addressOf('reader'), action: 'account.signed_in', outcome: 'done' }]);
    expect(await done(() => codeOf(alliance.signIn(addressOf('reader'), 'fout')))).toEqual([
      { ...at, who: addressOf('reader'), action: 'account.sign_in_failed', outcome: 'failed' },
    ]);
    expect(await done(() => codeOf(alliance.signIn('niemand@kansenplein.example', 'fout')))).toEqual([
      { municipality: null, role: null, who: null, action: 'account.sign_in_failed', outcome: 'failed' },
    ]);
    expect(
      await done(() => alliance.client('local', secret).accounts.signOut.mutate({ everywhere: false })),
    ).toEqual([
      {
        municipality: own,
        role: 'reader',
        who: addressOf('reader'),
        action: 'account.signed_out',
        outcome: 'done',
      },
    ]);
    // A cookie that opens nothing any more is no person who signs out.
    expect(
      await done(() => alliance.client('local', secret).accounts.signOut.mutate({ everywhere: false })),
    ).toEqual([]);
  });
});

describe('a refusal', () => {
  it('is one event for what is somebody else’s and for what does not exist, of the municipality acted for', async () => {
    const { id } = await makeIntervention(alliance, { title: 'Geheim van Brunssum' });
    const outsider = await alliance.as('strangerEditor');
    const nowhere = '00000000-0000-4000-8000-000000000000';
    const denied = {
      municipality: stranger,
      who: addressOf('strangerEditor'),
      role: 'editor',
      action: 'access.denied',
      outcome: 'denied',
      origin: '127.0.0.0/24',
      reason: 'interventions.workingCopy: intervention.not_found',
      times: 1,
    };
    expect(await left(() => codeOf(outsider.interventions.workingCopy.query({ id })))).toEqual([
      { ...denied, object: id },
    ]);
    expect(await left(() => codeOf(outsider.interventions.workingCopy.query({ id: nowhere })))).toEqual([
      { ...denied, object: nowhere },
    ]);
    const atTheDoor = await left(() =>
      codeOf(outsider.interventions.publish.mutate({ id, revision: 1, note: '', personalDataReason: null })),
    );
    expect(atTheDoor.map(({ reason }) => reason)).toEqual([
      'interventions.publish: account.other_role_needed',
    ]);
    // Nobody in Brunssum is told that somebody looked.
    const administrator = await alliance.as('administrator');
    const { events } = await administrator.audit.list.query({ object: id, outcome: 'denied' });
    expect(events).toEqual([]);
  });

  it('of a visitor is nobody’s', async () => {
    const events = await left(() =>
      codeOf(alliance.visitor().interventions.get.query({ handle: 'zzzzzzzzzz' })),
    );
    expect(events).toEqual([]);
  });

  it('a thousand times over is written ten times and counted after that', async () => {
    await makePeople(alliance.urls, [
      {
        address: 'stroom@kansenplein.example',
        name: 'Proef stroom',
        memberships: [{ municipality: own, role: 'reader', organisation: null }],
      },
    ]);
    const client = alliance.client('local', await alliance.signIn('stroom@kansenplein.example'));
    const knock = () => codeOf(client.interventions.get.query({ handle: 'zzzzzzzzzz' }));
    const events = await left(async () => {
      for (let round = 0; round < 20; round += 1) await Promise.all(Array.from({ length: 5 }, knock));
    });
    expect(events.map(({ action }) => action)).toEqual(Array.from({ length: 10 }, () => 'access.denied'));
    // Nothing more until the ten minutes are over, and then one event for the other ninety.
    expect(await left(() => settleCounts(alliance.database))).toEqual([]);
    await ask(`update audit_count set started_at = started_at - interval '11 minutes'`);
    const settled = await left(() => settleCounts(alliance.database));
    expect(settled.filter(({ who }) => who === 'stroom@kansenplein.example')).toMatchObject([
      { action: 'access.denied', outcome: 'denied', municipality: own, reason: 'counted', times: 90 },
    ]);
    expect(await left(() => settleCounts(alliance.database))).toEqual([]);
    // After that it begins anew.
    expect(await left(knock)).toHaveLength(1);
  });
});

describe('reading what is sensitive', () => {
  it('leaves an event: a source document once in ten minutes, the rest counted', async () => {
    const editor = await alliance.as('editor');
    const text = await readFile(new URL('../../apps/api/demo/brunssum.txt', import.meta.url), 'utf8');
    const { id } = await editor.imports.start.mutate({ fileName: 'agenda.txt', text });
    const read = await left(async () => {
      while (await readNextImport(alliance.database, alliance.files));
    });
    expect(read).toMatchObject([
      { action: 'import.read', object: id, who: null, origin: null, municipality: own },
    ]);
    const events = await left(async () => {
      await editor.imports.get.query({ id });
      await editor.imports.get.query({ id });
    });
    expect(events).toMatchObject([{ action: 'import.source_read', object: id, who: addressOf('editor') }]);
  });
});

describe('the log', () => {
  it('shows an administrator the own municipality, newest first, a page at a time, nothing twice and nothing left out', async () => {
    const editor = await alliance.as('strangerEditor');
    for (let at = 0; at < 60; at += 1) await editor.interventions.create.mutate({ title: `Proef ${at}` });
    const administrator = await alliance.as('strangerAdministrator');
    const seen: string[] = [];
    let cursor: string | null = null;
    let pages = 0;
    do {
      const page: Awaited<ReturnType<typeof administrator.audit.list.query>> =
        await administrator.audit.list.query({
          action: 'intervention.created',
          ...(cursor === null ? {} : { cursor }),
        });
      seen.push(...page.events.map(({ object }) => object));
      cursor = page.next;
      pages += 1;
      if (pages === 1) await editor.interventions.create.mutate({ title: 'Er komt iets bij' });
    } while (cursor !== null);
    const all = await ask<{ object: string }>(
      `select object from audit_event where municipality = $1 and action = 'intervention.created' order by at desc, id desc offset 1`,
      [stranger],
    );
    expect(pages).toBe(2);
    expect(seen).toEqual(all.map(({ object }) => object));
  });

  it('goes on where it was among events of one moment', async () => {
    await ask(
      `insert into audit_event (municipality, action, object, at)
       select $1, 'proef.tegelijk', n::text, '2026-01-01 12:00:00.123456Z' from generate_series(1, 120) n`,
      [own],
    );
    const administrator = await alliance.as('administrator');
    const first = await administrator.audit.list.query({ action: 'proef.tegelijk' });
    const second = await administrator.audit.list.query({
      action: 'proef.tegelijk',
      cursor: first.next ?? '',
    });
    const third = await administrator.audit.list.query({
      action: 'proef.tegelijk',
      cursor: second.next ?? '',
    });
    expect(third.next).toBeNull();
    const objects = [first, second, third].flatMap(({ events }) =>
      events.map(({ object }) => Number(object)),
    );
    expect(objects).toEqual(Array.from({ length: 120 }, (_, at) => 120 - at));
    await ask(
      `set session_replication_role = replica; delete from audit_event where action = 'proef.tegelijk'`,
    );
  });

  it('filters by day in the Netherlands, by person, by object and by outcome', async () => {
    const administrator = await alliance.as('administrator');
    const publisher = await alliance.as('publisher');
    const { id } = await makeIntervention(alliance);
    await publishAgain(publisher, id);
    const { events, people } = await administrator.audit.list.query({ object: id });
    expect(events.map(({ action }) => action)).toEqual([
      'intervention.published',
      'intervention.saved',
      'intervention.created',
    ]);
    const who = people.find(({ name }) => name === 'Proef publisher')?.pseudonym ?? '';
    const mine = await administrator.audit.list.query({ object: id, person: who });
    expect(mine.events.map(({ action, person }) => [action, person?.name])).toEqual([
      ['intervention.published', 'Proef publisher'],
    ]);
    const now = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });
    const today = now.format(new Date());
    const yesterday = now.format(new Date(Date.now() - 86_400_000));
    // Around midnight it may be the next day by now.
    const tomorrow = now.format(new Date(Date.now() + 86_400_000));
    const count = async (filter: object) =>
      (await administrator.audit.list.query({ object: id, ...filter })).events.length;
    expect(await count({ from: yesterday, until: tomorrow })).toBe(3);
    expect(await count({ until: '2020-01-01' })).toBe(0);
    expect(await count({ from: '2099-01-01' })).toBe(0);
    expect(await count({ outcome: 'denied' })).toBe(0);
    expect(today >= yesterday).toBe(true);
  });

  it('names who belongs to the municipality now; who left and who never did is a pseudonym', async () => {
    const caller = await alliance.as('administrator');
    await alliance.secretOf('memberless');
    const { events, people } = await caller.audit.list.query({ action: 'account.signed_in' });
    const names = new Set(events.map(({ person }) => person?.name));
    expect(names).toContain('Proef editor');
    expect(names).toContain(null);
    expect(names).not.toContain('Proef memberless');
    expect(people.every(({ name }) => !/stranger|memberless|operator/.test(name))).toBe(true);
  });

  it('shows an operator the installation, and for anybody else it does not exist', async () => {
    const operator = await alliance.as('operator');
    const { events, label } = await operator.audit.list.query({});
    expect(label).toBe('deze installatie');
    expect(events.length).toBeGreaterThan(0);
    for (const name of ['reader', 'editor', 'publisher', 'partner', 'coordinator'] as const) {
      const client = await alliance.as(name);
      expect(await codeOf(client.audit.list.query({}))).toBe('page.not_found');
      expect(await codeOf(client.audit.export.query({}))).toBe('page.not_found');
    }
  });
});

describe('an erased person', () => {
  it('has no name and no account behind the pseudonym any more, and the chain still holds', async () => {
    const editor = await alliance.as('agreedEditor');
    await editor.interventions.create.mutate({ title: 'Van wie straks is gewist' });
    while (await chainEvents(alliance.database));
    const events = () =>
      ask<{ pseudonym: string; known: boolean }>(
        `select e.pseudonym, p.pseudonym is not null as known from audit_event e left join audit_person p on p.pseudonym = e.pseudonym
         where e.municipality = 'gm0917' and e.action = 'intervention.created'`,
      );
    expect(await events()).toMatchObject([{ known: true }]);
    expect(await erasePersonAsOwner(alliance.urls.ownerUrl, addressOf('agreedEditor'))).toBe('erased');
    expect(await events()).toMatchObject([{ known: false }]);
    const { faults } = await checkTrail(alliance.urls);
    expect(faults).toEqual([]);
  });
});
