// Procedures of this room: names only.
import { Done, outside, room, write } from '../kernel/index.ts';
import * as c from './contract.ts';
import { eraseOwnPerson, exportOwnPersonalData } from './service.ts';

export const personalDataRouter = room({
  mine: write('account')
    .output(c.OwnPersonalData)
    .mutation(({ ctx }) => exportOwnPersonalData(ctx.tx, ctx.actor)),
  erase: outside('account')
    .input(c.EraseMe)
    .output(Done)
    .mutation(({ ctx, input }) => eraseOwnPerson(ctx, input)),
});
