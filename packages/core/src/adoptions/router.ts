// Procedures of this room: names only.
import { Done, editors, read, readers, room, write } from '../kernel/index.ts';
import * as c from './contract.ts';
import { adoptIntervention, explainAdaptation, getSource, takeOverFields } from './service.ts';
import { getLineage } from './service-lineage.ts';

export const adoptionsRouter = room({
  adopt: write(editors)
    .input(c.Adopt)
    .output(c.Adopted)
    .mutation(({ ctx, input }) => adoptIntervention(ctx.tx, ctx.actor, input.handle)),
  source: read(readers)
    .input(c.GetSource)
    .output(c.Source)
    .query(({ ctx, input }) => getSource(ctx.tx, ctx.actor, input.id)),
  takeOver: write(editors)
    .input(c.TakeOver)
    .output(c.Taken)
    .mutation(({ ctx, input }) => takeOverFields(ctx.tx, ctx.actor, input)),
  explain: write(editors)
    .input(c.Explain)
    .output(Done)
    .mutation(({ ctx, input }) => explainAdaptation(ctx.tx, ctx.actor, input)),
  lineage: read('visitor')
    .input(c.GetLineage)
    .output(c.Lineage)
    .query(({ ctx, input }) => getLineage(ctx.tx, ctx.actor, input.handle)),
});
