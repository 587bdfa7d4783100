// Who asks, in a process of its own, and how fast the two sides answer: plain queries, and the search port with nothing
// kept and with counts kept. In turns, and only after both said the same.
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Filters, Outcome, Task } from './finding-reader.ts';
import { median } from './load.ts';
import { databaseMilliseconds } from './processes.ts';

export interface FindingSetting {
  readonly sizes: readonly number[];
  readonly rounds: number;
  readonly seconds: number;
  readonly say: (line: string) => void;
}

export interface Reader {
  ask(task: Task): Promise<Outcome>;
  stop(): void;
}

export function startReader(appUrl: string): Promise<Reader> {
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

interface Side {
  readonly perSecond: number[];
  /** Milliseconds of the processor a request, of the process that asks and of PostgreSQL. */
  readonly server: number[];
  readonly database: number[];
}
export type Rates = Readonly<Record<'bare' | 'cold' | 'warm', Side>>;
const sides = ['bare', 'cold', 'warm'] as const;

export async function withDatabase(
  reader: Reader,
  task: Task,
): Promise<Outcome & { readonly database: number }> {
  const before = await databaseMilliseconds();
  const outcome = await reader.ask(task);
  const requests = outcome.latencies?.length ?? Number.NaN;
  return { ...outcome, database: ((await databaseMilliseconds()) - before) / requests };
}

export async function ratesOf(
  reader: Reader,
  filters: Filters,
  { rounds, seconds }: FindingSetting,
): Promise<Rates> {
  await sameAnswer(reader, filters);
  const side = (): Side => ({ perSecond: [], server: [], database: [] });
  const played = { bare: side(), cold: side(), warm: side() };
  for (let round = 0; round < rounds; round += 1) {
    for (const name of sides) {
      const { perSecond, processor, database } = await withDatabase(reader, {
        do: 'rate',
        side: name,
        filters,
        seconds,
      });
      played[name].perSecond.push(perSecond ?? Number.NaN);
      played[name].server.push(processor ?? Number.NaN);
      played[name].database.push(database);
    }
  }
  return played;
}

export const ratioOf = (rates: Rates, side: 'cold' | 'warm') =>
  median(rates[side].perSecond.map((each, at) => each / (rates.bare.perSecond[at] ?? Number.NaN)));
/** Of the processor: hardly shaken by what else the machine does, so sizes are compared by it. */
export const workOf = ({ server, database }: Side) =>
  median(server.map((each, at) => each + (database[at] ?? Number.NaN)));
