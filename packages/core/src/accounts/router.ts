// Procedures of this room: names only.
import { administrators, Done, Nothing, outside, read, room, write } from '../kernel/index.ts';
import { Outcome } from './contract-signing.ts';
import * as c from './contract.ts';
import { deviceOf } from './service-device.ts';
import { listDemoAccounts, listDemoMail } from './service-demo.ts';
import { acceptInvitation, getInvitation, invite, revokeInvitation } from './service-inviting.ts';
import { actAs, signIn, signOut } from './service-signing.ts';
import { changeRole, endMembership, getMe, listPeople } from './service.ts';

export const accountsRouter = room({
  me: read('visitor')
    .input(Nothing)
    .output(c.Me)
    .query(({ ctx }) => getMe(ctx.tx, ctx.actor, ctx.settings)),
  device: read('account')
    .input(Nothing)
    .output(c.Device)
    .query(({ ctx }) => deviceOf(ctx.vault, ctx.actor)),
  signIn: outside('visitor')
    .input(c.SignIn)
    .output(Outcome)
    .mutation(({ ctx, input }) => signIn(ctx, input)),
  signOut: write('visitor')
    .input(c.SignOut)
    .output(Done)
    .mutation(({ ctx, input }) => signOut(ctx.tx, ctx.actor, ctx.caller, input)),
  actAs: write('account')
    .input(c.ActAs)
    .output(c.SignedIn)
    .mutation(({ ctx, input }) => actAs(ctx.tx, ctx.caller, input.membership)),
  people: read(administrators)
    .input(Nothing)
    .output(c.People)
    .query(({ ctx }) => listPeople(ctx.tx, ctx.actor)),
  invite: write(administrators)
    .input(c.Invite)
    .output(Done)
    .mutation(({ ctx, input }) => invite(ctx.tx, ctx.actor, ctx.settings, input)),
  revokeInvitation: write(administrators)
    .input(c.RevokeInvitation)
    .output(Done)
    .mutation(({ ctx, input }) => revokeInvitation(ctx.tx, ctx.actor, input.id)),
  changeRole: write(administrators)
    .input(c.ChangeRole)
    .output(Done)
    .mutation(({ ctx, input }) => changeRole(ctx.tx, ctx.actor, input)),
  endMembership: write(administrators)
    .input(c.EndMembership)
    .output(Done)
    .mutation(({ ctx, input }) => endMembership(ctx.tx, ctx.actor, input.membership)),
  invitation: read('link')
    .input(c.GetInvitation)
    .output(c.InvitationView)
    .query(({ ctx }) => getInvitation(ctx.tx)),
  acceptInvitation: outside('link')
    .input(c.AcceptInvitation)
    .output(Outcome)
    .mutation(({ ctx, input }) => acceptInvitation(ctx, input)),
  demoAccounts: outside('visitor')
    .input(Nothing)
    .output(c.DemoAccounts)
    .query(({ ctx }) => listDemoAccounts(ctx)),
  demoMail: outside('visitor')
    .input(Nothing)
    .output(c.DemoMail)
    .query(({ ctx }) => listDemoMail(ctx)),
});
