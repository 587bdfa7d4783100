// Lists, details, the rendered page and searches: ours over HTTP beside the bare handlers, on the same database.
import type { EngineUrls } from '@kansenplein/db';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asClient } from './fill.ts';
import {
  answerOf,
  compare,
  median,
  ratioOf,
  type Contender,
  type LoadOptions,
  type Measured,
} from './load.ts';
import { root, startHost, startSite, type Running } from './processes.ts';
import type { Line } from './table.ts';
import { rareWord } from './vocabulary.ts';

interface Setting {
  /** Secret of a member's cookie. */
  readonly secret: string;
  readonly load: LoadOptions;
  readonly say: (line: string) => void;
}

const call = (procedure: string, input: unknown) =>
  `/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`;

const filters = {
  'no filter': {},
  'one theme': { themes: ['taalontwikkeling'] },
  'theme and phase': { themes: ['taalontwikkeling'], phases: ['po'] },
};

/** Both sides must say exactly the same; otherwise a comparison of their speed means nothing. */
async function sameBytes(contenders: readonly Contender[]): Promise<void> {
  const answers = await Promise.all(contenders.map(answerOf));
  for (const [index, answer] of answers.entries()) {
    const [first = ''] = answers;
    if (answer === first) continue;
    const at = [...first].findIndex((character, position) => character !== answer[position]);
    throw new Error(
      `${contenders[index]?.name} answers other bytes than ${contenders[0]?.name} for ${contenders[0]?.path}, from ${at}:\n` +
        `${first.slice(Math.max(0, at - 80), at + 80)}\n${answer.slice(Math.max(0, at - 80), at + 80)}`,
    );
  }
}

const rates = (measured: readonly Measured[]) =>
  measured
    .map(({ name, rounds }) => `${name} ${median(rounds).toFixed(median(rounds) < 100 ? 1 : 0)}`)
    .join(' · ');
const processor = (measured: readonly Measured[]) =>
  measured
    .map(
      ({ name, milliseconds: { server, database } }) =>
        `${name} ${server.toFixed(1)} + ${database.toFixed(1)}`,
    )
    .join(' · ');
const tripsOf = (measured: readonly Measured[]) =>
  measured.map(({ name, trips }) => `${name} ${trips}`).join(' · ');

function lineOf(measure: string, target: number | null, one: Measured, bare: Measured): Line {
  const ratio = ratioOf(one, bare);
  return {
    measure,
    target: target === null ? '' : `≥ ${target} × bare`,
    figure: `${ratio.toFixed(2)} ×`,
    ...(target === null ? {} : { isMet: ratio >= target }),
    rates: rates([one, bare]),
    trips: tripsOf([one, bare]),
    milliseconds: processor([one, bare]),
  };
}

interface Hosts {
  readonly warm: Running;
  /** Keeps no counts, as if something had been published before each request. */
  readonly cold: Running;
  readonly bare: Running;
}

async function measureList(hosts: Hosts, { secret, load, say }: Setting): Promise<Line[]> {
  const lines: Line[] = [];
  for (const [reader, cookie] of [
    ['visitor', undefined],
    ['member', `kansenplein=${secret}`],
  ] as const) {
    for (const [name, input] of Object.entries(filters)) {
      say(`list, ${reader}, ${name}`);
      const path = call('finding.find', input);
      const contender = (of: keyof Hosts, called: string): Contender => ({
        name: called,
        host: hosts[of],
        path,
        ...(cookie === undefined ? {} : { cookie }),
      });
      const contenders = [contender('bare', 'bare'), contender('warm', 'ours'), contender('cold', 'ours')];
      await sameBytes(contenders);
      const [bare, warm, cold] = await compare(contenders, load);
      if (!bare || !warm || !cold) throw new Error('a contender was not measured');
      lines.push(lineOf(`list + total + facets, ${reader}, ${name}, counts kept`, 1, warm, bare));
      lines.push(lineOf(`the same, nothing kept (published just before)`, 1, cold, bare));
    }
  }
  return lines;
}

async function measureDetail(urls: EngineUrls, hosts: Hosts, { load, say }: Setting): Promise<Line> {
  // One with partners, two versions and an evaluation, and one without: the bytes of both are compared.
  const handles = await asClient(urls.superuserUrl, async (client) => {
    const { rows } = await client.query<{ handle: string }>(
      `select i.handle from bare_visitor.intervention i order by i.version + i.partners desc, i.doc limit 1`,
    );
    const { rows: others } = await client.query<{ handle: string }>(
      `select i.handle from bare_visitor.intervention i where i.version = 1 order by i.doc desc limit 2`,
    );
    return [...others, ...rows].map(({ handle }) => handle);
  });
  say('detail');
  const contendersFor = (handle: string): Contender[] =>
    (['bare', 'warm'] as const).map((of) => ({
      name: of === 'warm' ? 'ours' : 'bare',
      host: hosts[of],
      path: call('interventions.get', { handle }),
    }));
  for (const handle of handles) await sameBytes(contendersFor(handle));
  const [bare, ours] = await compare(contendersFor(handles[0] ?? ''), load);
  if (!bare || !ours) throw new Error('a contender was not measured');
  return lineOf('detail by handle, visitor', 0.3, ours, bare);
}

async function measurePage(urls: EngineUrls, hosts: Hosts, { load, say }: Setting): Promise<Line[]> {
  const target = 0.5;
  const measure = 'server-rendered list /interventies, visitor';
  if (!existsSync(join(root, 'apps/web/build/handler.js'))) {
    return [{ measure, target: `≥ ${target} × bare`, figure: 'not measured: the pages are not built' }];
  }
  say('page');
  const site = await startSite({
    DATABASE_URL: urls.appUrl,
    DATABASE_WORKER_URL: urls.workerUrl,
    DEMO: '0',
    SMTP_URL: 'smtp://127.0.0.1:1',
    MAIL_FROM: 'plein@kansenplein.example',
    SECRET_KEY: Buffer.alloc(32).toString('base64'),
    FILES_DIR: join(tmpdir(), 'kansenplein-load-files'),
  });
  try {
    const path = '/interventies';
    const contenders: Contender[] = [
      { name: 'bare', host: hosts.bare, path },
      { name: 'ours', host: site, path },
    ];
    const sizes = (await Promise.all(contenders.map(answerOf))).map((body) =>
      (body.length / 1024).toFixed(0),
    );
    const [bare, ours] = await compare(contenders, load);
    if (!bare || !ours) throw new Error('a contender was not measured');
    return [lineOf(`${measure} (${sizes[1]} kB beside a template of ${sizes[0]} kB)`, target, ours, bare)];
  } finally {
    await site.stop();
  }
}

async function measureSearch({ warm, cold }: Hosts, { load, say }: Setting): Promise<Line[]> {
  const lines: Line[] = [];
  for (const [kind, text] of [
    ['common', 'kinderen'],
    ['rare', rareWord],
  ] as const) {
    say(`search: ${text}`);
    const path = call('finding.find', { text });
    const total = /"total":(\d+)/.exec(await answerOf({ name: 'ours', host: warm, path }))?.[1] ?? '?';
    const measured = await compare(
      [
        { name: 'counts kept', host: warm, path },
        { name: 'nothing kept', host: cold, path },
      ],
      load,
    );
    lines.push({
      measure: `search for a ${kind} word, visitor`,
      target: '',
      figure: `${total} found`,
      rates: rates(measured),
      trips: tripsOf(measured),
      milliseconds: processor(measured),
    });
  }
  return lines;
}

export async function measureLists(urls: EngineUrls, setting: Setting): Promise<Line[]> {
  const started: Running[] = [];
  const start = async (options: { kind: 'ours' | 'bare'; mostCounts?: number }): Promise<Running> => {
    const host = await startHost({ ...options, appUrl: urls.appUrl, workerUrl: urls.workerUrl });
    started.push(host);
    return host;
  };
  try {
    const hosts: Hosts = {
      warm: await start({ kind: 'ours' }),
      cold: await start({ kind: 'ours', mostCounts: 0 }),
      bare: await start({ kind: 'bare' }),
    };
    return [
      ...(await measureList(hosts, setting)),
      await measureDetail(urls, hosts, setting),
      ...(await measurePage(urls, hosts, setting)),
      ...(await measureSearch(hosts, setting)),
    ];
  } finally {
    await Promise.all(started.map((host) => host.stop()));
  }
}
