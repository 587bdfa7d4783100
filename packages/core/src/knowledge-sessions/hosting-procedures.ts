// Procedures for who holds a session: names only.
import {
  Done,
  editors,
  Nothing,
  Published,
  publishers,
  read,
  readers,
  Saved,
  write,
} from '../kernel/index.ts';
import * as w from './contract-writing.ts';
import { checkIn, decide, listRegistrations } from './service-hosting.ts';
import { cancelSession, moveSession, publishSession, saveLinks } from './service-publishing.ts';
import { getWorkingSession, listWorkingSessions } from './service-working.ts';
import { createSession, discardSession, saveSession } from './service-writing.ts';

// The alliance holds sessions too: its coordinators do what each role does in a municipality.
const hosts = {
  read: [...readers, 'coordinator'],
  edit: [...editors, 'coordinator'],
  publish: [...publishers, 'coordinator'],
} as const;

export const hostingProcedures = {
  workingSessions: read(hosts.read)
    .input(Nothing)
    .output(w.WorkingSessions)
    .query(({ ctx }) => listWorkingSessions(ctx.tx)),
  workingSession: read(hosts.read)
    .input(w.TheSession)
    .output(w.WorkingSession)
    .query(({ ctx, input }) => getWorkingSession(ctx.tx, ctx.actor, input.id)),
  create: write(hosts.edit)
    .input(w.CreateSession)
    .output(w.CreatedSession)
    .mutation(({ ctx, input }) => createSession(ctx.tx, ctx.actor, input)),
  save: write(hosts.edit)
    .input(w.SaveSession)
    .output(Saved)
    .mutation(({ ctx, input }) => saveSession(ctx.tx, ctx.actor, input)),
  saveLinks: write(hosts.edit)
    .input(w.SaveLinks)
    .output(w.SavedLinks)
    .mutation(({ ctx, input }) => saveLinks(ctx.tx, ctx.actor, input)),
  discard: write(hosts.edit)
    .input(w.TheSession)
    .output(Done)
    .mutation(({ ctx, input }) => discardSession(ctx.tx, ctx.actor, input.id)),
  publish: write(hosts.publish)
    .input(w.PublishSession)
    .output(Published)
    .mutation(({ ctx, input }) => publishSession(ctx.tx, ctx.actor, input)),
  move: write(hosts.publish)
    .input(w.MoveSession)
    .output(Done)
    .mutation(({ ctx, input }) => moveSession(ctx.tx, ctx.actor, input)),
  cancel: write(hosts.publish)
    .input(w.CancelSession)
    .output(Done)
    .mutation(({ ctx, input }) => cancelSession(ctx.tx, ctx.actor, input)),
  registrations: read(hosts.edit)
    .input(w.TheSession)
    .output(w.Registrations)
    .query(({ ctx, input }) => listRegistrations(ctx.tx, ctx.actor, input.id)),
  decide: write(hosts.edit)
    .input(w.Decide)
    .output(Done)
    .mutation(({ ctx, input }) => decide(ctx.tx, ctx.actor, input)),
  checkIn: write(hosts.edit)
    .input(w.CheckIn)
    .output(Done)
    .mutation(({ ctx, input }) => checkIn(ctx.tx, ctx.actor, input)),
};
