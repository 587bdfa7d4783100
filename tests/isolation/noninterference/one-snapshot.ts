// What one person asks after a sequence sees one moment, as all of it would anyway: nothing changes any more. So in the
// long run these questions share one transaction, entered through the wall once for each person instead of once for
// each question, which is half of what a small question costs. Over a socket each question enters by itself.
import type { Actor, Caller, Database, Tx } from '@kansenplein/db';

interface Reading {
  readonly of: string;
  /** Resolves when who asks has entered. */
  readonly entered: Promise<{ readonly tx: Tx; readonly actor: Actor }>;
  /** Everything that was read until now. */
  settled: Promise<unknown>;
  end(): Promise<void>;
}

export interface SharedReading {
  /** What the host is given. */
  readonly database: Database;
  /** From now on whoever reads shares a transaction with what the same caller read before; until `part`. */
  share(): void;
  part(): Promise<void>;
}

const whoIs = ({ login, link, errand, origin }: Caller) => JSON.stringify([login, link, errand, origin]);

function beginReading(database: Database, caller: Caller): Reading {
  const ended = Promise.withResolvers<void>();
  const entered = Promise.withResolvers<{ tx: Tx; actor: Actor }>();
  const whole = database
    .asActor(caller, 'read', async (tx, actor) => {
      entered.resolve({ tx, actor });
      await ended.promise;
    })
    .catch(entered.reject);
  const end = async () => {
    ended.resolve();
    await whole;
  };
  return { of: whoIs(caller), entered: entered.promise, settled: Promise.resolve(), end };
}

/** A database whose readings can share a transaction. What writes always has its own. */
export function sharedReading(database: Database): SharedReading {
  let isShared = false;
  let now: Reading | null = null;
  const part = async () => {
    const last = now;
    [isShared, now] = [false, null];
    await last?.settled;
    await last?.end();
  };
  const readingOf = async (caller: Caller): Promise<Reading> => {
    if (now && now.of !== whoIs(caller)) {
      await part();
      isShared = true;
    }
    return (now ??= beginReading(database, caller));
  };
  const asActor: Database['asActor'] = async (caller, mode, work) => {
    if (!isShared || mode === 'write') return database.asActor(caller, mode, work);
    const reading = await readingOf(caller);
    const mine = reading.settled.then(async () => {
      const { tx, actor } = await reading.entered;
      return work(tx, actor);
    });
    // One after the other, as over a connection of its own; who was refused does not stop the next.
    reading.settled = mine.catch(() => undefined);
    return mine;
  };
  return { database: { ...database, asActor }, share: () => void (isShared = true), part };
}
