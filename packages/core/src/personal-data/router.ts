// Procedures of this room: names only.
import { Done, room, write } from '../kernel/index.ts';
import * as c from './contract.ts';
import { eraseOwnPerson, exportOwnPersonalData } from './service.ts';

export const personalDataRouter = room({
  mine: write('account')
    .output(c.OwnPersonalData)
    .mutation(({ ctx }) => exportOwnPersonalData(ctx.tx, ctx.actor)),
  erase: write('account', { confirmed: true })
    .output(Done)
    .mutation(({ ctx }) => eraseOwnPerson(ctx.tx)),
});
