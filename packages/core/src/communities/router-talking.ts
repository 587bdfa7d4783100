// Procedures about what is said in communities: names only.
import { Done, Nothing, editors, publishers, read, write } from '../kernel/index.ts';
import * as k from './contract-keeping.ts';
import * as c from './contract-talking.ts';
import { listNicknames } from './service-belonging.ts';
import { arrangeThread, moveThread, reportPost, settleReport } from './service-moderating.ts';
import { listEarlier } from './service-posts.ts';
import { getThread, listThreads } from './service-threads.ts';
import { chooseOffers, getWaiting, offerQuestion, setAside } from './service-waiting.ts';
import {
  editPost,
  markAnswer,
  react,
  removePost,
  renameThread,
  reply,
  startThread,
} from './service-writing.ts';
import { GetCommunity } from './contract.ts';

export const talkingProcedures = {
  threads: read('visitor')
    .input(c.ListThreads)
    .output(c.ThreadList)
    .query(({ ctx, input }) => listThreads(ctx.tx, input)),
  thread: read('visitor')
    .input(c.GetThread)
    .output(c.ThreadPage)
    .query(({ ctx, input }) => getThread(ctx.tx, ctx.actor, input)),
  earlier: read('account')
    .input(c.ThePost)
    .output(c.EarlierTexts)
    .query(({ ctx, input }) => listEarlier(ctx.tx, ctx.actor, input.id)),
  nicknames: read('account')
    .input(GetCommunity)
    .output(c.Nicknames)
    .query(({ ctx, input }) => listNicknames(ctx.tx, input.handle)),
  startThread: write('account')
    .input(c.StartThread)
    .output(c.Started)
    .mutation(({ ctx, input }) => startThread(ctx.tx, ctx.actor, input)),
  renameThread: write('account')
    .input(c.RenameThread)
    .output(c.Started)
    .mutation(({ ctx, input }) => renameThread(ctx.tx, ctx.actor, input)),
  arrangeThread: write('account')
    .input(c.ArrangeThread)
    .output(Done)
    .mutation(({ ctx, input }) => arrangeThread(ctx.tx, ctx.actor, input)),
  moveThread: write('account')
    .input(c.MoveThread)
    .output(c.Moved)
    .mutation(({ ctx, input }) => moveThread(ctx.tx, ctx.actor, input)),
  reply: write('account')
    .input(c.Reply)
    .output(c.Replied)
    .mutation(({ ctx, input }) => reply(ctx.tx, ctx.actor, input)),
  editPost: write('account')
    .input(c.EditPost)
    .output(Done)
    .mutation(({ ctx, input }) => editPost(ctx.tx, ctx.actor, input)),
  removePost: write('account')
    .input(c.RemovePost)
    .output(Done)
    .mutation(({ ctx, input }) => removePost(ctx.tx, ctx.actor, input)),
  markAnswer: write('account')
    .input(c.MarkAnswer)
    .output(Done)
    .mutation(({ ctx, input }) => markAnswer(ctx.tx, ctx.actor, input)),
  react: write('account')
    .input(c.React)
    .output(Done)
    .mutation(({ ctx, input }) => react(ctx.tx, ctx.actor, input)),
  reportPost: write('account')
    .input(k.ReportPost)
    .output(Done)
    .mutation(({ ctx, input }) => reportPost(ctx.tx, ctx.actor, input)),
  settleReport: write('account')
    .input(k.SettleReport)
    .output(Done)
    .mutation(({ ctx, input }) => settleReport(ctx.tx, ctx.actor, input)),
  waiting: read('account')
    .input(Nothing)
    .output(k.Waiting)
    .query(({ ctx }) => getWaiting(ctx.tx, ctx.actor)),
  offerQuestion: write('account')
    .input(c.OfferQuestion)
    .output(Done)
    .mutation(({ ctx, input }) => offerQuestion(ctx.tx, ctx.actor, input)),
  setAside: write(editors)
    .input(k.SetAside)
    .output(Done)
    .mutation(({ ctx, input }) => setAside(ctx.tx, ctx.actor, input.id)),
  chooseOffers: write(publishers)
    .input(k.ChooseOffers)
    .output(Done)
    .mutation(({ ctx, input }) => chooseOffers(ctx.tx, ctx.actor, input.wanted)),
};
