// What crosses the wire about proving who one is: steps, second factors, passkeys, issuers, login sessions, links by mail.
import { z } from 'zod';
import { address, id, moment, name, secret } from '../kernel/fields.ts';

/** ≥ 12 characters, no composition rules (NIST 800-63B); common ones are refused by a list. */
export const newPassword = z.string().min(12).max(200);
export const password = z.string().min(1).max(200);

/** A code as typed: six digits of an app, or a recovery code; spaces and hyphens do not count. */
const code = z.string().min(1).max(40);
const base64url = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[A-Za-z0-9_-]+$/);
const byStep = { step: secret };

/**
 * What follows on a proof. `signed_in`: `secret` belongs into the login cookie. `second_factor` and `enrol`: `secret`
 * is that of a step (ten minutes, used once) and belongs into the step cookie.
 */
export const Outcome = z.discriminatedUnion('next', [
  z.object({ next: z.literal('signed_in'), secret, expiresAt: moment }),
  z.object({ next: z.literal('second_factor'), secret, expiresAt: moment }),
  z.object({ next: z.literal('enrol'), secret, expiresAt: moment }),
]);
/** The same, or done without an app's code to ask: now sign in as usual. */
export const Chosen = z.discriminatedUnion('next', [
  ...Outcome.options,
  z.object({ next: z.literal('sign_in'), secret: z.null(), expiresAt: z.null() }),
]);

/** After a factor was added. The ten recovery codes are shown once; null when this factor brings none. */
export const Enrolled = z.object({
  next: z.literal('signed_in'),
  secret,
  expiresAt: moment,
  recoveryCodes: z.array(z.string()).nullable(),
});

export const IssuerChoice = z.object({ id: z.string(), name: z.string() });
export const Ways = z.object({ issuers: z.array(IssuerChoice) });

export const ByStep = z.strictObject(byStep);
export const StepView = z.object({
  purpose: z.enum(['second_factor', 'enrol']),
  /** What may prove (second factor) or be added (enrol). */
  ways: z.array(z.enum(['totp', 'recovery_code', 'passkey'])),
  /** Of the person, for the account name in an app; known only to who has the step. */
  address: z.string(),
  expiresAt: moment,
});

export const AnswerStep = z.strictObject({ ...byStep, code });
/** `key` is the seed in base32 for who cannot scan; `uri` is what the QR code holds. The same until confirmed. */
export const TotpSetup = z.object({ uri: z.string(), key: z.string() });

// Web Authentication, as the browser's own toJSON() writes it, cut down to what is verified.
const credentialDescriptor = z.object({
  id: z.string(),
  type: z.literal('public-key'),
  transports: z.array(z.string()).optional(),
});
const transports = z.array(z.string().max(20)).max(10);

/** For navigator.credentials.create() through PublicKeyCredential.parseCreationOptionsFromJSON. */
export const CreationOptions = z.object({
  challenge: z.string(),
  rp: z.object({ name: z.string(), id: z.string() }),
  user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.object({ alg: z.number(), type: z.literal('public-key') })),
  timeout: z.number(),
  excludeCredentials: z.array(credentialDescriptor),
  authenticatorSelection: z.object({
    residentKey: z.literal('required'),
    requireResidentKey: z.literal(true),
    userVerification: z.literal('required'),
  }),
  attestation: z.literal('none'),
});
export const RegisterPasskey = z.strictObject({
  ...byStep,
  /** What the person calls it, such as 'Mijn laptop'. */
  name: name(60),
  response: z.strictObject({
    id: base64url(1400),
    type: z.literal('public-key'),
    response: z.strictObject({
      clientDataJSON: base64url(4000),
      attestationObject: base64url(20_000),
      transports: transports.optional(),
    }),
  }),
});

/** For navigator.credentials.get() through parseRequestOptionsFromJSON; the step goes back with the answer. */
export const PasskeyRequest = z.object({
  step: secret,
  expiresAt: moment,
  options: z.object({
    challenge: z.string(),
    rpId: z.string(),
    timeout: z.number(),
    userVerification: z.literal('required'),
  }),
});
export const AnswerPasskey = z.strictObject({
  ...byStep,
  response: z.strictObject({
    id: base64url(1400),
    type: z.literal('public-key'),
    response: z.strictObject({
      clientDataJSON: base64url(4000),
      authenticatorData: base64url(4000),
      signature: base64url(4000),
      userHandle: base64url(200).nullish(),
    }),
  }),
});

const issuer = z.string().regex(/^[a-z0-9-]{1,40}$/);
export const StartAtIssuer = z.strictObject({ issuer });
export const AcceptAtIssuer = z.strictObject({ token: secret, issuer, name: name(120) });
/** `step` into the step cookie, the browser to `url`; it comes back at /inloggen/terug. */
export const AtIssuer = z.object({ step: secret, expiresAt: moment, url: z.url() });
/** `query`: everything behind the question mark with which the browser came back. */
export const FinishAtIssuer = z.strictObject({ ...byStep, query: z.string().max(8000) });

export const Overview = z.object({
  /** Confirmed less than five minutes ago: what asks for confirmation goes through. */
  confirmed: z.boolean(),
  /** How this person can confirm; empty never. */
  confirmBy: z.array(z.enum(['password', 'password_and_code', 'passkey', 'issuer'])),
  name: z.string(),
  address: z.string(),
  /** A new address that waits for its link to be opened. */
  pendingAddress: z.string().nullable(),
  password: z.boolean(),
  totp: z.object({ since: moment }).nullable(),
  recoveryCodesLeft: z.int(),
  passkeys: z.array(
    z.object({
      id,
      name: z.string(),
      createdAt: moment,
      lastUsedAt: moment.nullable(),
      /** Synchronised by its maker (a phone's or browser's account) rather than bound to one device. */
      backedUp: z.boolean(),
    }),
  ),
  linkedIssuers: z.array(z.object({ id, issuer: z.string(), name: z.string(), since: moment })),
  issuers: z.array(IssuerChoice),
  loginSessions: z.array(
    z.object({
      id,
      /** Coarse: 'Firefox', 'Chrome', 'Safari', 'Edge' or 'onbekend'. */
      browser: z.string(),
      createdAt: moment,
      lastSeen: moment,
      expiresAt: moment,
      current: z.boolean(),
    }),
  ),
});

/** `code` is null only for an account without a second factor (demo mode). */
export const ConfirmWithPassword = z.strictObject({ password, code: code.nullable() });
export const ChangeName = z.strictObject({ name: name(120) });
export const ById = z.strictObject({ id });
export const RenamePasskey = z.strictObject({ id, name: name(60) });
export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) });
export const ChangePassword = z.strictObject({ password: newPassword });
export const ChangeAddress = z.strictObject({ address });

export const ForgotPassword = z.strictObject({ address });
export const OpenLink = z.strictObject({ token: secret });
export const LinkView = z.object({
  purpose: z.enum(['new_address', 'new_password', 'new_factor']),
  /** The new address, or that of the account. */
  address: z.string(),
  /** The account has a password; for `new_factor` it is asked, without one a new one may be chosen. */
  password: z.boolean(),
  expiresAt: moment,
});
export const ChoosePassword = z.strictObject({ token: secret, password: newPassword });
/** The account's own password; null when it has none. */
export const RenewFactor = z.strictObject({ token: secret, password: password.nullable() });
export const JoinByInvitation = z.strictObject({ token: secret });
export const ResetFactor = z.strictObject({ membership: id });

export type Outcome = z.infer<typeof Outcome>;
export type Chosen = z.infer<typeof Chosen>;
export type Enrolled = z.infer<typeof Enrolled>;
export type StepView = z.infer<typeof StepView>;
