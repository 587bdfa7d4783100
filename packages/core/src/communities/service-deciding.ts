// What moderators decide about people: who comes in, who goes, who moderates, whose invitation is taken back.
import type { Actor, Tx } from '@kansenplein/db';
import { and, eq } from 'drizzle-orm';
import { conflict, forbidden, notFound } from '../kernel/index.ts';
import type { DecideMember } from './contract.ts';
import * as may from './permissions.ts';
import { demandAnother } from './service-belonging.ts';
import { logModeration } from './service-log.ts';
import { type CommunityRow, getRow, recordHere } from './service.ts';
import { communityInvitation, communityMember } from './tables.ts';
import type { MemberState, Moderation } from './vocabulary.ts';

const done = { done: true as const };

/** The community, for who moderates it: `community.not_found`, `community.cannot_moderate`. */
export async function getModerated(tx: Tx, actor: Actor, id: string): Promise<CommunityRow> {
  const row = await getRow(tx, id);
  if (!may.canModerate(actor, id)) throw forbidden('community.cannot_moderate');
  return row;
}

interface Decision {
  readonly from: readonly MemberState[];
  readonly to: MemberState;
  readonly role: 'member' | 'moderator';
  readonly logged: Moderation;
}

/** From where each decision leads to where; anything else is `community.other_state`. */
const meaning: Readonly<Record<DecideMember['what'], Decision>> = {
  approve: { from: ['asked'], to: 'member', role: 'member', logged: 'approved' },
  decline: { from: ['asked'], to: 'declined', role: 'member', logged: 'declined' },
  remove: { from: ['member'], to: 'removed', role: 'member', logged: 'member_removed' },
  block: {
    from: ['asked', 'member', 'declined', 'left', 'removed'],
    to: 'blocked',
    role: 'member',
    logged: 'blocked',
  },
  unblock: { from: ['blocked'], to: 'removed', role: 'member', logged: 'unblocked' },
  make_moderator: { from: ['member'], to: 'member', role: 'moderator', logged: 'made_moderator' },
  make_member: { from: ['member'], to: 'member', role: 'member', logged: 'made_member' },
};

/** One decision about one person. Of oneself one only steps back as a moderator; leaving is `leaveCommunity`. */
export async function decideMember(tx: Tx, actor: Actor, { id, account, what, reason }: DecideMember) {
  const row = await getModerated(tx, actor, id);
  const isThisMember = and(eq(communityMember.communityId, id), eq(communityMember.accountId, account));
  const [member] = await tx.select().from(communityMember).where(isThisMember).for('update');
  if (!member) throw notFound('member');
  const { from, to, role, logged } = meaning[what];
  const changes = member.state !== to || member.role !== role;
  if (!from.includes(member.state) || !changes) throw conflict('community.other_state');
  if (account === actor.account && what !== 'make_member') throw conflict('community.not_oneself');
  if (member.role === 'moderator') await demandAnother(tx, id, account);
  await tx.update(communityMember).set({ state: to, role }).where(isThisMember);
  await logModeration(tx, { community: id, what: logged, about: account, reason });
  await recordHere(tx, actor, row, { action: `community.${logged}` });
  return done;
}

export async function withdrawInvitation(tx: Tx, actor: Actor, id: string) {
  const [invitation] = await tx
    .select({ communityId: communityInvitation.communityId, state: communityInvitation.state })
    .from(communityInvitation)
    .where(eq(communityInvitation.id, id));
  if (!invitation) throw notFound('invitation');
  const row = await getModerated(tx, actor, invitation.communityId);
  if (invitation.state !== 'open') throw conflict('community.invitation_settled');
  await tx.update(communityInvitation).set({ state: 'withdrawn' }).where(eq(communityInvitation.id, id));
  await logModeration(tx, { community: row.id, what: 'invitation_withdrawn' });
  await recordHere(tx, actor, row, { action: 'community.invitation_withdrawn' });
  return done;
}
