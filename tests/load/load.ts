// Load from a process of its own, in turns: A B A B A B, so that what else the machine does falls on both alike.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { databaseMilliseconds, type Running } from './processes.ts';

export interface Contender {
  readonly name: string;
  readonly host: Running;
  /** Path and query. */
  readonly path: string;
  readonly cookie?: string;
}

export interface Measured {
  readonly name: string;
  /** Requests per second in each round. */
  readonly rounds: readonly number[];
  /** Messages to the database per request. */
  readonly trips: number;
  /** Of the processor per request: less shaken by what else the machine does than the rates are. */
  readonly milliseconds: { readonly server: number; readonly database: number };
}

export interface LoadOptions {
  readonly rounds: number;
  readonly seconds: number;
}

export const connections = 8;
const cannon = fileURLToPath(import.meta.resolve('autocannon'));

interface CannonResult {
  readonly requests: { readonly average: number; readonly total: number };
  readonly errors: number;
  readonly non2xx: number;
}

const headersOf = ({ cookie }: Contender): Record<string, string> => (cookie === undefined ? {} : { cookie });

async function shoot(contender: Contender, seconds: number): Promise<CannonResult['requests']> {
  const headers = Object.entries(headersOf(contender)).flatMap(([name, value]) => ['-H', `${name}=${value}`]);
  const child = spawn(
    process.execPath,
    [
      cannon,
      '--json',
      '--no-progress',
      '-c',
      String(connections),
      '-d',
      String(seconds),
      ...headers,
      contender.host.origin + contender.path,
    ],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  await once(child, 'close');
  const result = JSON.parse(output) as CannonResult;
  if (result.errors > 0 || result.non2xx > 0) {
    throw new Error(
      `${contender.name} ${contender.path}: ${result.errors} errors, ${result.non2xx} answers that are no success`,
    );
  }
  return result.requests;
}

export async function answerOf(contender: Contender): Promise<string> {
  const response = await fetch(contender.host.origin + contender.path, { headers: headersOf(contender) });
  const body = await response.text();
  if (!response.ok)
    throw new Error(`${contender.name} ${contender.path}: ${response.status} ${body.slice(0, 300)}`);
  return `${response.headers.get('content-type')?.toLowerCase().replace('; ', ';').split(';')[0]}\n${body}`;
}

async function tripsOf(contender: Contender): Promise<number> {
  const requests = 20;
  // What the load left unfinished, and what is asked once and then kept, does not belong to a request.
  await pause(300);
  await answerOf(contender);
  const before = await contender.host.spent();
  for (let at = 0; at < requests; at += 1) await answerOf(contender);
  return ((await contender.host.spent()).trips - before.trips) / requests;
}

interface Tally {
  readonly rounds: number[];
  requests: number;
  server: number;
  database: number;
}

async function playRound(contender: Contender, seconds: number, tally: Tally): Promise<void> {
  const [server, database] = [await contender.host.spent(), await databaseMilliseconds()];
  const { average, total } = await shoot(contender, seconds);
  tally.rounds.push(average);
  tally.requests += total;
  tally.server += (await contender.host.spent()).milliseconds - server.milliseconds;
  tally.database += (await databaseMilliseconds()) - database;
}

export async function compare(
  contenders: readonly Contender[],
  { rounds, seconds }: LoadOptions,
): Promise<Measured[]> {
  const played = contenders.map((contender) => {
    const tally: Tally = { rounds: [], requests: 0, server: 0, database: 0 };
    return { contender, tally, trips: 0 };
  });
  for (const each of played) {
    await shoot(each.contender, 1);
    each.trips = await tripsOf(each.contender);
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const { contender, tally } of played) await playRound(contender, seconds, tally);
  }
  return played.map(({ contender, tally, trips }) => ({
    name: contender.name,
    rounds: tally.rounds,
    trips,
    milliseconds: { server: tally.server / tally.requests, database: tally.database / tally.requests },
  }));
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(middle)] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
};

/** The median of the ratios round by round: a slow moment of the machine falls on both sides of its own round. */
export const ratioOf = (one: Measured, other: Measured): number =>
  median(one.rounds.map((rate, index) => rate / (other.rounds[index] ?? Number.NaN)));
