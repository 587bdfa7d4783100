// Nothing happens without a trace: a change without an event does not commit, and a refusal leaves an event of its own.
import type { Caller, Database, Tx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { Refusal } from './errors.ts';
import { hasRecorded } from './events.ts';

const excused = new WeakSet<Tx>();

/** For the few changes that are none of anybody's business later: the next words say why. */
export function leaveNoEvent(tx: Tx, _why: string): void {
  excused.add(tx);
}

/** Throws, so that nothing is committed, when the transaction changed something and left no event of it. */
export async function demandEvent(tx: Tx): Promise<void> {
  if (excused.has(tx) || hasRecorded(tx)) return;
  const { rows } = await tx.execute<{ left: boolean }>(sql`select wall.event_was_left() as left`);
  if (!rows[0]?.left) throw new Error('a change left no event: call recordEvent in its transaction');
}

/** The same database for work that opens its own transactions: each change leaves an event, and says where it came from. */
export const withTrail = (database: Database, { origin }: Caller): Database => ({
  ...database,
  asActor: (caller, mode, work) =>
    database.asActor({ ...caller, ...(origin === undefined ? {} : { origin }) }, mode, async (tx, actor) => {
      const value = await work(tx, actor);
      if (mode === 'write') await demandEvent(tx);
      return value;
    }),
});

const Named = z.looseObject({}).catch({});
const key = z.string().regex(/^[\w:-]{1,100}$/);

/** What a procedure was asked about, as far as its input names one thing: never text that somebody typed. */
function objectOf(input: unknown): string {
  const named = Named.parse(input);
  const first = ['id', 'membership', 'handle', 'slug', 'municipality']
    .map((field) => key.safeParse(named[field]).data)
    .find((value) => value !== undefined);
  return first ?? '';
}

/** One call of a procedure, as far as the trail wants to know. */
export interface Asked {
  readonly database: Database;
  readonly caller: Caller;
  /** Name of the procedure. */
  readonly path: string;
  readonly input: unknown;
}

/**
 * A signed-in person was refused: what is not theirs and what does not exist alike, so that the time it takes tells
 * nothing. In a transaction of its own, because the one that was refused is rolled back; ten in ten minutes, then counted.
 */
export async function recordDenial(
  { database, caller, path, input }: Asked,
  refusal: unknown,
): Promise<void> {
  if (!(refusal instanceof Refusal) || !['forbidden', 'notFound'].includes(refusal.class)) return;
  // To be asked who one is, is no refusal: the same request goes on once it is said.
  if (refusal.code === 'account.confirm_first') return;
  const object = objectOf(input) || path;
  await database.asActor(caller, 'write', (tx) =>
    tx.execute(sql`select wall.record_denial(${object}, ${`${path}: ${refusal.code}`})`),
  );
}

/** Somebody read what is sensitive: in a transaction of its own, because reading is read only. */
export async function recordReading({ database, caller, path, input }: Asked, action: string): Promise<void> {
  const object = objectOf(input) || path;
  await database.asActor(caller, 'write', (tx) =>
    tx.execute(sql`select wall.record_reading(${action}, ${object})`),
  );
}

/**
 * What happens at the door, where the actor is not yet known: signing in, failing to. `account` is null when the address
 * belongs to nobody. What failed is written twenty times in ten minutes per network and person, and counted after that.
 */
export async function recordAtDoor(
  tx: Tx,
  event: { account: string | null; action: string; outcome: 'done' | 'failed'; reason?: string },
): Promise<void> {
  const { account, action, outcome, reason = null } = event;
  await tx.execute(sql`select wall.record_at_door(${account}, ${action}, ${outcome}, ${reason})`);
  if (outcome === 'failed') leaveNoEvent(tx, 'it may have been counted instead');
}
