// `npm run test:noninterference`: ten thousand sequences by a few players, each with a pair of databases of its own.
// The requests are handed to the host without a socket, and a rotating part of the questions is asked after each;
// `npm test` plays two hundred over a socket, and asks everything after each fifth (asking.ts).
import type { EngineUrls } from '@kansenplein/db';
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { startOwnEngine } from '../../support/own-engine.ts';
import { noninterference } from '../config.ts';
import { checkNoninterference, makePair, type Verdict } from './property.ts';

interface Order {
  readonly engine: EngineUrls;
  readonly template: string;
  readonly runs: number;
  readonly seed: number;
}

/**
 * One more than there are cores: a player waits for its database, and for the clock, one step at a time. At most five,
 * because each has some sixteen connections and the engine gives a hundred.
 */
const players = Math.min(availableParallelism(), 4) + 1;

/** What is undone lies dead in a database for a while: a new pair now and then keeps them quick. */
const perPair = 1000;
const perTelling = 50;

let played = 0;
const tellNowAndThen = () => {
  if ((played += 1) % perTelling === 0) process.send?.({ played });
};

function add(to: Record<string, number>, counts: Verdict['asked']): void {
  for (const [name, count] of Object.entries(counts)) to[name] = (to[name] ?? 0) + count;
}

async function work({ engine, template, runs, seed }: Order): Promise<Verdict> {
  const total = { runs: 0, actions: 0, hidden: 0, answers: 0, asked: {} };
  for (let pairs = 0; total.runs < runs; pairs += 1) {
    const pair = await makePair({ engine, template, door: 'in process' });
    try {
      const verdict = await checkNoninterference(pair, {
        runs: Math.min(perPair, runs - total.runs),
        seed: seed + pairs,
        asks: 'in turn',
        tellings: 3,
        onRun: tellNowAndThen,
      });
      for (const name of ['runs', 'actions', 'hidden', 'answers'] as const) total[name] += verdict[name];
      add(total.asked, verdict.asked);
      if (verdict.found) return { ...total, found: verdict.found, steps: verdict.steps };
    } finally {
      await pair.close();
    }
  }
  return { ...total, found: null, steps: 0 };
}

const isVerdict = (message: unknown): message is { verdict: Verdict } =>
  typeof message === 'object' && message !== null && 'verdict' in message;

function inChild(order: Order, onProgress: () => void): Promise<Verdict> {
  return new Promise((resolve, reject) => {
    const child = fork(import.meta.filename, ['child']);
    child.on('message', (message) => (isVerdict(message) ? resolve(message.verdict) : onProgress()));
    child.on('exit', (code) => reject(new Error(`a player ended with code ${code}`)));
    child.send(order);
  });
}

async function main(): Promise<void> {
  const runs = noninterference.longRuns;
  const started = Date.now();
  const { urls, template, stop } = await startOwnEngine();
  try {
    const share = Math.ceil(runs / players);
    const seconds = () => Math.round((Date.now() - started) / 1000);
    let parts = 0;
    const progress = () => console.log(`${(parts += 1) * perTelling} of ${runs} sequences, ${seconds()} s`);
    const order = { engine: urls, template, runs: share };
    const verdicts = await Promise.all(
      Array.from({ length: players }, (_, player) =>
        inChild({ ...order, seed: noninterference.seed + player * 1_000_000 }, progress),
      ),
    );
    const sum = (name: 'runs' | 'actions' | 'hidden' | 'answers') =>
      verdicts.reduce((total, verdict) => total + verdict[name], 0);
    console.log(
      `${sum('runs')} sequences, ${sum('actions')} actions of which ${sum('hidden')} hidden, ${sum('answers')} answers compared, ${seconds()} s`,
    );
    const asked: Record<string, number> = {};
    for (const verdict of verdicts) add(asked, verdict.asked);
    const seldom = Object.entries(asked).sort(([, one], [, other]) => one - other);
    console.log(
      `of ${seldom.length} actions and questions the rarest: ${seldom
        .slice(0, 8)
        .map(([name, count]) => `${name} ${count}×`)
        .join(', ')}`,
    );
    for (const { found } of verdicts) {
      if (!found) continue;
      process.exitCode = 1;
      console.log(found);
    }
  } finally {
    await stop();
  }
}

if (process.argv[2] === 'child') {
  process.once('message', (order: Order) => {
    void work(order).then((verdict) => {
      process.send?.({ verdict });
      process.disconnect();
    });
  });
} else {
  await main();
}
