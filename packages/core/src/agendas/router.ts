// Procedures of this room: names only.
import { Done, editors, Published, publishers, read, readers, room, Saved, write } from '../kernel/index.ts';
import * as c from './contract.ts';
import * as w from './contract-writing.ts';
import { getAgendaWorkingCopy, getPublishedAgenda, listAgendas, listAgendaWorkingCopies } from './service.ts';
import { createAgenda, discardAgenda, publishAgenda, saveAgenda, withdrawAgenda } from './service-writing.ts';

export const agendasRouter = room({
  get: read('visitor')
    .input(c.GetAgenda)
    .output(c.PublishedAgenda)
    .query(({ ctx, input }) => getPublishedAgenda(ctx.tx, ctx.actor, input.handle)),
  list: read('visitor')
    .input(c.ListAgendas)
    .output(c.AgendaCards)
    .query(({ ctx, input }) => listAgendas(ctx.tx, input.municipality)),
  workingCopies: read(readers)
    .output(w.AgendaWorkingCopies)
    .query(({ ctx }) => listAgendaWorkingCopies(ctx.tx)),
  workingCopy: read(readers)
    .input(w.GetAgendaWorkingCopy)
    .output(w.AgendaWorkingCopy)
    .query(({ ctx, input }) => getAgendaWorkingCopy(ctx.tx, ctx.actor, input.id)),
  create: write(editors)
    .input(w.CreateAgenda)
    .output(w.CreatedAgenda)
    .mutation(({ ctx, input }) => createAgenda(ctx.tx, ctx.actor, input)),
  save: write(editors)
    .input(w.SaveAgenda)
    .output(Saved)
    .mutation(({ ctx, input }) => saveAgenda(ctx.tx, ctx.actor, input)),
  discard: write(editors)
    .input(w.DiscardAgenda)
    .output(Done)
    .mutation(({ ctx, input }) => discardAgenda(ctx.tx, ctx.actor, input.id)),
  publish: write(publishers)
    .input(w.PublishAgenda)
    .output(Published)
    .mutation(({ ctx, input }) => publishAgenda(ctx.tx, ctx.actor, input)),
  withdraw: write(publishers)
    .input(w.WithdrawAgenda)
    .output(Done)
    .mutation(({ ctx, input }) => withdrawAgenda(ctx.tx, ctx.actor, input)),
});
