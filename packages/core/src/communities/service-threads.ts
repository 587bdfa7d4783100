// Reading threads: the list of a community, and a page of one, or what is new in it.
import type { Actor, Tx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { slugOf } from '../kernel/index.ts';
import type { GetThread, ListThreads, ThreadCard, ThreadPage } from './contract-talking.ts';
import * as may from './permissions.ts';
import { asThread, getThreadRow, postsWhere, type ThreadRow, viewsOf } from './service-posts.ts';
import { getRowAt } from './service.ts';

export type ThreadCardRow = Pick<
  ThreadRow,
  'id' | 'handle' | 'kind' | 'title' | 'pinned' | 'closed' | 'answered' | 'replies' | 'last_at'
> &
  Record<string, unknown>;

export const threadCard = (row: ThreadCardRow): ThreadCard => ({
  id: row.id,
  handle: row.handle,
  slug: slugOf(row.title, row.handle),
  kind: row.kind,
  title: row.title,
  pinned: row.pinned,
  closed: row.closed,
  answered: row.answered,
  replies: row.replies,
  lastAt: new Date(row.last_at).toISOString(),
});

export const threadCardColumns = sql`t.id, t.handle, t.kind, t.title, t.pinned, t.closed, t.answered, t.replies, t.last_at`;

/** The moment as the place to go on from says it: in milliseconds. */
const at = sql`date_trunc('milliseconds', t.last_at)`;

/** What is pinned first, then where somebody wrote last. In an open community everybody reads titles. */
export async function listThreads(tx: Tx, input: ListThreads) {
  const { id } = await getRowAt(tx, input.handle);
  const { kind, unanswered, after, limit } = input;
  const wanted = sql.join(
    [
      sql`t.community_id = ${id} and t.removed_at is null`,
      ...(kind === null ? [] : [sql`t.kind = ${kind}`]),
      ...(unanswered ? [sql`t.kind = 'question' and not t.answered`] : []),
      ...(after
        ? [sql`(t.pinned, ${at}, t.id) < (${after.pinned}, ${after.at}::timestamptz, ${after.id}::uuid)`]
        : []),
    ],
    sql` and `,
  );
  const { rows } = await tx.execute<ThreadCardRow>(sql`
    select ${threadCardColumns} from community_thread t where ${wanted}
    order by t.pinned desc, ${at} desc, t.id desc limit ${limit + 1}`);
  const threads = rows.slice(0, limit).map(threadCard);
  const last = threads.at(-1);
  return {
    threads,
    next: rows.length > limit && last ? { pinned: last.pinned, at: last.lastAt, id: last.id } : null,
  };
}

/** A page of a thread; who reads the title and no more gets no posts. Throws `thread.not_found`. */
export async function getThread(
  tx: Tx,
  actor: Actor,
  { handle, from, since, limit }: GetThread,
): Promise<ThreadPage> {
  const row = await getThreadRow(tx, actor, sql`t.handle = ${handle}`);
  const { community } = row;
  const canRead = may.canRead(actor, community);
  const rows = canRead
    ? await postsWhere(
        tx,
        sql`p.thread_id = ${row.id} and p.number >= ${from} and p.change > ${since ?? -1}`,
        sql`order by p.number limit ${limit + 1}`,
      )
    : [];
  const about = asThread(row);
  return {
    thread: { ...threadCard(row), change: row.change },
    community: {
      id: community.id,
      slug: slugOf(community.name, community.handle),
      name: community.name,
      joining: community.joining,
    },
    posts: await viewsOf(tx, actor, row, rows.slice(0, limit)),
    next: rows.length > limit ? (rows[limit]?.number ?? null) : null,
    can: {
      read: canRead,
      reply: may.canReply(actor, about),
      rename: may.canRename(actor, about),
      moderate: may.canModerate(actor, community.id),
      move: may.canMove(actor, community),
      offer: may.canOffer(actor, community, about),
      join: may.canComeIn(actor, community),
    },
  };
}
