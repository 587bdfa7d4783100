// Procedures of this room: names only. What is said in a community: router-talking.ts.
import { Done, editors, read, room, write } from '../kernel/index.ts';
import * as k from './contract-keeping.ts';
import * as c from './contract.ts';
import { talkingProcedures } from './router-talking.ts';
import {
  changeCommunity,
  declineInvitation,
  foundCommunity,
  joinCommunity,
  leaveCommunity,
  listMembers,
} from './service-belonging.ts';
import { decideMember, withdrawInvitation } from './service-deciding.ts';
import { getModeration } from './service-desk.ts';
import { inviteByMail } from './service-inviting.ts';
import { getLibrary, keepInLibrary, removeFromLibrary } from './service-library.ts';
import { getCommunity, listCommunities } from './service.ts';

export const communitiesRouter = room({
  list: read('visitor')
    .input(c.ListCommunities)
    .output(c.CommunityList)
    .query(({ ctx, input }) => listCommunities(ctx.tx, ctx.actor, input)),
  get: read('visitor')
    .input(c.GetCommunity)
    .output(c.CommunityPage)
    .query(({ ctx, input }) => getCommunity(ctx.tx, ctx.actor, input.handle)),
  members: read('account')
    .input(c.ListMembers)
    .output(c.MemberList)
    .query(({ ctx, input }) => listMembers(ctx.tx, ctx.actor, input)),
  moderation: read('account')
    .input(c.GetCommunity)
    .output(k.Moderation)
    .query(({ ctx, input }) => getModeration(ctx.tx, ctx.actor, input.handle)),
  library: read('visitor')
    .input(k.GetLibrary)
    .output(k.Library)
    .query(({ ctx, input }) => getLibrary(ctx.tx, ctx.actor, input.handle)),
  found: write([...editors, 'partner', 'coordinator'])
    .input(c.FoundCommunity)
    .output(c.Founded)
    .mutation(({ ctx, input }) => foundCommunity(ctx.tx, ctx.actor, input)),
  change: write('account')
    .input(c.ChangeCommunity)
    .output(c.Founded)
    .mutation(({ ctx, input }) => changeCommunity(ctx.tx, ctx.actor, input)),
  join: write('account')
    .input(c.JoinCommunity)
    .output(c.Joined)
    .mutation(({ ctx, input }) => joinCommunity(ctx.tx, ctx.actor, input)),
  leave: write('account')
    .input(c.TheCommunity)
    .output(Done)
    .mutation(({ ctx, input }) => leaveCommunity(ctx.tx, ctx.actor, input.id)),
  declineInvitation: write('account')
    .input(c.TheCommunity)
    .output(Done)
    .mutation(({ ctx, input }) => declineInvitation(ctx.tx, ctx.actor, input.id)),
  invite: write('account')
    .input(c.InviteMember)
    .output(Done)
    .mutation(({ ctx, input }) => inviteByMail(ctx.tx, ctx.actor, { ...input, origin: ctx.settings.origin })),
  withdrawInvitation: write('account')
    .input(c.TheInvitation)
    .output(Done)
    .mutation(({ ctx, input }) => withdrawInvitation(ctx.tx, ctx.actor, input.id)),
  decide: write('account')
    .input(c.DecideMember)
    .output(Done)
    .mutation(({ ctx, input }) => decideMember(ctx.tx, ctx.actor, input)),
  keepInLibrary: write('account')
    .input(k.KeepInLibrary)
    .output(Done)
    .mutation(({ ctx, input }) => keepInLibrary(ctx.tx, ctx.actor, input)),
  removeFromLibrary: write('account')
    .input(k.TheLibraryItem)
    .output(Done)
    .mutation(({ ctx, input }) => removeFromLibrary(ctx.tx, ctx.actor, input.id)),
  ...talkingProcedures,
});
