// A process of its own that asks the search port, or the bare tables, and says how long it took and how large it became.
// Started by the bench: node finding-reader.ts '{"appUrl": …}'; each message is a task, each answer its outcome.
import {
  createPostgresSearch,
  type PostgresSearch,
  type SearchPage,
  type SearchQuery,
} from '@kansenplein/search';
import pg from 'pg';
import { memberScopes } from './finding-corpus.ts';

export type Filters = Partial<Pick<SearchQuery, 'text' | 'themes' | 'phases' | 'municipalities' | 'courses'>>;

export type Task =
  /** As fast as it goes, eight at a time. */
  | {
      readonly do: 'rate';
      readonly side: 'bare' | 'warm' | 'cold';
      readonly filters: Filters;
      readonly seconds: number;
    }
  /** So many a second, whether or not the ones before are answered. */
  | {
      readonly do: 'pace';
      readonly texts: readonly string[];
      readonly perSecond: number;
      readonly seconds: number;
    }
  | { readonly do: 'ask'; readonly side: 'bare' | 'warm' | 'cold'; readonly filters: Filters }
  | { readonly do: 'size' };

export interface Outcome {
  readonly perSecond?: number;
  /** Sorted, in milliseconds. */
  readonly latencies?: readonly number[];
  readonly page?: Pick<SearchPage, 'total' | 'facets'> & { readonly titles: readonly string[] };
  /** Of the whole process, and of it what is still in use after collecting garbage. */
  readonly megabytes?: number;
  readonly kept?: number;
  readonly found?: number;
  /** Milliseconds of the processor this process used for each request. */
  readonly processor?: number;
}

const atOnce = 8;
const { appUrl } = JSON.parse(process.argv[2] ?? '{}') as { appUrl: string };
const pool = new pg.Pool({ connectionString: appUrl, max: atOnce });
const engines = { warm: createPostgresSearch(), cold: createPostgresSearch({ mostCounts: 0 }) };
const scopes = `{${memberScopes.map((scope) => `"${scope}"`).join(',')}}`;

const queryOf = (filters: Filters): SearchQuery => ({
  text: '',
  kinds: [],
  themes: [],
  phases: [],
  municipalities: [],
  courses: [],
  sort: 'best',
  after: null,
  limit: 20,
  facets: true,
  ...filters,
});

async function askOurs(engine: PostgresSearch, filters: Filters): Promise<SearchPage> {
  const client = await pool.connect();
  try {
    // One message, as every request of the platform begins.
    await client.query(
      `begin isolation level repeatable read read only; select set_config('app.scopes', '${scopes}', true)`,
    );
    const page = await engine
      .within(async <Row>(sql: string, params: unknown[]) => (await client.query(sql, params)).rows as Row[])
      .search(queryOf(filters));
    await client.query('commit');
    return page;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

const conditions = (filters: Filters, except?: keyof Filters) =>
  [
    except !== 'themes' && filters.themes ? 'i.themes && $1' : '',
    except !== 'phases' && filters.phases ? 'i.phases && $2' : '',
    except !== 'municipalities' && filters.municipalities ? 'i.municipality = any($3)' : '',
    except !== 'courses' && filters.courses ? 'i.course = any($4)' : '',
    '($1::text[], $2::text[], $3::text[], $4::text[]) is not null',
  ]
    .filter((condition) => condition !== '')
    .join(' and ');

const barePage = (filters: Filters) => `
  select i.doc, i.id, i.kind, i.municipality, i.published_at, i.address, i.title, i.summary from bare.item i
  where ${conditions(filters)} order by i.published_at desc, i.doc desc limit 21`;
const bareCounts = (filters: Filters) => `
  select 'total' as dimension, '' as value, count(*)::int as count from bare.item i where ${conditions(filters)}
  union all select 'kinds', i.kind, count(*)::int from bare.item i where ${conditions(filters)} group by 2
  union all select 'themes', t, count(*)::int from bare.item i, unnest(i.themes) t where ${conditions(filters, 'themes')} group by 2
  union all select 'phases', p, count(*)::int from bare.item i, unnest(i.phases) p where ${conditions(filters, 'phases')} group by 2
  union all select 'municipalities', i.municipality, count(*)::int from bare.item i where ${conditions(filters, 'municipalities')} group by 2
  union all select 'courses', i.course, count(*)::int from bare.item i where ${conditions(filters, 'courses')} group by 2`;

async function askBare(filters: Filters) {
  const values = [
    filters.themes ?? [],
    filters.phases ?? [],
    filters.municipalities ?? [],
    filters.courses ?? [],
  ];
  const [{ rows }, { rows: counted }] = await Promise.all([
    pool.query<{ title: string }>(barePage(filters), values),
    pool.query<{ dimension: string; value: string; count: number }>(bareCounts(filters), values),
  ]);
  const facets: Record<string, Record<string, number>> = {};
  for (const { dimension, value, count } of counted) (facets[dimension] ??= {})[value] = count;
  const { total, ...rest } = facets;
  return { titles: rows.slice(0, 20).map(({ title }) => title), total: total?.[''] ?? 0, facets: rest };
}

const ask = (side: 'bare' | 'warm' | 'cold', filters: Filters): Promise<unknown> =>
  side === 'bare' ? askBare(filters) : askOurs(engines[side], filters);

const processorSince = (before: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

async function rate({ side, filters, seconds }: Extract<Task, { do: 'rate' }>): Promise<Outcome> {
  for (let at = 0; at < 10; at += 1) await ask(side, filters);
  const latencies: number[] = [];
  const before = process.cpuUsage();
  const began = performance.now();
  const until = began + seconds * 1000;
  const work = async () => {
    while (performance.now() < until) {
      const started = performance.now();
      await ask(side, filters);
      latencies.push(performance.now() - started);
    }
  };
  // A bare request holds two connections.
  await Promise.all(Array.from({ length: side === 'bare' ? atOnce / 2 : atOnce }, work));
  return {
    processor: processorSince(before) / latencies.length,
    perSecond: (latencies.length * 1000) / (performance.now() - began),
    latencies: latencies.sort((one, other) => one - other),
  };
}

async function pace({ texts, perSecond, seconds }: Extract<Task, { do: 'pace' }>): Promise<Outcome> {
  const latencies: number[] = [];
  const asked: Promise<void>[] = [];
  let found = 0;
  const before = process.cpuUsage();
  const began = performance.now();
  for (let at = 0; at < perSecond * seconds; at += 1) {
    const due = began + (at * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    asked.push(
      askOurs(engines.warm, { text: texts[at % texts.length] ?? '' }).then((page) => {
        // From when it was due, so that a queue counts.
        latencies.push(performance.now() - due);
        if (page.hits.length > 0) found += 1;
      }),
    );
  }
  await Promise.all(asked);
  return {
    perSecond: (latencies.length * 1000) / (performance.now() - began),
    latencies: latencies.sort((one, other) => one - other),
    found: found / latencies.length,
    processor: processorSince(before) / latencies.length,
  };
}

async function once(task: Extract<Task, { do: 'ask' }>): Promise<Outcome> {
  if (task.side === 'bare') return { page: (await askBare(task.filters)) as never };
  const { hits, total, facets } = await askOurs(engines[task.side], task.filters);
  const titles = hits.map((hit) => hit.title.map(({ text }) => text).join(''));
  return { page: { titles, total, facets } };
}

async function answer(task: Task): Promise<Outcome> {
  if (task.do === 'rate') return rate(task);
  if (task.do === 'pace') return pace(task);
  if (task.do === 'ask') return once(task);
  globalThis.gc?.();
  globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { megabytes: rss / 1024 / 1024, kept: (heapUsed + external) / 1024 / 1024 };
}

process.on('message', (task: Task) => {
  void answer(task).then(
    (outcome) => process.send?.({ outcome }),
    (error: unknown) => process.send?.({ failure: String((error as Error).stack) }),
  );
});
process.once('disconnect', () => process.exit(0));
process.send?.({ outcome: {} });
