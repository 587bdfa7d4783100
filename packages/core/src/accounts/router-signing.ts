// Procedures of proving who one is: names only.
import {
  administrators,
  Done,
  Nothing,
  outside,
  outsideSignedIn,
  read,
  room,
  write,
} from '../kernel/index.ts';
import * as c from './contract-signing.ts';
import {
  changeAddress,
  changeName,
  changePassword,
  endOneLoginSession,
  endOthers,
  getOverview,
  removePasskey,
  removeTotp,
  renamePasskey,
  renewRecoveryCodes,
  unlinkIssuer,
} from './service-account.ts';
import { addFactor, askPasskey, confirmApp, registerPasskey, setUpApp } from './service-enrolling.ts';
import { joinByInvitation } from './service-inviting.ts';
import { acceptAtIssuer, finishAtIssuer, goSignedIn, signInAtIssuer } from './service-issuers.ts';
import {
  choosePassword,
  confirmAddress,
  forgotPassword,
  renewFactor,
  resetFactor,
  viewLink,
} from './service-links.ts';
import { confirmWithPasskey, requestPasskey, signInWithPasskey } from './service-passkeys.ts';
import { answerStep, viewStep } from './service-second-factor.ts';
import { confirm } from './service-signing.ts';

const confirmed = { confirmed: true } as const;

export const signingRouter = room({
  // before there is a login
  ways: outside('visitor')
    .input(Nothing)
    .output(c.Ways)
    .query(({ ctx }) => ({ issuers: [...ctx.issuers.choices] })),
  step: outside('visitor')
    .input(c.ByStep)
    .output(c.StepView)
    .query(({ ctx, input }) => viewStep(ctx, input.step)),
  secondFactor: outside('visitor')
    .input(c.AnswerStep)
    .output(c.Outcome)
    .mutation(({ ctx, input }) => answerStep(ctx, input)),
  passkeyRequest: outside('visitor')
    .input(Nothing)
    .output(c.PasskeyRequest)
    .mutation(({ ctx }) => requestPasskey(ctx)),
  passkeySignIn: outside('visitor')
    .input(c.AnswerPasskey)
    .output(c.Outcome)
    .mutation(({ ctx, input }) => signInWithPasskey(ctx, input)),
  startAtIssuer: outside('visitor')
    .input(c.StartAtIssuer)
    .output(c.AtIssuer)
    .mutation(({ ctx, input }) => signInAtIssuer(ctx, input.issuer)),
  finishAtIssuer: outside('visitor')
    .input(c.FinishAtIssuer)
    .output(c.Outcome)
    .mutation(({ ctx, input }) => finishAtIssuer(ctx, input)),
  forgotPassword: outside('visitor')
    .input(c.ForgotPassword)
    .output(Done)
    .mutation(({ ctx, input }) => forgotPassword(ctx, input.address)),

  // with a step that may add a factor
  totpSetup: outside('visitor')
    .input(c.ByStep)
    .output(c.TotpSetup)
    .mutation(({ ctx, input }) => setUpApp(ctx, input.step)),
  totpConfirm: outside('visitor')
    .input(c.AnswerStep)
    .output(c.Enrolled)
    .mutation(({ ctx, input }) => confirmApp(ctx, input)),
  passkeyCreation: outside('visitor')
    .input(c.ByStep)
    .output(c.CreationOptions)
    .mutation(({ ctx, input }) => askPasskey(ctx, input.step)),
  passkeyRegister: outside('visitor')
    .input(c.RegisterPasskey)
    .output(c.Enrolled)
    .mutation(({ ctx, input }) => registerPasskey(ctx, input)),

  // with a link
  acceptAtIssuer: outside('link')
    .input(c.AcceptAtIssuer)
    .output(c.AtIssuer)
    .mutation(({ ctx, input }) => acceptAtIssuer(ctx, input)),
  link: read('link')
    .input(c.OpenLink)
    .output(c.LinkView)
    .query(({ ctx }) => viewLink(ctx.tx)),
  confirmAddress: write('link')
    .input(c.OpenLink)
    .output(Done)
    .mutation(({ ctx }) => confirmAddress(ctx.tx)),
  choosePassword: outside('link')
    .input(c.ChoosePassword)
    .output(c.Chosen)
    .mutation(({ ctx, input }) => choosePassword(ctx, input)),
  renewFactor: outside('link')
    .input(c.RenewFactor)
    .output(c.Outcome)
    .mutation(({ ctx, input }) => renewFactor(ctx, input)),

  // signed in
  overview: read('account')
    .input(Nothing)
    .output(c.Overview)
    .query(({ ctx }) => getOverview(ctx.tx, ctx.actor, ctx)),
  join: outsideSignedIn()
    .input(c.JoinByInvitation)
    .output(c.Outcome)
    .mutation(({ ctx, input }) => joinByInvitation(ctx, ctx.actor, input.token)),
  confirm: outsideSignedIn()
    .input(c.ConfirmWithPassword)
    .output(c.Outcome)
    .mutation(({ ctx, input }) => confirm(ctx, ctx.actor, input)),
  passkeyConfirm: outsideSignedIn()
    .input(c.AnswerPasskey)
    .output(c.Outcome)
    .mutation(({ ctx, input }) => confirmWithPasskey(ctx, ctx.actor, input)),
  confirmAtIssuer: outsideSignedIn()
    .input(c.StartAtIssuer)
    .output(c.AtIssuer)
    .mutation(({ ctx, input }) => goSignedIn(ctx, ctx.actor, input.issuer, 'confirm')),
  changeName: write('account')
    .input(c.ChangeName)
    .output(Done)
    .mutation(({ ctx, input }) => changeName(ctx.tx, ctx.actor, input.name)),
  renamePasskey: write('account')
    .input(c.RenamePasskey)
    .output(Done)
    .mutation(({ ctx, input }) => renamePasskey(ctx.tx, ctx.actor, input)),
  endLoginSession: write('account')
    .input(c.ById)
    .output(Done)
    .mutation(({ ctx, input }) => endOneLoginSession(ctx.tx, ctx.actor, input.id)),
  endOtherLoginSessions: write('account')
    .input(Nothing)
    .output(Done)
    .mutation(({ ctx }) => endOthers(ctx.tx, ctx.actor, ctx.caller)),

  // signed in, and proved again less than five minutes ago
  addFactor: write('account', confirmed)
    .input(Nothing)
    .output(c.Outcome)
    .mutation(({ ctx }) => addFactor(ctx.tx, ctx.actor, ctx.caller)),
  removeTotp: write('account', confirmed)
    .input(Nothing)
    .output(Done)
    .mutation(({ ctx }) => removeTotp(ctx.tx, ctx, ctx.actor)),
  removePasskey: write('account', confirmed)
    .input(c.ById)
    .output(Done)
    .mutation(({ ctx, input }) => removePasskey(ctx.tx, ctx, ctx.actor, input.id)),
  renewRecoveryCodes: write('account', confirmed)
    .input(Nothing)
    .output(c.RecoveryCodes)
    .mutation(({ ctx }) => renewRecoveryCodes(ctx.tx, ctx.actor)),
  changePassword: outsideSignedIn(confirmed)
    .input(c.ChangePassword)
    .output(Done)
    .mutation(({ ctx, input }) => changePassword(ctx, ctx.actor, input.password)),
  changeAddress: write('account', confirmed)
    .input(c.ChangeAddress)
    .output(Done)
    .mutation(({ ctx, input }) => changeAddress(ctx.tx, ctx, ctx.actor, input.address)),
  linkIssuer: outsideSignedIn(confirmed)
    .input(c.StartAtIssuer)
    .output(c.AtIssuer)
    .mutation(({ ctx, input }) => goSignedIn(ctx, ctx.actor, input.issuer, 'link')),
  unlinkIssuer: write('account', confirmed)
    .input(c.ById)
    .output(Done)
    .mutation(({ ctx, input }) => unlinkIssuer(ctx.tx, ctx, ctx.actor, input.id)),
  resetFactor: write(administrators, confirmed)
    .input(c.ResetFactor)
    .output(Done)
    .mutation(({ ctx, input }) => resetFactor(ctx.tx, ctx, ctx.actor, input.membership)),
});
