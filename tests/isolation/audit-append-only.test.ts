// The trail is added to and never changed, by whomever; and its chains stay whole while everybody writes.
import { chainEvents } from '@kansenplein/core';
import { openDatabase, plainQuery } from '@kansenplein/db';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAlliance, own, type Alliance } from '../support/alliance.ts';
import { checkTrail } from '../support/owner.ts';
import { asSuperuser, tryAs } from '../support/sql.ts';

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance();
  await alliance.signIn('editor@kansenplein.example');
  while (await chainEvents(alliance.database));
});
afterAll(async () => {
  expect(alliance.internalErrors).toEqual([]);
  await alliance.close();
});

const tables = ['audit_event', 'audit_link', 'audit_chain'] as const;
const changes = tables.flatMap((table) => [
  `update ${table} set ${table === 'audit_event' ? "object = 'x'" : "hash = 'x'"}`,
  `delete from ${table}`,
  `truncate ${table} cascade`,
]);

/** As one of the roles of the database, in a transaction that is undone: what it says to a statement. */
async function tryRole(role: string, statement: string): Promise<string> {
  const client = new pg.Client({ connectionString: alliance.urls.superuserUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`set local role ${role}`);
    return await client.query(statement).then(
      ({ rowCount }) => `changed ${rowCount}`,
      (error: Error) => error.message,
    );
  } finally {
    await client.end();
  }
}

describe('nobody changes the trail', () => {
  it.each(changes)('as a person: %s', async (statement) => {
    expect(await tryAs(alliance, 'administrator', statement)).toMatch(/^42501 permission denied/);
  });

  it.each(changes.flatMap((statement) => ['worker', 'wall'].map((role) => [role, statement])))(
    'as %s: %s',
    async (role, statement) => {
      expect(await tryRole(role as string, statement as string)).toMatch(/permission denied/);
    },
  );

  it.each(changes)('as the owner of the tables, even with its rules lifted: %s', async (statement) => {
    const lifted = tables.map((table) => `alter table ${table} no force row level security`).join('; ');
    expect(await tryRole('kansenplein_owner', `${lifted}; ${statement}`)).toBe('audit.append_only');
  });

  it.each(changes)('as superuser, unless it first switches off every trigger: %s', async (statement) => {
    expect(await tryRole('postgres', statement)).toBe('audit.append_only');
  });

  it.each([
    `insert into audit_event (municipality, action, object) values ('${own}', 'x.y', 'z')`,
    `insert into audit_pending (event_id) values (1)`,
    `insert into audit_link values ('${own}', 999, 999, 'x')`,
  ])('nor adds to it behind the back of the one function: %s', async (statement) => {
    expect(await tryAs(alliance, 'administrator', statement)).toMatch(/^42501 permission denied/);
    for (const role of ['worker', 'wall'])
      expect(await tryRole(role, statement)).toMatch(/permission denied/);
  });

  it('and who a pseudonym stands for is nobody’s to read', async () => {
    expect(await tryAs(alliance, 'administrator', 'select * from audit_person')).toMatch(/^42501/);
    for (const role of ['worker', 'audit'])
      expect(await tryRole(role, 'select * from audit_person')).toMatch(/permission denied/);
  });
});

describe('while everybody writes and several workers chain', () => {
  it('every event gets exactly one place, in order, and a check at any moment is quiet', async () => {
    const others = await Promise.all([1, 2].map(() => openDatabase({ ...alliance.urls, poolSize: 4 })));
    const databases = [alliance.database, ...others];
    try {
      let writing = true;
      const reports: Awaited<ReturnType<typeof checkTrail>>[] = [];
      const chaining = databases.map(async (database) => {
        while (writing) await chainEvents(database);
      });
      const checking = (async () => {
        while (writing) reports.push(await checkTrail(alliance.urls));
      })();
      const leave = (at: number) =>
        databases[at % databases.length]?.asJob('leave-event', async (tx) => {
          const query = plainQuery(tx);
          await query(`select wall.record_event('proef.gebeurd', $1, $2, null)`, [
            String(at),
            at % 3 === 0 ? null : `gm000${at % 3}`,
          ]);
          // Some commit later than those that began after them.
          if (at % 7 === 0) await query('select pg_sleep(0.02)', []);
        });
      for (let round = 0; round < 40; round += 1)
        await Promise.all(Array.from({ length: 6 }, (_, at) => leave(round * 6 + at)));
      writing = false;
      await Promise.all([...chaining, checking]);
      while (await chainEvents(alliance.database));
      const last = await checkTrail(alliance.urls);
      expect(reports.length).toBeGreaterThan(0);
      expect([...reports, last].flatMap(({ faults }) => faults)).toEqual([]);
      expect(last.chains.every(({ waiting }) => waiting === 0)).toBe(true);
      const [row] = await asSuperuser<{ events: number; links: number; pending: number }>(
        alliance.urls.superuserUrl,
        `select (select count(*)::int from audit_event where action = 'proef.gebeurd') as events,
           (select count(*)::int from audit_link l join audit_event e on e.id = l.event_id where e.action = 'proef.gebeurd') as links,
           (select count(*)::int from audit_pending) as pending`,
      );
      expect(row).toEqual({ events: 240, links: 240, pending: 0 });
    } finally {
      await Promise.all(others.map((database) => database.close()));
    }
  });

  it('a publisher never waits for the chain, nor the chain for a publisher', async () => {
    const holder = new pg.Client({ connectionString: alliance.urls.superuserUrl });
    await holder.connect();
    try {
      // A chaining that does not end.
      await holder.query(`begin; select wall.chain_events(500)`);
      const editor = await alliance.as('editor');
      const began = Date.now();
      await editor.interventions.create.mutate({ title: 'Ondertussen' });
      expect(await chainEvents(alliance.database)).toBe(false);
      expect(Date.now() - began).toBeLessThan(5_000);
    } finally {
      await holder.end();
    }
    while (await chainEvents(alliance.database));
    expect((await checkTrail(alliance.urls)).faults).toEqual([]);
  });
});
