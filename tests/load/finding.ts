// The measures of finding: the search port on PostgreSQL beside plain queries without a wall, at two sizes in one run.
// Each figure is of the port in its own transaction, as a member sees it; `--only lists` measures whole requests.
import { createDatabaseFrom, migrate, startEngine, type EngineUrls } from '@kansenplein/db';
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import pg from 'pg';
import { asClient } from './fill.ts';
import { fillModel, makeBareModel, memberScopes, own } from './finding-corpus.ts';
import type { Filters, Outcome, Task } from './finding-reader.ts';
import { median } from './load.ts';
import type { Line } from './table.ts';
import { queriesFor, rareWord } from './vocabulary.ts';

export interface FindingSetting {
  readonly sizes: readonly number[];
  readonly rounds: number;
  readonly seconds: number;
  readonly say: (line: string) => void;
}

interface Reader {
  ask(task: Task): Promise<Outcome>;
  stop(): void;
}

function startReader(appUrl: string): Promise<Reader> {
  const child: ChildProcess = fork(
    join(import.meta.dirname, 'finding-reader.ts'),
    [JSON.stringify({ appUrl })],
    { execArgv: ['--expose-gc'] },
  );
  const next = () =>
    new Promise<Outcome>((resolve, reject) => {
      const ended = () => reject(new Error('the reader ended without an answer'));
      child.once('exit', ended);
      child.once('message', (message: { outcome?: Outcome; failure?: string }) => {
        child.off('exit', ended);
        if (message.outcome) resolve(message.outcome);
        else reject(new Error(message.failure));
      });
    });
  return next().then(() => ({
    ask(task) {
      const answer = next();
      child.send(task);
      return answer;
    },
    stop: () => void child.kill(),
  }));
}

const lists: Readonly<Record<string, Filters>> = {
  'no filter': {},
  'one theme': { themes: ['taalontwikkeling'] },
  'theme and phase': { themes: ['taalontwikkeling'], phases: ['po'] },
  'one municipality': { municipalities: [own] },
};

const percentile = (sorted: readonly number[], part: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
const rate = (each: number) => each.toFixed(each < 100 ? 1 : 0);

/** Both sides must count the same and show the same; a total above a thousand is said to be more. */
async function sameAnswer(reader: Reader, filters: Filters): Promise<void> {
  const [bare, ours] = [
    await reader.ask({ do: 'ask', side: 'bare', filters }),
    await reader.ask({ do: 'ask', side: 'cold', filters }),
  ].map(({ page }) => page);
  const inOrder = (facets: object = {}) =>
    JSON.stringify(
      Object.entries(facets)
        .map(([name, counts]) => [name, Object.entries(counts as object).sort()] as const)
        .filter(([, counts]) => counts.length > 0)
        .sort(),
    );
  if (Math.min(bare?.total ?? 0, 1000) !== ours?.total)
    throw new Error(`totals differ: ${JSON.stringify([bare?.total, ours?.total])}`);
  if (inOrder(bare?.facets) !== inOrder(ours?.facets))
    throw new Error(`counts differ for ${JSON.stringify(filters)}`);
  if (JSON.stringify(bare?.titles) !== JSON.stringify(ours?.titles)) throw new Error('pages differ');
}

interface Rates {
  readonly bare: number;
  readonly cold: number;
  readonly warm: number;
  readonly coldRatio: number;
  readonly warmRatio: number;
}

async function ratesOf(
  reader: Reader,
  filters: Filters,
  { rounds, seconds }: FindingSetting,
): Promise<Rates> {
  await sameAnswer(reader, filters);
  const played = { bare: [] as number[], cold: [] as number[], warm: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    for (const side of ['bare', 'cold', 'warm'] as const)
      played[side].push((await reader.ask({ do: 'rate', side, filters, seconds })).perSecond ?? Number.NaN);
  }
  const ratio = (side: 'cold' | 'warm') =>
    median(played[side].map((each, at) => each / (played.bare[at] ?? Number.NaN)));
  return {
    bare: median(played.bare),
    cold: median(played.cold),
    warm: median(played.warm),
    coldRatio: ratio('cold'),
    warmRatio: ratio('warm'),
  };
}

/** Buffers that PostgreSQL touches, with the planner's own settings. */
async function buffersOf(urls: EngineUrls, call: string): Promise<number> {
  return asClient(urls.appUrl, async (client) => {
    await client.query('begin isolation level repeatable read read only');
    await client.query(`select set_config('app.scopes', $1, true)`, [`{${memberScopes.join(',')}}`]);
    // Once before: what a session reads once of the catalogue is no part of a question.
    await client.query(call);
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Record<string, number> }] }>(
      `explain (analyze, buffers, format json) ${call}`,
    );
    const plan = rows[0]?.['QUERY PLAN'][0].Plan ?? {};
    return (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0);
  });
}

const calls: Readonly<Record<string, string>> = {
  'a page of a list': 'select * from wall.search_list(null, null, null, null, null, null, null, 21)',
  'a page of one municipality': `select * from wall.search_list(null, null, null, array['${own}'], null, null, null, 21)`,
  'a search for a rare word': `select * from wall.search_page('''${rareWord}''', '''${rareWord}''', null, null, null, null,
    null, null, null, false, null, null, null, 21)`,
};

/** From the commit of a publication to a search that finds it, while fifty requests a second are read. */
async function timesToFind(urls: EngineUrls, reader: Reader, times: number): Promise<number[]> {
  const writer = new pg.Client({ connectionString: urls.superuserUrl });
  await writer.connect();
  await writer.query('set role wall');
  const other = await startReader(urls.appUrl);
  const seconds = Math.ceil(times / 8) + 2;
  const reading = reader.ask({ do: 'pace', texts: queriesFor(3, 200), perSecond: 50, seconds });
  const latencies: number[] = [];
  try {
    for (let at = 0; at < times; at += 1) {
      const began = performance.now();
      const word = `vindbaar${Array.from({ length: 4 }, (_, n) => String.fromCharCode(97 + ((at * 7 + n * n * 5) % 26))).join('')}${at}`;
      await writer.query(
        `select wall.search_put('intervention', gen_random_uuid(), wall.audience_of('{public}'), $1, 'stuk', $2, 'Kort', 'Meer', '{taalontwikkeling}', '{po}', now(), 'running')`,
        [own, `Over ${word}`],
      );
      const published = performance.now();
      const { page } = await other.ask({ do: 'ask', side: 'warm', filters: { text: word } });
      latencies.push(performance.now() - published);
      if (page?.titles[0] !== `Over ${word}`) throw new Error('what was published was not found');
      const rest = 125 - (performance.now() - began);
      if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest));
    }
    await reading;
  } finally {
    other.stop();
    await writer.end();
  }
  return latencies.sort((one, other_) => one - other_);
}

interface Measured {
  readonly size: number;
  readonly lines: Line[];
  readonly rates: Readonly<Record<string, Rates>>;
  readonly buffers: Readonly<Record<string, number>>;
}

async function measureSize(engine: EngineUrls, size: number, setting: FindingSetting): Promise<Measured> {
  const { say } = setting;
  const urls = await createDatabaseFrom(engine, null, `finding_${size}`);
  await migrate(urls.ownerUrl);
  const { seconds, packSeconds } = await fillModel(urls, size);
  say(`${size} filled in ${seconds.toFixed(0)} s, packed in ${packSeconds.toFixed(1)} s`);
  await makeBareModel(urls);
  const reader = await startReader(urls.appUrl);
  try {
    const empty = await reader.ask({ do: 'size' });
    const lines: Line[] = [
      {
        measure: `indexing ${size} documents of some 110 words by the set, two connections`,
        target: '≥ 2,000 /s',
        figure: `${(size / seconds).toFixed(0)} /s`,
        isMet: size / seconds >= 2_000,
      },
    ];
    const rates: Record<string, Rates> = {};
    for (const [name, filters] of Object.entries(lists)) {
      say(`${size}: list, ${name}`);
      const each = (rates[name] = await ratesOf(reader, filters, setting));
      const figures = `bare ${rate(each.bare)} · cold ${rate(each.cold)} · warm ${rate(each.warm)}`;
      const isTold = name === 'no filter';
      lines.push(
        {
          measure: `${size}: list, total, five facets, ${name}, nothing kept`,
          target: isTold ? '≥ 3 × bare' : '',
          figure: `${each.coldRatio.toFixed(1)} ×`,
          ...(isTold ? { isMet: each.coldRatio >= 3 } : {}),
          rates: figures,
        },
        {
          measure: `${size}: the same, counts kept`,
          target: isTold ? '≥ 10 × bare' : '',
          figure: `${each.warmRatio.toFixed(1)} ×`,
          ...(isTold ? { isMet: each.warmRatio >= 10 } : {}),
        },
      );
    }
    say(`${size}: searching`);
    const texts = queriesFor(1, 300);
    await reader.ask({ do: 'pace', texts: queriesFor(2, 60), perSecond: 20, seconds: 3 });
    const paced = await reader.ask({ do: 'pace', texts, perSecond: 60, seconds: 10 });
    const latencies = paced.latencies ?? [];
    const p95 = percentile(latencies, 0.95);
    const most = size > 10_000 ? 120 : 60;
    lines.push({
      measure: `${size}: 60 searches/s (one, two or three words, a third misspelt; facets, marks), 300 different ones`,
      target: `p95 ≤ ${most} ms`,
      figure: `p50 ${percentile(latencies, 0.5).toFixed(0)}, p95 ${p95.toFixed(0)}, p99 ${percentile(latencies, 0.99).toFixed(0)} ms; ${((paced.found ?? 0) * 100).toFixed(0)} % found something`,
      isMet: p95 <= most,
      rates: `${rate(paced.perSecond ?? 0)} answered`,
    });
    say(`${size}: published until found`);
    const found = await timesToFind(urls, reader, 80);
    lines.push({
      measure: `${size}: published → found, beside 50 searches/s`,
      target: 'p99 ≤ 100 ms',
      figure: `p50 ${percentile(found, 0.5).toFixed(0)}, p99 ${percentile(found, 0.99).toFixed(0)} ms`,
      isMet: percentile(found, 0.99) <= 100,
    });
    const full = await reader.ask({ do: 'size' });
    const grown = (full.megabytes ?? Number.NaN) - (empty.megabytes ?? Number.NaN);
    const kept = (full.kept ?? Number.NaN) - (empty.kept ?? Number.NaN);
    lines.push({
      measure: `${size}: what all of this added to the memory of the process that asks`,
      target: '≤ 150 MB',
      figure: `${grown.toFixed(0)} MB, of which ${kept.toFixed(0)} MB is kept`,
      isMet: grown <= 150,
    });
    const buffers: Record<string, number> = {};
    for (const [name, call] of Object.entries(calls)) buffers[name] = await buffersOf(urls, call);
    return { size, lines, rates, buffers };
  } finally {
    reader.stop();
    await urls.drop();
  }
}

export async function measureFinding(folder: string, setting: FindingSetting): Promise<Line[]> {
  const engine = await startEngine({ dataDir: join(folder, 'finding'), log: setting.say });
  try {
    const measured: Measured[] = [];
    for (const size of setting.sizes) measured.push(await measureSize(engine, size, setting));
    const [small, large] = measured;
    const lines = measured.flatMap((each) => each.lines);
    if (!small || !large) return lines;
    for (const name of Object.keys(lists)) {
      const [one, other] = [small.rates[name], large.rates[name]];
      if (!one || !other) continue;
      const slower = { cold: one.cold / other.cold, warm: one.warm / other.warm };
      lines.push({
        measure: `from ${small.size} to ${large.size}: how much slower, ${name}`,
        target: '≤ 2 ×',
        figure: `cold ${slower.cold.toFixed(2)}, warm ${slower.warm.toFixed(2)} ×`,
        isMet: Math.max(slower.cold, slower.warm) <= 2,
      });
    }
    for (const name of Object.keys(calls)) {
      const [one = Number.NaN, other = Number.NaN] = [small.buffers[name], large.buffers[name]];
      lines.push({
        measure: `buffers touched by ${name}`,
        target: 'about the same (≤ 1.5 ×)',
        figure: `${one} and ${other}`,
        isMet: other <= one * 1.5,
      });
    }
    return lines;
  } finally {
    await engine.stop();
  }
}
