// The measures of finding: the search port on PostgreSQL beside plain queries without a wall, at two sizes in one run.
// Each figure is of the port in its own transaction, as a member sees it; `--only lists` measures whole requests.
import { createDatabaseFrom, migrate, startEngine, type EngineUrls } from '@kansenplein/db';
import { join } from 'node:path';
import { fillModel, makeBareModel, own } from './finding-corpus.ts';
import type { Filters } from './finding-reader.ts';
import {
  ratesOf,
  ratioOf,
  startReader,
  withDatabase,
  workOf,
  type FindingSetting,
  type Rates,
  type Reader,
} from './finding-sides.ts';
import { buffersOf, calls, publishFew, timesToFind } from './finding-touches.ts';
import { median } from './load.ts';
import type { Line } from './table.ts';
import { queriesFor } from './vocabulary.ts';

const lists: Readonly<Record<string, Filters>> = {
  'no filter': {},
  'one theme': { themes: ['taalontwikkeling'] },
  'theme and phase': { themes: ['taalontwikkeling'], phases: ['po'] },
  'one municipality': { municipalities: [own] },
};

const percentile = (sorted: readonly number[], part: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
const rate = (each: number) => each.toFixed(each < 100 ? 1 : 0);

interface Measured {
  readonly size: number;
  readonly lines: Line[];
  readonly rates: Readonly<Record<string, Rates>>;
  readonly buffers: Readonly<Record<string, number>>;
}

async function measureSize(engine: EngineUrls, size: number, setting: FindingSetting): Promise<Measured> {
  const urls = await createDatabaseFrom(engine, null, `finding_${size}`);
  try {
    await migrate(urls.ownerUrl);
    const { seconds, packSeconds } = await fillModel(urls, size);
    setting.say(`${size} filled in ${seconds.toFixed(0)} s, packed in ${packSeconds.toFixed(1)} s`);
    await makeBareModel(urls);
    const measured = await measureFilled(urls, size, setting);
    const indexing: Line = {
      measure: `indexing ${size} documents of some 110 words by the set, two connections`,
      target: '≥ 2,000 /s',
      figure: `${(size / seconds).toFixed(0)} /s`,
      isMet: size / seconds >= 2_000,
    };
    return { ...measured, lines: [indexing, ...measured.lines] };
  } finally {
    await urls.drop();
  }
}

function linesOfList(size: number, name: string, rates: Rates): Line[] {
  const least = { cold: 3, warm: 10 };
  return (['cold', 'warm'] as const).map((side) => {
    const ratio = ratioOf(rates, side);
    const work = workOf(rates.bare) / workOf(rates[side]);
    return {
      measure: `${size}: list, total, five facets, ${name}, ${side === 'cold' ? 'nothing kept' : 'counts kept'}`,
      target: name === 'no filter' ? `≥ ${least[side]} × bare` : '',
      figure: `${ratio.toFixed(1)} × as many, in processor time ${work.toFixed(1)} ×`,
      ...(name === 'no filter' ? { isMet: ratio >= least[side] } : {}),
      rates: ['bare' as const, side]
        .map((each) => `${each} ${rate(median(rates[each].perSecond))}`)
        .join(' · '),
      milliseconds: ['bare' as const, side]
        .map(
          (each) =>
            `${each} ${median(rates[each].server).toFixed(1)} + ${median(rates[each].database).toFixed(1)}`,
        )
        .join(' · '),
    };
  });
}

async function searchLine(reader: Reader, size: number): Promise<Line> {
  await reader.ask({ do: 'pace', texts: queriesFor(2, 60), perSecond: 20, seconds: 3 });
  const texts = queriesFor(1, 300);
  const paced = await withDatabase(reader, { do: 'pace', texts, perSecond: 60, seconds: 10 });
  const latencies = paced.latencies ?? [];
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((part) => percentile(latencies, part));
  const most = size > 10_000 ? 120 : 60;
  return {
    measure: `${size}: 60 searches/s, 300 different ones (one to three words, a third misspelt; facets, marks, passages)`,
    target: `p95 ≤ ${most} ms`,
    figure: `p50 ${p50?.toFixed(0)}, p95 ${p95?.toFixed(0)}, p99 ${p99?.toFixed(0)} ms; ${((paced.found ?? 0) * 100).toFixed(0)} % found something`,
    isMet: (p95 ?? Number.NaN) <= most,
    rates: `${rate(paced.perSecond ?? 0)} answered`,
    milliseconds: `${paced.processor?.toFixed(1)} + ${paced.database.toFixed(1)}`,
  };
}

/** Everything that is asked of a read model that is there. */
export async function measureFilled(
  urls: EngineUrls,
  size: number,
  setting: FindingSetting,
): Promise<Measured> {
  const { say } = setting;
  const reader = await startReader(urls.appUrl);
  try {
    const lines: Line[] = [];
    const rates: Record<string, Rates> = {};
    // What a process takes for its first requests is no part of what it keeps.
    await reader.ask({ do: 'pace', texts: queriesFor(4, 40), perSecond: 10, seconds: 4 });
    const before = await reader.ask({ do: 'size' });
    for (const [name, filters] of Object.entries(lists)) {
      say(`${size}: list, ${name}`);
      const each = (rates[name] = await ratesOf(reader, filters, setting));
      lines.push(...linesOfList(size, name, each));
    }
    say(`${size}: searching`);
    lines.push(await searchLine(reader, size));
    say(`${size}: published until found`);
    const found = await timesToFind(urls, reader, 80);
    const [p50 = Number.NaN, p99 = Number.NaN] = [0.5, 0.99].map((part) => percentile(found, part));
    lines.push({
      measure: `${size}: published → found, beside 50 searches/s`,
      target: 'p99 ≤ 100 ms',
      figure: `p50 ${p50.toFixed(0)}, p99 ${p99.toFixed(0)} ms`,
      isMet: p99 <= 100,
    });
    const after = await reader.ask({ do: 'size' });
    const [grown, kept] = (['megabytes', 'kept'] as const).map(
      (name) => (after[name] ?? Number.NaN) - (before[name] ?? Number.NaN),
    );
    lines.push({
      measure: `${size}: what all of this added to the memory of the process that asks`,
      target: '≤ 150 MB',
      figure: `${grown?.toFixed(0)} MB, of which ${kept?.toFixed(0)} MB is kept`,
      isMet: (grown ?? Number.NaN) <= 150,
    });
    await publishFew(urls);
    const buffers: Record<string, number> = {};
    for (const [name, call] of Object.entries(calls)) buffers[name] = await buffersOf(urls, call);
    return { size, lines, rates, buffers };
  } finally {
    reader.stop();
  }
}

/** What may grow with the number of documents, and what may not. */
export function linesBetween(small: Measured, large: Measured): Line[] {
  const slower = Object.keys(lists).flatMap((name): Line[] => {
    const [one, other] = [small.rates[name], large.rates[name]];
    if (!one || !other) return [];
    const [cold = Number.NaN, warm = Number.NaN] = (['cold', 'warm'] as const).map(
      (side) => workOf(other[side]) / workOf(one[side]),
    );
    return [
      {
        measure: `from ${small.size} to ${large.size}: how much more processor time, ${name}`,
        target: '≤ 2 ×',
        figure: `nothing kept ${cold.toFixed(2)}, counts kept ${warm.toFixed(2)} ×`,
        isMet: Math.max(cold, warm) <= 2,
      },
    ];
  });
  const touched = Object.keys(calls).map((name): Line => {
    const [one = Number.NaN, other = Number.NaN] = [small.buffers[name], large.buffers[name]];
    return {
      measure: `buffers touched by ${name}, ${small.size} and ${large.size}`,
      target: 'about the same (≤ 1.5 ×)',
      figure: `${one} and ${other}`,
      isMet: other <= one * 1.5,
    };
  });
  return [...slower, ...touched];
}

export async function measureFinding(folder: string, setting: FindingSetting): Promise<Line[]> {
  const engine = await startEngine({ dataDir: join(folder, 'finding'), log: setting.say });
  try {
    const measured: Measured[] = [];
    for (const size of setting.sizes) measured.push(await measureSize(engine, size, setting));
    const [small, large] = measured;
    const lines = measured.flatMap((each) => each.lines);
    return small && large ? [...lines, ...linesBetween(small, large)] : lines;
  } finally {
    await engine.stop();
  }
}
