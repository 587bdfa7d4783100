// Conversations as they go on. A reader's stream holds no transaction and carries no text: it is told that something
// changed, and reads that through the wall like any page. What is told is written once for all readers, and handed to
// those whose scopes overlap with the circle of the post. Who leaves, is removed or signs out loses the stream at once.
import type { Actor, Caller, Database, Heard, Listening, Tx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';

export interface Stream {
  /** A whole event, as it goes over the wire. Answers false when the reader is too slow to take it. */
  write(event: string): boolean;
  end(): void;
}

interface Reader {
  readonly caller: Caller;
  readonly thread: string;
  readonly stream: Stream;
  account: string | null;
  scopes: readonly string[];
  /** The last change that it knows of. */
  change: number;
}

export interface Live {
  /**
   * Follows a thread from a change on; what happened since is told at once. Null when the caller does not read what is
   * said there: unseen and not existing are the same. Throws `RangeError` when one person follows too many at once.
   */
  follow(
    caller: Caller,
    which: { thread: string; after: number | null },
    stream: Stream,
  ): Promise<(() => void) | null>;
  /** How many readers there are now. */
  readonly readers: number;
  close(): Promise<void>;
}

export const channels = ['kansenplein_thread', 'kansenplein_scopes'] as const;

/** Tabs of one person; more is no reader. */
const mostEach = 12;
/** Rights end without anybody saying so when a session grows too old. */
const recheckEvery = 60_000;
const beatEvery = 20_000;

const eventOf = (change: number): string => `id: ${change}\ndata: {"change":${change}}\n\n`;

interface Standing {
  readonly actor: Actor;
  readonly change: number;
}

/** Where a thread stands, for who reads what is said in it. */
async function standingOf(tx: Tx, actor: Actor, thread: string): Promise<Standing | null> {
  const { rows } = await tx.execute<{ change: number }>(sql`
    select t.change from community_thread t
    where t.id = ${thread} and t.removed_at is null
      and exists (select from community_post p where p.thread_id = t.id)`);
  return rows[0] ? { actor, change: rows[0].change } : null;
}

/** The scopes of who reads the post that changed last. */
async function circleOf(tx: Tx, thread: string, change: number): Promise<readonly string[] | null> {
  const { rows } = await tx.execute<{ visible_to: string[] }>(sql`
    select p.visible_to from community_post p where p.thread_id = ${thread} and p.change >= ${change} limit 1`);
  return rows[0]?.visible_to ?? null;
}

/** Listens from the first reader on. */
export function createLive(database: Database): Live {
  let listening: Promise<Listening> | null = null;
  const readers = new Map<string, Set<Reader>>();
  const all = () => [...readers.values()].flatMap((each) => [...each]);

  const leave = (reader: Reader) => {
    const others = readers.get(reader.thread);
    others?.delete(reader);
    if (others?.size === 0) readers.delete(reader.thread);
  };
  const drop = (reader: Reader) => {
    leave(reader);
    reader.stream.end();
  };
  const tell = (reader: Reader, change: number, event: string) => {
    if (change <= reader.change) return;
    reader.change = change;
    if (!reader.stream.write(event)) drop(reader);
  };

  const look = ({ caller, thread }: Pick<Reader, 'caller' | 'thread'>) =>
    database.asActor(caller, 'read', (tx, actor) => standingOf(tx, actor, thread));

  /** Asks the wall anew; whoever does not read there any more loses the stream, and so does everybody when it is gone. */
  const recheck = async (reader: Reader) => {
    const standing = await look(reader).catch(() => null);
    if (standing === null) return drop(reader);
    reader.account = standing.actor.account;
    reader.scopes = standing.actor.scopes;
    tell(reader, standing.change, eventOf(standing.change));
  };

  /** Read once, as the first reader who can; the others are compared with what it says. */
  const circle = async (thread: string, change: number) => {
    for (const reader of readers.get(thread) ?? []) {
      const found = await database
        .asActor(reader.caller, 'read', (tx) => circleOf(tx, thread, change))
        .catch(() => null);
      if (found) return found;
    }
    return null;
  };

  const changed = async (thread: string, change: number) => {
    if (!readers.has(thread)) return;
    const may = await circle(thread, change);
    if (may === null) return;
    const event = eventOf(change);
    for (const reader of readers.get(thread) ?? [])
      if (reader.scopes.some((scope) => may.includes(scope))) tell(reader, change, event);
  };

  const hear = ({ channel, payload }: Heard) => {
    if (channel === 'kansenplein_thread') {
      const [thread = '', change = ''] = payload.split(' ');
      void changed(thread, Number(change));
      return;
    }
    for (const reader of all()) if (payload === '' || payload === reader.account) void recheck(reader);
  };
  const recheckAll = () => {
    for (const reader of all()) void recheck(reader);
  };

  const rechecking = setInterval(recheckAll, recheckEvery);
  const beating = setInterval(() => {
    for (const reader of all()) if (!reader.stream.write(': hier\n\n')) drop(reader);
  }, beatEvery);
  for (const timer of [rechecking, beating]) timer.unref();

  return {
    async follow(caller, { thread, after }, stream) {
      // Among the readers before it looks, so that nothing falls between.
      listening ??= database.listen(channels, { hear, again: recheckAll });
      await listening.catch((error: unknown) => {
        listening = null;
        throw error;
      });
      const reader: Reader = { caller, thread, stream, account: null, scopes: [], change: Infinity };
      readers.set(thread, (readers.get(thread) ?? new Set()).add(reader));
      const standing = await look(reader).catch(() => null);
      if (standing === null) {
        leave(reader);
        return null;
      }
      const { actor, change } = standing;
      if (all().filter(({ account }) => account !== null && account === actor.account).length >= mostEach) {
        leave(reader);
        throw new RangeError('too many streams of one person');
      }
      reader.account = actor.account;
      reader.scopes = actor.scopes;
      reader.change = Math.min(after ?? change, change);
      tell(reader, change, eventOf(change));
      // What was said while it looked was told to nobody, because it had no scopes yet.
      await recheck(reader);
      return () => leave(reader);
    },
    get readers() {
      return all().length;
    },
    async close() {
      clearInterval(rechecking);
      clearInterval(beating);
      for (const reader of all()) drop(reader);
      await (await listening)?.close();
    },
  };
}
