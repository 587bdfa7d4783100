// What PostgreSQL touches to answer, and how soon what is published is found.
import type { EngineUrls } from '@kansenplein/db';
import pg from 'pg';
import { asClient } from './fill.ts';
import { memberScopes, own } from './finding-corpus.ts';
import { startReader, type Reader } from './finding-sides.ts';
import { queriesFor } from './vocabulary.ts';

/** Buffers that PostgreSQL touches, with the planner's own settings. */
export async function buffersOf(urls: EngineUrls, call: string): Promise<number> {
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

/** Stands in as many documents at either size. */
const fewWord = 'zeldzaamheidje';

export async function publishFew(urls: EngineUrls): Promise<void> {
  await asClient(urls.superuserUrl, async (client) => {
    await client.query('set role wall');
    await client.query(
      `select wall.search_put('intervention', gen_random_uuid(), wall.audience_of('{public}'), $1, 'stuk', 'Een ' || $2, 'Kort', 'Meer',
         '{taalontwikkeling}', '{po}', now() - make_interval(days => n), 'running') from generate_series(1, 25) n`,
      [own, fewWord],
    );
  });
}

export const calls: Readonly<Record<string, string>> = {
  'a page of a list': 'select * from wall.search_list(null, null, null, null, null, null, null, 21)',
  'a page of one municipality': `select * from wall.search_list(null, null, null, array['${own}'], null, null, null, 21)`,
  'a search that finds a few': `select * from wall.search_page('''${fewWord}''', '''${fewWord}''', null, null, null, null,
    null, null, null, false, null, null, null, 21)`,
};

/** From the commit of a publication to a search that finds it, while fifty requests a second are read. */
export async function timesToFind(urls: EngineUrls, reader: Reader, times: number): Promise<number[]> {
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
