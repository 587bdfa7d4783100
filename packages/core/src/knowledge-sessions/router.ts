// Procedures of this room: names only.
import { Done, Nothing, read, room, write } from '../kernel/index.ts';
import * as c from './contract.ts';
import * as l from './contract-list.ts';
import * as w from './contract-writing.ts';
import { hostingProcedures } from './hosting-procedures.ts';
import { getSessionPage, listOwnSessions } from './service.ts';
import { listSessions } from './service-list.ts';
import {
  acceptLinked,
  confirmLinked,
  feedbackLinked,
  registerGuest,
  viewLinked,
  withdrawLinked,
} from './service-guests.ts';
import { acceptSeat, giveFeedback, register, withdraw } from './service-registering.ts';

export const knowledgeSessionsRouter = room({
  list: read('visitor')
    .input(l.ListSessions)
    .output(l.SessionList)
    .query(({ ctx, input }) => listSessions(ctx.tx, input)),
  get: read('visitor')
    .input(c.GetSession)
    .output(c.SessionPage)
    .query(({ ctx, input }) => getSessionPage(ctx.tx, ctx.actor, input.handle)),
  mine: read('account')
    .input(Nothing)
    .output(c.OwnSessions)
    .query(({ ctx }) => listOwnSessions(ctx.tx, ctx.actor)),
  register: write('account')
    .input(w.Register)
    .output(w.Registered)
    .mutation(({ ctx, input }) => register(ctx.tx, input)),
  withdraw: write('account')
    .input(w.TheRegistration)
    .output(Done)
    .mutation(({ ctx, input }) => withdraw(ctx.tx, input.id)),
  acceptSeat: write('account')
    .input(w.AcceptSeat)
    .output(Done)
    .mutation(({ ctx, input }) => acceptSeat(ctx.tx, input)),
  giveFeedback: write('account')
    .input(w.GiveFeedback)
    .output(Done)
    .mutation(({ ctx, input }) => giveFeedback(ctx.tx, ctx.actor, input)),
  registerGuest: write('visitor')
    .input(w.RegisterGuest)
    .output(Done)
    .mutation(({ ctx, input }) => registerGuest(ctx, ctx.tx, input)),
  link: read('link')
    .input(w.TheLink)
    .output(w.LinkedRegistration)
    .query(({ ctx }) => viewLinked(ctx.tx)),
  confirmByLink: write('link')
    .input(w.TheLink)
    .output(Done)
    .mutation(({ ctx }) => confirmLinked(ctx.tx)),
  withdrawByLink: write('link')
    .input(w.TheLink)
    .output(Done)
    .mutation(({ ctx }) => withdrawLinked(ctx.tx)),
  acceptByLink: write('link')
    .input(w.AcceptByLink)
    .output(Done)
    .mutation(({ ctx, input }) => acceptLinked(ctx.tx, input.part)),
  feedbackByLink: write('link')
    .input(w.FeedbackByLink)
    .output(Done)
    .mutation(({ ctx, input }) => feedbackLinked(ctx.tx, input)),
  ...hostingProcedures,
});
