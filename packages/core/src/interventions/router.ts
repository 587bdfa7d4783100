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
import * as p from './contract-participating.ts';
import * as w from './contract-writing.ts';
import { getWorkingCopy, listWorkingCopies } from './service.ts';
import { getPublished } from './service-page.ts';
import { listOfOrganisation } from './service-parties.ts';
import {
  answerParticipation,
  declineParticipation,
  removeParticipation,
  stateParticipation,
} from './service-participating.ts';
import { saveOwnPart } from './service-own-part.ts';
import {
  publishIntervention,
  returnIntervention,
  submitIntervention,
  withdrawIntervention,
} from './service-publishing.ts';
import { getQuestion } from './service-questions.ts';
import { getVersion, publishable } from './service-versions.ts';
import { createIntervention, discardIntervention, saveIntervention } from './service-writing.ts';

export const interventionsRouter = room({
  get: read('visitor')
    .input(c.GetIntervention)
    .output(c.PublishedIntervention)
    .query(({ ctx, input }) => getPublished(ctx.tx, ctx.actor, input.handle)),
  version: read('visitor')
    .input(GetVersion)
    .output(c.InterventionVersion)
    .query(({ ctx, input }) => getVersion(ctx.tx, ctx.actor, input)),
  ofOrganisation: read('visitor')
    .input(GetOrganisation)
    .output(c.OfOrganisation)
    .query(({ ctx, input }) => listOfOrganisation(ctx.tx, input.handle)),
  ...versionProcedures(publishable),
  ...attachmentProcedures(publishable),
  ...presenceProcedures(publishable),
  workingCopies: read(readers)
    .input(Nothing)
    .output(w.WorkingCopies)
    .query(({ ctx }) => listWorkingCopies(ctx.tx, ctx.actor)),
  workingCopy: read(readers)
    .input(w.GetWorkingCopy)
    .output(w.WorkingCopy)
    .query(({ ctx, input }) => getWorkingCopy(ctx.tx, ctx.actor, input.id)),
  create: write(editors)
    .input(w.CreateIntervention)
    .output(w.CreatedIntervention)
    .mutation(({ ctx, input }) => createIntervention(ctx.tx, ctx.actor, input)),
  save: write(editors)
    .input(w.SaveIntervention)
    .output(Saved)
    .mutation(({ ctx, input }) => saveIntervention(ctx.tx, ctx.actor, input)),
  discard: write(editors)
    .input(w.DiscardIntervention)
    .output(Done)
    .mutation(({ ctx, input }) => discardIntervention(ctx.tx, ctx.actor, input.id)),
  submit: write(editors)
    .input(SubmitDocument)
    .output(Saved)
    .mutation(({ ctx, input }) => submitIntervention(ctx.tx, ctx.actor, input.id)),
  return: write(publishers)
    .input(ReturnDocument)
    .output(Saved)
    .mutation(({ ctx, input }) => returnIntervention(ctx.tx, ctx.actor, input)),
  publish: write(publishers)
    .input(w.PublishIntervention)
    .output(Published)
    .mutation(({ ctx, input }) => publishIntervention(ctx.tx, ctx.actor, input)),
  withdraw: write(publishers)
    .input(w.WithdrawIntervention)
    .output(Done)
    .mutation(({ ctx, input }) => withdrawIntervention(ctx.tx, ctx.actor, input)),
  stateParticipation: write(editors)
    .input(p.StateParticipation)
    .output(Done)
    .mutation(({ ctx, input }) => stateParticipation(ctx.tx, ctx.actor, input)),
  removeParticipation: write(editors)
    .input(p.RemoveParticipation)
    .output(Done)
    .mutation(({ ctx, input }) => removeParticipation(ctx.tx, ctx.actor, input)),
  answerParticipation: write(publishers)
    .input(p.AnswerParticipation)
    .output(Done)
    .mutation(({ ctx, input }) => answerParticipation(ctx.tx, ctx.actor, input)),
  saveOwnPart: write(publishers)
    .input(p.SaveOwnPart)
    .output(Done)
    .mutation(({ ctx, input }) => saveOwnPart(ctx.tx, ctx.actor, input)),
  declineParticipation: write(publishers)
    .input(p.DeclineParticipation)
    .output(Done)
    .mutation(({ ctx, input }) => declineParticipation(ctx.tx, ctx.actor, input)),
  question: read(readers)
    .input(p.GetQuestion)
    .output(p.Question)
    .query(({ ctx, input }) => getQuestion(ctx.tx, ctx.actor, input.id)),
});
