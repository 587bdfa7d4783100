// Publishing with the trail and without it: the same work in turns on two databases of one engine. Without: the one
// function that appends does nothing, and nobody asks whether an event was left. With: the chaining job runs beside it.
import { randomBytes } from 'node:crypto';
import {
  chainEvents,
  createFileStore,
  createDemoPeople,
  createIssuers,
  createPostgresSearch,
  createVault,
  demoPassword,
  type DemoPerson,
} from '@kansenplein/core';
import {
  asOwner,
  createDatabaseFrom,
  migrate,
  openDatabase,
  startEngine,
  type Database,
  type EngineUrls,
} from '@kansenplein/db';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localClientOf } from '../../apps/api/src/start.ts';
import { leaveNoEvent } from '../../packages/core/src/kernel/trail.ts';
import { fullContent } from '../support/writing.ts';
import { asClient } from './fill.ts';
import { median } from './load.ts';
import type { Line } from './table.ts';

const target = 1.3;
const warmUp = 20;

const publisher: DemoPerson = {
  address: 'publiceerder@kansenplein.example',
  name: 'Proef publiceerder',
  memberships: [{ municipality: 'gm0899', role: 'publisher', organisation: null }],
};

const appendNothing = `
  set role audit;
  create or replace function wall.append_to_trail(of_municipality text, who uuid, as_role text, what text, which text,
    ended text, from_where text, why text, alike integer) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp as 'select';`;

const unasked = (database: Database): Database => ({
  ...database,
  asActor: (caller, mode, work) =>
    database.asActor(caller, mode, (tx, actor) => {
      leaveNoEvent(tx, 'measured without the trail');
      return work(tx, actor);
    }),
});

async function side(urls: EngineUrls, isTold: boolean) {
  await migrate(urls.ownerUrl);
  const database = await openDatabase(urls);
  if (!isTold) {
    await asClient(urls.superuserUrl, async (client) => {
      await client.query('grant create on schema wall to audit');
      await client.query(appendNothing);
    });
  }
  await asOwner(urls.ownerUrl, (tx) => createDemoPeople(tx, [publisher]));
  const log = { error: (what: unknown) => console.error(what) } as unknown as Parameters<
    typeof localClientOf
  >[1];
  const services = {
    database: isTold ? database : unasked(database),
    files: createFileStore({ kind: 'disk', folder: join(tmpdir(), 'kansenplein-load-files') }),
    search: createPostgresSearch(),
    settings: { demo: true, origin: 'http://localhost:3000' },
    vault: createVault([randomBytes(32)]),
    issuers: createIssuers([], 'http://localhost:3000'),
  };
  const clientFor = localClientOf(services, log);
  const { secret } = await clientFor({ secret: null, origin: '192.0.2.1' }).accounts.signIn.mutate({
    address: publisher.address,
    password: demoPassword,
  });
  const client = clientFor({ secret, origin: '192.0.2.1' });
  let made = 0;
  /** Milliseconds that one publication takes; writing the draft first is not counted. */
  const publishOne = async (): Promise<number> => {
    const title = `Leesmaatjes ${(made += 1)}`;
    const { id } = await client.interventions.create.mutate({ title });
    const { revision } = await client.interventions.save.mutate({
      id,
      revision: 1,
      content: fullContent(title),
    });
    const began = performance.now();
    await client.interventions.publish.mutate({ id, revision, note: '', personalDataReason: null });
    return performance.now() - began;
  };
  const countEvents = () =>
    asClient(urls.superuserUrl, async (each) => {
      const { rows } = await each.query<{ count: number }>('select count(*)::int from audit_event');
      return rows[0]?.count ?? 0;
    });
  return { database, publishOne, countEvents };
}

/** `rounds` × 40 publications on each side. Throws when the sides are not what they say they are. */
export async function measurePublishing(
  folder: string,
  rounds: number,
  say: (line: string) => void,
): Promise<Line[]> {
  const engine = await startEngine({ dataDir: join(folder, 'publishing'), log: say });
  try {
    const make = (name: string) => createDatabaseFrom(engine, null, name);
    const told = await side(await make('with_trail'), true);
    const untold = await side(await make('without_trail'), false);
    const timer = setInterval(() => void chainEvents(told.database), 500);
    const times = { told: [] as number[], untold: [] as number[] };
    try {
      for (let at = 0; at < warmUp; at += 1) {
        await told.publishOne();
        await untold.publishOne();
      }
      for (let at = 0; at < rounds * 40; at += 1) {
        times.told.push(await told.publishOne());
        times.untold.push(await untold.publishOne());
      }
    } finally {
      clearInterval(timer);
    }
    const events = [await told.countEvents(), await untold.countEvents()];
    if ((events[0] ?? 0) < rounds * 120 || events[1] !== 0)
      throw new Error(`one side should leave events and the other none: ${events.join(' and ')}`);
    while (await chainEvents(told.database));
    await Promise.all([told.database.close(), untold.database.close()]);
    const ratio = median(times.told) / median(times.untold);
    return [
      {
        measure: 'publishing with the audit trail ÷ without (medians)',
        target: `≤ ${target}`,
        figure: `${ratio.toFixed(2)} (${median(times.told).toFixed(1)} ms and ${median(times.untold).toFixed(1)} ms, ${times.told.length} each)`,
        isMet: ratio <= target,
      },
    ];
  } finally {
    await engine.stop();
  }
}
