// Keeping order: threads are pinned, closed, moved and taken away; what was reported is settled; moderators see it all.
import type { Actor, Tx } from '@kansenplein/db';
import { eq, sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { conflict, findPersonalData, forbidden, notFound, slugOf } from '../kernel/index.ts';
import type { arrangements } from './contract-talking.ts';
import * as may from './permissions.ts';
import { guardWords } from './service-belonging.ts';
import { getModerated } from './service-deciding.ts';
import { logModeration } from './service-log.ts';
import { asPost, getPost, getThreadRow } from './service-posts.ts';
import { removePost } from './service-writing.ts';
import { getRow, recordHere } from './service.ts';
import { communityReport } from './tables-keeping.ts';
import { communityThread } from './tables-talking.ts';

const done = { done: true as const };

const arranged = {
  pin: { set: { pinned: true }, logged: 'thread_pinned' },
  unpin: { set: { pinned: false }, logged: 'thread_unpinned' },
  close: { set: { closed: true }, logged: 'thread_closed' },
  open: { set: { closed: false }, logged: 'thread_opened' },
  remove: { set: { removedAt: sql`now()` }, logged: 'thread_removed' },
} as const satisfies Record<(typeof arrangements)[number], object>;

export async function arrangeThread(
  tx: Tx,
  actor: Actor,
  { id, what, reason }: { id: string; what: (typeof arrangements)[number]; reason: string },
) {
  const thread = await getThreadRow(tx, actor, sql`t.id = ${id}`);
  const { community_id: community } = thread;
  if (!may.canModerate(actor, community)) throw forbidden('community.cannot_moderate');
  const { set, logged } = arranged[what];
  // What was reported in it is settled with it.
  if (what === 'remove')
    await tx.execute(sql`update community_report r set outcome = 'removed' where r.outcome is null
      and exists (select from community_post p where p.id = r.post_id and p.thread_id = ${id})`);
  await tx.update(communityThread).set(set).where(eq(communityThread.id, id));
  await logModeration(tx, { community, what: logged, thread: id, reason });
  await recordHere(tx, actor, thread.community, { action: `community.${logged}`, object: id });
  return done;
}

/**
 * To another community that one moderates as well. Only what the whole alliance could read: elsewhere people wrote for a
 * circle that does not change behind their backs (`thread.cannot_move`).
 */
export async function moveThread(
  tx: Tx,
  actor: Actor,
  { id, to, reason }: { id: string; to: string; reason: string },
) {
  const thread = await getThreadRow(tx, actor, sql`t.id = ${id}`);
  if (!may.canMove(actor, thread.community)) throw forbidden('thread.cannot_move');
  const target = await getRow(tx, to);
  if (!may.canModerate(actor, to)) throw forbidden('community.cannot_moderate');
  if (to === thread.community_id) throw conflict('thread.here_already');
  await logModeration(tx, { community: thread.community_id, what: 'thread_moved', thread: id, reason });
  await logModeration(tx, { community: to, what: 'thread_moved', thread: id, reason });
  await tx.update(communityThread).set({ communityId: to }).where(eq(communityThread.id, id));
  await recordHere(tx, actor, target, { action: 'community.thread_moved', object: id });
  return { id, slug: slugOf(thread.title, thread.handle), community: slugOf(target.name, target.handle) };
}

/** Tells the moderators; again by the same person changes nothing: `post.reported_already`. */
export async function reportPost(tx: Tx, actor: Actor, { id, reason }: { id: string; reason: string }) {
  const { post, thread } = await getPost(tx, actor, id);
  if (!may.canReport(actor, asPost(actor, post))) throw forbidden('post.cannot_report');
  guardWords(
    findPersonalData('reason', reason).filter(({ blocking }) => blocking),
    null,
  );
  const { rows } = await tx.execute(sql`
    select 1 from community_report r where r.post_id = ${id} and r.account_id = ${actor.account}::uuid and r.outcome is null`);
  if (rows.length > 0) throw conflict('post.reported_already');
  await tx.insert(communityReport).values({
    id: randomUUID(),
    postId: id,
    communityId: thread.community_id,
    accountId: actor.account ?? '',
    reason,
  });
  await recordHere(tx, actor, thread.community, { action: 'community.reported', object: id });
  return done;
}

/** Leaves the post, or removes it. All open reports of a post that is removed are settled with it. */
export async function settleReport(
  tx: Tx,
  actor: Actor,
  { id, outcome, reason }: { id: string; outcome: 'kept' | 'removed'; reason: string },
) {
  const [report] = await tx.select().from(communityReport).where(eq(communityReport.id, id));
  if (!report) throw notFound('report');
  const row = await getModerated(tx, actor, report.communityId);
  if (report.outcome !== null) throw conflict('community.report_settled');
  const { post, thread } = await getPost(tx, actor, report.postId);
  if (outcome === 'removed' && post.removed_at === null) await removePost(tx, actor, { id: post.id, reason });
  const same = outcome === 'removed' ? sql`post_id = ${post.id} and outcome is null` : sql`id = ${id}`;
  await tx.update(communityReport).set({ outcome }).where(same);
  await logModeration(tx, {
    community: row.id,
    what: outcome === 'kept' ? 'report_kept' : 'report_removed',
    about: post.account_id,
    thread: thread.id,
    reason,
  });
  await recordHere(tx, actor, row, { action: 'community.report_settled', object: id });
  return done;
}
