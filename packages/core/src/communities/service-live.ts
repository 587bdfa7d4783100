// Conversations as they go on. A reader's stream holds no transaction and carries no text: it is told that something
// changed, and reads that through the wall like any page. What is told is written once for all readers, and handed to
// those whose scopes overlap with the circle of the post. Who leaves, is removed or signs out loses the stream at once.
import type { Actor, Caller, Database, Heard, Listening, Tx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';

export interface Stream {
  /** A whole event, as it goes over the wire. Answers false when the reader is too slow to take it. */
  write(event: Uint8Array): boolean;
  end(): void;
}

interface News {
  readonly change: number;
  /** The scopes of who reads it. */
  readonly circle: readonly string[];
}

interface Reader {
  readonly caller: Caller;
  readonly thread: string;
  readonly stream: Stream;
  /** The last change that it knows of; of who knows none, more than there are. */
  change: number;
  account: string | null;
  /** None while it is in doubt what the reader may see. */
  scopes: readonly string[];
  /** What was heard in that time. */
  missed: News | null;
  /** Whether the wall answered once. */
  isKnown: boolean;
  /** Which question to the wall is the newest: the answer to an earlier one says nothing any more. */
  asked: number;
  answered: Promise<void>;
  /** When the wall is asked without anybody saying that something changed. */
  due: number;
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
/** Rights end without anybody saying so when a session grows too old. Readers are asked about one by one, not all at once. */
const recheckEvery = 60_000;
const beatEvery = 20_000;

/**
 * How long readers may wait before they look, in milliseconds: each waits some part of it by chance, so that the many who
 * follow one conversation come one after the other. Rounded up, because how many there are is nobody's business.
 */
export function spreadOf(readers: number): number {
  return 400 * 2 ** Math.max(0, Math.min(5, Math.ceil(Math.log2(readers / 25))));
}

const bytes = new TextEncoder();
const eventOf = (change: number, readers: number): Uint8Array =>
  bytes.encode(`id: ${change}\ndata: {"change":${change},"within":${spreadOf(readers)}}\n\n`);
const beat = bytes.encode(': hier\n\n');

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

  const eventIn = (thread: string, change: number) => eventOf(change, readers.get(thread)?.size ?? 1);

  const leave = (reader: Reader) => {
    const others = readers.get(reader.thread);
    others?.delete(reader);
    if (others?.size === 0) readers.delete(reader.thread);
  };
  const drop = (reader: Reader) => {
    leave(reader);
    reader.stream.end();
  };
  const tell = (reader: Reader, change: number, event = eventIn(reader.thread, change)) => {
    if (change <= reader.change) return;
    reader.change = change;
    if (!reader.stream.write(event)) drop(reader);
  };
  const reads = (reader: Reader, { circle }: News) => reader.scopes.some((scope) => circle.includes(scope));

  /** Asks the wall anew; whoever does not read there any more loses the stream, and so does everybody when it is gone. */
  const recheck = (reader: Reader) => {
    const asked = (reader.asked += 1);
    reader.due = Date.now() + recheckEvery;
    reader.answered = database
      .asActor(reader.caller, 'read', (tx, actor) => standingOf(tx, actor, reader.thread))
      .catch(() => null)
      .then((standing) => {
        if (asked !== reader.asked) return;
        if (standing === null) return drop(reader);
        if (!reader.isKnown) reader.change = Math.min(reader.change, standing.change);
        const { missed } = reader;
        const { account, scopes } = standing.actor;
        Object.assign(reader, { isKnown: true, account, scopes, missed: null });
        tell(reader, standing.change);
        // Said after the wall looked, and before it answered.
        if (missed && reads(reader, missed)) tell(reader, missed.change);
      });
  };
  /** Tells nothing more until the wall has answered. */
  const doubt = (reader: Reader) => {
    reader.scopes = [];
    recheck(reader);
  };

  /** Read once, as the first reader who can; the others are compared with what it says. */
  const circleIn = async (thread: string, change: number) => {
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
    const circle = await circleIn(thread, change);
    const those = [...(readers.get(thread) ?? [])];
    if (circle === null) return those.forEach(doubt);
    const event = eventIn(thread, change);
    const news = { change, circle };
    for (const reader of those)
      if (reader.scopes.length === 0) reader.missed = news;
      else if (reads(reader, news)) tell(reader, change, event);
  };

  const hear = ({ channel, payload }: Heard) => {
    if (channel === 'kansenplein_thread') {
      const [thread = '', change = ''] = payload.split(' ');
      void changed(thread, Number(change));
      return;
    }
    for (const reader of all())
      if (payload === '' || !reader.isKnown || payload === reader.account) doubt(reader);
  };

  const rechecking = setInterval(() => {
    const now = Date.now();
    for (const reader of all()) if (reader.due <= now) recheck(reader);
  }, 1000);
  const beating = setInterval(() => {
    for (const reader of all()) if (!reader.stream.write(beat)) drop(reader);
  }, beatEvery);
  for (const timer of [rechecking, beating]) timer.unref();

  return {
    async follow(caller, { thread, after }, stream) {
      // Among the readers before it looks, so that nothing falls between.
      listening ??= database.listen(channels, {
        hear,
        again: () => all().forEach(doubt),
      });
      await listening.catch((error: unknown) => {
        listening = null;
        throw error;
      });
      const reader: Reader = {
        caller,
        thread,
        stream,
        change: after ?? Infinity,
        account: null,
        scopes: [],
        missed: null,
        isKnown: false,
        asked: 0,
        answered: Promise.resolve(),
        due: Infinity,
      };
      readers.set(thread, (readers.get(thread) ?? new Set()).add(reader));
      recheck(reader);
      const isReader = () => readers.get(thread)?.has(reader) ?? false;
      // What is said meanwhile about whoever is not known yet makes it ask again.
      while (isReader() && !reader.isKnown) await reader.answered;
      if (!isReader()) return null;
      const tabs = all().filter(({ account }) => account !== null && account === reader.account);
      if (tabs.length > mostEach) {
        leave(reader);
        throw new RangeError('too many streams of one person');
      }
      return () => leave(reader);
    },
    get readers() {
      return all().length;
    },
    async close() {
      clearInterval(rechecking);
      clearInterval(beating);
      for (const reader of all()) drop(reader);
      const heard = listening;
      listening = null;
      await (await heard)?.close();
    },
  };
}
