// Posts as their reader sees them: with names, reactions and cards, each asked once for all posts together.
import type { Actor, Tx } from '@kansenplein/db';
import { sql, type SQL } from 'drizzle-orm';
import { forbidden, notFound } from '../kernel/index.ts';
import type { Post } from './contract-talking.ts';
import * as may from './permissions.ts';
import { cardsOf } from './service-cards.ts';
import { namesIn } from './service.ts';
import type { PointsAt } from './tables-talking.ts';
import type { Joining, ReactionKind, ThreadKind } from './vocabulary.ts';

export interface PostRow extends Record<string, unknown> {
  id: string;
  thread_id: string;
  number: number;
  account_id: string;
  body: string;
  mentions: string[];
  cards: readonly PointsAt[];
  answer: boolean;
  created_at: string;
  edited_at: string | null;
  removed_at: string | null;
  removed_by: 'author' | 'moderator' | null;
}

export const postsWhere = async (tx: Tx, condition: SQL, rest = sql``): Promise<PostRow[]> =>
  (
    await tx.execute<PostRow>(sql`
      select p.id, p.thread_id, p.number, p.account_id, p.body, p.mentions, p.cards, p.answer, p.created_at,
        p.edited_at, p.removed_at, p.removed_by
      from community_post p where ${condition} ${rest}`)
  ).rows;

export interface ThreadRow extends Record<string, unknown> {
  id: string;
  handle: string;
  community_id: string;
  kind: ThreadKind;
  title: string;
  pinned: boolean;
  closed: boolean;
  answered: boolean;
  replies: number;
  last_at: string;
  change: number;
  removed: boolean;
  /** Whether the actor began it. */
  own: boolean;
  community: { id: string; handle: string; name: string; joining: Joining };
}

const threadColumns = (
  actor: Actor,
) => sql`t.id, t.handle, t.community_id, t.kind, t.title, t.pinned, t.closed, t.answered,
  t.replies, t.last_at, t.change, t.removed_at is not null as removed,
  exists (select from community_post o where o.thread_id = t.id and o.number = 0 and o.account_id = ${actor.account}::uuid) as own,
  json_build_object('id', c.id, 'handle', c.handle, 'name', c.name, 'joining', c.joining) as community`;

/** The one thread that the condition on `t` names; throws `thread.not_found`. */
export async function getThreadRow(tx: Tx, actor: Actor, condition: SQL): Promise<ThreadRow> {
  const { rows } = await tx.execute<ThreadRow>(sql`
    select ${threadColumns(actor)} from community_thread t join community c on c.id = t.community_id
    where t.removed_at is null and ${condition}`);
  if (!rows[0]) throw notFound('thread');
  return rows[0];
}

export const asThread = ({ community_id: communityId, kind, closed, own }: ThreadRow) => ({
  communityId,
  kind,
  closed,
  own,
});

export const asPost = (actor: Actor, { number, account_id, removed_at }: PostRow) => ({
  number,
  own: account_id === actor.account,
  removed: removed_at !== null,
});

/** A post with its thread, for who may read it: `post.not_found`. */
export async function getPost(tx: Tx, actor: Actor, id: string) {
  const [post] = await postsWhere(tx, sql`p.id = ${id}`);
  if (!post) throw notFound('post');
  const thread = await getThreadRow(tx, actor, sql`t.id = ${post.thread_id}`).catch(() => {
    throw notFound('post');
  });
  return { post, thread };
}

interface ReactionRow extends Record<string, unknown> {
  post_id: string;
  kind: ReactionKind;
  count: number;
  mine: boolean;
}

const moment = (at: string) => new Date(at).toISOString();

/** All of one thread. */
export async function viewsOf(
  tx: Tx,
  actor: Actor,
  thread: ThreadRow,
  rows: readonly PostRow[],
): Promise<Post[]> {
  if (rows.length === 0) return [];
  const ids = sql.param(rows.map(({ id }) => id));
  const { rows: reactions } = await tx.execute<ReactionRow>(sql`
    select r.post_id, r.kind, count(*)::int as count, bool_or(r.account_id = ${actor.account}::uuid) as mine
    from community_reaction r where r.post_id = any(${ids}::uuid[])
    group by r.post_id, r.kind order by r.kind`);
  const reactionsOf = Map.groupBy(reactions, ({ post_id }) => post_id);
  const nameOf = await namesIn(
    tx,
    thread.community_id,
    rows.map(({ account_id }) => account_id),
  );
  const cards = await cardsOf(
    tx,
    rows.flatMap(({ cards: pointed }) => pointed),
  );
  const about = asThread(thread);
  return rows.map((row) => {
    const post = asPost(actor, row);
    return {
      id: row.id,
      number: row.number,
      author: nameOf(row.account_id),
      own: post.own,
      body: row.body,
      createdAt: moment(row.created_at),
      editedAt: row.edited_at && moment(row.edited_at),
      removed: row.removed_by,
      answer: row.answer,
      mentioned: actor.account !== null && row.mentions.includes(actor.account),
      reactions: (reactionsOf.get(row.id) ?? []).map(({ kind, count, mine }) => ({ kind, count, mine })),
      cards: row.cards.flatMap(({ id }) => cards.get(id) ?? []),
      can: {
        edit: may.canEdit(actor, about, post),
        remove: may.canRemove(actor, about, post),
        markAnswer: may.canMarkAnswer(actor, about, post),
        react: may.canReact(actor, about, post),
        report: may.canReport(actor, post),
      },
    };
  });
}

/** What a post said before, for whoever reads it; of one that was removed for its moderators. */
export async function listEarlier(tx: Tx, actor: Actor, id: string) {
  const { post, thread } = await getPost(tx, actor, id);
  if (post.removed_at !== null && !may.canModerate(actor, thread.community_id))
    throw forbidden('community.cannot_moderate');
  const { rows } = await tx.execute<{ number: number; body: string; at: string }>(sql`
    select e.number, e.body, e.at from community_post_earlier e where e.post_id = ${id} order by e.number desc limit 100`);
  return { texts: rows.map(({ number, body, at }) => ({ number, body, until: moment(at) })) };
}
