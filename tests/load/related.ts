// What resembles a page: how long it takes beside the page itself, and how much of the database it touches.
import type { EngineUrls } from '@kansenplein/db';
import { asClient } from './fill.ts';
import { startHost, type Running } from './processes.ts';
import type { Line } from './table.ts';

interface Setting {
  /** Secret of a member's cookie. */
  readonly secret: string;
  readonly say: (line: string) => void;
}

/** Pages asked about: spread over all there are, the same in every run. */
const asked = 120;

const call = (procedure: string, handle: string) =>
  `/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify({ handle }))}`;

const quantile = (values: readonly number[], share: number) =>
  values.toSorted((one, other) => one - other)[Math.ceil(values.length * share) - 1] ?? Number.NaN;
const spread = (values: readonly number[], digits: number) =>
  [0.5, 0.95, 1].map((share) => quantile(values, share).toFixed(digits)).join(' / ');

interface Page {
  readonly id: string;
  readonly handle: string;
}

const somePages = (urls: EngineUrls) =>
  asClient(urls.superuserUrl, async (client) => {
    const { rows } = await client.query<Page>(
      `select intervention_id as id, handle from intervention_version
       where current and visibility = 'public' order by md5(handle) limit $1`,
      [asked],
    );
    return rows;
  });

/** Milliseconds of each answer, one request at a time, the two questions in turn. */
async function timed(host: Running, pages: readonly Page[], cookie: string) {
  const took: Record<'page' | 'related', number[]> = { page: [], related: [] };
  for (const { handle } of pages)
    for (const [what, procedure] of [
      ['page', 'interventions.get'],
      ['related', 'finding.related'],
    ] as const) {
      const started = performance.now();
      const answer = await fetch(host.origin + call(procedure, handle), { headers: { cookie } });
      await answer.text();
      if (!answer.ok) throw new Error(`${procedure} answers ${answer.status}`);
      took[what].push(performance.now() - started);
    }
  return took;
}

/** Blocks of eight kilobytes that the question touches, as a visitor. */
const buffersOf = (urls: EngineUrls, pages: readonly Page[]) =>
  asClient(urls.appUrl, async (client) => {
    const touched: number[] = [];
    for (const { id } of pages) {
      await client.query('begin isolation level repeatable read read only');
      await client.query(`select set_config('app.scopes', '{public}', true)`);
      const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Record<string, number> }] }>(
        `explain (analyze, buffers, format json) select * from wall.search_related($1, '{}', 6)`,
        [id],
      );
      const plan = rows[0]?.['QUERY PLAN'][0].Plan ?? {};
      touched.push((plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0));
      await client.query('rollback');
    }
    return touched;
  });

export async function measureRelated(urls: EngineUrls, { secret, say }: Setting): Promise<Line[]> {
  say('counting words');
  const counting = performance.now();
  const words = await asClient(urls.workerUrl, async (client) => {
    const { rows } = await client.query<{ written: number }>('select wall.search_count_words() as written');
    return rows[0]?.written ?? 0;
  });
  const seconds = (performance.now() - counting) / 1000;
  const pages = await somePages(urls);
  say('what resembles a page');
  const host = await startHost({ kind: 'ours', appUrl: urls.appUrl, workerUrl: urls.workerUrl });
  try {
    // The first of everything also reads files and makes plans.
    await timed(host, pages.slice(0, 20), '');
    const lines: Line[] = [];
    for (const [reader, cookie] of [
      ['visitor', ''],
      ['member', `kansenplein=${secret}`],
    ] as const) {
      const { page, related } = await timed(host, pages, cookie);
      lines.push({
        measure: `what resembles a page, ${reader}: ms, median / p95 / most`,
        target: '',
        figure: `${spread(related, 1)} (the page itself ${spread(page, 1)})`,
      });
    }
    return [
      ...lines,
      {
        measure: 'blocks touched by what resembles a page, visitor: median / p95 / most',
        target: 'about as many at 100,000',
        figure: spread(await buffersOf(urls, pages), 0),
      },
      {
        measure: 'counting the words of what everybody may read, by the job',
        target: '',
        figure: `${seconds.toFixed(1)} s, ${words} counts changed`,
      },
    ];
  } finally {
    await host.stop();
  }
}
