// Founding a community, and coming in and going out: by oneself. What moderators decide about others: service-deciding.ts.
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
  type PersonalDataWarning,
  slugOf,
} from '../kernel/index.ts';
import type { ChangeCommunity, FoundCommunity } from './contract.ts';
import { nicknamesOf } from './nicknames.ts';
import * as may from './permissions.ts';
import { getRow, getRowAt, namesIn, recordHere } from './service.ts';
import { logModeration } from './service-log.ts';
import { community, communityMember } from './tables.ts';
import type { MemberState } from './vocabulary.ts';

const done = { done: true as const };

/** What others will read: a BSN never, other personal data with a reason. Refuses with `community.bsn`, `community.personal_data`. */
export function guardWords(found: readonly PersonalDataWarning[], reason: string | null): void {
  const fields = found.map(({ field, kind }) => ({ field, code: kind as string }));
  const blocking = fields.filter(({ code }) => code === 'bsn');
  if (blocking.length > 0) throw invalid('community.bsn', blocking);
  if (fields.length > 0 && !reason?.trim()) throw invalid('community.personal_data', fields);
}

function guardDescription({ name, purpose, guidelines, personalDataReason }: FoundCommunity): void {
  const found = [
    ...findPersonalData('name', name),
    ...findPersonalDataInMarkdown('purpose', purpose),
    ...findPersonalDataInMarkdown('guidelines', guidelines),
  ];
  guardWords(found, personalDataReason);
}

/** Whoever founds it is its first member and its first moderator. */
export async function foundCommunity(tx: Tx, actor: Actor, input: FoundCommunity) {
  guardDescription(input);
  const { purpose, guidelines, themes, joining } = input;
  const founded = { id: randomUUID(), handle: newHandle(), name: input.name.trim() };
  await tx.insert(community).values({ ...founded, purpose, guidelines, themes, joining });
  await recordHere(
    tx,
    actor,
    { id: founded.id, joining },
    {
      action: 'community.founded',
      reason: input.personalDataReason,
    },
  );
  return { id: founded.id, slug: slugOf(founded.name, founded.handle) };
}

/** Refuses to open what was closed once something was said in it: `community.cannot_open`. */
export async function changeCommunity(tx: Tx, actor: Actor, input: ChangeCommunity) {
  const row = await getRow(tx, input.id);
  if (!may.canModerate(actor, row.id)) throw forbidden('community.cannot_moderate');
  guardDescription(input);
  const { purpose, guidelines, themes, joining } = input;
  if (joining === 'open' && row.joining !== 'open') {
    const { rows } = await tx.execute(
      sql`select 1 from community_thread t where t.community_id = ${row.id} limit 1`,
    );
    if (rows.length > 0) throw invalid('community.cannot_open', [{ field: 'joining', code: 'too_wide' }]);
  }
  const name = input.name.trim();
  const { rowCount } = await tx
    .update(community)
    .set({ name, purpose, guidelines, themes, joining, revision: input.revision + 1 })
    .where(and(eq(community.id, row.id), eq(community.revision, input.revision)));
  if (rowCount === 0) throw conflict('community.stale');
  await logModeration(tx, { community: row.id, what: 'settings_changed' });
  await recordHere(tx, actor, row, { action: 'community.changed', reason: input.personalDataReason });
  return { id: row.id, slug: slugOf(name, row.handle) };
}

async function stateOf(tx: Tx, id: string, account: string): Promise<MemberState | null> {
  const [row] = await tx
    .select({ state: communityMember.state })
    .from(communityMember)
    .where(and(eq(communityMember.communityId, id), eq(communityMember.accountId, account)));
  return row?.state ?? null;
}

/** Comes in where it is open or where one was invited, and asks to come in where that is how one joins. */
export async function joinCommunity(tx: Tx, actor: Actor, { id, note }: { id: string; note: string }) {
  const row = await getRow(tx, id);
  const account = actor.account ?? '';
  if (!actor.acting || !actor.scopes.includes('alliance')) throw forbidden('community.cannot_join');
  const before = await stateOf(tx, id, account);
  if (before === 'blocked') throw forbidden('community.cannot_join');
  if (before === 'member' || may.isMember(actor, id)) throw conflict('community.member_already');
  const state = may.canComeIn(actor, row) ? ('member' as const) : ('asked' as const);
  if (before === state) throw conflict('community.asked_already');
  guardWords(findPersonalData('note', note), null);
  const values = { membershipId: actor.acting.membership, role: 'member' as const, state, note };
  if (before === null)
    await tx.insert(communityMember).values({ communityId: id, accountId: account, ...values });
  else
    await tx
      .update(communityMember)
      .set(values)
      .where(and(eq(communityMember.communityId, id), eq(communityMember.accountId, account)));
  await recordHere(tx, actor, row, { action: state === 'member' ? 'community.joined' : 'community.asked' });
  return { state };
}

/** Leaves, or takes back that one asked. The last moderator names another first: `community.last_moderator`. */
export async function leaveCommunity(tx: Tx, actor: Actor, id: string) {
  const row = await getRow(tx, id);
  const account = actor.account ?? '';
  const before = await stateOf(tx, id, account);
  if (before !== 'member' && before !== 'asked') throw conflict('community.no_member');
  if (may.canModerate(actor, id)) await demandAnother(tx, id, account);
  await tx
    .update(communityMember)
    .set({ state: 'left' })
    .where(and(eq(communityMember.communityId, id), eq(communityMember.accountId, account)));
  await recordHere(tx, actor, row, {
    action: before === 'member' ? 'community.left' : 'community.ask_withdrawn',
  });
  return done;
}

/**
 * Locked, so that two last moderators who leave at once cannot each count on the other; all of them and in one order, so
 * that neither waits for who waits for it.
 */
export async function demandAnother(tx: Tx, id: string, account: string): Promise<void> {
  const { rows } = await tx.execute<{ account_id: string }>(sql`
    select m.account_id from community_member m
    where m.community_id = ${id} and m.state = 'member' and m.role = 'moderator'
    order by m.account_id for update`);
  if (!rows.some(({ account_id }) => account_id !== account)) throw conflict('community.last_moderator');
}

/** Says no to an invitation; the moderators read that. */
export async function declineInvitation(tx: Tx, actor: Actor, id: string) {
  const row = await getRow(tx, id);
  const { rows } = await tx.execute<{ declined: boolean }>(
    sql`select wall.decline_community_invitation(${id}) as declined`,
  );
  if (!rows[0]?.declined) throw conflict('community.not_invited');
  await recordHere(tx, actor, row, { action: 'community.invitation_declined' });
  return done;
}

interface MentionableRow extends Record<string, unknown> {
  account: string;
  name: string;
}

/** Members by nickname, for members. */
export async function nicknamesIn(tx: Tx, id: string) {
  const { rows } = await tx.execute<MentionableRow>(
    sql`select account, name from wall.community_mentionable(${id})`,
  );
  return { rows, byNickname: nicknamesOf(rows) };
}

export async function listNicknames(tx: Tx, handle: string) {
  const { id } = await getRowAt(tx, handle);
  const { rows, byNickname } = await nicknamesIn(tx, id);
  const nameOf = new Map(rows.map(({ account, name }) => [account, name]));
  return {
    names: [...byNickname].map(([nickname, account]) => ({ nickname, name: nameOf.get(account) ?? '' })),
  };
}

interface MemberRow extends Record<string, unknown> {
  account: string;
  role: 'member' | 'moderator';
  joined_at: string;
}

/** Who belongs, in the order in which they joined; for whoever reads what is said there. */
export async function listMembers(
  tx: Tx,
  actor: Actor,
  { handle, after, limit }: { handle: string; after: { at: string; id: string } | null; limit: number },
) {
  const row = await getRowAt(tx, handle);
  if (!may.canRead(actor, row)) throw forbidden('community.cannot_read');
  const onward = after
    ? sql`and (date_trunc('milliseconds', m.joined_at), m.account_id) > (${after.at}::timestamptz, ${after.id}::uuid)`
    : sql``;
  const { rows } = await tx.execute<MemberRow>(sql`
    select m.account_id as account, m.role, m.joined_at from community_member m
    where m.community_id = ${row.id} and m.state = 'member' ${onward}
    order by date_trunc('milliseconds', m.joined_at), m.account_id limit ${limit + 1}`);
  const shown = rows.slice(0, limit);
  const nameOf = await namesIn(
    tx,
    row.id,
    shown.map(({ account }) => account),
  );
  const { byNickname } = may.isMember(actor, row.id)
    ? await nicknamesIn(tx, row.id)
    : { byNickname: new Map<string, string>() };
  const nicknameOf = new Map([...byNickname].map(([nickname, account]) => [account, nickname]));
  const members = shown.map(({ account, role, joined_at }) => ({
    ...nameOf(account),
    role,
    joinedAt: new Date(joined_at).toISOString(),
    nickname: nicknameOf.get(account) ?? '',
  }));
  const last = members.at(-1);
  return { members, next: rows.length > limit && last ? { at: last.joinedAt, id: last.id } : null };
}
