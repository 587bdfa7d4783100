// Procedures of this room: names only.
import { attachmentProcedures } from '../files/index.ts';
import {
  Done,
  editors,
  GetVersion,
  Nothing,
  presenceProcedures,
  Published,
  publishers,
  read,
  readers,
  ReturnDocument,
  room,
  Saved,
  SubmitDocument,
  versionProcedures,
  write,
} from '../kernel/index.ts';
import { GetOrganisation } from '../organisations/index.ts';
import * as c from './contract.ts';
import { AllianceShare } from './contract-progress.ts';
import * as w from './contract-writing.ts';
import { listOfOrganisation } from './service-parties.ts';
import { measuredShare } from './service-progress.ts';
import { returnAgenda, submitAgenda } from './service-review.ts';
import { getVersion, publishable } from './service-versions.ts';
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
  version: read('visitor')
    .input(GetVersion)
    .output(c.AgendaVersion)
    .query(({ ctx, input }) => getVersion(ctx.tx, ctx.actor, input)),
  ofOrganisation: read('visitor')
    .input(GetOrganisation)
    .output(c.AgendasOfOrganisation)
    .query(({ ctx, input }) => listOfOrganisation(ctx.tx, input.handle)),
  ...versionProcedures(publishable),
  ...attachmentProcedures(publishable),
  ...presenceProcedures(publishable),
  measured: read('account')
    .input(Nothing)
    .output(AllianceShare)
    .query(({ ctx }) => measuredShare(ctx.tx)),
  workingCopies: read(readers)
    .input(Nothing)
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
  submit: write(editors)
    .input(SubmitDocument)
    .output(Saved)
    .mutation(({ ctx, input }) => submitAgenda(ctx.tx, ctx.actor, input.id)),
  return: write(publishers)
    .input(ReturnDocument)
    .output(Saved)
    .mutation(({ ctx, input }) => returnAgenda(ctx.tx, ctx.actor, input)),
  publish: write(publishers)
    .input(w.PublishAgenda)
    .output(Published)
    .mutation(({ ctx, input }) => publishAgenda(ctx.tx, ctx.actor, input)),
  withdraw: write(publishers)
    .input(w.WithdrawAgenda)
    .output(Done)
    .mutation(({ ctx, input }) => withdrawAgenda(ctx.tx, ctx.actor, input)),
});
