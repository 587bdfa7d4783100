// Conversations as they go on, in the whole platform: five hundred readers of one busy conversation while somebody writes
// in it five times a second and others read pages; and the page of a conversation with five hundred replies.
// Run alone by `node tests/load/conversations.ts [seconds]`, or by `npm run bench -- --only conversations`.
import { migrate, startEngine, type EngineUrls } from '@kansenplein/db';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fillConversations, type Conversations } from './conversations-filled.ts';
import { databaseMilliseconds, residentMegabytes, root, startSite, type Site } from './processes.ts';
import { markdownOf, type Line } from './table.ts';

const streams = 500;
const eventsEach = 5;
const readsEach = 150;
const replies = 500;

const sorted = (values: Iterable<number>) => Float64Array.from(values).sort();
const at = (values: Float64Array, share: number) =>
  values[Math.min(values.length - 1, Math.ceil(values.length * share) - 1)] ?? Number.NaN;

/** A reader as a browser is one: keeps what it was told, and when. */
class Reader {
  /** By the place of the event among those that were written: when it, or a later one, was told. */
  readonly told: number[] = [];
  readonly wrong: string[] = [];
  #response: IncomingMessage | null = null;
  #closed = false;

  /** Resolves when the stream is open. */
  open(address: string, cookie: string, base: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const request = get(address, { agent: false, headers: { cookie, accept: 'text/event-stream' } });
      request.on('error', (error) => (this.#closed ? undefined : reject(error)));
      request.on('response', (response) => {
        this.#response = response;
        if (response.statusCode !== 200) reject(new Error(`a stream answers ${response.statusCode}`));
        let rest = '';
        response.setEncoding('utf8').on('data', (text: string) => {
          const now = performance.now();
          const events = (rest + text).split('\n\n');
          rest = events.pop() ?? '';
          for (const event of events) {
            const change = Number(/^id: (\d+)$/m.exec(event)?.[1] ?? 0) - base;
            while (this.told.length < change) this.told.push(now);
          }
        });
        response.on('close', () => {
          if (!this.#closed) this.wrong.push('a stream ended');
        });
        resolve();
      });
    });
  }

  close(): void {
    this.#closed = true;
    this.#response?.destroy();
  }
}

/** Does something so many times a second, by the clock: what comes late began when it should have. */
async function beat(each: number, seconds: number, work: (nth: number, due: number) => unknown) {
  const started = performance.now();
  for (let nth = 0; nth < each * seconds; nth += 1) {
    const due = started + (nth * 1000) / each;
    if (due > performance.now()) await pause(due - performance.now());
    await work(nth, due);
  }
}

/** Milliseconds of the answer, from when it was due; throws on anything but success. */
async function asked(address: string, cookie: string, due: number): Promise<number> {
  const response = await fetch(address, { headers: { cookie }, redirect: 'manual' });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  return performance.now() - due;
}

/** Writes one after the other, so that the nth event is the nth that was written. */
async function write(site: Site, { busy, cookies }: Conversations, nth: number): Promise<void> {
  const response = await fetch(`${site.origin}/trpc/communities.reply`, {
    method: 'POST',
    headers: { cookie: cookies[nth % cookies.length] ?? '', 'content-type': 'application/json' },
    body: JSON.stringify({ id: busy.id, body: `Bij ons ging het **zo**, bericht ${nth}.` }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`writing answers ${response.status} ${text}`);
}

async function measureStreams(
  site: Site,
  made: Conversations,
  { seconds, say }: { readonly seconds: number; readonly say: (line: string) => void },
): Promise<Line[]> {
  const { busy, pages, cookies } = made;
  const cookieOf = (nth: number) => cookies[nth % cookies.length] ?? '';
  const readers = Array.from({ length: streams }, () => new Reader());
  for (const [nth, reader] of readers.entries())
    await reader.open(`${site.origin}/live/gesprekken/${busy.id}`, cookieOf(nth), busy.change);
  say(`${streams} streams are open`);
  // The first of everything also reads files and makes plans.
  for (const path of [...pages, ...pages]) await asked(site.origin + path, cookieOf(0), performance.now());

  const wrong: string[] = [];
  const written: number[] = [];
  const took: number[] = [];
  const reading: Promise<void>[] = [];
  let most = 0;
  const watching = setInterval(() => {
    void residentMegabytes(site.pid).then((megabytes) => (most = Math.max(most, megabytes)));
  }, 1000);
  const [before, database] = [await site.spent(), await databaseMilliseconds()];
  try {
    await Promise.all([
      beat(eventsEach, seconds, async (nth, due) => {
        written.push(due);
        await write(site, made, nth).catch((error: Error) => wrong.push(error.message));
      }),
      beat(readsEach, seconds, (nth, due) => {
        reading.push(
          asked(site.origin + (pages[nth % pages.length] ?? ''), cookieOf(nth), due).then(
            (milliseconds) => void took.push(milliseconds),
            (error: Error) => void wrong.push(error.message),
          ),
        );
      }),
    ]);
    await Promise.all(reading);
    await pause(1500);
  } finally {
    clearInterval(watching);
  }
  const [after, atDatabase] = [await site.spent(), (await databaseMilliseconds()) - database];
  for (const reader of readers) reader.close();
  wrong.push(...readers.flatMap((reader) => reader.wrong));
  const untold = readers.filter(({ told }) => told.length < written.length).length;
  if (untold > 0) wrong.push(`${untold} readers were not told everything`);
  const delays = sorted(
    readers.flatMap(({ told }) =>
      told.slice(0, written.length).map((when, nth) => when - (written[nth] ?? 0)),
    ),
  );
  const reads = sorted(took);
  const [p99, readP99] = [at(delays, 0.99), at(reads, 0.99)];
  if (wrong.length > 0) say([...new Set(wrong)].slice(0, 5).join('\n'));
  const during = `${streams} streams, ${eventsEach} events/s told to each, ${readsEach} pages/s, ${seconds} s`;
  return [
    {
      measure: `${during}: errors`,
      target: 'none',
      figure: `${wrong.length} of ${written.length + took.length} requests and ${delays.length} news`,
      isMet: wrong.length === 0,
      milliseconds: `${((after.milliseconds - before.milliseconds) / seconds).toFixed(0)} + ${(atDatabase / seconds).toFixed(0)} a second`,
    },
    {
      measure: 'from writing to reader, the write itself included',
      target: 'p99 ≤ 1000 ms',
      figure: `${at(delays, 0.5).toFixed(0)} / ${p99.toFixed(0)} / ${at(delays, 1).toFixed(0)} ms (median / p99 / most)`,
      isMet: p99 <= 1000,
    },
    {
      measure: 'pages meanwhile',
      target: 'p99 ≤ 250 ms',
      figure: `${at(reads, 0.5).toFixed(0)} / ${readP99.toFixed(0)} / ${at(reads, 1).toFixed(0)} ms (median / p99 / most)`,
      isMet: readP99 <= 250,
    },
    {
      measure: "server's memory meanwhile, the most",
      target: '≤ 400 MB',
      figure: `${most.toFixed(0)} MB`,
      ...(Number.isNaN(most) ? {} : { isMet: most <= 400 }),
    },
  ];
}

/** The first page of a long conversation, its last, and what a reader asks after news; one at a time. */
async function measureLong(site: Site, { long, cookies }: Conversations): Promise<Line[]> {
  const lines: Line[] = [];
  for (const [what, path, target] of [
    [`page of a conversation with ${replies} replies, the first hundred`, long.path, 60],
    ['the same, the last hundred', `${long.path}?vanaf=${replies - 99}`, 60],
    ['the same, only what is new', `${long.path}?sinds=${long.change - 1}`, null],
  ] as const) {
    const took: number[] = [];
    const rounds = 60;
    let spent = await site.spent();
    let database = 0;
    for (let nth = -20; nth < rounds; nth += 1) {
      if (nth === 0) [spent, database] = [await site.spent(), await databaseMilliseconds()];
      const milliseconds = await asked(site.origin + path, cookies[0] ?? '', performance.now());
      if (nth >= 0) took.push(milliseconds);
    }
    const after = await site.spent();
    const server = (after.milliseconds - spent.milliseconds) / rounds;
    const values = sorted(took);
    lines.push({
      measure: what,
      target: target === null ? '' : `≤ ${target} ms`,
      figure: `${at(values, 0.5).toFixed(0)} / ${at(values, 0.95).toFixed(0)} ms (median / p95)`,
      ...(target === null ? {} : { isMet: at(values, 0.5) <= target }),
      trips: String(Math.round((after.trips - spent.trips) / rounds)),
      milliseconds: `${server.toFixed(1)} + ${(((await databaseMilliseconds()) - database) / rounds).toFixed(1)}`,
    });
  }
  return lines;
}

async function measureOn(
  urls: EngineUrls,
  folder: string,
  options: { readonly seconds: number; readonly say: (line: string) => void },
): Promise<Line[]> {
  const site = await startSite({
    DATABASE_URL: urls.appUrl,
    DATABASE_WORKER_URL: urls.workerUrl,
    DEMO: '0',
    SMTP_URL: 'smtp://127.0.0.1:1',
    MAIL_FROM: 'plein@kansenplein.example',
    SECRET_KEY: Buffer.alloc(32).toString('base64'),
    FILES_DIR: join(folder, 'files'),
    TOMBSTONES_FILE: join(folder, 'tombstones.jsonl'),
  });
  try {
    const made = await fillConversations(urls, site.origin, { replies, say: options.say });
    return [...(await measureLong(site, made)), ...(await measureStreams(site, made, options))];
  } finally {
    await site.stop();
  }
}

/** On a throw-away database of its own. */
export async function measureConversations(seconds: number, say: (line: string) => void): Promise<Line[]> {
  if (!existsSync(join(root, 'apps/web/build/handler.js')))
    return [{ measure: 'conversations', target: '', figure: 'not measured: the pages are not built' }];
  const folder = await mkdtemp(join(tmpdir(), 'kansenplein-conversations-'));
  // As root the engine runs as an ordinary user, who must be able to enter.
  await chmod(folder, 0o755);
  const engine = await startEngine({ dataDir: join(folder, 'data'), log: () => undefined, throwaway: true });
  try {
    await migrate(engine.ownerUrl);
    return await measureOn(engine, folder, { seconds, say });
  } finally {
    await engine.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

if (import.meta.main)
  console.log(
    markdownOf(
      await measureConversations(Number(process.argv[2] ?? 15), (line) => console.error(`· ${line}`)),
    ),
  );
