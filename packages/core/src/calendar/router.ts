// Procedures of this room: names only.
import { Nothing, read, room, write } from '../kernel/index.ts';
import * as c from './contract.ts';
import { dropAddress, findAddress, followOwn, makeAddress } from './service-address.ts';
import { followPublic, readAlong, takeAlong, viewMonth, viewOwnMonth } from './service.ts';

export const calendarRouter = room({
  month: read('visitor')
    .input(c.GetMonth)
    .output(c.MonthView)
    .query(({ ctx, input }) => viewMonth(ctx.tx, ctx.actor, input.month)),
  ownMonth: read('account')
    .input(c.GetMonth)
    .output(c.MonthView)
    .query(({ ctx, input }) => viewOwnMonth(ctx.tx, ctx.actor, input.month)),
  file: read('visitor')
    .input(c.GetFile)
    .output(c.TextFile)
    .query(({ ctx, input }) => takeAlong(ctx.tx, input.handle, ctx.settings.origin)),
  publicFeed: read('visitor')
    .input(Nothing)
    .output(c.TextFile)
    .query(({ ctx }) => followPublic(ctx.tx, ctx.settings.origin)),
  atom: read('visitor')
    .input(Nothing)
    .output(c.TextFile)
    .query(({ ctx }) => readAlong(ctx.tx, ctx.settings.origin)),
  address: read('account')
    .input(Nothing)
    .output(c.Address)
    .query(({ ctx }) => findAddress(ctx.tx)),
  makeAddress: write('account')
    .input(Nothing)
    .output(c.NewAddress)
    .mutation(({ ctx }) => makeAddress(ctx.tx, ctx.actor)),
  dropAddress: write('account')
    .input(Nothing)
    .output(c.Done)
    .mutation(({ ctx }) => dropAddress(ctx.tx, ctx.actor)),
  ownFeed: read('link')
    .input(c.AddressLink)
    .output(c.TextFile)
    .query(({ ctx }) => followOwn(ctx.tx, ctx.settings.origin)),
});
