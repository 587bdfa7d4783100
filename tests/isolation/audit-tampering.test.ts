// Whoever holds the password of the database can change the trail, but not without being seen: each way of it, planted.
import { chainEvents, type Heads, type Report } from '@kansenplein/core';
import { createDatabaseFrom, openDatabase, plainQuery, type Database } from '@kansenplein/db';
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { makeDatabase } from '../support/platform.ts';
import { checkTrail } from '../support/owner.ts';
import { asSuperuser } from '../support/sql.ts';

const root = join(import.meta.dirname, '../..');
const own = 'gm0899';
const other = 'gm1952';

let base: Awaited<ReturnType<typeof makeDatabase>>;
let quiet: Report;

const ask = (database: Database, text: string, params: unknown[]) =>
  database.asJob('ask-trail', (tx) => plainQuery(tx)(text, params));

const leave = (
  database: Database,
  municipality: string | null,
  object: string,
  reason: string | null = null,
) =>
  ask(database, `select wall.record_event('intervention.published', $1, $2, $3)`, [
    object,
    municipality,
    reason,
  ]);

/** Makes what still waits for its place eight years old: past the time for which the trail is kept. */
const longAgo = (database: { readonly superuserUrl: string }) =>
  asSuperuser(
    database.superuserUrl,
    `update audit_event e set at = e.at - interval '8 years' from audit_pending p where p.event_id = e.id`,
    [],
    { withoutTriggers: true },
  );

/** Six events in each municipality's chain, half of them old, and three old ones of the installation, left in turns. */
beforeAll(async () => {
  base = await makeDatabase();
  const database = await openDatabase(base);
  for (let round = 1; round <= 6; round += 1) {
    await leave(database, own, `own ${round}`, round === 2 ? 'Omdat het moet: ’t is zo, € 5.' : null);
    await leave(database, other, `other ${round}`);
    if (round <= 3) await leave(database, null, `installation ${round}`);
    if (round <= 3) await longAgo(base);
    await chainEvents(database);
  }
  quiet = await checkTrail(base);
  await database.close();
});
afterAll(() => base.drop());

const nameOf = (url: string) => new URL(url).pathname.slice(1);

/** A copy of the trail in which somebody does this with all the power there is; what the check says of it. */
async function afterwards(tamper: string, earlier?: Heads): Promise<Report> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const copy = await createDatabaseFrom(inject('engine'), nameOf(base.superuserUrl), name);
  try {
    await asSuperuser(copy.superuserUrl, `set session_replication_role = replica; ${tamper}`);
    return await checkTrail(copy, earlier);
  } finally {
    await copy.drop();
  }
}

const linked = (chain: string, position: number) =>
  `(select event_id from audit_link where chain = '${chain}' and position = ${position})`;

/** Every link from `from` on computed anew, and the head with it: what remains is a chain without a fault. */
const rewrite = (chain: string, from: number) => `
  do $$
  declare
    each record;
    before text := coalesce((select hash from audit_link where chain = '${chain}' and position = ${from} - 1), '');
  begin
    for each in select l.position, e from audit_link l join audit_event e on e.id = l.event_id
      where l.chain = '${chain}' and l.position >= ${from} order by l.position
    loop
      before := wall.link_hash(before, '${chain}', each.position, each.e);
      update audit_link set hash = before where chain = '${chain}' and position = each.position;
    end loop;
    update audit_chain c set hash = before, position = (select max(position) from audit_link where chain = c.chain)
    where chain = '${chain}';
  end $$;`;

describe('without tampering', () => {
  it('the check is quiet, and says how many events each chain has', () => {
    expect(quiet.faults).toEqual([]);
    expect(
      quiet.chains.map(({ chain, events, head, waiting }) => [chain, events, head.position, waiting]),
    ).toEqual([
      [own, 6, 6, 0],
      [other, 6, 6, 0],
      ['installation', 3, 3, 0],
    ]);
    expect(quiet.heads[own]?.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('it is quiet against the heads of an earlier check, also when the chain grew or its oldest part was taken away', async () => {
    const name = `test_${randomBytes(6).toString('hex')}`;
    const copy = await createDatabaseFrom(inject('engine'), nameOf(base.superuserUrl), name);
    const database = await openDatabase(copy);
    try {
      await leave(database, own, 'one more');
      await chainEvents(database);
      const grown = await checkTrail(copy, quiet.heads);
      expect(grown.faults).toEqual([]);
      const prune = async () => (await ask(database, 'select wall.prune_audit()::int as gone', []))[0];
      expect(await prune()).toEqual({ gone: 9 });
      const shortly = await checkTrail(copy, quiet.heads);
      expect(shortly.faults).toEqual([]);
      await chainEvents(database);
      const later = await checkTrail(copy, quiet.heads);
      expect(later.faults).toEqual([]);
      const chain = later.chains.find((each) => each.chain === own);
      // The seven, less the three that were past their time, and the one that says so.
      expect(chain).toMatchObject({ anchor: 3, events: 5, head: { position: 8 } });
      const all = await asSuperuser<{ count: number }>(
        copy.superuserUrl,
        `select count(*)::int from audit_event where municipality = '${own}'`,
      );
      expect(all).toEqual([{ count: 5 }]);
      // Of the installation nothing was younger: of its chain only the anchor is left, and what says so.
      expect(later.chains.find((each) => each.chain === 'installation')).toMatchObject({
        anchor: 3,
        events: 1,
      });
      // What is within its time stays, however often it is asked.
      expect(await prune()).toEqual({ gone: 0 });
      expect((await checkTrail(copy, later.heads)).faults).toEqual([]);
    } finally {
      await database.close();
      await copy.drop();
    }
  });
});

describe('the check finds, and says where and what:', () => {
  const cases: readonly (readonly [string, string, unknown])[] = [
    [
      'an event that was changed',
      `update audit_event set object = 'something else' where id = ${linked(own, 3)}`,
      { chain: own, position: 3, kind: 'changed' },
    ],
    [
      'a reason that was taken out',
      `update audit_event set reason = null where id = ${linked(own, 2)}`,
      { chain: own, position: 2, kind: 'changed' },
    ],
    [
      'a person who was swapped',
      `update audit_event set pseudonym = gen_random_uuid() where id = ${linked(own, 1)}`,
      { chain: own, position: 1, kind: 'changed' },
    ],
    [
      'a time that was moved by a microsecond',
      `update audit_event set at = at + interval '1 microsecond' where id = ${linked(other, 6)}`,
      { chain: other, position: 6, kind: 'changed' },
    ],
    [
      'a hash that was changed',
      `update audit_link set hash = repeat('0', 64) where chain = '${own}' and position = 4`,
      { chain: own, position: 4, kind: 'changed' },
    ],
    [
      'an event that was removed, its link left behind',
      `delete from audit_event where id = ${linked(own, 3)}`,
      { chain: own, position: 3, kind: 'removed' },
    ],
    [
      'an event removed in the middle together with its link',
      `delete from audit_event where id = ${linked(own, 3)}; delete from audit_link where chain = '${own}' and position = 3`,
      { chain: own, position: 3, until: 3, kind: 'removed' },
    ],
    [
      'an event removed in the middle, the rest moved up',
      `delete from audit_event where id = ${linked(own, 3)}; delete from audit_link where chain = '${own}' and position = 3;
       update audit_link set position = position - 1 where chain = '${own}' and position > 3;
       update audit_chain set position = 5 where chain = '${own}'`,
      { chain: own, position: 3, kind: 'changed' },
    ],
    [
      'the newest events, removed at the end',
      `delete from audit_event where id in (${linked(own, 5)}, ${linked(own, 6)}); delete from audit_link where chain = '${own}' and position > 4`,
      { chain: own, position: 5, until: 6, kind: 'removed_at_end' },
    ],
    [
      'the oldest events, removed as if the retention job had done it',
      `update audit_chain set anchor_position = 2, anchor_hash = (select hash from audit_link where chain = '${own}' and position = 2)
         where chain = '${own}';
       delete from audit_event where id in (${linked(own, 1)}, ${linked(own, 2)}); delete from audit_link where chain = '${own}' and position <= 2`,
      { chain: own, position: 1, until: 2, kind: 'removed_at_start' },
    ],
    [
      'an event that nobody appended',
      `insert into audit_event (municipality, action, object) values ('${own}', 'intervention.published', 'planted')`,
      { chain: own, position: null, kind: 'inserted' },
    ],
    [
      'an event planted at the end with a link of its own',
      `insert into audit_event (municipality, action, object) values ('${own}', 'intervention.published', 'planted');
       insert into audit_link select '${own}', 7, max(id), repeat('a', 64) from audit_event`,
      { chain: own, position: 7, kind: 'inserted' },
    ],
    [
      'two events that changed places',
      `update audit_link set event_id = -1 where chain = '${own}' and position = 2;
       update audit_link l set event_id = case l.position when 4 then (select id from audit_event where object = 'own 2') else l.event_id end
         where chain = '${own}' and position = 4;
       update audit_link set event_id = (select id from audit_event where object = 'own 4') where chain = '${own}' and position = 2`,
      { chain: own, position: 2, kind: 'reordered' },
    ],
    [
      'two links that changed places',
      `update audit_link set position = 99 where chain = '${own}' and position = 3;
       update audit_link set position = 3 where chain = '${own}' and position = 4;
       update audit_link set position = 4 where chain = '${own}' and position = 99`,
      { chain: own, position: 3, kind: 'reordered' },
    ],
    [
      'an event that was given to another municipality',
      `update audit_event set municipality = '${other}' where id = ${linked(own, 3)}`,
      { chain: own, position: 3, kind: 'moved' },
    ],
    [
      'an event moved to another chain with its link',
      `update audit_event set municipality = '${other}' where id = ${linked(own, 3)};
       update audit_link set chain = '${other}', position = 7 where chain = '${own}' and position = 3;
       update audit_chain set position = 7 where chain = '${other}'`,
      { chain: own, position: 3, kind: 'moved' },
    ],
    [
      'an event that was removed while it still waited for its link',
      `select wall.record_event('intervention.published', 'waited', '${own}', null);
       delete from audit_event where object = 'waited'; select wall.chain_events(500)`,
      { chain: '', position: null, kind: 'removed' },
    ],
    [
      'a head that was put back',
      `update audit_chain set position = 5, hash = (select hash from audit_link where chain = '${own}' and position = 5) where chain = '${own}'`,
      { chain: own, position: 6, kind: 'inserted' },
    ],
    [
      'a head that was removed',
      `delete from audit_chain where chain = '${own}'`,
      { chain: own, position: null, kind: 'head_changed' },
    ],
  ];

  it.each(cases)('%s', async (_name, tamper, fault) => {
    const { faults } = await afterwards(tamper);
    expect(faults).toContainEqual(fault);
  });

  it('nothing where the whole rest of a chain was computed anew, until the heads of an earlier check are laid beside it', async () => {
    const tamper = `update audit_event set object = 'something else' where id = ${linked(own, 3)}; ${rewrite(own, 3)}`;
    expect((await afterwards(tamper)).faults).toEqual([]);
    expect((await afterwards(tamper, quiet.heads)).faults).toEqual([
      { chain: own, position: 6, kind: 'rewritten' },
    ]);
  });

  it('an end that was cut off neatly, by the heads of an earlier check', async () => {
    const tamper = `delete from audit_event where id = ${linked(own, 6)}; delete from audit_link where chain = '${own}' and position = 6; ${rewrite(own, 5)}`;
    expect((await afterwards(tamper)).faults).toEqual([]);
    expect((await afterwards(tamper, quiet.heads)).faults).toEqual([
      { chain: own, position: 6, until: 6, kind: 'removed_at_end' },
    ]);
  });

  it('a chain that disappeared altogether, by the heads of an earlier check', async () => {
    const tamper = `delete from audit_event where municipality = '${own}'; delete from audit_link where chain = '${own}'; delete from audit_chain where chain = '${own}'`;
    expect((await afterwards(tamper)).faults).toEqual([]);
    expect((await afterwards(tamper, quiet.heads)).faults).toEqual([
      { chain: own, position: null, kind: 'chain_missing' },
    ]);
  });
});

describe('npm run audit:verify', () => {
  /** The command as somebody runs it, on a copy of the trail; what it printed and how it ended. */
  async function verify(tamper: string, ...options: string[]) {
    const name = `test_${randomBytes(6).toString('hex')}`;
    const copy = await createDatabaseFrom(inject('engine'), nameOf(base.superuserUrl), name);
    try {
      await asSuperuser(copy.superuserUrl, `set session_replication_role = replica; ${tamper}`);
      const command = [join(root, 'apps/api/src/audit-verify.ts'), ...options];
      const env = {
        PATH: '/usr/bin:/bin',
        DEMO: '1',
        DATABASE_URL: copy.appUrl,
        DATABASE_WORKER_URL: copy.workerUrl,
        DATABASE_OWNER_URL: copy.ownerUrl,
      };
      return await new Promise<{ code: number; said: string }>((resolve) => {
        execFile(process.execPath, command, { env }, (error, stdout, stderr) =>
          resolve({ code: Number(error?.code ?? 0), said: stdout + stderr }),
        );
      });
    } finally {
      await copy.drop();
    }
  }

  it('ends with 0 and says where each chain stands; with 1 and the place when something was changed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kansenplein-heads-'));
    const heads = join(folder, 'heads.json');
    try {
      const calm = await verify('', '--write', heads);
      expect(calm.code).toBe(0);
      expect(calm.said).toContain(`Keten ${own}: 6 gebeurtenissen, kop 6 ${quiet.heads[own]?.hash}`);
      expect(calm.said).toContain('elke keten klopt');
      const changed = await verify(`update audit_event set object = 'x' where id = ${linked(own, 3)}`);
      expect(changed.code).toBe(1);
      expect(changed.said).toContain(
        `Keten ${own}, plaats 3: deze gebeurtenis of haar schakel is veranderd nadat zij was vastgelegd.`,
      );
      const anew = `update audit_event set object = 'x' where id = ${linked(own, 3)}; ${rewrite(own, 3)}`;
      expect((await verify(anew)).code).toBe(0);
      const compared = await verify(anew, '--against', heads);
      expect(compared.code).toBe(1);
      expect(compared.said).toContain(`Keten ${own}, plaats 6: de keten is vanaf hier of eerder herschreven`);
      const nonsense = await verify('', '--against', join(root, 'package.json'));
      expect(nonsense.code).toBe(1);
      expect(nonsense.said).toMatch(/is geen bestand met koppen/);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }, 240_000);
});
