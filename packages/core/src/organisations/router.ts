// Procedures of this room: names only.
import { Done, editors, Nothing, read, room, write } from '../kernel/index.ts';
import * as c from './contract.ts';
import { addOrganisation, correctOrganisation, findAlike } from './service-adding.ts';
import { listDoubles, listMerges, mergeOrganisations, undoMerge } from './service-merging.ts';
import { getOrganisation, listOrganisations } from './service.ts';

const coordinators = ['coordinator'] as const;

export const organisationsRouter = room({
  list: read('visitor')
    .input(c.ListOrganisations)
    .output(c.OrganisationList)
    .query(({ ctx, input }) => listOrganisations(ctx.tx, input)),
  get: read('visitor')
    .input(c.GetOrganisation)
    .output(c.OrganisationPage)
    .query(({ ctx, input }) => getOrganisation(ctx.tx, ctx.actor, input.handle)),
  alike: read([...editors, ...coordinators])
    .input(c.FindAlike)
    .output(c.AlikeOrganisations)
    .query(({ ctx, input }) => findAlike(ctx.tx, input)),
  add: write([...editors, ...coordinators])
    .input(c.AddOrganisation)
    .output(c.AddedOrganisation)
    .mutation(({ ctx, input }) => addOrganisation(ctx.tx, ctx.actor, input)),
  correct: write([...editors, ...coordinators, 'operator'])
    .input(c.CorrectOrganisation)
    .output(c.AddedOrganisation)
    .mutation(({ ctx, input }) => correctOrganisation(ctx.tx, ctx.actor, input)),
  doubles: read(coordinators)
    .input(Nothing)
    .output(c.Doubles)
    .query(({ ctx }) => listDoubles(ctx.tx)),
  merge: write(coordinators)
    .input(c.MergeOrganisations)
    .output(Done)
    .mutation(({ ctx, input }) => mergeOrganisations(ctx.tx, ctx.actor, input)),
  undoMerge: write(coordinators)
    .input(c.UndoMerge)
    .output(Done)
    .mutation(({ ctx, input }) => undoMerge(ctx.tx, ctx.actor, input)),
  merges: read(coordinators)
    .input(Nothing)
    .output(c.Merges)
    .query(({ ctx }) => listMerges(ctx.tx)),
});
