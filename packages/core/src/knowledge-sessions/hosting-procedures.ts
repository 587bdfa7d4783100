// Procedures for who holds a session: names only.
import { Done, Nothing, Published, read, readers, Saved, write } from '../kernel/index.ts';
import * as w from './contract-writing.ts';
import { checkIn, decide, listRegistrations } from './service-hosting.ts';
import { mailParticipants } from './service-mailing.ts';
import { cancelSession, moveSession, publishSession, saveLinks } from './service-publishing.ts';
import { getWorkingSession, listWorkingSessions } from './service-working.ts';
import { createSession, discardSession, saveSession } from './service-writing.ts';

// The alliance holds sessions too, and so do communities, whose moderators come from anywhere in it: what each may do
// with a session stands in permissions.ts.
const hosts = [...readers, 'partner', 'coordinator'] as const;

export const hostingProcedures = {
  workingSessions: read(hosts)
    .input(Nothing)
    .output(w.WorkingSessions)
    .query(({ ctx }) => listWorkingSessions(ctx.tx, ctx.actor)),
  workingSession: read(hosts)
    .input(w.TheSession)
    .output(w.WorkingSession)
    .query(({ ctx, input }) => getWorkingSession(ctx.tx, ctx.actor, input.id)),
  create: write(hosts)
    .input(w.CreateSession)
    .output(w.CreatedSession)
    .mutation(({ ctx, input }) => createSession(ctx.tx, ctx.actor, input)),
  save: write(hosts)
    .input(w.SaveSession)
    .output(Saved)
    .mutation(({ ctx, input }) => saveSession(ctx.tx, ctx.actor, input)),
  saveLinks: write(hosts)
    .input(w.SaveLinks)
    .output(w.SavedLinks)
    .mutation(({ ctx, input }) => saveLinks(ctx.tx, ctx.actor, input)),
  discard: write(hosts)
    .input(w.TheSession)
    .output(Done)
    .mutation(({ ctx, input }) => discardSession(ctx.tx, ctx.actor, input.id)),
  publish: write(hosts)
    .input(w.PublishSession)
    .output(Published)
    .mutation(({ ctx, input }) => publishSession(ctx.tx, ctx.actor, input)),
  move: write(hosts)
    .input(w.MoveSession)
    .output(Done)
    .mutation(({ ctx, input }) => moveSession(ctx.tx, ctx.actor, input)),
  cancel: write(hosts)
    .input(w.CancelSession)
    .output(Done)
    .mutation(({ ctx, input }) => cancelSession(ctx.tx, ctx.actor, input)),
  registrations: read(hosts)
    .input(w.TheSession)
    .output(w.Registrations)
    .query(({ ctx, input }) => listRegistrations(ctx.tx, ctx.actor, input.id)),
  mailParticipants: write(hosts)
    .input(w.MailParticipants)
    .output(w.MailedParticipants)
    .mutation(({ ctx, input }) => mailParticipants(ctx.tx, ctx.actor, input, ctx.settings.origin)),
  decide: write(hosts)
    .input(w.Decide)
    .output(Done)
    .mutation(({ ctx, input }) => decide(ctx.tx, ctx.actor, input)),
  checkIn: write(hosts)
    .input(w.CheckIn)
    .output(Done)
    .mutation(({ ctx, input }) => checkIn(ctx.tx, ctx.actor, input)),
};
