// Procedures of this room: names only.
import { administrators, read, room, write } from '../kernel/index.ts';
import * as c from './contract.ts';
import { readPart, showLeaving, startLeaving } from './service.ts';

export const leavingRouter = room({
  overview: read(administrators)
    .output(c.Overview)
    .query(({ ctx }) => showLeaving(ctx.tx, ctx.actor)),
  start: write(administrators)
    .output(c.Started)
    .mutation(({ ctx }) => startLeaving(ctx.tx, ctx.actor)),
  part: read(administrators)
    .input(c.GetPart)
    .output(c.Part)
    .query(({ ctx, input }) => readPart(ctx.tx, ctx.actor, input)),
});
