// Writing: threads, replies, corrections, answers, reactions. Every change leaves an event; what was said before is kept by
// the wall.
import type { Actor, Tx } from '@kansenplein/db';
import { and, eq, sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import {
  conflict,
  findPersonalData,
  findPersonalDataInMarkdown,
  forbidden,
  invalid,
  newHandle,
  Refusal,
  slugOf,
} from '../kernel/index.ts';
import type { StartThread } from './contract-talking.ts';
import { mostMentions, namedIn } from './nicknames.ts';
import * as may from './permissions.ts';
import { guardWords, nicknamesIn } from './service-belonging.ts';
import { readLinks } from './service-cards.ts';
import { logModeration } from './service-log.ts';
import { asPost, asThread, getPost, getThreadRow } from './service-posts.ts';
import { getRow, recordHere } from './service.ts';
import { communityPost, communityReaction, communityThread } from './tables-talking.ts';
import type { ReactionKind, ThreadKind } from './vocabulary.ts';

const done = { done: true as const };

/** What one person can write: somebody who types stays far below it. */
const mostPerMinute = 15;
const mostPerHour = 150;
const mostMentionsPerHour = 60;

interface Words {
  readonly body: string;
  readonly links?: readonly string[];
  readonly personalDataReason: string | null;
}

/** Members who are named; more than ten is a flood: `community.too_many_mentions`. */
async function mentionsIn(tx: Tx, community: string, body: string): Promise<string[]> {
  const words = namedIn(body);
  if (words.length === 0) return [];
  const { byNickname } = await nicknamesIn(tx, community);
  const named = words.flatMap((word) => byNickname.get(word) ?? []);
  if (named.length > mostMentions)
    throw invalid('community.too_many_mentions', [{ field: 'body', code: 'too_many_mentions' }]);
  return named;
}

/** A flood is refused, and what was typed comes back: `community.too_fast`. */
async function demandCalm(tx: Tx, account: string, naming: number): Promise<void> {
  const { rows } = await tx.execute<{ minute: number; hour: number; named: number }>(sql`
    select count(*) filter (where p.created_at > now() - interval '1 minute')::int as minute, count(*)::int as hour,
      coalesce(sum(cardinality(p.mentions)), 0)::int as named
    from community_post p where p.account_id = ${account}::uuid and p.created_at > now() - interval '1 hour'`);
  const { minute = 0, hour = 0, named = 0 } = rows[0] ?? {};
  const isMore = minute >= mostPerMinute || hour >= mostPerHour || named + naming > mostMentionsPerHour;
  if (isMore) throw new Refusal('tooMany', 'community.too_fast');
}

/** The columns of a new post; all that is derived is the wall's. */
async function newPost(tx: Tx, actor: Actor, community: string, words: Words) {
  const accountId = actor.account ?? '';
  const mentions = await mentionsIn(tx, community, words.body);
  await demandCalm(tx, accountId, mentions.length);
  const cards = await readLinks(tx, words.links ?? []);
  return { id: randomUUID(), communityId: community, accountId, body: words.body, mentions, cards };
}

const guard = ({ body, personalDataReason }: Words, title = '') => {
  guardWords(
    [...findPersonalData('title', title), ...findPersonalDataInMarkdown('body', body)],
    personalDataReason,
  );
};

/** Members begin threads; announcements are the moderators'. */
export async function startThread(tx: Tx, actor: Actor, { id, kind, title, ...words }: StartThread) {
  const row = await getRow(tx, id);
  if (!may.isMember(actor, id)) throw forbidden('community.cannot_write');
  if (kind === 'announcement' && !may.canModerate(actor, id)) throw forbidden('community.cannot_moderate');
  guard(words, title);
  const post = await newPost(tx, actor, id, words);
  const thread = { id: randomUUID(), handle: newHandle(), title: title.trim() };
  await tx.insert(communityThread).values({ ...thread, communityId: id, kind });
  await tx.insert(communityPost).values({ ...post, threadId: thread.id });
  await recordHere(tx, actor, row, {
    action: 'community.thread_started',
    object: thread.id,
    reason: words.personalDataReason,
  });
  return { id: thread.id, slug: slugOf(thread.title, thread.handle) };
}

export async function renameThread(
  tx: Tx,
  actor: Actor,
  input: { id: string; kind: ThreadKind; title: string; personalDataReason: string | null },
) {
  const thread = await getThreadRow(tx, actor, sql`t.id = ${input.id}`);
  const announces = input.kind === 'announcement' && thread.kind !== 'announcement';
  if (!may.canRename(actor, asThread(thread)) || (announces && !may.canModerate(actor, thread.community_id)))
    throw forbidden('thread.cannot_change');
  guardWords(findPersonalData('title', input.title), input.personalDataReason);
  const title = input.title.trim();
  await tx.update(communityThread).set({ title, kind: input.kind }).where(eq(communityThread.id, input.id));
  await recordHere(tx, actor, thread.community, { action: 'community.thread_renamed', object: input.id });
  return { id: input.id, slug: slugOf(title, thread.handle) };
}

/** Refuses in what is closed with `thread.closed`. Answers the number under which the reply stands. */
export async function reply(tx: Tx, actor: Actor, { id, ...words }: Words & { id: string }) {
  const thread = await getThreadRow(tx, actor, sql`t.id = ${id}`);
  if (!may.isMember(actor, thread.community_id)) throw forbidden('community.cannot_write');
  if (!may.canReply(actor, asThread(thread))) throw conflict('thread.closed');
  guard(words);
  const post = await newPost(tx, actor, thread.community_id, words);
  await tx.insert(communityPost).values({ ...post, threadId: id });
  await recordHere(tx, actor, thread.community, {
    action: 'community.replied',
    object: post.id,
    reason: words.personalDataReason,
  });
  const [written] = await tx
    .select({ number: communityPost.number })
    .from(communityPost)
    .where(eq(communityPost.id, post.id));
  return { id: post.id, number: written?.number ?? 0 };
}

/** One's own words; what they were before, their readers can still read. */
export async function editPost(tx: Tx, actor: Actor, { id, ...words }: Words & { id: string }) {
  const { post, thread } = await getPost(tx, actor, id);
  if (!may.canEdit(actor, asThread(thread), asPost(actor, post))) throw forbidden('post.cannot_change');
  guard(words);
  const mentions = await mentionsIn(tx, thread.community_id, words.body);
  await demandCalm(tx, actor.account ?? '', mentions.filter((each) => !post.mentions.includes(each)).length);
  await tx.update(communityPost).set({ body: words.body, mentions }).where(eq(communityPost.id, id));
  await recordHere(tx, actor, thread.community, {
    action: 'community.post_edited',
    object: id,
    reason: words.personalDataReason,
  });
  return done;
}

/** Leaves a trace: an empty post that says who removed it. By a moderator it stands in the log with its reason. */
export async function removePost(tx: Tx, actor: Actor, { id, reason }: { id: string; reason: string }) {
  const { post, thread } = await getPost(tx, actor, id);
  const about = asPost(actor, post);
  if (!may.canRemove(actor, asThread(thread), about)) throw forbidden('post.cannot_change');
  await tx
    .update(communityPost)
    .set({ removedAt: sql`now()` })
    .where(eq(communityPost.id, id));
  const { community_id: community } = thread;
  if (!about.own)
    await logModeration(tx, {
      community,
      what: 'post_removed',
      about: post.account_id,
      thread: thread.id,
      reason,
    });
  await recordHere(tx, actor, thread.community, { action: 'community.post_removed', object: id });
  return done;
}

/** A question has one answer: the newest that was marked. */
export async function markAnswer(tx: Tx, actor: Actor, { id, answer }: { id: string; answer: boolean }) {
  const { post, thread } = await getPost(tx, actor, id);
  if (!may.canMarkAnswer(actor, asThread(thread), asPost(actor, post))) throw forbidden('post.cannot_answer');
  await tx.update(communityPost).set({ answer }).where(eq(communityPost.id, id));
  await recordHere(tx, actor, thread.community, { action: 'community.answer_marked', object: id });
  return done;
}

/** Said twice is said once. */
export async function react(
  tx: Tx,
  actor: Actor,
  { id, kind, on }: { id: string; kind: ReactionKind; on: boolean },
) {
  const { post, thread } = await getPost(tx, actor, id);
  if (!may.canReact(actor, asThread(thread), asPost(actor, post))) throw forbidden('community.cannot_write');
  const accountId = actor.account ?? '';
  if (on)
    await tx
      .insert(communityReaction)
      .values({ postId: id, accountId, kind, threadId: thread.id })
      .onConflictDoNothing();
  else
    await tx
      .delete(communityReaction)
      .where(
        and(
          eq(communityReaction.postId, id),
          eq(communityReaction.accountId, accountId),
          eq(communityReaction.kind, kind),
        ),
      );
  await recordHere(tx, actor, thread.community, { action: 'community.reacted', object: id });
  return done;
}
