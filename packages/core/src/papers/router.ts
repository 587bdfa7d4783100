// Procedures of this room: names only.
import { read, readers, room } from '../kernel/index.ts';
import * as c from './contract.ts';
import { printAgenda, printAgendaDraft } from './service-agendas.ts';
import { printIntervention, printInterventionDraft } from './service.ts';

export const papersRouter = room({
  intervention: read('visitor')
    .input(c.PrintIntervention)
    .output(c.Paper)
    .query(({ ctx, input }) => printIntervention(ctx.tx, ctx.actor, ctx.settings, input)),
  interventionDraft: read(readers)
    .input(c.PrintInterventionDraft)
    .output(c.Paper)
    .query(({ ctx, input }) => printInterventionDraft(ctx.tx, ctx.settings, input.id)),
  agenda: read('visitor')
    .input(c.PrintAgenda)
    .output(c.Paper)
    .query(({ ctx, input }) => printAgenda(ctx.tx, ctx.actor, ctx.settings, input)),
  agendaDraft: read(readers)
    .input(c.PrintAgendaDraft)
    .output(c.Paper)
    .query(({ ctx, input }) => printAgendaDraft(ctx.tx, ctx.actor, ctx.settings, input)),
});
