/**
 * Fills an index beside the one that answers, and swaps them. The new one is a follower like the other, so whatever is
 * published meanwhile waits for both; nothing is lost, also when this is killed anywhere.
 */
import type { Stems } from '../known-words.ts';
import { createMemory } from './documents.ts';
import type { IndexEngine } from './engine.ts';
import { follow, relayOnce, stateOf, type Transaction } from './relay.ts';

export const nextOf = (index: string): string => `${index}_next`;

/** For work under the lock of an index; null when another process has it. */
export type Locked = <T>(index: string, work: (transaction: Transaction) => Promise<T>) => Promise<T | null>;

export type Rebuilt = 'done' | 'another_is_busy';

/** So few may still wait when the swap begins: what is published without end must not keep it away for ever. */
const fewEnough = 50;
const lastRounds = 10;

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Answers once the swapped index holds everything. `say` is told how many documents were sent. */
export async function reindex(
  index: string,
  locked: Locked,
  engine: IndexEngine,
  say: (sent: number) => void = () => undefined,
): Promise<Rebuilt> {
  const next = nextOf(index);
  const memory = createMemory();
  const rebuilt = await locked(next, async (transaction): Promise<Rebuilt> => {
    // What an earlier attempt left begins anew.
    await transaction((query) => query('select wall.engine_unfollow($1)', [next]));
    await engine.drop(next);
    await follow(next, transaction, engine);
    let sent = 0;
    for (let waiting = Infinity; waiting > fewEnough;) {
      const taken = await relayOnce(next, transaction, engine, memory);
      say((sent += taken));
      const state = await transaction((query) => stateOf(query, next), 'read');
      waiting = taken === 0 || state === null ? 0 : state.waiting - state.refused;
    }
    await exchange(index, next, locked, transaction, engine, memory);
    await transaction((query) => query('select wall.engine_unfollow($1)', [next]));
    await engine.drop(next);
    return 'done';
  });
  return rebuilt ?? 'another_is_busy';
}

/** Under both locks, so that no relay clears anything between the last look and the swap. */
async function exchange(
  index: string,
  next: string,
  locked: Locked,
  ofNext: Transaction,
  engine: IndexEngine,
  memory: Stems,
): Promise<void> {
  for (;;) {
    const done = await locked(index, async (transaction) => {
      // A first swap needs something to swap with.
      await follow(index, transaction, engine);
      for (let round = 0; round < lastRounds && (await relayOnce(next, ofNext, engine, memory)) > 0; round++);
      // Whatever waits even now, waits for the swapped index.
      await transaction((query) => query('select wall.engine_adopt($1, $2)', [index, next]));
      await engine.swap(index, next);
      await transaction((query) => query('select wall.engine_ready($1)', [index]));
      return true;
    });
    if (done) return;
    await sleep(10);
  }
}
