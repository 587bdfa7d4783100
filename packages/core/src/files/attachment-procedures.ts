// The procedures of what goes along with a page, for every noun that is published, each with its audience.
import {
  Done,
  editors,
  type Publishable,
  type PublishableContent,
  read,
  readers,
  write,
} from '../kernel/index.ts';
import * as c from './contract.ts';
import {
  attach,
  changeAttachment,
  detach,
  listDraftAttachments,
  moveAttachment,
} from './service-attaching.ts';
import { listAttachments } from './service-listing.ts';

export const attachmentProcedures = <C extends PublishableContent>(of: Publishable<C>) => ({
  attachments: read('visitor')
    .input(c.GetAttachments)
    .output(c.Attachments)
    .query(({ ctx, input }) => listAttachments(ctx.tx, of.noun, input)),
  draftAttachments: read(readers)
    .input(c.GetDraftAttachments)
    .output(c.DraftAttachments)
    .query(({ ctx, input }) => listDraftAttachments(ctx.tx, ctx.actor, of, input.id)),
  attach: write(editors)
    .input(c.Attach)
    .output(Done)
    .mutation(({ ctx, input }) => attach(ctx.tx, ctx.actor, of, input)),
  changeAttachment: write(editors)
    .input(c.ChangeAttachment)
    .output(Done)
    .mutation(({ ctx, input }) => changeAttachment(ctx.tx, ctx.actor, of, input)),
  moveAttachment: write(editors)
    .input(c.MoveAttachment)
    .output(Done)
    .mutation(({ ctx, input }) => moveAttachment(ctx.tx, ctx.actor, of, input)),
  detach: write(editors)
    .input(c.Detach)
    .output(Done)
    .mutation(({ ctx, input }) => detach(ctx.tx, ctx.actor, of, input)),
});
