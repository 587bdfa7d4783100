/** Everything about keeping an index, as one object: what the job does, and what the commands do. */
import { compare, compareAndMend, type Differences } from './comparing.ts';
import { createMemory } from './documents.ts';
import { createIndexEngine, type IndexEngine } from './engine.ts';
import { reindex, type Locked, type Rebuilt } from './reindexing.ts';
import { follow, relayOnce, stateOf, type FollowerState, type Transaction } from './relay.ts';
import type { MeilisearchSettings } from './settings.ts';

export interface Follower {
  readonly index: string;
  /**
   * One round of the relay; true when there may be more. The first round begins to follow. Call it under the lock of the
   * index. Throws when the engine does not answer; the next round begins anew.
   */
  relay(transaction: Transaction): Promise<boolean>;
  /** Compares both ways and marks what differs. */
  mend(transaction: Transaction): Promise<Differences>;
  /** Compares and changes nothing. */
  check(transaction: Transaction): Promise<Differences>;
  state(transaction: Transaction): Promise<FollowerState | null>;
  reindex(locked: Locked, say?: (sent: number) => void): Promise<Rebuilt>;
}

export function createFollower(
  settings: MeilisearchSettings,
  engine: IndexEngine = createIndexEngine(settings),
): Follower {
  const { index } = settings;
  const memory = createMemory();
  let follows = false;
  /** A first filling ends with a comparison: the index may be an older one that holds what is gone here. */
  let isReady = false;

  const becomeReady = async (transaction: Transaction): Promise<boolean> => {
    const state = await transaction((query) => stateOf(query, index), 'read');
    if (state?.ready) {
      isReady = true;
      return false;
    }
    await compareAndMend(index, transaction, engine);
    const after = await transaction((query) => stateOf(query, index), 'read');
    // What a single document is refused for keeps nobody from answering.
    if (!after || after.waiting > after.refused) return true;
    await transaction((query) => query('select wall.engine_ready($1)', [index]));
    isReady = true;
    return false;
  };

  return {
    index,
    async relay(transaction) {
      try {
        if (!follows) await follow(index, transaction, engine);
        follows = true;
        const taken = await relayOnce(index, transaction, engine, memory);
        if (taken > 0) return true;
        return isReady ? false : await becomeReady(transaction);
      } catch (error) {
        follows = false;
        isReady = false;
        throw error;
      }
    },
    async mend(transaction) {
      // Also finds out that the index is gone or has other settings.
      await follow(index, transaction, engine);
      return compareAndMend(index, transaction, engine);
    },
    check: (transaction) => compare(index, transaction, engine),
    state: (transaction) => transaction((query) => stateOf(query, index), 'read'),
    reindex: (locked, say) => reindex(index, locked, engine, say),
  };
}
