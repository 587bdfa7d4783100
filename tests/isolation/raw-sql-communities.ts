// What domain.md says about the tables of communities, for who comes with SQL instead of the API (raw-sql-rules.ts).
import { own, stranger, type Alliance } from '../support/alliance.ts';
import { makeReply, makeThread } from '../support/communities.ts';
import { cast, joinings, makePeopled, offeredTo } from './matrix-communities.ts';
import { editors, publishers, type Role } from './matrix-world.ts';
import type { Asker, Row, Stored, TableRule } from './raw-sql-rules.ts';

const fresh = () => crypto.randomUUID();
const newHandle = () =>
  fresh()
    .replace(/[^a-f2-9]/g, 'k')
    .slice(0, 10);

const isOfAlliance = ({ role }: Asker) => role !== null && role !== 'operator';
const acts = ({ municipality, role }: Asker, of: unknown, roles: readonly Role[]) =>
  municipality === of && role !== null && roles.includes(role);
const byId = (stored: Stored, table: string, id: unknown) =>
  (stored[table] ?? []).find((row) => row['id'] === id);

const standing = (asker: Asker, community: unknown, stored: Stored): Row | undefined =>
  isOfAlliance(asker)
    ? (stored['community_member'] ?? []).find(
        (row) => row['community_id'] === community && row['account_id'] === asker.account,
      )
    : undefined;
export const belongs = (asker: Asker, community: unknown, stored: Stored) =>
  standing(asker, community, stored)?.['state'] === 'member';
export const moderates = (asker: Asker, community: unknown, stored: Stored) =>
  belongs(asker, community, stored) && standing(asker, community, stored)?.['role'] === 'moderator';
const isInvited = (asker: Asker, community: unknown, stored: Stored) => {
  const address = byId(stored, 'account', asker.account)?.['address'];
  const state = standing(asker, community, stored)?.['state'];
  return (
    isOfAlliance(asker) &&
    state !== 'member' &&
    state !== 'blocked' &&
    (stored['community_invitation'] ?? []).some(
      (row) => row['community_id'] === community && row['address'] === address && row['state'] === 'open',
    )
  );
};
const joiningOf = (community: unknown, stored: Stored) => byId(stored, 'community', community)?.['joining'];

/** What is said in it: in an open one the alliance reads it. */
const reads = (asker: Asker, community: unknown, stored: Stored) =>
  joiningOf(community, stored) === 'open' ? isOfAlliance(asker) : belongs(asker, community, stored);

const seesPost: TableRule['sees'] = (asker, row, stored) => {
  const thread = byId(stored, 'community_thread', row['thread_id']);
  return thread?.['removed_at'] === null
    ? reads(asker, row['community_id'], stored)
    : moderates(asker, row['community_id'], stored);
};

const onPost =
  (rule: (asker: Asker, post: Row, stored: Stored) => boolean): TableRule['sees'] =>
  (asker, row, stored) => {
    const post = byId(stored, 'community_post', row['post_id']);
    return post !== undefined && rule(asker, post, stored);
  };

const isOwn = (asker: Asker, row: Row) => asker.account !== null && row['account_id'] === asker.account;
const ofModerators: TableRule['sees'] = (asker, row, stored) => moderates(asker, row['community_id'], stored);

/** Who may put a row like this of oneself: where it is open, where one asks, or where one was invited. */
const comesIn: TableRule['sees'] = (asker, row, stored) => {
  const joining = joiningOf(row['community_id'], stored);
  const { role, state } = row;
  return (
    isOwn(asker, row) &&
    isOfAlliance(asker) &&
    role === 'member' &&
    byId(stored, 'membership', row['membership_id'])?.['ended_at'] === null &&
    ((state === 'asked' && joining === 'request') ||
      (state === 'member' && (joining === 'open' || isInvited(asker, row['community_id'], stored))))
  );
};

export const communityRules: Readonly<Record<string, TableRule>> = {
  community: {
    app: ['select', 'insert', 'update'],
    sees: (asker, row, stored) =>
      row['joining'] !== 'invitation' ||
      belongs(asker, row['id'], stored) ||
      isInvited(asker, row['id'], stored),
    writes: (asker, row, stored) => moderates(asker, row['id'], stored),
    adds: isOfAlliance,
    another: (row) => ({ ...row, id: fresh(), handle: newHandle() }),
  },
  community_member: {
    app: ['select', 'insert', 'update'],
    sees: (asker, row, stored) =>
      row['state'] === 'member'
        ? reads(asker, row['community_id'], stored)
        : isOwn(asker, row) || moderates(asker, row['community_id'], stored),
    writes: (asker, row, stored) => isOwn(asker, row) || moderates(asker, row['community_id'], stored),
    adds: comesIn,
    another: (row) => row,
  },
  community_invitation: {
    app: ['select', 'insert', 'update'],
    sees: ofModerators,
    writes: ofModerators,
    another: (row) => ({ ...row, id: fresh() }),
  },
  community_thread: {
    app: ['select', 'insert', 'update'],
    sees: (asker, row, stored) => {
      if (row['removed_at'] !== null) return moderates(asker, row['community_id'], stored);
      return joiningOf(row['community_id'], stored) === 'open' || belongs(asker, row['community_id'], stored);
    },
    writes: (asker, row, stored) => belongs(asker, row['community_id'], stored),
    adds: (asker, row, stored) =>
      row['kind'] === 'announcement'
        ? moderates(asker, row['community_id'], stored)
        : belongs(asker, row['community_id'], stored),
    another: (row) => ({ ...row, id: fresh(), handle: newHandle() }),
  },
  community_post: {
    app: ['select', 'insert', 'update'],
    sees: seesPost,
    writes: (asker, row, stored) => belongs(asker, row['community_id'], stored),
    adds: (asker, row, stored) => {
      const thread = byId(stored, 'community_thread', row['thread_id']);
      return (
        belongs(asker, row['community_id'], stored) &&
        thread?.['removed_at'] === null &&
        (thread['closed'] !== true || moderates(asker, row['community_id'], stored))
      );
    },
    another: (row) => ({ ...row, id: fresh() }),
  },
  // What was said before: read as the post, and of one that was removed by moderators only.
  community_post_earlier: {
    app: ['select'],
    sees: onPost((asker, post, stored) =>
      post['removed_at'] === null
        ? seesPost(asker, post, stored)
        : moderates(asker, post['community_id'], stored),
    ),
  },
  community_reaction: {
    app: ['select', 'insert', 'delete'],
    sees: onPost(seesPost),
    writes: isOwn,
    adds: onPost(
      (asker, post, stored) =>
        seesPost(asker, post, stored) &&
        post['removed_at'] === null &&
        belongs(asker, post['community_id'], stored),
    ),
    another: (row) => row,
  },
  community_report: {
    app: ['select', 'insert', 'update'],
    sees: (asker, row, stored) => isOwn(asker, row) || ofModerators(asker, row, stored),
    writes: (asker, row, stored) => isOwn(asker, row) || ofModerators(asker, row, stored),
    adds: onPost(
      (asker, post, stored) =>
        isOfAlliance(asker) && seesPost(asker, post, stored) && post['removed_at'] === null,
    ),
    another: (row) => ({ ...row, id: fresh() }),
  },
  community_log: {
    app: ['select', 'insert'],
    sees: ofModerators,
    writes: ofModerators,
    another: (row) => ({ ...row, id: fresh() }),
  },
  community_library: {
    app: ['select', 'insert', 'delete'],
    sees: (asker, row, stored) => reads(asker, row['community_id'], stored),
    writes: ofModerators,
    another: (row) => ({ ...row, id: fresh() }),
  },
  community_offer: {
    app: ['select', 'update'],
    sees: (asker, row) => asker.municipality === row['municipality'],
    writes: (asker, row) => acts(asker, row['municipality'], editors),
  },
  community_offer_choice: {
    app: ['select', 'insert', 'update'],
    sees: (asker, row) => asker.municipality === row['municipality'],
    writes: (asker, row) => acts(asker, row['municipality'], publishers),
    another: (row) => row,
  },
};

/** One of each way of joining, with everything in it: also what was removed, corrected, closed and offered. */
export async function fillCommunities(alliance: Alliance): Promise<void> {
  const [moderator, replier, publisher, other] = [
    await alliance.as(cast.moderator),
    await alliance.as(cast.replier),
    await alliance.as('publisher'),
    await alliance.as('strangerPublisher'),
  ];
  for (const joining of joinings) {
    const { community, thread, post } = await makePeopled(alliance, joining);
    await replier.communities.react.mutate({ id: post, kind: 'thanks', on: true });
    await replier.communities.editPost.mutate({ id: post, body: 'Wij deden het anders.' });
    const removed = await makeReply(alliance, thread, { by: cast.replier });
    await moderator.communities.removePost.mutate({ id: removed, reason: 'Dubbel.' });
    for (const what of ['close', 'remove'] as const) {
      const { id } = await makeThread(alliance, community, { by: cast.author });
      await makeReply(alliance, { id }, { by: cast.replier });
      await moderator.communities.arrangeThread.mutate({ id, what });
    }
    await makeThread(alliance, community, { by: cast.moderator, kind: 'announcement' });
  }
  for (const municipality of [own, stranger]) await offeredTo(alliance, municipality);
  for (const each of [publisher, other]) await each.communities.chooseOffers.mutate({ wanted: true });
}
