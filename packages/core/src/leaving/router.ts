// Procedures of this room: names only.
import { administrators, Nothing, read, room, write } from '../kernel/index.ts';
import * as c from './contract.ts';
import { readPart, showLeaving, startLeaving } from './service.ts';

export const leavingRouter = room({
  overview: read(administrators)
    .input(Nothing)
    .output(c.Overview)
    .query(({ ctx }) => showLeaving(ctx.tx, ctx.actor)),
  start: write(administrators)
    .input(Nothing)
    .output(c.Started)
    .mutation(({ ctx }) => startLeaving(ctx.tx, ctx.actor)),
  part: read(administrators)
    .input(c.GetPart)
    .output(c.Part)
    .query(({ ctx, input }) => readPart(ctx.tx, ctx.actor, input)),
});
