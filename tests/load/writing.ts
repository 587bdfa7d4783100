// Saving a draft and publishing it, among so many others: through the procedures, as the pages ask them in the same
// process. In turns with the same writing on a plain table, so that what else the machine does falls on both alike.
import { randomBytes } from 'node:crypto';
import {
  chainEvents,
  createFileStore,
  createIssuers,
  createPostgresSearch,
  createVault,
} from '@kansenplein/core';
import { openDatabase, type EngineUrls } from '@kansenplein/db';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { localClientOf } from '../../apps/api/src/start.ts';
import { asClient, signedInMember } from './fill.ts';
import { median } from './load.ts';
import { databaseMilliseconds } from './processes.ts';
import type { Line } from './table.ts';
import { tripsSoFar } from './trips.ts';
import { prose, seeded } from './vocabulary.ts';

const targets = { save: 40, publish: 80 };
const warmUp = 20;
const eachRound = 40;

/** One kind of action, measured again and again. */
class Taken {
  readonly milliseconds: number[] = [];
  trips = 0;
  /** Milliseconds of the processor: what another machine, or a quiet one, would take at least. */
  readonly processor = { server: 0, database: 0 };

  async measure<T>(work: () => Promise<T>): Promise<T> {
    const [before, database] = [tripsSoFar(), await databaseMilliseconds()];
    const [usage, began] = [process.cpuUsage(), performance.now()];
    const answer = await work();
    this.milliseconds.push(performance.now() - began);
    const { user, system } = process.cpuUsage(usage);
    this.trips += tripsSoFar() - before;
    this.processor.server += (user + system) / 1000;
    this.processor.database += (await databaseMilliseconds()) - database;
    return answer;
  }

  get p95(): number {
    const sorted = this.milliseconds.toSorted((one, other) => one - other);
    return sorted[Math.floor(sorted.length * 0.95)] ?? Infinity;
  }

  line(measure: string, target: number, bare: Taken): Line {
    const each = (sum: number) => (sum / this.milliseconds.length).toFixed(1);
    const [p50, ratio] = [median(this.milliseconds), median(this.milliseconds) / median(bare.milliseconds)];
    return {
      measure,
      target: `p95 ≤ ${target} ms`,
      figure: `p95 ${this.p95.toFixed(1)} ms, median ${p50.toFixed(1)} ms, ${ratio.toFixed(1)} × plain (${median(bare.milliseconds).toFixed(1)} ms, p95 ${bare.p95.toFixed(1)} ms), ${this.milliseconds.length} each`,
      isMet: this.p95 <= target,
      trips: each(this.trips),
      milliseconds: `${each(this.processor.server)} + ${each(this.processor.database)}`,
    };
  }
}

const plainTables = `
  create schema if not exists bare_writing;
  create table if not exists bare_writing.draft (id uuid primary key, revision integer not null, content jsonb not null);
  create table if not exists bare_writing.version (id uuid, number integer, content jsonb not null, primary key (id, number));
  create table if not exists bare_writing.event (id bigserial primary key, what text, object uuid, at timestamptz default now());
  insert into bare_writing.draft select id, revision, content from intervention on conflict do nothing;
  insert into bare_writing.version select intervention_id, number, content from intervention_version on conflict do nothing;`;

/** What a good engineer would send without a wall: read, check, write, tell. */
async function plainly(client: pg.Client, id: string, content: object, publishes: boolean): Promise<void> {
  await client.query('begin');
  await client.query('select revision, content from bare_writing.draft where id = $1 for update', [id]);
  await client.query('update bare_writing.draft set content = $2, revision = revision + 1 where id = $1', [
    id,
    content,
  ]);
  if (publishes)
    await client.query(
      `insert into bare_writing.version select $1, coalesce(max(number), 0) + 1, $2::jsonb from bare_writing.version where id = $1`,
      [id, content],
    );
  await client.query('insert into bare_writing.event (what, object) values ($2, $1)', [
    id,
    publishes ? 'published' : 'saved',
  ]);
  await client.query('commit');
}

/** `rounds` × 40 times each. */
export async function measureWriting(
  urls: EngineUrls,
  municipality: string,
  rounds: number,
): Promise<Line[]> {
  const secret = await signedInMember(urls, municipality, 'publisher');
  const database = await openDatabase(urls);
  const log = { error: (what: unknown) => console.error(what) } as unknown as Parameters<
    typeof localClientOf
  >[1];
  const services = {
    database,
    files: createFileStore({ kind: 'disk', folder: join(tmpdir(), 'kansenplein-load-files') }),
    search: createPostgresSearch(),
    settings: { demo: true, origin: 'http://localhost:3000' },
    vault: createVault([randomBytes(32)]),
    issuers: createIssuers([], 'http://localhost:3000'),
  };
  const { interventions } = localClientOf(services, log)({ secret, origin: '192.0.2.1' });
  const own = (await interventions.workingCopies.query()).interventions.filter((each) => each.own);
  const random = seeded(5);
  /** Some six thousand characters. */
  const rewritten = <C extends object>(content: C) => ({
    ...content,
    goal: prose(random, 70),
    activities: prose(random, 140),
    monitoring: prose(random, 45),
  });
  const [save, publish, plainSave, plainPublish] = [new Taken(), new Taken(), new Taken(), new Taken()];
  const timer = setInterval(() => void chainEvents(database), 500);
  try {
    await asClient(urls.superuserUrl, async (plain) => {
      await plain.query(plainTables);
      for (let at = -warmUp; at < rounds * eachRound; at += 1) {
        const { id } = own[(at + warmUp) % own.length] ?? { id: '' };
        const { content: before, revision } = await interventions.workingCopy.query({ id });
        const content = rewritten(before);
        const measured = <T>(taken: Taken, work: () => Promise<T>) => (at < 0 ? work() : taken.measure(work));
        const saved = await measured(save, () => interventions.save.mutate({ id, revision, content }));
        await measured(plainSave, () => plainly(plain, id, content, false));
        const publication = { id, revision: saved.revision, note: '', personalDataReason: null };
        await measured(publish, () => interventions.publish.mutate(publication));
        await measured(plainPublish, () => plainly(plain, id, content, true));
      }
    });
  } finally {
    clearInterval(timer);
    while (await chainEvents(database));
    await database.close();
  }
  return [
    save.line('save of a draft of 6 kB', targets.save, plainSave),
    publish.line('publishing it', targets.publish, plainPublish),
  ];
}
