// The procedures of versions and review that every noun that is published has, each with its audience.
import { Done, Saved } from './publication.ts';
import type { Publishable, PublishableContent } from './publishable.ts';
import { answerRemark, makeRemark, readReview, settleRemark } from './reviewing.ts';
import { editors, readers } from './roles.ts';
import { read, write } from './trpc.ts';
import { compareVersions, compareWorkingCopy, listVersions, restoreVersion } from './versioning.ts';
import * as c from './versions.ts';

export const versionProcedures = <C extends PublishableContent>(of: Publishable<C>) => ({
  versions: read('visitor')
    .input(c.GetVersions)
    .output(c.VersionList)
    .query(({ ctx, input }) => listVersions(ctx.tx, of, input.handle)),
  compareVersions: read('visitor')
    .input(c.CompareVersions)
    .output(c.VersionComparison)
    .query(({ ctx, input }) => compareVersions(ctx.tx, of, input)),
  compareWorkingCopy: read(readers)
    .input(c.CompareWorkingCopy)
    .output(c.WorkingComparison)
    .query(({ ctx, input }) => compareWorkingCopy(ctx.tx, ctx.actor, of, input)),
  restore: write(editors)
    .input(c.RestoreVersion)
    .output(Saved)
    .mutation(({ ctx, input }) => restoreVersion(ctx.tx, ctx.actor, of, input)),
  review: read(readers)
    .input(c.GetReview)
    .output(c.Review)
    .query(({ ctx, input }) => readReview(ctx.tx, ctx.actor, of, input.id)),
  remark: write(editors)
    .input(c.MakeRemark)
    .output(Done)
    .mutation(({ ctx, input }) => makeRemark(ctx.tx, ctx.actor, of, input)),
  answerRemark: write(editors)
    .input(c.AnswerRemark)
    .output(Done)
    .mutation(({ ctx, input }) => answerRemark(ctx.tx, ctx.actor, of, input)),
  settleRemark: write(editors)
    .input(c.SettleRemark)
    .output(Done)
    .mutation(({ ctx, input }) => settleRemark(ctx.tx, ctx.actor, of, input)),
});
