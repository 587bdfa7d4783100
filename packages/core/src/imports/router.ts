// Procedures of this room: names only.
import { editors, Nothing, read, room, write } from '../kernel/index.ts';
import * as f from './contract-following.ts';
import * as r from './contract-review.ts';
import * as c from './contract.ts';
import { listBelonging } from './service-addenda.ts';
import { makeDrafts } from './service-drafting.ts';
import { compareImport, draftOne, takeOver } from './service-comparing.ts';
import { followImport, listEarlier } from './service-following.ts';
import { listMarks } from './service-marks.ts';
import { bePresent, decide, decideGroup, getReview } from './service-review.ts';
import { getImport, listImports, startImport } from './service.ts';

export const importsRouter = room({
  start: write(editors)
    .input(c.StartImport)
    .output(c.Started)
    .mutation(({ ctx, input }) => startImport(ctx.tx, ctx.actor, input)),
  get: read(editors, { sensitive: 'import.source_read' })
    .input(c.GetImport)
    .output(c.ImportView)
    .query(({ ctx, input }) => getImport(ctx.tx, input.id)),
  list: read(editors)
    .input(Nothing)
    .output(c.Imports)
    .query(({ ctx }) => listImports(ctx.tx)),
  review: read(editors, { sensitive: 'import.source_read' })
    .input(r.GetReview)
    .output(r.Review)
    .query(({ ctx, input }) => getReview(ctx.tx, input.id)),
  decide: write(editors)
    .input(r.Decide)
    .output(r.Decided)
    .mutation(({ ctx, input }) => decide(ctx.tx, ctx.actor, input)),
  decideGroup: write(editors)
    .input(r.DecideGroup)
    .output(r.GroupDecided)
    .mutation(({ ctx, input }) => decideGroup(ctx.tx, ctx.actor, input)),
  present: write(editors)
    .input(r.BePresent)
    .output(r.Present)
    .mutation(({ ctx, input }) => bePresent(ctx.tx, ctx.actor, input.id)),
  makeDrafts: write(editors)
    .input(c.MakeDrafts)
    .output(c.MadeDrafts)
    .mutation(({ ctx, input }) => makeDrafts(ctx.tx, ctx.actor, input)),
  belonging: read(editors)
    .input(c.GetBelonging)
    .output(c.Belonging)
    .query(({ ctx, input }) => listBelonging(ctx.tx, input.id)),
  earlier: read(editors)
    .input(f.ListEarlier)
    .output(f.Earlier)
    .query(({ ctx, input }) => listEarlier(ctx.tx, input.id)),
  follow: write(editors)
    .input(f.Follow)
    .output(f.Followed)
    .mutation(({ ctx, input }) => followImport(ctx.tx, ctx.actor, input)),
  compare: read(editors)
    .input(f.Compare)
    .output(f.Comparison)
    .query(({ ctx, input }) => compareImport(ctx.tx, input.id)),
  takeOver: write(editors)
    .input(f.TakeOver)
    .output(f.TakenOver)
    .mutation(({ ctx, input }) => takeOver(ctx.tx, ctx.actor, input)),
  draftOne: write(editors)
    .input(f.DraftOne)
    .output(f.DraftedOne)
    .mutation(({ ctx, input }) => draftOne(ctx.tx, ctx.actor, input)),
  marks: read(editors)
    .input(f.ListMarks)
    .output(f.Marks)
    .query(({ ctx, input }) => listMarks(ctx.tx, input.draft)),
});
