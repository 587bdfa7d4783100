// Procedures of this room: names only.
import { Done, Nothing, room, write } from '../kernel/index.ts';
import * as c from './contract.ts';
import { eraseOwnPerson, exportOwnPersonalData } from './service.ts';

export const personalDataRouter = room({
  mine: write('account')
    .input(Nothing)
    .output(c.OwnPersonalData)
    .mutation(({ ctx }) => exportOwnPersonalData(ctx.tx, ctx.actor)),
  erase: write('account', { confirmed: true })
    .input(Nothing)
    .output(Done)
    .mutation(({ ctx }) => eraseOwnPerson(ctx.tx)),
});
