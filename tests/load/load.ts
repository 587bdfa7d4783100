// Load from a process of its own, in turns: A B A B A B, so that what else the machine does falls on both alike.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Running } from './processes.ts';

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
}

export interface LoadOptions {
  readonly rounds: number;
  readonly seconds: number;
}

export const connections = 8;
const cannon = fileURLToPath(import.meta.resolve('autocannon'));

interface CannonResult {
  readonly requests: { readonly average: number };
  readonly errors: number;
  readonly non2xx: number;
}

const headersOf = ({ cookie }: Contender): Record<string, string> => (cookie === undefined ? {} : { cookie });

async function shoot(contender: Contender, seconds: number): Promise<number> {
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
  return result.requests.average;
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
  const before = await contender.host.trips();
  for (let at = 0; at < requests; at += 1) await answerOf(contender);
  return ((await contender.host.trips()) - before) / requests;
}

export async function compare(
  contenders: readonly Contender[],
  { rounds, seconds }: LoadOptions,
): Promise<Measured[]> {
  const found = contenders.map(() => [] as number[]);
  const trips: number[] = [];
  for (const contender of contenders) {
    await shoot(contender, 1);
    trips.push(await tripsOf(contender));
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, contender] of contenders.entries())
      found[index]?.push(await shoot(contender, seconds));
  }
  return contenders.map(({ name }, index) => ({
    name,
    rounds: found[index] ?? [],
    trips: trips[index] ?? 0,
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
