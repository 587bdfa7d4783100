// Procedures of this room: names only.
import { Done, publishers, read, readers, room, write } from '../kernel/index.ts';
import * as cc from './contract-consultations.ts';
import * as c from './contract.ts';
import { choicesFor, getConsultation, listConsultations } from './service-consultations.ts';
import {
  confirmConsultation,
  correctConsultation,
  denyConsultation,
  recordConsultation,
  withdrawConsultation,
} from './service-recording.ts';
import { keepSigned, removeSigned } from './service-signed.ts';
import { overview, ownStanding, standingForCoordinator } from './service.ts';

const coordinators = ['coordinator'] as const;
const insiders = [...readers, ...coordinators];
/** Who speaks for one of the two sides. */
const speakers = [...publishers, ...coordinators];

export const commitmentsRouter = room({
  mine: read(readers)
    .input(c.GetStanding)
    .output(c.MunicipalityStanding)
    .query(({ ctx, input }) => ownStanding(ctx.tx, ctx.actor, input.year)),
  overview: read(coordinators)
    .input(c.GetOverview)
    .output(c.Overview)
    .query(({ ctx, input }) => overview(ctx.tx, input)),
  municipality: read(coordinators)
    .input(c.GetStandingOf)
    .output(c.StandingForCoordinator)
    .query(({ ctx, input }) => standingForCoordinator(ctx.tx, input.slug, input.year)),
  keep: write(coordinators)
    .input(c.KeepSigned)
    .output(Done)
    .mutation(({ ctx, input }) => keepSigned(ctx.tx, input)),
  remove: write(coordinators)
    .input(c.RemoveSigned)
    .output(Done)
    .mutation(({ ctx, input }) => removeSigned(ctx.tx, input)),
});

export const consultationsRouter = room({
  list: read(insiders)
    .input(cc.ListConsultations)
    .output(cc.Consultations)
    .query(({ ctx, input }) => listConsultations(ctx.tx, input)),
  get: read(insiders)
    .input(cc.GetConsultation)
    .output(cc.ConsultationPage)
    .query(({ ctx, input }) => getConsultation(ctx.tx, input.id)),
  choices: read(speakers)
    .input(cc.GetChoices)
    .output(cc.ConsultationChoices)
    .query(({ ctx, input }) => choicesFor(ctx.tx, ctx.actor, input.municipality)),
  record: write(speakers)
    .input(cc.RecordConsultation)
    .output(cc.Recorded)
    .mutation(({ ctx, input }) => recordConsultation(ctx.tx, ctx.actor, input)),
  correct: write(speakers)
    .input(cc.CorrectConsultation)
    .output(Done)
    .mutation(({ ctx, input }) => correctConsultation(ctx.tx, input)),
  confirm: write(speakers)
    .input(cc.ConfirmConsultation)
    .output(Done)
    .mutation(({ ctx, input }) => confirmConsultation(ctx.tx, input)),
  deny: write(speakers)
    .input(cc.DenyConsultation)
    .output(Done)
    .mutation(({ ctx, input }) => denyConsultation(ctx.tx, input)),
  withdraw: write(speakers)
    .input(cc.WithdrawConsultation)
    .output(Done)
    .mutation(({ ctx, input }) => withdrawConsultation(ctx.tx, input)),
});
