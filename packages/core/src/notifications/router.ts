// Procedures of this room: names only.
import { Done, Nothing, read, room, write } from '../kernel/index.ts';
import * as c from './contract.ts';
import { countUnread, listTold, markRead } from './service.ts';
import { choose, listChoices, stopByLink, viewStopLink } from './service-choosing.ts';
import { findFollow, follow, listFollows, unfollow } from './service-following.ts';
import { listUndelivered, tryMailAgain } from './service-undelivered.ts';

export const notificationsRouter = room({
  unread: read('account')
    .input(Nothing)
    .output(c.Unread)
    .query(({ ctx }) => countUnread(ctx.tx)),
  list: read('account')
    .input(c.ListTold)
    .output(c.ToldPage)
    .query(({ ctx, input }) => listTold(ctx.tx, input.cursor)),
  markRead: write('account')
    .input(c.MarkRead)
    .output(c.Marked)
    .mutation(({ ctx, input }) => markRead(ctx.tx, input)),
  follows: read('account')
    .input(Nothing)
    .output(c.Follows)
    .query(({ ctx }) => listFollows(ctx.tx)),
  followed: read('account')
    .input(c.Target)
    .output(c.Followed)
    .query(({ ctx, input }) => findFollow(ctx.tx, input)),
  follow: write('account')
    .input(c.Target)
    .output(c.Followed)
    .mutation(({ ctx, input }) => follow(ctx.tx, ctx.actor, input)),
  unfollow: write('account')
    .input(c.TheFollow)
    .output(Done)
    .mutation(({ ctx, input }) => unfollow(ctx.tx, ctx.actor, input.id)),
  choices: read('account')
    .input(Nothing)
    .output(c.Choices)
    .query(({ ctx }) => listChoices(ctx.tx)),
  choose: write('account')
    .input(c.Choose)
    .output(Done)
    .mutation(({ ctx, input }) => choose(ctx.tx, ctx.actor, input)),
  link: read('link')
    .input(c.StopLink)
    .output(c.StopView)
    .query(({ ctx }) => viewStopLink(ctx.tx)),
  stop: write('link')
    .input(c.StopLink)
    .output(Done)
    .mutation(({ ctx }) => stopByLink(ctx.tx)),
  undelivered: read(['operator'])
    .input(Nothing)
    .output(c.Undelivered)
    .query(({ ctx }) => listUndelivered(ctx.tx)),
  tryAgain: write(['operator'])
    .input(c.TheMail)
    .output(Done)
    .mutation(({ ctx, input }) => tryMailAgain(ctx.tx, input.id)),
});
